"""The public version of a meeting, from which all documents for everybody are made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents import public_words
from klubban.documents.written import own_text, text_of, with_hers, written
from klubban.domain.decided import OwnText, Said, Written
from klubban.domain.masking import without_masked
from klubban.domain.public_record import Withheld, public_record
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.public_record import PublicRecord
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def public_copy(meeting: Meeting) -> PublicRecord:
    """Return what is published of a meeting, in the organisation's language; builders take it as any other.

    Where she changed the program's sentences, hers are told from them before anything is left out: with
    signs in them they would no longer be known.
    """
    texts = texts_of(meeting.organisation.language)
    record = public_record(meeting, public_words.signs(texts))
    items = tuple(_settled(meeting, record, item, texts) for item in record.items)
    return replace(record, items=items)


def _settled(meeting: Meeting, record: PublicRecord, item: Item, texts: Texts) -> Item:
    if isinstance(item, Withheld):
        return item
    whole = meeting.item_by_id(item.id)
    for own in _own_texts(whole):
        said = written(record, item, own.part, texts)
        text = with_hers(whole, own.part, said).blocks
        item = _holding(item, own, without_masked(text, public_words.signs(texts).words), said)
    return item


def _own_texts(item: Item) -> Iterator[OwnText]:
    """Walk the texts that do not follow from the record: of what is verified as it was worded, all."""
    if not item.worded:
        yield from item.own_texts
        return
    for part in Written:
        if text_of(item, part):
            yield own_text(item, part) or OwnText(id=0, part=part)


def _holding(item: Item, own: OwnText, text: Blocks, said: tuple[Said, ...]) -> Item:
    """Return an item whose text for a part is all hers, word for word; what was said is known, and gone."""
    known = tuple(Said(key=each.key, words=()) for each in said)
    in_item = own.part in (Written.PROCEEDINGS, Written.DECISION)
    kept = replace(own, text=() if in_item else text, said=known)
    others = (each for each in item.own_texts if each.part is not own.part)
    item = replace(item, own_texts=(*others, kept))
    if own.part is Written.PROCEEDINGS:
        return replace(item, proceedings=text)
    return replace(item, decision=text) if own.part is Written.DECISION else item
