"""The power may go at any write: nothing that was done is lost, and nothing is half done."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest

from builders import DAY, Minutes, Rows, findings, minutes, rows, rows_in, write
from klubban.store import sqlite
from klubban.store.database import Database
from klubban.store.trouble import Trouble
from store.power_cut import Files, cuts, replay

LONG = "Förvaltningen har tagit fram ett trygghetsprogram och föreslår att det skickas på remiss. " * 60


@dataclass(frozen=True, slots=True)
class Morning:
    """A file before some changes, the statements of each, and the file's rows before and after each."""

    before: bytes
    changes: Sequence[Sequence[str]]
    states: Sequence[Rows]


def work(database: Database, ids: Minutes) -> Iterator[None]:
    """Do one change after the other."""
    write(database, ids.item, LONG)
    yield
    write(database, ids.item, LONG.replace("remiss", "förnyad remiss"))
    yield
    with database.change("Vote") as change:
        for place in range(60):
            change.insert("document", item_id=ids.item, position=place, title=f"Bilaga {place}")
        change.insert("meeting", body_id=ids.body, date=DAY, stage="planned", place=LONG[:900])
    yield
    database.undo()
    yield
    database.redo()
    yield
    with database.change("Take out") as change:
        change.delete_whole("item", ids.item)
    yield


@pytest.fixture
def morning(path: Path) -> Morning:
    """Return what Klubban itself said to SQLite during some changes."""
    with closing(Database.create(path)) as database:
        ids = minutes(database, ("Trygghet", "Budget"))
    before = path.read_bytes()
    statements: list[str] = []
    changes, states = [], []
    with closing(Database.open(path)) as database:
        states.append(rows(database))
        raw = database._connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.set_trace_callback(statements.append)
        for _done in work(database, ids):
            said = [each for each in statements if not each.startswith("--")]
            changes.append([each for each, _again in groupby(said)])  # a guard has its statement told again
            states.append(rows(database))
            statements.clear()
    assert sum(each.startswith("COMMIT") for change in changes for each in change) == len(changes)
    return Morning(before, changes, states)


def put(folder: Path, files: Files) -> Path:
    for old in folder.iterdir():
        old.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder / "ekby.klubban"


def lost(path: Path, states: Sequence[Rows], done: int, *, thoroughly: bool) -> str | None:
    """Open a file after a cut, and say what is wrong with it, if anything."""
    try:
        found, wrong = opened(path) if thoroughly else recovered(path)
    except (Trouble, sqlite3.Error) as error:
        return str(error)
    if found not in states[done : done + 2]:
        return "a change that was done is not there" if found in states else "half a change"
    return wrong[0] if wrong else None


def opened(path: Path) -> tuple[Rows, list[str]]:
    with closing(Database.open(path)) as database:
        return rows(database), findings(database)


def recovered(path: Path) -> tuple[Rows, list[str]]:
    """Do as little as a file needs; it is ten times as quick."""
    with closing(sqlite.connect(path, write=True)) as connection:
        return rows_in(connection), []


def what_is_lost(morning: Morning, folder: Path, pragmas: Sequence[str], rounds: int) -> Iterator[str | None]:
    folder.mkdir()
    files = {"ekby.klubban": bytearray(morning.before)}
    logged = replay(put(folder, files), pragmas, morning.changes)
    for seed in range(rounds):
        chance = random.Random(seed)  # noqa: S311 - which cut is no secret
        for number, (done, left) in enumerate(cuts(files, logged, chance)):
            yield lost(put(folder, left), morning.states, done, thoroughly=number % 7 == seed)


def test_no_power_cut_loses_or_halves_a_change(morning: Morning, tmp_path: Path) -> None:
    pragmas = (*sqlite._PRAGMAS, *sqlite._WRITER_PRAGMAS)

    found = list(what_is_lost(morning, tmp_path / "disk", pragmas, rounds=2))

    assert len(found) > 400
    assert set(found) == {None}


def test_without_synchronising_changes_would_be_lost_so_that_the_test_is_not_blind(
    morning: Morning, tmp_path: Path
) -> None:
    pragmas = (*sqlite._PRAGMAS, "journal_mode=DELETE", "synchronous=OFF")

    assert any(what_is_lost(morning, tmp_path / "disk", pragmas, rounds=5))
