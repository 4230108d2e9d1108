"""What was done with a meeting after it: who took which step, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select

from klubban.store import journal
from klubban.store.journal import Kind
from klubban.store.payload import Payload
from klubban.store.tables import entry, subject

_TABLES = (
    "verification", "signer", "signing", "signature", "correction", "notice", "appeal_step", "receipt",
    "dispatch", "archived",
)  # fmt: skip
_CELLS = ("stage", "draft_sent", "notes_sent")


@dataclass(frozen=True, slots=True)
class Done:
    """One step in the journal; `label` is a template for `facts`."""

    sequence: int
    time: datetime
    who: str
    kind: Kind
    label: str
    facts: dict[str, Any]


def done(read: Connection, meeting_id: int) -> Iterator[Done]:
    """Walk what was done with a meeting's protocol, newest first; changes of its texts are not among it."""
    concerned = select(subject.c.sequence).where(subject.c.kind == "meeting", subject.c.id == meeting_id)
    names = [entry.c.payload.contains(f'"{name}"') for name in (*_TABLES, *_CELLS)]
    wanted = (entry.c.sequence.in_(concerned), or_(entry.c.barrier == 1, *names))
    for found in journal.entries(read, *wanted, newest_first=True):
        payload = Payload.read(found.payload) if found.payload is not None else None
        if payload is None or payload.goes_on or not found.header.label:
            continue
        if found.header.barrier or _is_after(payload):
            header = found.header
            at = datetime.fromisoformat(header.time)
            yield Done(header.sequence, at, header.who, header.kind, header.label, payload.facts)


def _is_after(payload: Payload) -> bool:
    return any(
        each.table in _TABLES or (each.table == "meeting" and any(name in each.cells for name in _CELLS))
        for each in payload.rows
        if each.verb == "~" or each.table != "meeting"
    )
