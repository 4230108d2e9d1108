"""Whether a file is whole: SQLite's own checks, the chain, and every row against the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from klubban.i18n import N_
from klubban.store import journal
from klubban.store.change import untyped
from klubban.store.payload import Payload, Row, RowChange
from klubban.store.tables import RECORDS, Thing, whole


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be; a template for the facts."""

    template: str
    facts: dict[str, Any]

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.template.format(**self.facts)


def check(read: Connection) -> Iterator[Finding]:
    """Look at the whole file and tell what is wrong, the most serious first."""
    for (message,) in read.exec_driver_sql("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield Finding(N_("The file is damaged: {message}"), {"message": message})
    for table, id_, *_rest in read.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20):
        yield Finding(
            N_("The row {id} of {table} refers to something that is not there"), {"id": id_, "table": table}
        )
    broken = journal.first_broken(read)
    if broken is not None:
        yield Finding(N_("The journal does not hold together at entry {entry}"), {"entry": broken})
        return
    yield from _against_journal(read)


def _against_journal(read: Connection) -> Iterator[Finding]:
    """Replay the journal from its beginning, and compare what it leads to with the rows."""
    states: dict[Thing, Row] = {}
    erased = False
    for found in journal.entries(read):
        if found.payload is None:
            erased = True
            continue
        for row in Payload.read(found.payload).rows:
            try:
                _replay(states, row)
            except (KeyError, ValueError):
                if not erased:
                    facts = {"entry": found.header.sequence, "table": row.table, "id": row.id}
                    yield Finding(
                        N_("Entry {entry} does not follow from the ones before it, row {id} of {table}"),
                        facts,
                    )
                    return
    if not erased:
        yield from _differences(read, states)


def _replay(states: dict[Thing, Row], change: RowChange) -> None:
    key = (change.table, change.id)
    if change.verb == "+":
        states[key] = dict(change.cells)
    elif change.verb == "-":
        del states[key]
    else:
        states[key] = states[key] | change.applied(states[key])


def _differences(read: Connection, states: dict[Thing, Row]) -> Iterator[Finding]:
    left = dict(states)
    for table in RECORDS:
        for found in read.execute(select(untyped(table))).mappings():
            row = dict(found)
            key = (table, row["id"])
            recorded = left.pop(key, None)
            if recorded is None:
                yield Finding(N_("{where} is not in the journal"), {"where": _where(states, key, row)})
            elif recorded != row:
                columns = ", ".join(name for name in row if row[name] != recorded.get(name))
                template = N_("{where} was changed outside Klubban: {columns}")
                yield Finding(template, {"where": _where(states, key, row), "columns": columns})
    for key, row in left.items():
        yield Finding(N_("{where} was deleted outside Klubban"), {"where": _where(states, key, row)})


def _where(states: dict[Thing, Row], key: Thing, row: Row) -> str:
    """Name a row by the paragraph and meeting it is part of."""
    names = [f"{key[0]} {key[1]}"]
    upper: Thing | None = key
    while upper:
        state = row if upper == key else states.get(upper, {})
        if upper[0] == "item" and state.get("number"):
            names.append(f"§ {state['number']!s}")
        elif upper[0] == "meeting":
            names.append(str(state.get("date")))
        elif upper[0] == "body":
            names.append(str(state.get("name")))
        upper = whole(upper[0], state)
    return ", ".join(reversed(names))
