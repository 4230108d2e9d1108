"""Building an agenda: items are added, moved, withdrawn, postponed, taken up again and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from klubban.domain.agenda import ItemKind
    from klubban.store.database import Database

FIRST = 0
"""For `after`, when an item is added: the first place."""


def add_agenda_item(
    database: Database,
    meeting_id: int,
    title: str,
    *,
    after: int | None = None,
    kind: ItemKind | None = None,
    by: str | None = None,
    on: dt.date | None = None,
    at: dt.time | None = None,
) -> int:
    """Put an item on the agenda after another, or where it goes by itself (None), and return its id.

    By itself it goes last, before what closes the meeting, or last in its part of the agenda. Once a summons was sent it is an extra item: who proposed it and when is kept.
    """
    raise NotImplementedError


def move_item(database: Database, item_id: int, after: int | None) -> None:
    """Move an item to after another of its agenda, or to the first place (None)."""
    raise NotImplementedError


def withdraw_item(
    database: Database,
    item_id: int,
    *,
    by: str | None,
    on: dt.date,
    at: dt.time | None = None,
    reason: str | None = None,
) -> None:
    """Note that an item is withdrawn; it keeps its place and number."""
    raise NotImplementedError


def postpone_item(
    database: Database,
    item_id: int,
    *,
    to: int | None = None,
    by: str | None,
    on: dt.date,
    at: dt.time | None = None,
    reason: str | None = None,
) -> int | None:
    """Note that an item is postponed, put it on that meeting, and return the new item.

    Without a meeting it comes on the body's next one that is planned (KL 5 kap. 51 §); if there is none it
    waits for one, and nothing is returned.
    """
    raise NotImplementedError


def restore_item(
    database: Database,
    item_id: int,
    *,
    by: str | None,
    on: dt.date,
    at: dt.time | None = None,
    reason: str | None = None,
) -> None:
    """Take up again what was withdrawn or postponed."""
    raise NotImplementedError


def remove_item(database: Database, item_id: int) -> None:
    """Take an item off the agenda that was never sent, and of which nothing was recorded."""
    raise NotImplementedError


def set_item(database: Database, item_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Set facts of an item: kind, presenters, minutes, start, confidential, exercise_of_authority, matter_id.

    Only those that are named are set.
    """
    raise NotImplementedError
