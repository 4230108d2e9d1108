"""The papers that are awaited for an item, and what was remarked about it before the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from klubban.store.database import Database


def await_paper(
    database: Database, item_id: int, title: str, *, sender: str | None = None, due: dt.date | None = None
) -> int:
    """Note a paper that is awaited for an item, and return its id."""
    raise NotImplementedError


def change_paper(database: Database, paper_id: int, **facts: Any) -> None:
    """Set facts of an awaited paper: title, sender, due, arrived, approved, approved_by."""
    raise NotImplementedError


def drop_paper(database: Database, paper_id: int) -> None:
    """Await a paper no longer."""
    raise NotImplementedError


def comment_item(database: Database, item_id: int, author: str, text: str, on: dt.date | None) -> int:
    """Note what somebody remarked about an item, and return the comment."""
    raise NotImplementedError
