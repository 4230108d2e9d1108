"""Small builders: a committee with a meeting and items, what a file holds, a hand that tampers with it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from klubban.domain.meeting import Meeting
from klubban.domain.text import Blocks, from_plain
from klubban.store import reads
from klubban.store.change import id_of
from klubban.store.checks import check
from klubban.store.database import Database
from klubban.store.freezing import freeze_verified
from klubban.store.guards import make_guards
from klubban.store.tables import RECORDS, Value, entry

DATA = Path(__file__).parent / "data"
REAL = DATA / "jarfalla-ks-2016-02-22.json"
"""Järfälla's kommunstyrelse of 2016-02-22, the one real meeting."""
DAY = date(2016, 2, 22)


@cache
def _made() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ekby.klubban"
        Database.create(path, "Anna Berg").close()
        return path.read_bytes()


def new_file(path: Path) -> Database:
    """Return a new file, open for writing; it is copied from one that was made, which is far quicker."""
    path.write_bytes(_made())
    return Database.open(path, "Anna Berg")


@dataclass(frozen=True, slots=True)
class Minutes:
    """Ids in a file with one committee, one meeting, and some items."""

    body: int
    meeting: int
    items: tuple[int, ...]

    @property
    def item(self) -> int:
        """Return the first item."""
        return self.items[0]


def minutes(database: Database, titles: tuple[str, ...] = ("Trygghet",), number: int | None = 19) -> Minutes:
    """Put a committee with a meeting into a file, in one change; items are numbered from a number on."""
    with database.change("Begin") as change:
        body = change.insert("body", key="ks", name="Kommunstyrelsen", short="KS", kind="committee", seats=13)
        meeting = change.insert("meeting", body_id=body, date=DAY, starts=time(18, 30), stage="planned")
        items = tuple(
            change.insert(
                "item",
                meeting_id=meeting,
                position=place,
                title=title,
                number=None if number is None else number + place,
            )
            for place, title in enumerate(titles)
        )
    return Minutes(body, meeting, items)


def write(database: Database, item: int, words: str, run: str | None = None) -> None:
    """Set an item's summary, in a change of its own."""
    with database.change("Write {item}", place=("item", item), run=run, item="§ 19") as change:
        change.update("item", item, summary=from_plain(words))


def summary(database: Database, item: int) -> Blocks:
    """Return an item's summary as the file has it."""
    with database.read() as read:
        [meeting_id] = read.execute(
            select(RECORDS["item"].c.meeting_id).where(RECORDS["item"].c.id == item)
        ).scalars()
    return next(each.summary for each in snapshot(database, meeting_id).items if each.id == item)


def snapshot(database: Database, meeting_id: int = 1) -> Meeting:
    """Return a meeting as it is read."""
    with database.read() as read:
        return reads.meeting(read, meeting_id)


Rows = dict[str, list[tuple[Value, ...]]]


def rows(database: Database) -> Rows:
    """Return every journalled row, as SQLite keeps it."""
    with database.read() as read:
        raw = read.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return rows_in(raw)


def rows_in(connection: sqlite3.Connection) -> Rows:
    """Return every journalled row that SQLite finds."""
    found = {name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in RECORDS}
    return {name: held for name, held in found.items() if held}


def entries(database: Database) -> int:
    """Return how many entries the journal has."""
    with database.read() as read:
        return len(read.execute(select(entry.c.sequence)).all())


def findings(database: Database) -> list[str]:
    """Return what a check of the whole file finds."""
    with database.read() as read:
        return [str(finding) for finding in check(read)]


def findings_in(path: Path) -> list[str]:
    """Return what a check of a closed file finds, as the command line does it."""
    with closing(Database.open(path, read_only=True, examined=False)) as database:
        return findings(database)


@contextmanager
def by_hand(path: Path) -> Iterator[sqlite3.Connection]:
    """Write in a file as somebody with a database tool would."""
    with closing(sqlite3.connect(path)) as connection, connection:
        yield connection


def unguarded(path: Path) -> None:
    """Take away what keeps the file's rows from being changed, as somebody who means to would."""
    with by_hand(path) as hand:
        for (name,) in hand.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            hand.execute(f"DROP TRIGGER {name}")


def freeze_as_it_is(database: Database, meeting_id: int = 1) -> None:
    """Freeze what is verified of a meeting that was put into a file by hand."""
    meeting = snapshot(database, meeting_id)
    with database.change("Freeze") as change:
        freeze_verified(change, meeting)


def unverify(database: Database) -> Database:
    """Let all meetings be as before their verification, as no operation can."""
    unguarded(database.path)
    with database.change("Unverify") as change:
        for meeting in change.rows("meeting"):
            change.update("meeting", id_of(meeting), stage="ready", as_verified={})
        for table in ("signer", "frozen"):
            for row in change.rows(table):
                change.delete(table, id_of(row))
    with by_hand(database.path) as hand:
        make_guards(hand)
    return database


@contextmanager
def another_program(what: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """Start one of the programs in store/programs.py on a file, and end it afterwards if need be."""
    command = [sys.executable, str(Path(__file__).parent / "store" / "programs.py"), what, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def heard(program: subprocess.Popen[str]) -> str:
    """Return the next line that another program says."""
    assert program.stdout
    return program.stdout.readline().rstrip("\n")


def names_in(folder: Path) -> list[str]:
    """Return the names of what is in a folder."""
    return sorted(each.name for each in folder.iterdir())
