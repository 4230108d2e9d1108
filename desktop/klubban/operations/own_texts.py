"""Write in a text that otherwise writes itself, and settle what the record says otherwise now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from klubban.documents.decision_words import decision
from klubban.documents.written import DECISION, own_text, text_of, written
from klubban.domain.decided import OwnText, Said, Written
from klubban.domain.errors import RuleBroken
from klubban.domain.masking import same_words
from klubban.domain.meeting import Item, Meeting
from klubban.domain.own_text import joined, kept, merged, noted, taken_in
from klubban.domain.text import Blocks, tidy
from klubban.i18n import N_, Texts, texts
from klubban.operations.item_change import blocks_in, changing_item, check_words, writing
from klubban.store import frozen, minutes, reads, rolls
from klubban.store.change import Change, id_of
from klubban.store.database import Database

_WRITING = {
    Written.MOTIONS: N_("Write the motions of {item}"),
    Written.PROCEEDINGS: N_("Write the proceedings of {item}"),
    Written.DIVISIONS: N_("Write the votes of {item}"),
    Written.DECISION: N_("Write the decision of {item}"),
    Written.OPINIONS: N_("Write the opinions of {item}"),
}
_OF_ITEM = {Written.PROCEEDINGS: "proceedings", Written.DECISION: "decision"}
"""The texts that the item itself holds, by column."""


def write_part(
    database: Database,
    item_id: int,
    part: Written,
    blocks: Blocks,
    *,
    run: str | None = None,
    meeting: Meeting | None = None,
) -> None:
    """Set the whole text of a part as she left it; what equals the program's words stays the program's.

    What of it is masked can be set after the verification too.
    `meeting` is the snapshot that is shown, where its record is as it is now: it saves reading all of it.
    """
    left = tidy(blocks)
    with changing_item(database, _WRITING[part], item_id, run) as change:
        own, text = _kept(change, item_id, part)
        shown = meeting or _meeting(change, item_id)
        tongue = texts(shown.organisation.language)
        item = shown.item_by_id(item_id)
        said = written(shown, item, part, tongue)
        before = merged(said, own, text).blocks if not item.worded else text
        if left == before:
            return
        open_ = check_words(change, item_id, before, left)
        if item.worded or (not open_ and frozen.is_frozen(change.connection, item_id)):
            _mask(change, item_id, part, text, left)
            return
        wholly_hers = own is None and bool(text)
        if wholly_hers or (left == joined(said) and part is not Written.DECISION):
            _drop(change, item_id, part, left if wholly_hers else ())
        else:
            set_said(change, item_id, part, left, noted(said, own, text, left))


def take_in(database: Database, item_id: int, part: Written, key: str) -> None:
    """Write the program's words of now for a sentence that she changed or removed; raises LookupError."""
    with writing(database, N_("Take in what the record says of {item}"), item_id) as change:
        meeting, item, tongue = _read(change, item_id)
        own, text = _own(item, part), text_of(item, part)
        said = written(meeting, item, part, tongue)
        left = tidy(taken_in(said, own, text, key))
        now = [each for each in said if each.key == key]
        others = [each for each in own.said if each.key != key]
        told = noted(said, replace(own, said=(*others, *now)), left, left)
        set_said(change, item_id, part, left, told)


def keep(database: Database, item_id: int, part: Written, key: str) -> None:
    """Keep hers, and mark it no more until the record changes again; raises LookupError for no such text."""
    with writing(database, N_("Keep the words of {item}"), item_id) as change:
        meeting, item, tongue = _read(change, item_id)
        said = written(meeting, item, part, tongue)
        set_said(change, item_id, part, text_of(item, part), kept(said, _own(item, part), key))


def write_again(database: Database, item_id: int, part: Written) -> None:
    """Drop what is hers in a part, so that the program writes all of it."""
    with writing(database, N_("Write {item} from the record again"), item_id) as change:
        meeting, item, tongue = _read(change, item_id)
        said = written(meeting, item, part, tongue)
        if part is Written.DECISION and said:
            set_said(change, item_id, part, joined(said), said)
        else:
            _drop(change, item_id, part, ())


# --- inside any change


def write_decision(change: Change, item_id: int, blocks: Blocks) -> None:
    """Write what was found as the item's decision, unless she changed that; called inside any change.

    `blocks` is `decision_words.decision` of the item as the change has made it; nothing, where nothing is
    settled any more.
    """
    [item] = change.rows("item", id=item_id)
    there = tidy(blocks_in(item["decision"]))
    own = next(iter(change.rows("own_text", item_id=item_id, part=str(Written.DECISION))), None)
    rows = change.rows("said", own_text_id=id_of(own)) if own else []
    if there and there != tuple(block for row in rows for block in blocks_in(row["words"])):
        return
    left = tidy(blocks)
    if left or own:
        said = [Said(key=DECISION, words=left)] if left else []
        set_said(change, item_id, Written.DECISION, left, said)


def decide_anew(change: Change, item_id: int) -> None:
    """Write an item's decision from what was found, after what it says was changed."""
    if minutes.is_put(change.connection, item_id):
        meeting = reads.around(change.connection, item_id)
        item = meeting.item_by_id(item_id)
        write_decision(change, item_id, decision(meeting, item, texts(meeting.organisation.language)))


def set_said(change: Change, item_id: int, part: Written, text: Blocks, said: Iterable[Said]) -> None:
    """Note a part's text, and what the program said for each key when it was left so."""
    found = change.rows("own_text", item_id=item_id, part=str(part))
    column = _OF_ITEM.get(part)
    if column:
        change.update("item", item_id, **{column: text})
    own_words: Blocks = () if column else text
    if found:
        own = id_of(found[0])
        change.update("own_text", own, text=own_words)
    else:
        own = change.insert("own_text", item_id=item_id, part=part, text=own_words)
    _set_lines(change, own, list(said))


def _set_lines(change: Change, own: int, said: list[Said]) -> None:
    """Make the rows say what was said, with as little change as that needs."""
    there = {str(row["key"]): id_of(row) for row in change.rows("said", own_text_id=own)}
    for key in there.keys() - {each.key for each in said}:
        change.delete("said", there[key])
    for position, each in enumerate(said):
        if each.key in there:
            change.update("said", there[each.key], position=position, words=each.words)
        else:
            change.insert("said", own_text_id=own, position=position, key=each.key, words=each.words)


def _mask(change: Change, item_id: int, part: Written, text: Blocks, left: Blocks) -> None:
    """Set what is masked of a verified text, which stands as it was worded; what was said then stays.

    Raises RuleBroken for sentences that are kept nowhere, since they came in verified.
    """
    if not same_words(text, left):
        raise RuleBroken(
            "This came in verified, and its sentences follow from what was noted: mask the words in the"
            " proposal, the motion or the reservation that they are made of"
        )
    column = _OF_ITEM.get(part)
    if column:
        change.update("item", item_id, **{column: left})
    else:
        [own] = change.rows("own_text", item_id=item_id, part=str(part))
        change.update("own_text", id_of(own), text=left)


def _drop(change: Change, item_id: int, part: Written, text: Blocks) -> None:
    """Forget what she changed; a text without it is wholly hers, and none is wholly the program's."""
    column = _OF_ITEM.get(part)
    if column:
        change.update("item", item_id, **{column: text})
    for row in change.rows("own_text", item_id=item_id, part=str(part)):
        change.delete_whole("own_text", id_of(row))


def _own(item: Item, part: Written) -> OwnText:
    """Return what she changed of a part; raises LookupError where that is nothing."""
    own = own_text(item, part)
    if own is None:
        raise LookupError(part)
    return own


def _read(change: Change, item_id: int) -> tuple[Meeting, Item, Texts]:
    """Return the meeting of an item, the item, and the texts of the language that it is minuted in."""
    meeting = _meeting(change, item_id)
    return meeting, meeting.item_by_id(item_id), texts(meeting.organisation.language)


def _meeting(change: Change, item_id: int) -> Meeting:
    return reads.meeting(change.connection, rolls.meeting_of(change.connection, "item", item_id))


def _kept(change: Change, item_id: int, part: Written) -> tuple[OwnText | None, Blocks]:
    """Return what the file has of a part, without the rest of the item: what she changed, and the text."""
    found = minutes.own_texts(change.connection, [item_id])(item_id)
    own = next((each for each in found if each.part is part), None)
    if column := _OF_ITEM.get(part):
        [item] = change.rows("item", id=item_id)
        return own, blocks_in(item[column])
    return own, own.text if own else ()
