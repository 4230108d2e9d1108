"""A file of an older version becomes one of today's, and nothing that was in it is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from builders import DATA, by_hand, findings, names_in
from klubban.operations.open_format import dump_file
from klubban.store import sqlite
from klubban.store.database import Database

ABOUT = 'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY name'


@pytest.fixture(params=range(1, 7), ids="version {}".format)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def older(path: Path, version: int) -> Path:
    """Return a file as that version made it, with rows in every table that it had."""
    with closing(sqlite3.connect(path)) as hand:
        hand.executescript((DATA / f"version-{version}.sql").read_text(encoding="utf-8"))
        sqlite.stamp(hand, version)
        hand.execute("INSERT INTO sqlite_sequence SELECT 'seat', 99 WHERE 0")
        hand.execute("UPDATE sqlite_sequence SET seq = 99 WHERE name = 'seat'")
        hand.commit()
    return path


@pytest.fixture
def dumped(version: int) -> bytes:
    """Return what that version dumped of it; rules kept of a day have those that came since, as preset."""
    return (DATA / f"version-{version}.json").read_bytes()


def shape(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return each table's columns and indexes, whatever their order."""
    with by_hand(path) as hand:
        names = [name for (name,) in hand.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: hand.execute(ABOUT, (name,)).fetchall()
            + sorted(hand.execute('SELECT name, "unique" FROM pragma_index_list(?)', (name,)).fetchall())
            + sorted(
                hand.execute('SELECT "table", "from" FROM pragma_foreign_key_list(?)', (name,)).fetchall()
            )
            for name in names
        }


def test_it_has_the_tables_that_a_new_file_has(older: Path, tmp_path: Path) -> None:
    Database.open(older).close()
    Database.create(tmp_path / "new.klubban").close()

    assert shape(older) == shape(tmp_path / "new.klubban")


def test_it_holds_what_it_held_and_follows_from_its_journal(older: Path, dumped: bytes) -> None:
    with closing(Database.open(older)) as database:
        assert dump_file(database) == dumped
        assert findings(database) == []


def test_it_can_be_read_and_stays_as_it_is(older: Path, dumped: bytes) -> None:
    before = older.read_bytes()

    with closing(Database.open(older, read_only=True)) as database:
        assert dump_file(database) == dumped
        assert findings(database) == []

    assert older.read_bytes() == before
    assert names_in(older.parent) == [older.name]


def test_the_ids_of_seats_that_were_taken_away_are_not_used_again(older: Path) -> None:
    Database.open(older).close()

    with by_hand(older) as hand:
        hand.execute("INSERT INTO seat (body_id, position, role) VALUES (1, 9, 'staff_representative')")
        assert hand.execute("SELECT max(id) FROM seat").fetchone() == (100,)


def test_what_was_verified_in_it_is_frozen_from_then_on(older: Path) -> None:
    Database.open(older).close()

    with by_hand(older) as hand:
        (signed,) = hand.execute("SELECT count(DISTINCT verification_id) FROM signer").fetchone()
        items = hand.execute("SELECT item_id FROM frozen WHERE item_id IS NOT NULL AND worded = 0").fetchall()
        assert signed
        assert items
        with pytest.raises(sqlite3.IntegrityError, match="item is verified, and never changed"):
            hand.execute("UPDATE item SET title = 'X' WHERE id = ?", items[0])
