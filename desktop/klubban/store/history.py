"""What happened to a thing: who changed it, when, and what it said before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from klubban.store import journal
from klubban.store.change import concerned, row_of
from klubban.store.journal import Entry
from klubban.store.payload import Payload, Row, RowChange
from klubban.store.tables import Thing, Value, entry, subject


@dataclass(frozen=True, slots=True)
class CellChange:
    """One column of one row, as SQLite keeps it, before and after."""

    table: str
    id: int
    column: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry of the journal, as far as it concerns a thing."""

    sequence: int
    time: datetime
    who: str
    kind: journal.Kind
    label: str
    facts: dict[str, Any]
    cells: tuple[CellChange, ...]
    erased: bool = False
    """The payload is gone, so that nothing is known of what it, and earlier entries, changed."""


def history(read: Connection, thing: Thing) -> Iterator[HistoryEntry]:
    """Walk the entries that concern a thing, newest first, each with what it said before and after.

    Differences of long texts are made whole by walking back from what the rows say now.
    """
    concerned = select(subject.c.sequence).where(subject.c.kind == thing[0], subject.c.id == thing[1])
    # What goes on with a run does not say again what it concerns.
    going_on = and_(entry.c.step != entry.c.sequence, entry.c.step.in_(concerned))
    rows, told = _Backwards(read), _Told(read)
    readable = True
    for found in journal.entries(read, or_(entry.c.sequence.in_(concerned), going_on), newest_first=True):
        readable = readable and found.payload is not None
        yield _entry(found, rows if readable else None, thing, told)


def _entry(found: Entry, rows: _Backwards | None, thing: Thing, told: _Told) -> HistoryEntry:
    header = found.header
    own = (header.sequence, datetime.fromisoformat(header.time), header.who, header.kind)
    if rows is None or found.payload is None:
        return HistoryEntry(*own, header.label, {}, (), erased=True)
    payload = Payload.read(found.payload)
    cells = [cell for change in reversed(payload.rows) for cell in rows.back(change, thing)]
    label, said = told.of(header, payload)
    return HistoryEntry(*own, label, said, tuple(reversed(cells)))


class _Told:
    """What entries that go on with a run are about, as the run said before."""

    def __init__(self, read: Connection) -> None:
        self._read = read
        self._steps: dict[int, dict[int, tuple[str, dict[str, Any]]]] = {}

    def of(self, header: journal.Header, payload: Payload) -> tuple[str, dict[str, Any]]:
        if not payload.goes_on:
            return header.label, payload.facts
        if header.step not in self._steps:
            found = journal.read_step(journal.of_step(self._read, header.step))
            self._steps[header.step] = {
                sequence: (label, payload.facts) for sequence, label, payload in found
            }
        return self._steps[header.step].get(header.sequence, (header.label, {}))


class _Backwards:
    """Rows on the way from now to their beginning."""

    def __init__(self, read: Connection) -> None:
        self._read = read
        self._states: dict[Thing, Row] = {}

    def back(self, change: RowChange, thing: Thing) -> Iterator[CellChange]:
        """Take one change back if it concerns a thing, and tell what it had changed."""
        key = (change.table, change.id)
        after = self._now(key)
        try:
            before = _before(change, after)
        except ValueError:  # of another thing, which went on in entries that are not looked at
            return
        states = (each for each in (before, after) if each)
        if not any(thing in concerned(key, state, self._now) for state in states):
            return
        self._states[key] = before
        for name in change.cells:
            if before.get(name) != after.get(name):
                yield CellChange(*key, name, before.get(name), after.get(name))

    def _now(self, key: Thing) -> Row:
        if key not in self._states:
            self._states[key] = row_of(self._read, *key) or {}
        return self._states[key]


def _before(change: RowChange, after: Row) -> Row:
    """Return a row as it was before a change; raises ValueError when it is not as it was after."""
    if change.verb == "~":
        return after | change.reversed().applied(after)
    return {} if change.verb == "+" else dict(change.cells)
