"""Sending the summons and its supplements: what is told is kept as it was told."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.store.database import Database


def send(
    database: Database, meeting_id: int, *, on: date, at: time | None = None, late_because: str | None = None
) -> int:
    """Keep what is told now, of the summons all and of a supplement what is new; return the sending's id.

    It cannot be undone. Raises RuleBroken where there is nothing new to tell, and where it is late, or an
    urgent decision is not reported, without a reason.
    """
    raise NotImplementedError


def set_announced(database: Database, meeting_id: int, on: date | None) -> None:
    """Note when the meeting was announced on the notice board (KL 5 kap. 13 §), or that it was not."""
    raise NotImplementedError
