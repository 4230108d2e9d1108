"""A disk that can be unplugged: every write is logged, and a file is made as it may be after a power cut.

What was written and not yet synchronised may be there, or not, or in part, and in any order; this is more
than most disks would do, and no more than they may.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import apsw

SECTOR = 512

Files: TypeAlias = dict[str, bytearray]


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes at a place in a file."""

    file: str
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    """A file cut to a size."""

    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """A file, and its name in the folder, put on the disk for good."""

    file: str


@dataclass(frozen=True, slots=True)
class Delete:
    """A file taken away, for good when the folder was synchronised."""

    file: str
    synced: bool


Operation: TypeAlias = Write | Truncate | Sync | Delete


class _File(apsw.VFSFile):
    def __init__(self, log: list[Operation], name: apsw.URIFilename | str | None, flags: list[int]) -> None:
        self._log = log
        self._name = _base(name)
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._log.append(Write(self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self._log.append(Truncate(self._name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        self._log.append(Sync(self._name))
        super().xSync(flags)


class _Disk(apsw.VFS):
    def __init__(self, name: str) -> None:
        self.log: list[Operation] = []
        super().__init__(name, "")

    def xOpen(self, name: apsw.URIFilename | str | None, flags: list[int]) -> apsw.VFSFile:
        return _File(self.log, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: FBT001 - apsw calls it
        self.log.append(Delete(_base(filename), syncdir))
        super().xDelete(filename, syncdir)


def _base(name: apsw.URIFilename | str | None) -> str:
    return Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "temporary").name


@dataclass(frozen=True, slots=True)
class Logged:
    """What reached the disk while changes were made, and how much of it when each change was done."""

    operations: Sequence[Operation]
    done: Sequence[int]


def replay(path: Path, pragmas: Sequence[str], changes: Sequence[Sequence[str]]) -> Logged:
    """Run the statements of changes on a file, with pragmas, and log what is written."""
    disk = _Disk(f"klubban-{path.parent.name}")
    done: list[int] = []
    with closing(apsw.Connection(str(path), vfs=f"klubban-{path.parent.name}")) as connection:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        disk.log.clear()
        for statements in changes:
            for statement in statements:
                connection.execute(statement).fetchall()
            done.append(len(disk.log))
    return Logged(tuple(disk.log), tuple(done))


@dataclass
class Platter:
    """What is on the disk for good, and what is only on its way there."""

    files: Files
    pending: list[Operation] = field(default_factory=list)

    def take(self, operation: Operation) -> None:
        """Follow one operation."""
        match operation:
            case Sync(file):
                self._settle(file)
            case Delete(file, synced=True):
                self.pending = [each for each in self.pending if each.file != file]
                self.files.pop(file, None)
            case _:
                self.pending.append(operation)

    def _settle(self, file: str) -> None:
        for each in self.pending:
            if each.file == file:
                _apply(self.files, each)
        self.pending = [each for each in self.pending if each.file != file]

    def after_a_cut(self, chance: random.Random) -> Files:
        """Return the files as they may be: of what was pending none, all, some, or some in part."""
        files = {name: bytearray(data) for name, data in self.files.items()}
        kept = chance.choice((0.0, 1.0, 0.5, 0.5))
        torn = chance.random() < 0.5
        for each in self.pending:
            if chance.random() < kept:
                for part in _sectors(each, chance) if torn and kept < 1 else (each,):
                    _apply(files, part)
        return files


def _sectors(operation: Operation, chance: random.Random) -> Iterator[Operation]:
    """Walk some of the sectors of a write, which may be all that reached the disk."""
    if not isinstance(operation, Write):
        yield operation
        return
    for start in range(0, len(operation.data), SECTOR):
        if chance.random() < 0.5:
            yield Write(operation.file, operation.at + start, operation.data[start : start + SECTOR])


def _apply(files: Files, operation: Operation) -> None:
    match operation:
        case Write(file, at, data):
            there = files.setdefault(file, bytearray())
            there.extend(bytes(max(0, at - len(there))))
            there[at : at + len(data)] = data
        case Truncate(file, size):
            del files.setdefault(file, bytearray())[size:]
        case Delete(file):
            files.pop(file, None)


def cuts(files: Files, logged: Logged, chance: random.Random) -> Iterator[tuple[int, Files]]:
    """Cut the power before each operation: how many changes were done, and what the files may be then."""
    platter = Platter({name: bytearray(data) for name, data in files.items()})
    for number, operation in enumerate(logged.operations):
        yield sum(done <= number for done in logged.done), platter.after_a_cut(chance)
        platter.take(operation)
    yield len(logged.done), platter.after_a_cut(chance)
