"""An older file is brought up to date on a verified copy, or stays as it is."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from builders import by_hand, findings, findings_in, minutes, names_in, rows, summary, write
from klubban.domain.text import plain
from klubban.store import journal, migrations, sqlite, tables
from klubban.store.database import Database
from klubban.store.lock import Lock
from klubban.store.migrations import MIGRATIONS, Migration, copy, migrate
from klubban.store.payload import Payload
from klubban.store.trouble import Trouble


@pytest.fixture
def older(path: Path) -> Path:
    """Return a file with a paragraph that has a text."""
    with closing(Database.create(path, "Anna Berg")) as database:
        ids = minutes(database)
        write(database, ids.item, "Programmet skickas på remiss.")
    return path


def add_a_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE vehicle (id INTEGER PRIMARY KEY, plate TEXT NOT NULL) STRICT")


def fill_it(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO vehicle (plate) VALUES ('ABC 123')")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO bicycle VALUES (1)")


def lose_the_body(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM body")


THIS = tables.SCHEMA_VERSION
"""The version that this program makes, which stands for an older one here."""
STEPS: dict[int, Migration] = {THIS: add_a_table, THIS + 1: fill_it}
KEPT = f"ekby.v{THIS}.klubban"


def version_of(path: Path) -> int:
    with by_hand(path) as hand:
        return sqlite.pragma(hand, "user_version")


def test_each_step_is_done_in_its_order_and_nothing_else_changes(older: Path) -> None:
    with closing(Database.open(older)) as database:
        before = rows(database)

    migrate(older, THIS, steps=STEPS, target=THIS + 2)

    assert version_of(older) == THIS + 2
    with by_hand(older) as hand:
        assert hand.execute("SELECT plate FROM vehicle").fetchall() == [("ABC 123",)]
        hand.execute(f"PRAGMA user_version={THIS}")
    with closing(Database.open(older)) as database:
        assert rows(database) == before
        assert findings(database) == []


def test_the_file_as_it_was_is_kept_beside_the_new_one(older: Path) -> None:
    kept = migrate(older, THIS, steps=STEPS, target=THIS + 2)

    assert kept.name == KEPT
    assert names_in(older.parent) == ["ekby.klubban", KEPT]
    with closing(Database.open(kept)) as database:
        assert plain(summary(database, 1)) == "Programmet skickas på remiss."
        assert findings(database) == []


def test_a_copy_that_was_kept_before_is_never_written_over(older: Path) -> None:
    first = older.with_name(KEPT)
    first.write_text("Från förra gången")

    kept = migrate(older, THIS, steps=STEPS, target=THIS + 2)

    assert kept.name == f"ekby.v{THIS}-2.klubban"
    assert first.read_text() == "Från förra gången"


@pytest.mark.parametrize(
    ("steps", "error"),
    [
        ({THIS: add_a_table, THIS + 1: fail}, sqlite3.OperationalError),
        ({THIS: add_a_table, THIS + 1: lose_the_body}, Trouble),
        ({THIS: add_a_table}, KeyError),
    ],
    ids=["a step fails", "a reference is broken", "a step is missing"],
)
def test_a_migration_that_fails_leaves_the_file_and_no_litter(
    older: Path, steps: dict[int, Migration], error: type[Exception]
) -> None:
    before = older.read_bytes()

    with pytest.raises(error):
        migrate(older, THIS, steps=steps, target=THIS + 2)

    assert older.read_bytes() == before
    assert names_in(older.parent) == [older.name]


def test_a_damaged_file_is_not_migrated(older: Path) -> None:
    os.truncate(older, older.stat().st_size - 4096 * 3)
    before = older.read_bytes()

    with pytest.raises((Trouble, sqlite3.DatabaseError)):
        migrate(older, THIS, steps=STEPS, target=THIS + 2)

    assert older.read_bytes() == before
    assert names_in(older.parent) == [older.name]


def test_the_migration_is_in_the_journal_and_undo_does_not_cross_it(older: Path) -> None:
    migrate(older, THIS - 1, steps={THIS - 1: add_a_table}, target=THIS)

    with closing(Database.open(older)) as database:
        with database.read() as read:
            last = list(journal.entries(read))[-1]
        assert (last.header.kind, last.header.barrier, last.header.who) == ("migration", 1, "Klubban")
        assert Payload.read(last.payload or "").facts == {"older": THIS - 1, "newer": THIS}
        assert database.undoable is None
        write(database, 1, "Efteråt")
        assert findings(database) == []


@pytest.fixture
def _one_version_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this program be of the version after."""
    monkeypatch.setattr(tables, "SCHEMA_VERSION", THIS + 1)
    monkeypatch.setattr(sqlite, "SCHEMA_VERSION", THIS + 1)
    for name in ("migrate", "migrated_in_memory"):
        newer = partial(getattr(migrations, name), steps={THIS: add_a_table}, target=THIS + 1)
        monkeypatch.setattr(migrations, name, newer)


@pytest.mark.usefixtures("_one_version_on")
def test_opening_an_older_file_brings_it_up_to_date(older: Path) -> None:
    with closing(Database.open(older)) as database:
        assert plain(summary(database, 1)) == "Programmet skickas på remiss."
        assert findings(database) == []

    assert version_of(older) == THIS + 1
    assert names_in(older.parent) == ["ekby.klubban", KEPT]


@pytest.mark.usefixtures("_one_version_on")
def test_an_older_file_that_is_only_read_is_brought_up_to_date_in_memory_alone(older: Path) -> None:
    before = older.read_bytes()

    with closing(Database.open(older, read_only=True)) as database:
        assert plain(summary(database, 1)) == "Programmet skickas på remiss."
        assert findings(database) == []
        assert not database.refresh()
        with pytest.raises(Trouble, match="cannot be written"):
            write(database, 1, "Efteråt")

    assert older.read_bytes() == before
    assert names_in(older.parent) == [older.name]


@pytest.mark.usefixtures("_one_version_on")
def test_an_older_file_that_somebody_else_writes_is_refused(older: Path) -> None:
    before = older.read_bytes()

    lock = Lock.acquire(older, "Bo")
    with pytest.raises(Trouble, match="was made by an older Klubban"):
        Database.open(older)
    lock.release()

    assert older.read_bytes() == before


def test_no_version_is_without_its_step() -> None:
    assert sorted(MIGRATIONS) == list(range(1, THIS))


def test_what_an_interrupted_migration_left_does_not_disturb_the_next(older: Path) -> None:
    older.with_name("ekby.klubban.new").write_bytes(b"halv" * 2000)
    older.with_name("ekby.klubban.new-journal").write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(5000))

    migrate(older, THIS, steps=STEPS, target=THIS + 2)

    assert version_of(older) == THIS + 2
    assert names_in(older.parent) == ["ekby.klubban", KEPT]


def test_a_copy_is_whole_and_takes_the_place_of_what_was_there(older: Path) -> None:
    target = older.with_name("kopia.klubban")
    target.write_text("Gammalt")

    copy(older, target)

    assert findings_in(target) == []
    assert names_in(older.parent) == ["ekby.klubban", "kopia.klubban"]
