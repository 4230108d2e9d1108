"""Bringing an older file up to date: on a verified copy, which then takes the old one's place."""

from __future__ import annotations

import itertools
import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import StaticPool, create_engine

from klubban.i18n import N_
from klubban.store import (
    guards,
    journal,
    sqlite,
    version_2,
    version_3,
    version_4,
    version_5,
    version_6,
    version_7,
)
from klubban.store.change import Change
from klubban.store.freezing import freeze_older
from klubban.store.payload import Payload
from klubban.store.tables import SCHEMA_VERSION
from klubban.store.trouble import Trouble

Migration = Callable[[sqlite3.Connection], None]

MIGRATIONS: Mapping[int, Migration] = {
    1: version_2.upgrade,
    2: version_3.upgrade,
    3: version_4.upgrade,
    4: version_5.upgrade,
    5: version_6.upgrade,
    6: version_7.upgrade,
}
"""From a version to the next; one small function each."""
_FREEZES = 6
"""The first version that freezes what is verified."""


def migrate(
    path: Path, version: int, *, steps: Mapping[int, Migration] = MIGRATIONS, target: int = SCHEMA_VERSION
) -> Path:
    """Bring a file from a version to the newest and return the copy kept of it as it was.

    The file itself is replaced only when its copy has been migrated, checked and written to the disk; on any
    failure it stays as it is. The caller holds the lock. Raises Trouble when the file cannot be migrated.
    """
    fresh = path.with_name(f"{path.name}.new")
    kept = _free(path, f"v{version}")
    try:
        copy(path, fresh)
        with closing(sqlite.connect(fresh, write=True)) as connection:
            _run(connection, version, steps, target)
            _verify(connection, path)
        _sync(fresh)
        copy(path, kept)
        fresh.replace(path)
        _sync(path.parent)
    finally:
        fresh.unlink(missing_ok=True)
    return kept


def migrated_in_memory(
    path: Path, version: int, *, steps: Mapping[int, Migration] = MIGRATIONS, target: int = SCHEMA_VERSION
) -> sqlite3.Connection:
    """Return a copy of a file, brought up to date in memory; the file itself is only read."""
    fresh = sqlite.connect_memory()
    try:
        with closing(sqlite.connect(path, write=False)) as old:
            old.backup(fresh)
        _run(fresh, version, steps, target)
    except BaseException:
        fresh.close()
        raise
    return fresh


def _free(path: Path, version: str) -> Path:
    """Return a name for a copy beside a file; one that was kept before is never written over."""
    endings = itertools.chain([""], (f"-{count}" for count in itertools.count(2)))
    names = (path.with_name(f"{path.stem}.{version}{ending}{path.suffix}") for ending in endings)
    return next(name for name in names if not name.exists())


def copy(source: Path, target: Path) -> None:
    """Write a whole copy of a file and check it; a copy that fails is taken away."""
    target.unlink(missing_ok=True)
    try:
        with (
            closing(sqlite.connect(source, write=False)) as old,
            closing(sqlite.connect(target, write=True, create=True)) as new,
        ):
            old.backup(new)
            _verify(new, source)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    _sync(target)


def _run(connection: sqlite3.Connection, version: int, steps: Mapping[int, Migration], target: int) -> None:
    """Do all the steps, and journal them, in one transaction."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with (
        engine.connect() as link
    ):  # before the transaction: SQLAlchemy rolls back what it finds on connecting
        connection.execute(
            "PRAGMA foreign_keys=OFF"
        )  # a table may be made anew; checked as a whole afterwards
        connection.execute("BEGIN IMMEDIATE")
        for number in range(version, target):
            steps[number](connection)
        sqlite.stamp(connection, target)
        guards.make_guards(connection)
        change = Change(link)
        if version < _FREEZES <= target:
            freeze_older(change)
        payload = Payload({"older": version, "newer": target}, None, tuple(change.done))
        label = N_("Bring the file from version {older} to {newer}")
        journal.append(
            link,
            "migration",
            label,
            payload,
            change.things,
            now=datetime.now(UTC),
            who="Klubban",
            barrier=True,
        )
        link.commit()


def _verify(connection: sqlite3.Connection, path: Path) -> None:
    sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    if sound and not connection.execute("PRAGMA foreign_key_check").fetchone():
        return
    raise Trouble(
        N_("{file} could not be copied whole."),
        N_("Something in it is damaged; the file itself was left as it is."),
        N_("Run klubban check on it, and open a backup."),
        file=path.name,
    )


def _sync(path: Path) -> None:
    """Have the operating system write a file, or a folder's list of names, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
