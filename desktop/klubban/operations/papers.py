"""The papers that are awaited for an item, and what was remarked about it before the meeting."""

from __future__ import annotations

import datetime as dt
from typing import Any

from klubban.domain.errors import RuleBroken
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.lists import last_place
from klubban.operations.naming import one_line
from klubban.store import reads, rolls
from klubban.store.change import Change
from klubban.store.database import Database


def await_paper(
    database: Database, item_id: int, title: str, *, sender: str | None = None, due: dt.date | None = None
) -> int:
    """Note a paper that is awaited for an item, and return its id; raises RuleBroken without a title."""
    title = _checked(title)
    with database.read() as read:
        name = reads.item_name(read, item_id)
    label = N_("Await {title} for {item}")
    with database.change(label, place=("item", item_id), item=name, title=title) as change:
        return change.insert(
            "paper",
            item_id=item_id,
            position=last_place(change, "paper", item_id=item_id),
            title=title,
            sender=one_line(sender or "") or None,
            due=due,
        )


_CHANGING = {
    "title": N_("Rename the paper {title}"),
    "sender": N_("Say who sends {title}"),
    "due": N_("Set when {title} is due"),
    "arrived": N_("Note when {title} arrived"),
    "approved": N_("Note when {title} was approved"),
    "approved_by": N_("Note who approved {title}"),
}


def change_paper(database: Database, paper_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Set facts of an awaited paper: title, sender, due, arrived, approved, approved_by.

    Raises RuleBroken without a title, LookupError.
    """
    for unknown in facts.keys() - _CHANGING.keys():
        raise TypeError(unknown)
    columns = dict(facts)
    if "title" in columns:
        columns["title"] = _checked(columns["title"])
    for name in {"sender", "approved_by"} & columns.keys():
        columns[name] = one_line(columns[name] or "") or None
    item_id, title = _paper(database, paper_id)
    label = _CHANGING[next(iter(facts))] if len(facts) == 1 else N_("Change the paper {title}")
    with database.change(label, place=("item", item_id), run=run, title=title) as change:
        change.update("paper", paper_id, **columns)


def drop_paper(database: Database, paper_id: int) -> None:
    """Await a paper no longer; raises LookupError."""
    item_id, title = _paper(database, paper_id)
    with database.change(N_("Await {title} no longer"), place=("item", item_id), title=title) as change:
        change.delete("paper", paper_id)


def comment_item(database: Database, item_id: int, author: str, text: str, on: dt.date | None) -> int:
    """Note what somebody remarked about an item, and return the comment; raises RuleBroken for no words."""
    with database.read() as read:
        name = reads.item_name(read, item_id)
    with database.change(N_("Remark on {item}"), place=("item", item_id), item=name) as change:
        return insert_comment(change, item_id, author, text, on)


def insert_comment(change: Change, item_id: int, author: str, text: str, on: dt.date | None) -> int:
    """Add a remark to an item; raises RuleBroken without an author or words."""
    by, words = one_line(author), clean(text).strip()
    if not by or not words:
        raise RuleBroken("A remark needs its author and its words")
    return change.insert(
        "comment",
        item_id=item_id,
        position=last_place(change, "comment", item_id=item_id),
        author=by,
        text=words,
        made_on=on,
    )


def _paper(database: Database, paper_id: int) -> tuple[int, str]:
    with database.read() as read:
        row = rolls.row_of(read, "paper", paper_id)
    return int(row["item_id"]), str(row["title"])


def _checked(title: str) -> str:
    words = one_line(title)
    if not words:
        raise RuleBroken("A paper that is awaited needs a title")
    return words
