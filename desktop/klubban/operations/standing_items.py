"""The items that come by themselves on the agendas of a body: its template and its yearly duties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from klubban.store.database import Database


def put_standing_item(database: Database, body_id: int, id_: int | None, /, **facts: Any) -> int:
    """Add a standing item to a body's agendas (None), or set facts of one, and return its id.

    Facts are those of `domain.agenda.StandingItem`: title, kind, minutes, presenters, proposal, months,
    source, closing, meeting_type.
    """
    raise NotImplementedError


def remove_standing_item(database: Database, id_: int) -> None:
    """Let an item come by itself no longer; the agendas that have it keep it."""
    raise NotImplementedError


def move_standing_item(database: Database, id_: int, after: int | None) -> None:
    """Move a standing item to after another of its body, or to the first place (None)."""
    raise NotImplementedError
