"""Opening a file: whose it is, who may write it, and whether its journal holds together."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

from klubban.i18n import N_
from klubban.store import columns, guards, journal, migrations, sqlite, tables
from klubban.store.lock import Held, Holder, Lock
from klubban.store.payload import Payload
from klubban.store.trouble import Trouble

LAST_ENTRIES = 50
"""How much of the chain is looked at when a file is opened; `check` looks at all of it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that is open, with the right to write it, or who has that right."""

    connection: Connection
    who: str
    lock: Lock | None
    holder: Holder | None

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()
        if self.lock:
            self.lock.release()


def make(path: Path, who: str) -> Opened:
    """Make a new file; raises Trouble when something is there already, or it cannot be made."""
    lock, holder = _lock(path, who)
    with _released(lock):
        if path.exists() or path.is_symlink() or holder:
            raise Trouble(
                N_("There is already a file called {file}."),
                N_("It was left as it is."),
                N_("Open it, or choose another name for the new one."),
                file=path.name,
            )
        if lock is None:
            raise sqlite.cannot_open(path)
        try:
            with sqlite.trouble(path), _connected(path, write=True, create=True) as connection:
                _fill(connection, who)
                return Opened(connection, who, lock, None)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def open_file(path: Path, who: str, *, read_only: bool, examined: bool) -> Opened:
    """Open a file that is there; raises Trouble, see `Database.open`."""
    if not path.is_file():
        raise Trouble(
            N_("There is no file at {path}."),
            N_("It may have been moved, renamed or deleted."),
            N_("Look for it under its new name, or choose another."),
            path=str(path),
        )
    lock, holder = (None, None) if read_only else _lock(path, who)
    with _released(lock), sqlite.trouble(path):
        older = _older(path, lock, holder)
        with _connected(path, write=lock is not None, older=older) as connection:
            if examined:
                _examine(connection, path)
            return Opened(connection, who, lock, holder)


@contextmanager
def transaction(connection: Connection, begin: str, *, reading: bool = False) -> Iterator[None]:
    """Run one transaction, begun by a statement of SQLite's; when it fails, none is left open.

    One that only reads is rolled back: SQLite refuses to commit even that when it met with damage.
    """
    connection.info["begin"] = begin
    try:
        with connection.begin() as begun:
            yield
            if reading:
                begun.rollback()
    except BaseException:
        # SQLite keeps it open when the commit itself fails, since others are reading, or a rule is broken.
        connection.connection.rollback()
        raise


@contextmanager
def _released(lock: Lock | None) -> Iterator[None]:
    """Release the lock if what follows fails."""
    try:
        yield
    except BaseException:
        if lock:
            lock.release()
        raise


@contextmanager
def _connected(
    path: Path, *, write: bool, create: bool = False, older: int | None = None
) -> Iterator[Connection]:
    """Connect, and close again only if what follows fails.

    A file of an older version, which is only read then, is brought up to date in memory.
    """

    def creator() -> sqlite3.Connection:
        if older is not None:
            return migrations.migrated_in_memory(path, older)
        return sqlite.connect(path, write=write, create=create)

    told = _CREATOR.set(creator)
    try:
        connection = _engine().connect()
    finally:
        _CREATOR.reset(told)
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


_CREATOR: ContextVar[Callable[[], sqlite3.Connection]] = ContextVar("creator")
"""What makes the next connection of the engine."""


@cache
def _engine() -> Engine:
    """Return the one engine of all files: it remembers the statements it put together for any."""

    def creator() -> sqlite3.Connection:
        return _CREATOR.get()()

    engine = create_engine("sqlite://", creator=creator, poolclass=NullPool, query_cache_size=2_000)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.info.get("begin", "BEGIN"))

    return engine


def _lock(path: Path, who: str) -> tuple[Lock | None, Holder | None]:
    """Return the lock, or who has it; neither where the file or its folder cannot be written."""
    if path.exists() and not os.access(path, os.W_OK):
        return None, None
    try:
        return Lock.acquire(path, who), None
    except Held as held:
        return None, held.holder
    except OSError:
        return None, None


def _older(path: Path, lock: Lock | None, holder: Holder | None) -> int | None:
    """Return the version of an older file that can only be read; where it can be written it is migrated."""
    version = sqlite.identify(path)
    if version == tables.SCHEMA_VERSION:
        return None
    if holder:
        raise Trouble(
            N_("{file} was made by an older Klubban."),
            N_("It must be brought up to date before it can be read, and it cannot be written now."),
            N_("Open it where you may write to it, when nobody else has it open."),
            file=path.name,
        )
    if lock is None:
        return version
    migrations.migrate(path, version)
    return None


def _fill(connection: Connection, who: str) -> None:
    """Make the tables, and the first entry of the journal, which names the file for good."""
    with transaction(connection, "BEGIN IMMEDIATE"):
        columns.metadata.create_all(connection)
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - what creator made
        guards.make_guards(raw)
        sqlite.stamp(raw)
        payload = Payload({"file": str(uuid4())}, None, ())
        label = N_("Create the file")
        journal.append(connection, "change", label, payload, (), now=datetime.now(UTC), who=who, barrier=True)


def _examine(connection: Connection, path: Path) -> None:
    """Look at the end of the chain; raises Trouble when it has been tampered with or damaged."""
    with transaction(connection, "BEGIN"):
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
