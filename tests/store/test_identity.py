"""Which files are opened, and what is said of the others."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from builders import by_hand, findings, minutes, names_in, rows
from klubban.store import sqlite
from klubban.store.database import Database
from klubban.store.tables import SCHEMA_VERSION
from klubban.store.trouble import Trouble


def other_programs(path: Path) -> None:
    with by_hand(path) as connection:
        connection.execute("CREATE TABLE recipe (id INTEGER PRIMARY KEY, name TEXT)")
        connection.execute("INSERT INTO recipe (name) VALUES ('Pannkakor')")


def write_ahead(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE recipe (id INTEGER PRIMARY KEY)")


def newer(path: Path) -> None:
    Database.create(path).close()
    with by_hand(path) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")


def of_version(version: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        Database.create(path).close()
        with by_hand(path) as connection:
            connection.execute(f"PRAGMA user_version={version}")

    return make


def without_tables(path: Path) -> None:
    with by_hand(path) as connection:
        connection.execute(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def without_entries(path: Path) -> None:
    Database.create(path).close()
    with by_hand(path) as connection:
        connection.execute("DROP TRIGGER entry_stays")
        connection.execute("DELETE FROM entry")


def cut_off(path: Path) -> None:
    Database.create(path).close()
    os.truncate(path, path.stat().st_size // 2)


def cut_short(path: Path) -> None:
    Database.create(path).close()
    os.truncate(path, 50)


def overwritten(path: Path) -> None:
    Database.create(path).close()
    with path.open("r+b") as handle:
        handle.write(b"\0" * 200)


def unreadable_text(path: Path) -> None:
    Database.create(path).close()
    with by_hand(path) as connection:
        connection.execute("DROP TRIGGER entry_unchanged")
        connection.execute("UPDATE entry SET payload = CAST(x'7bff7d' AS TEXT)")


STRANGERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing there": (lambda _path: None, "There is no file at"),
    "a folder": (lambda path: path.mkdir(), "There is no file at"),
    "a link to itself": (lambda path: path.symlink_to(path), "There is no file at"),
    "a text": (lambda path: path.write_text("Protokoll\n" * 200), "is not a Klubban file"),
    "a picture": (lambda path: path.write_bytes(b"\x89PNG" + bytes(3000)), "is not a Klubban file"),
    "an empty file": (lambda path: path.touch(), "is not a Klubban file, or its beginning is damaged"),
    "another program's file": (other_programs, "is not a Klubban file"),
    "another program's file with a write-ahead log": (write_ahead, "is not a Klubban file"),
    "the beginning gone": (cut_short, "is not a Klubban file"),
    "the beginning overwritten": (overwritten, "is not a Klubban file"),
    "the end gone": (cut_off, "is damaged"),
    "our mark, but no tables": (without_tables, "is damaged"),
    "our mark, but no entries": (without_entries, "does not hold together at entry 1"),
    "a version that never was": (of_version(0), "is damaged"),
    "a negative version": (of_version(-3), "is damaged"),
    "a text that is none": (unreadable_text, "is damaged"),
    "a newer schema": (newer, "was made by a newer Klubban"),
}


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize(("make", "said"), STRANGERS.values(), ids=STRANGERS.keys())
def test_what_is_no_sound_klubban_file_is_refused_in_words_and_left_as_it_was(
    path: Path, make: Callable[[Path], object], said: str, *, read_only: bool
) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else None

    with pytest.raises(Trouble) as refused:
        Database.open(path, read_only=read_only)

    assert said in str(refused.value)
    assert before == (path.read_bytes() if path.is_file() else None)
    assert set(names_in(path.parent)) <= {path.name}


def test_no_file_is_made_at_a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)

    with pytest.raises(Trouble, match="already a file"):
        Database.create(path)

    assert names_in(path.parent) == [path.name]


def test_a_file_opens_with_what_was_put_into_it(path: Path) -> None:
    with closing(Database.create(path)) as database:
        minutes(database)
        before = rows(database)

    with closing(Database.open(path)) as database:
        assert rows(database) == before
        assert not database.read_only
        assert findings(database) == []


def test_a_new_file_is_never_made_over_one_that_is_there(path: Path) -> None:
    path.write_text("Läggs inte till handlingarna")

    with pytest.raises(Trouble, match="There is already a file called"):
        Database.create(path)

    assert path.read_text() == "Läggs inte till handlingarna"
    assert names_in(path.parent) == [path.name]


def test_a_file_cannot_be_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="cannot be opened"):
        Database.create(tmp_path / "borta" / "ekby.klubban")


def test_a_file_that_cannot_be_filled_is_not_left_half_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_connection: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(sqlite, "stamp", fail)

    with suppress(sqlite3.OperationalError):
        Database.create(path)

    assert names_in(path.parent) == []


def test_nothing_but_the_file_is_left_when_it_is_closed(path: Path) -> None:
    with closing(Database.create(path)) as database:
        minutes(database)

    assert names_in(path.parent) == [path.name]


@pytest.mark.parametrize(
    "name", ["år 2016 & 100 %.klubban", "a#b?c=d.klubban", "låt 'oss' se.klubban", "x y"]
)
def test_a_file_may_be_called_anything(tmp_path: Path, name: str) -> None:
    with closing(Database.create(tmp_path / name)) as database:
        minutes(database)

    with closing(Database.open(tmp_path / name)) as database:
        assert findings(database) == []
    assert names_in(tmp_path) == [name]


def test_a_file_is_found_again_from_another_folder(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(Database.create(Path(path.name))) as database:
        monkeypatch.chdir("/")

        minutes(database)

        assert database.path == path


def test_a_file_is_closed_so_that_it_can_be_moved_and_opened_there(path: Path, tmp_path: Path) -> None:
    with closing(Database.create(path)) as database:
        minutes(database)
    (tmp_path / "arkiv").mkdir()

    moved = shutil.move(path, tmp_path / "arkiv" / "2016.klubban")

    with closing(Database.open(Path(moved))) as database:
        assert findings(database) == []
