"""The journal: every change in a hash chain, and the undo stack that follows from it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection, func, insert, select

from klubban import __version__
from klubban.i18n import N_
from klubban.store.payload import Payload, digest
from klubban.store.tables import SCHEMA_VERSION, Thing, entry, subject
from klubban.store.types import compact

Kind: TypeAlias = Literal["change", "undo", "redo", "migration"]

IMPORT = N_("Import a document")
"""The label of what came out of another file: a check tells its control numbers from this journal's by it."""
NO_HASH = bytes(32)
"""What the first entry is chained to."""


@dataclass(frozen=True, slots=True)
class Header:
    """What an entry says of itself; it stays when the payload is erased."""

    sequence: int
    time: str
    who: str
    program: str
    schema: int
    kind: Kind
    label: str
    """Empty where the payload goes on with a run."""
    step: int
    """The sequence of the first entry of the step that this one belongs to; a run of typing is one step."""
    reverses: int | None
    """The step that an undo takes back, or a redo does again."""
    barrier: int

    def chained(self, payload_digest: bytes, things: Iterable[Thing], previous: bytes) -> bytes:
        """Return the hash that binds header, payload, the things concerned and the entry before."""
        parts: list[object] = [
            self.sequence, self.time, self.who, self.program, self.schema, self.kind, self.label,
            self.step, self.reverses, self.barrier, payload_digest.hex(), sorted(things), previous.hex(),
        ]  # fmt: skip
        return hashlib.sha256(compact(parts).encode()).digest()


@dataclass(frozen=True, slots=True)
class Entry:
    """A header with its place in the chain, and its payload unless that has been erased."""

    header: Header
    payload: str | None
    digest: bytes
    hash: bytes

    def fits(self, things: Iterable[Thing], previous: bytes | None) -> bool:
        """Tell whether all of it is as it was written, after the entry with a hash, or any other."""
        try:
            linked = previous is None or self.header.chained(self.digest, things, previous) == self.hash
            return linked and (self.payload is None or digest(self.payload) == self.digest)
        except (AttributeError, TypeError):  # a failing disk can leave nulls where there are none
            return False


def head(connection: Connection) -> tuple[int, bytes]:
    """Return the last entry and its hash; 0 where there is none."""
    newest = select(entry.c.sequence, entry.c.hash).order_by(entry.c.sequence.desc()).limit(1)
    last = connection.execute(newest).first()
    return (last.sequence, last.hash) if last else (0, NO_HASH)


def append(  # noqa: PLR0913 - an entry has these parts
    connection: Connection,
    kind: Kind,
    label: str,
    payload: Payload,
    things: Iterable[Thing],
    *,
    now: datetime,
    who: str,
    step: int | None = None,
    reverses: int | None = None,
    barrier: bool = False,
) -> Header:
    """Write the next entry, and which things it concerns, in the transaction that is open."""
    last, previous = head(connection)
    sequence = last + 1
    time = now.isoformat(timespec="milliseconds")
    header = Header(
        sequence,
        time,
        who,
        __version__,
        SCHEMA_VERSION,
        kind,
        "" if payload.goes_on else label,
        step or sequence,
        reverses,
        int(barrier),
    )
    text = payload.text()
    values = {name: getattr(header, name) for name in Header.__slots__}
    values |= {"payload": text, "digest": digest(text)}
    concerned = sorted(things)
    values["hash"] = header.chained(values["digest"], concerned, previous)
    connection.execute(insert(entry), values)
    if concerned:
        subjects = [{"kind": kind_, "id": id_, "sequence": sequence} for kind_, id_ in concerned]
        connection.execute(insert(subject), subjects)
    return header


def entries(connection: Connection, *conditions: Any, newest_first: bool = False) -> Iterator[Entry]:
    """Walk entries, oldest first unless told otherwise."""
    order = entry.c.sequence.desc() if newest_first else entry.c.sequence
    for row in connection.execute(select(entry).where(*conditions).order_by(order)):
        header = Header(*(getattr(row, name) for name in Header.__slots__))
        yield Entry(header, row.payload, row.digest, row.hash)


def of_step(connection: Connection, step: int) -> Iterator[Entry]:
    """Walk the entries of a step, oldest first."""
    yield from entries(connection, entry.c.sequence == step)
    yield from entries(connection, entry.c.step == step, entry.c.step != entry.c.sequence)


def read_step(found: Iterable[Entry]) -> Iterator[tuple[int, str, Payload]]:
    """Walk sequences, labels and payloads of a step, oldest first; what was erased is left out."""
    label, before = "", None
    for each in found:
        if each.payload is not None:
            label, before = each.header.label or label, Payload.read(each.payload, before)
            yield each.header.sequence, label, before


def after_last_barrier(connection: Connection) -> Iterator[Header]:
    """Walk the headers that undo may reach, oldest first."""
    last = select(func.max(entry.c.sequence)).where(entry.c.barrier == 1).scalar_subquery()
    columns = [entry.c[name] for name in Header.__slots__]
    rows = select(*columns).where(entry.c.sequence >= func.coalesce(last, 0)).order_by(entry.c.sequence)
    for row in connection.execute(rows):
        yield Header(*row)


@dataclass(slots=True)
class Stacks:
    """The steps that can be undone and done again; they follow from the links between entries alone."""

    undo: list[int] = field(default_factory=list)
    redo: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, connection: Connection) -> Stacks:
        """Return the stacks that follow from a file's journal."""
        stacks = cls()
        for header in after_last_barrier(connection):
            stacks.take(header)
        return stacks

    def take(self, header: Header) -> None:
        """Follow one entry more."""
        if header.barrier:
            self.undo, self.redo = [], []
        elif header.kind == "undo":
            self.redo += self.undo[-1:]
            del self.undo[-1:]
        elif header.kind == "redo":
            self.undo += self.redo[-1:]
            del self.redo[-1:]
        else:
            self.redo = []
            if not self.undo or self.undo[-1] != header.step:
                self.undo.append(header.step)


def concerned_by(connection: Connection, *, since: int = 1) -> Mapping[int, list[Thing]]:
    """Return the things that each entry from a sequence on concerns."""
    things: dict[int, list[Thing]] = defaultdict(list)
    for kind, id_, sequence in connection.execute(select(subject).where(subject.c.sequence >= since)):
        things[sequence].append((kind, id_))
    return things


def first_broken(connection: Connection, *, since: int = 1) -> int | None:
    """Return the first entry from a sequence on that does not fit the chain, or None.

    The link of the first one looked at is taken on trust, unless it is the file's first.
    """
    previous, expected = (NO_HASH, 1) if since <= 1 else (None, since)
    things = concerned_by(connection, since=since)
    for found in entries(connection, entry.c.sequence >= since):
        header = found.header
        fits = header.sequence == expected and found.fits(things.get(expected, ()), previous)
        if not fits:
            return min(header.sequence, expected)
        previous, expected = found.hash, header.sequence + 1
    return None
