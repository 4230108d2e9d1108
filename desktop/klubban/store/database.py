"""The file of one office: opened once, changed in one transaction at a time, read in short ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, StaticPool, create_engine, event, text

from klubban.i18n import N_
from klubban.store import journal, migrations, sqlite, tables
from klubban.store.change import Change
from klubban.store.journal import Header, Kind, Stacks
from klubban.store.lock import Held, Holder, Lock, user_name
from klubban.store.payload import Payload
from klubban.store.tables import Thing
from klubban.store.trouble import Trouble

LAST_ENTRIES = 50
"""How much of the chain is looked at when a file is opened; `check` looks at all of it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What undo would take back, or redo do again; `label` is a template for `facts`."""

    label: str
    facts: dict[str, Any]
    place: Thing | None


@dataclass(frozen=True, slots=True)
class Changed:
    """What the listeners hear: the things that changed, and by which change."""

    things: frozenset[Thing]
    label: str
    facts: dict[str, Any]
    run: str | None = None


class Database:
    """A file that is open; all of it happens in the thread that opened it."""

    def __init__(
        self, path: Path, connection: Connection, who: str, lock: Lock | None, holder: Holder | None
    ) -> None:
        """Take over what `open` or `create` made ready."""
        self.path = path
        self.holder = holder
        self._connection = connection
        self._who = who
        self._lock = lock
        self._number = sqlite.file_number(path)
        self._listeners: list[Callable[[Changed], None]] = []
        self._run: tuple[str, int] | None = None
        self._changing = False
        with self.read() as read:
            self._seen = self._version(read)
            self._stacks = Stacks()
            for header in journal.after_last_barrier(read):
                self._stacks.take(header)

    @classmethod
    def create(cls, path: Path, who: str | None = None) -> Database:
        """Make a new file; raises Trouble when something is there already, or it cannot be made."""
        if path.exists():
            raise Trouble(
                N_("There is already a file called {file}."),
                N_("It was left as it is."),
                N_("Open it, or choose another name for the new one."),
                file=path.name,
            )
        with sqlite.trouble(path):
            lock, _holder = _lock(path, who or user_name())
            try:
                connection = _connect(path, write=True, create=True)
                _fill(connection, who or user_name())
            except BaseException:
                if lock:
                    lock.release()
                raise
            return cls(path, connection, who or user_name(), lock, None)

    @classmethod
    def open(
        cls, path: Path, who: str | None = None, *, read_only: bool = False, examined: bool = True
    ) -> Database:
        """Open a file; read-only when asked to, or when somebody else writes it (see `holder`).

        Raises Trouble for a file that is missing, damaged, another program's, or a newer Klubban's; that the
        journal's end holds together is examined unless the caller is about to examine all of it.
        """
        if not path.is_file():
            raise Trouble(
                N_("There is no file at {path}."),
                N_("It may have been moved, renamed or deleted."),
                N_("Look for it under its new name, or choose another."),
                path=str(path),
            )
        lock, holder = (None, None) if read_only else _lock(path, who or user_name())
        try:
            with sqlite.trouble(path):
                _identify(path, migrate=lock is not None)
                connection = _connect(path, write=lock is not None)
                if examined:
                    _examine(connection, path)
                return cls(path, connection, who or user_name(), lock, holder)
        except BaseException:
            if lock:
                lock.release()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._connection.engine.dispose()
        if self._lock:
            self._lock.release()
            self._lock = None

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be changed."""
        return self._lock is None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Read in one short transaction that cannot write."""
        with sqlite.trouble(self.path), _transaction(self._connection, "BEGIN"):
            self._connection.exec_driver_sql("PRAGMA query_only=ON")
            try:
                yield self._connection
            finally:
                self._connection.exec_driver_sql("PRAGMA query_only=OFF")

    @contextmanager
    def change(
        self,
        label: str,
        /,
        *,
        place: Thing | None = None,
        run: str | None = None,
        barrier: bool = False,
        **facts: object,
    ) -> Iterator[Change]:
        """Change the store in one transaction with one entry in the journal; nothing of it stays if it fails.

        `label` is a template for `facts`; `place` is where undo leads to. Changes with the same `run`, with
        no other between, are one step. A barrier cannot be undone, nor what came before it.
        """
        with self._writing("change", label, facts, place, run=run, barrier=barrier) as change:
            yield change

    @property
    def undoable(self) -> Step | None:
        """Return what undo would take back."""
        return self._step(self._stacks.undo)

    @property
    def redoable(self) -> Step | None:
        """Return what redo would do again."""
        return self._step(self._stacks.redo)

    def undo(self) -> Step | None:
        """Take back the last step by an entry that reverses it; return the step, or None."""
        return self._replay("undo", self._stacks.undo)

    def redo(self) -> Step | None:
        """Do again what was last undone; return the step, or None when there is none."""
        return self._replay("redo", self._stacks.redo)

    def listen(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Tell a listener of each change from here on; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def refresh(self) -> bool:
        """Look whether another program changed the file, tell the listeners, and return whether it did.

        Nothing is known of what changed, so the listeners hear of no thing in particular.
        """
        with self.read() as read:
            version = self._version(read)
        if version == self._seen:
            return False
        self._seen = version
        self._tell(Changed(frozenset(), N_("Changed by another program"), {}))
        return True

    @contextmanager
    def _writing(
        self,
        kind: Kind,
        label: str,
        facts: dict[str, Any],
        place: Thing | None,
        *,
        run: str | None = None,
        barrier: bool = False,
        reverses: int | None = None,
    ) -> Iterator[Change]:
        self._may_write()
        self._changing = True
        try:
            with sqlite.trouble(self.path), _transaction(self._connection, "BEGIN IMMEDIATE"):
                # References are looked at when the change is whole; on its way it may pass through gaps.
                self._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                change = Change(self._connection)
                yield change
                if not change.done:
                    return
                header = journal.append(
                    self._connection,
                    kind,
                    label,
                    Payload(facts, place, tuple(change.done)),
                    change.things,
                    now=datetime.now(UTC),
                    who=self._who,
                    step=self._step_of(run),
                    reverses=reverses,
                    barrier=barrier,
                )
        finally:
            self._changing = False
        self._stacks.take(header)
        self._run = (run, header.step) if run else None
        self._tell(Changed(frozenset(change.things), label, facts, run))

    def _may_write(self) -> None:
        if self._changing:
            raise RuntimeError("a change within a change")
        if self.read_only:
            raise Trouble(
                N_("{file} is open for reading only."),
                N_("Nothing can be changed here at this moment."),
                N_("Let whoever has it open close it, then open it again."),
                file=self.path.name,
            )
        with suppress(OSError):
            if sqlite.file_number(self.path) == self._number:
                return
        raise Trouble(
            N_("{file} is no longer where it was opened."),
            N_("It was moved, deleted or replaced; the last change was not saved, and nothing overwritten."),
            N_("Put it back, or open it at its new place."),
            file=self.path.name,
        )

    def _step_of(self, run: str | None) -> int | None:
        """Return the step that a run goes on with, when nothing came between."""
        if run and self._run and self._run[0] == run and self._stacks.undo[-1:] == [self._run[1]]:
            return self._run[1]
        return None

    def _replay(self, kind: Kind, stack: list[int]) -> Step | None:
        step = self._step(stack)
        if step is None:
            return None
        with self.read() as read:
            found = list(journal.entries(read, tables.entry.c.step == stack[-1]))
        rows = [row for each in found for row in Payload.read(each.payload or "{}").rows]
        if kind == "undo":
            rows = [row.reversed() for row in reversed(rows)]
        with self._writing(kind, step.label, step.facts, step.place, reverses=stack[-1]) as change:
            for row in rows:
                change.apply(row)
        return step

    def _step(self, stack: list[int]) -> Step | None:
        if not stack:
            return None
        with self.read() as read:
            last = next(journal.entries(read, tables.entry.c.step == stack[-1], newest_first=True))
        payload = Payload.read(last.payload) if last.payload else Payload({}, None, ())
        return Step(last.header.label, payload.facts, payload.place)

    def _tell(self, changed: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(changed)

    @staticmethod
    def _version(read: Connection) -> int:
        return int(read.execute(text("PRAGMA data_version")).scalar_one())


def _lock(path: Path, who: str) -> tuple[Lock | None, Holder | None]:
    """Return the lock, or who has it; neither where the folder cannot be written in."""
    try:
        return Lock.acquire(path, who), None
    except Held as held:
        return None, held.holder
    except OSError:
        return None, None


def _identify(path: Path, *, migrate: bool) -> None:
    with closing(sqlite.connect(path, write=False)) as found:
        version = sqlite.identify(found, path)
    if version == tables.SCHEMA_VERSION:
        return
    if not migrate:
        raise Trouble(
            N_("{file} was made by an older Klubban."),
            N_("It must be brought up to date before it can be read, and it cannot be written now."),
            N_("Open it where you may write to it, when nobody else has it open."),
            file=path.name,
        )
    migrations.migrate(path, version)


def _connect(path: Path, *, write: bool, create: bool = False) -> Connection:
    def creator() -> sqlite3.Connection:
        return sqlite.connect(path, write=write, create=create)

    engine = create_engine("sqlite://", creator=creator, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.info.get("begin", "BEGIN"))

    return engine.connect()


@contextmanager
def _transaction(connection: Connection, begin: str) -> Iterator[None]:
    connection.info["begin"] = begin
    with connection.begin():
        yield


def _fill(connection: Connection, who: str) -> None:
    """Make the tables, and the first entry of the journal, which names the file for good."""
    with _transaction(connection, "BEGIN IMMEDIATE"):
        tables.metadata.create_all(connection)
        for trigger in tables.TRIGGERS:
            connection.exec_driver_sql(trigger)
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - what creator made
        sqlite.stamp(raw)
        payload = Payload({"file": str(uuid4())}, None, ())
        label = N_("Create the file")
        journal.append(connection, "change", label, payload, (), now=datetime.now(UTC), who=who, barrier=True)


def _examine(connection: Connection, path: Path) -> None:
    """Look at the end of the chain; raises Trouble when it has been tampered with or damaged."""
    with _transaction(connection, "BEGIN"):
        newest = connection.exec_driver_sql("SELECT max(sequence) FROM entry").scalar() or 0
        broken = journal.first_broken(connection, since=max(1, newest - LAST_ENTRIES))
    if broken is not None or not newest:
        raise Trouble(
            N_("The journal of {file} does not hold together at entry {entry}."),
            N_("The file is damaged, or something else than Klubban has written in it."),
            N_("Make a copy of the file as it is, run klubban check on it, and open a backup."),
            file=path.name,
            entry=broken or 1,
        )


__all__ = ["Changed", "Database", "Header", "Holder", "Step", "Thing"]
