"""Whether a file is whole: SQLite's own checks, the chain, every row against the journal, every paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from klubban.domain.control import fits, read_control
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_
from klubban.store import attachments, freezing, frozen, journal
from klubban.store.change import PAGES, above, id_of, row_of, untyped
from klubban.store.finding import Finding
from klubban.store.guards import GUARDS
from klubban.store.payload import Payload, Row, RowChange
from klubban.store.tables import RECORDS, TRIGGERS, Thing, default_of, entry, whole

_NAMING = (
    ("signing", "original"), ("signing", "returned"), ("dispatch", "sha256"), ("trusted_issuer", "sha256"),
    ("organisation", "arms"),
)  # fmt: skip
"""What names papers by their hash alone, and by which column."""
_WITNESSES = frozenset((
    "verification", "verifier", "signer", "signing", "signature", "notice", "frozen", "appeal_step",
    "receipt", "dispatch", "archived", "trusted_issuer",
))  # fmt: skip
"""What tells of verified decisions: of that nothing is erased from the journal, where somebody could hide."""
_PLACES = 3
"""So many places of one paper are named."""


def check(read: Connection, controls: Iterable[str] = ()) -> Iterator[Finding]:
    """Look at the whole file and tell what is wrong, the most serious first.

    `controls` are numbers that stand on paper, to compare the chain with; raises RuleBroken for what is none.
    """
    try:
        yield from _sqlites_own(read)
        yield from _guards(read)
        broken = journal.first_broken(read)
        if broken is not None:
            yield Finding(N_("The journal does not hold together at entry {entry}"), {"entry": broken})
        else:
            yield from _Replayed(read).findings()
        yield from frozen.unlike(read)
        yield from freezing.unwitnessed(read)
        yield from _on_paper(read, controls)
    except (DBAPIError, UnicodeDecodeError) as error:  # what comes after the damage cannot be looked at
        yield _damage(str(getattr(error, "orig", error)))


def _on_paper(read: Connection, controls: Iterable[str]) -> Iterator[Finding]:
    template = N_("The journal is not the one that the control number {control} bears witness to")
    for control in controls:
        sequence, _digits = read_control(control)
        heads = read.execute(select(entry.c.hash).where(entry.c.sequence == sequence)).scalars()
        if not any(fits(control, sequence, head) for head in heads):
            yield Finding(template, {"control": control.strip()})


def _sqlites_own(read: Connection) -> Iterator[Finding]:
    for (message,) in read.exec_driver_sql("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield _damage(message)
    for table, id_, *_rest in read.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20):
        yield Finding(
            N_("The row {id} of {table} refers to something that is not there"), {"id": id_, "table": table}
        )


def _damage(message: str) -> Finding:
    return Finding(N_("The file is damaged: {message}"), {"message": message})


def _guards(read: Connection) -> Iterator[Finding]:
    """Look for the triggers that keep the journal, and what is verified, from being rewritten."""
    there = set(read.exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'trigger'").scalars())
    for guard in GUARDS:
        if guard not in there:
            name = guard.split()[2]
            if guard in TRIGGERS:
                yield Finding(N_("The journal is no longer guarded by {name}"), {"name": name})
            else:
                yield Finding(N_("What is verified is no longer guarded by {name}"), {"name": name})


class _Replayed:
    """What the journal leads to, from its beginning; compared with the rows."""

    def __init__(self, read: Connection) -> None:
        self._read = read
        self._states: dict[Thing, Row] = {}
        self._unknown: set[Thing] = set()
        """Things that erased entries concern: nothing is known of their own rows."""
        self._kept: set[str] = set()
        """Hashes of the papers whose bytes were ever kept in this file."""
        self._heads: dict[int, bytes] = {}
        """The hash of each entry."""
        self._foreign: set[int] = set()
        """Verifications whose control numbers came with an import: they are of another journal."""

    def findings(self) -> Iterator[Finding]:
        """Tell what does not follow from the journal."""
        concerned = journal.concerned_by(self._read)
        for found in journal.entries(self._read):
            sequence = found.header.sequence
            self._heads[sequence] = found.hash
            if found.payload is None:
                self._unknown.update(concerned.get(sequence, ()))
                continue
            payload = Payload.read(found.payload)
            self._kept.update(payload.facts.get("kept", ()))
            for row in payload.rows:
                before = self._control_of(row)
                if not self._follows(row):
                    template = N_("Entry {entry} does not follow from those before it, row {id} of {table}")
                    yield Finding(template, {"entry": sequence, "table": row.table, "id": row.id})
                    return
                if self._control_of(row) != before:
                    came = found.header.label == journal.IMPORT
                    (self._foreign.add if came else self._foreign.discard)(row.id)
        yield from self._differences()
        yield from self._controls()
        yield from self._papers()

    def _control_of(self, change: RowChange) -> object:
        row = self._states.get((change.table, change.id), {}) if change.table == "verification" else {}
        return row.get("control")

    def _follows(self, change: RowChange) -> bool:
        key = (change.table, change.id)
        try:
            if change.verb == "+":
                self._states[key] = dict(change.cells)
            elif change.verb == "-":
                del self._states[key]
            else:
                self._states[key] = self._states[key] | change.applied(self._states[key])
        except (KeyError, ValueError):
            return bool(self._unknown)
        return True

    def _differences(self) -> Iterator[Finding]:
        left = dict(self._states)
        for table in RECORDS:
            for found in self._read.execute(select(untyped(table))).mappings():
                row = dict(found)
                key = (table, id_of(row))
                recorded = left.pop(key, None)
                if recorded is None and not self._is_unknown(key, row):
                    yield Finding(N_("{where} is not in the journal"), {"where": self._where(key, row)})
                differing = [] if recorded is None else _differing(table, recorded, row)
                if differing and not self._is_unknown(key, row):
                    facts = {"where": self._where(key, row), "columns": ", ".join(differing)}
                    yield Finding(N_("{where} was changed outside Klubban: {columns}"), facts)
        for key, row in left.items():
            if not self._is_unknown(key, row):
                yield Finding(N_("{where} was deleted outside Klubban"), {"where": self._where(key, row)})

    def _controls(self) -> Iterator[Finding]:
        """Tell of those who signed below the number of another journal than this one."""
        template = N_("The journal is not the one that {where} bears witness to")
        for found in self._read.execute(select(untyped("verification"))).mappings():
            row, control = dict(found), found["control"]
            if control is None or row["id"] in self._foreign or self._is_of_here(str(control)):
                continue
            numbers = [f"§§ {row['paragraphs']!s}"] if row["paragraphs"] else []
            where = ", ".join([self._where(("verification", id_of(row)), row), *numbers])
            yield Finding(template, {"where": where})

    def _is_of_here(self, control: str) -> bool:
        try:
            named, _digits = read_control(control)
            return named in self._heads and fits(control, named, self._heads[named])
        except RuleBroken:
            return False

    def _papers(self) -> Iterator[Finding]:
        """Tell of papers whose bytes are gone, though they were kept, or are not those that were."""
        for sha256 in sorted(self._kept - attachments.held(self._read)):
            for where in self._places_of(sha256):
                yield Finding(N_("{where}: the paper that was kept is gone"), {"where": where})
        for sha256 in sorted(attachments.damaged(self._read)):
            for where in self._places_of(sha256):
                yield Finding(N_("{where}: the paper is not as it was kept"), {"where": where})

    def _places_of(self, sha256: str) -> list[str]:
        """Name what a paper is, was sent as or was signed as; or the paper where it is nothing any more."""
        found: list[str] = []
        for table in ("document", "sent_document"):
            rows = self._read.execute(select(untyped(table)).filter_by(sha256=sha256)).mappings()
            found += [f"{self._where((table, id_of(dict(row))), dict(row))}, {row['title']}" for row in rows]
        for table, column in _NAMING:
            rows = self._read.execute(select(untyped(table)).filter_by(**{column: sha256})).mappings()
            found += [self._where((table, id_of(dict(row))), dict(row)) for row in rows]
        return found[:_PLACES] or [sha256]

    def _is_unknown(self, key: Thing, row: Row) -> bool:
        """Tell whether the nearest thing that a row is part of had a part in what was erased."""
        if key[0] in _WITNESSES:
            return False
        nearest = next((thing for thing in above(key, row, self._find) if thing[0] in PAGES), key)
        return nearest in self._unknown

    def _find(self, thing: Thing) -> Row:
        return self._states.get(thing) or row_of(self._read, *thing) or {}

    def _where(self, key: Thing, row: Row) -> str:
        """Name a row by the paragraph, meeting and body that it is part of."""
        names = [f"{key[0]} {key[1]}"]
        upper: Thing | None = key
        while upper:
            if upper[0] == "item" and row.get("number"):
                names.append(f"§ {row['number']!s}")
            elif upper[0] == "meeting":
                names.append(str(row.get("date")))
            elif upper[0] == "body":
                names.append(str(row.get("name")))
            upper = whole(upper[0], row)
            row = self._find(upper) if upper else {}
        return ", ".join(reversed(names))


def _differing(table: str, recorded: Row, row: Row) -> list[str]:
    """Return the columns that are not as recorded; one that a migration added since holds its default."""
    return [name for name in row if row[name] != recorded.get(name, default_of(table, name))]
