"""An item's row, and the texts of a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum

from klubban.domain.errors import RuleBroken
from klubban.domain.text import Blocks, clean
from klubban.i18n import N_
from klubban.operations.item_change import blocks_in, changing_item, check_words, writing
from klubban.operations.naming import one_line
from klubban.operations.own_texts import decide_anew
from klubban.store.change import Change
from klubban.store.database import Database


class ItemText(StrEnum):
    """The texts of an item that are written freely."""

    PROPOSAL = "proposal"
    SUMMARY = "summary"
    EARLIER = "earlier"
    PROCEEDINGS = "proceedings"
    DECISION = "decision"


_WRITING = {
    ItemText.PROPOSAL: N_("Write the proposal of {item}"),
    ItemText.SUMMARY: N_("Write the summary of {item}"),
    ItemText.EARLIER: N_("Write the earlier handling of {item}"),
    ItemText.PROCEEDINGS: N_("Write the proceedings of {item}"),
    ItemText.DECISION: N_("Write the decision of {item}"),
}


def insert_item(change: Change, meeting_id: int, position: int, *, title: str, **facts: object) -> int:
    """Add an item; `facts` are its other columns."""
    return change.insert(
        "item", meeting_id=meeting_id, position=position, title=checked_title(title), **facts
    )


def checked_title(title: str) -> str:
    """Return the title on one line; raises RuleBroken when there is none, or it is too long to be one."""
    words = one_line(title)
    if not words:
        raise RuleBroken("An item needs a title")
    return words


def write_text(
    database: Database, item_id: int, field: ItemText | str, blocks: Blocks, *, run: str | None = None
) -> None:
    """Set one text of an item; raises RuleBroken for characters that no document could print.

    What of it is masked can be set after the verification too: it changes nothing that was signed. Where the
    proposal was found adopted, the decision follows it, unless the secretary changed that.
    """
    text = ItemText(field)
    with changing_item(database, _WRITING[text], item_id, run) as change:
        [item] = change.rows("item", id=item_id)
        is_open = check_words(change, item_id, blocks_in(item[text]), blocks)
        change.update("item", item_id, **{text: blocks})
        if text is ItemText.PROPOSAL and is_open:
            decide_anew(change, item_id)


def rename(database: Database, item_id: int, title: str, *, run: str | None = None) -> None:
    """Set the title of an item; raises RuleBroken for one that cannot be a title."""
    words = checked_title(title)
    with writing(database, N_("Rename {item}"), item_id, run) as change:
        change.update("item", item_id, title=words)


def set_registry_number(
    database: Database, item_id: int, number: str | None, *, run: str | None = None
) -> None:
    """Set the registry number of an item, or take it away."""
    words = one_line(number or "")
    with writing(database, N_("Set the registry number of {item}"), item_id, run) as change:
        change.update("item", item_id, registry_number=words or None)


def write_documents(
    database: Database, item_id: int, titles: Iterable[str], *, run: str | None = None
) -> None:
    """Set the titles of an item's documents, in order; the papers behind titles that stay are kept.

    Raises RuleBroken when there are numbered papers: those are changed one by one (operations/documents.py).
    """
    with writing(database, N_("List the documents of {item}"), item_id, run) as change:
        if any(row["number"] for row in change.rows("document", item_id=item_id)):
            raise RuleBroken("There are numbered papers among the documents; change them one by one")
        _write_lines(change, "document", "title", item_id, titles)


def write_recipients(
    database: Database, item_id: int, names: Iterable[str], *, run: str | None = None
) -> None:
    """Set to whom the decision is sent, in order."""
    with writing(database, N_("List the recipients of {item}"), item_id, run) as change:
        _write_lines(change, "recipient", "name", item_id, names)


def _write_lines(change: Change, table: str, column: str, item_id: int, lines: Iterable[str]) -> None:
    """Make the rows of an item say these lines, with as little change as the difference needs."""
    rows = change.rows(table, item_id=item_id)
    wanted = [words for line in lines if (words := one_line(clean(line)))]
    ids: list[int | None] = []
    for _kind, start, end, new_start, new_end in SequenceMatcher(
        None, [row[column] for row in rows], wanted, autojunk=False
    ).get_opcodes():
        there = [int(row["id"] or 0) for row in rows[start:end]]
        needed = new_end - new_start
        ids += (there + [None] * needed)[:needed]
        for surplus in there[needed:]:
            change.delete(table, surplus)
    for position, (id_, words) in enumerate(zip(ids, wanted, strict=True)):
        if id_ is None:
            change.insert(table, item_id=item_id, position=position, **{column: words})
        else:
            change.update(table, id_, position=position, **{column: words})
