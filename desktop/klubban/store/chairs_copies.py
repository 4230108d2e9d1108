"""Which file this is, and what was lent from it to a chair."""

from __future__ import annotations

from sqlalchemy import Connection, select

from klubban.domain.agenda import Lent
from klubban.store import agenda_tables as a
from klubban.store import agendas, journal, tables
from klubban.store.payload import Payload


def file_identity(read: Connection) -> str:
    """Return what names this file for good, whatever it is called and wherever it is copied."""
    first = next(journal.entries(read, tables.entry.c.sequence == 1))
    return "" if first.payload is None else str(Payload.read(first.payload).facts["file"])


def lent_as(read: Connection, sha256: str) -> tuple[int, Lent] | None:
    """Return a meeting's id and the copy of its agenda that was lent with this hash, if one was."""
    own = a.chairs_copy.c
    for meeting_id in read.execute(select(own.meeting_id).where(own.sha256 == sha256)).scalars():
        return meeting_id, next(each for each in agendas.lent(read, meeting_id) if each.sha256 == sha256)
    return None
