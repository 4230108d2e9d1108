"""Scratch lines: what there was no time to sort, with the time; the secretary's own, and in no document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.item_change import changing_item
from klubban.operations.lists import last_place
from klubban.store import rolls

if TYPE_CHECKING:
    import datetime as dt

    from klubban.store.database import Database


def add_scratch(database: Database, item_id: int, text: str, at: dt.time | None) -> int:
    """Note a line at an item, and return it; raises RuleBroken for no words, LookupError."""
    words = _checked(text)
    with changing_item(database, N_("Note a line at {item}"), item_id) as change:
        place = last_place(change, "scratch", item_id=item_id)
        return change.insert("scratch", item_id=item_id, position=place, text=words, noted_at=at)


def change_scratch(database: Database, scratch_id: int, text: str, *, run: str | None = None) -> None:
    """Write a line anew; its time stays. Raises RuleBroken for no words, LookupError."""
    words = _checked(text)
    with changing_item(database, N_("Change a line at {item}"), _item(database, scratch_id), run) as change:
        change.update("scratch", scratch_id, text=words)


def set_done(database: Database, scratch_id: int, done: bool) -> None:  # noqa: FBT001 - what is set
    """Note that a line has been sorted in, or waits again; raises LookupError."""
    label = N_("Note that a line at {item} is sorted in") if done else N_("Let a line at {item} wait again")
    with changing_item(database, label, _item(database, scratch_id)) as change:
        change.update("scratch", scratch_id, done=done)


def remove_scratch(database: Database, scratch_id: int) -> None:
    """Take out a line; raises LookupError."""
    with changing_item(database, N_("Take out a line at {item}"), _item(database, scratch_id)) as change:
        change.delete("scratch", scratch_id)


def _item(database: Database, scratch_id: int) -> int:
    with database.read() as read:
        return int(rolls.row_of(read, "scratch", scratch_id)["item_id"])


def _checked(text: str) -> str:
    words = clean(text).strip()
    if not words:
        raise RuleBroken("A line needs words")
    return words
