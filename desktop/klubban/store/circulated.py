"""What was sent to whom around meetings, and who said that they read it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from klubban.domain.circulated import Circulated
from klubban.store import follow_up_tables as f
from klubban.store.rows import kept, named, rows


def circulated(read: Connection, meeting_id: int) -> tuple[Circulated, ...]:
    """Return what was sent around a meeting, in the order in which it was noted."""
    own = f.circulated.c
    wanted = select(f.circulated).where(own.meeting_id == meeting_id).order_by(own.position, own.id)
    names = ("id", "what", "sent_on", "email", "read_on", "read_how")
    return tuple(Circulated(**kept(row, *names), who=named(row)) for row in rows(read, wanted))
