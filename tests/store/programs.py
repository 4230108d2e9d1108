"""Programs of their own, for faults that end one: the first argument is what to do, the second the file."""

from __future__ import annotations

import resource
import sqlite3
import sys
from functools import partial
from pathlib import Path

from klubban.domain.text import from_plain
from klubban.store import migrations, sqlite, tables
from klubban.store.database import Database
from klubban.store.trouble import Trouble

LONG = "Förvaltningen har tagit fram ett trygghetsprogram och föreslår att det skickas på remiss. " * 100


def say(words: object) -> None:
    """Tell whoever started this program."""
    print(words, flush=True)  # noqa: T201 - it is how it is heard


def hold(path: Path) -> None:
    """Keep a file until told to stop."""
    database = Database.open(path, "Bo Ek")
    say("reads" if database.read_only else "writes")
    sys.stdin.readline()
    database.close()


def work(path: Path) -> None:
    """Change a file without end, and say the number of each change when it is done."""
    database = Database.open(path, "Bo Ek")
    with database.read() as read:
        number = int(read.exec_driver_sql("SELECT count(*) FROM person").scalar_one())
    while True:
        with database.change("Add {number}", number=number) as change:
            change.insert("person", key=str(number), name=f"Person {number}")
            change.update("item", 1, summary=from_plain(f"{number} {LONG}"), number=number + 1)
            for place in range(20):
                change.insert("document", item_id=1, position=place, title=f"{number}.{place} {LONG[:900]}")
        number += 1
        say(number)


def fill(path: Path) -> None:
    """Change a file until the disk is full, then say what was said, and how many changes were done."""
    database = Database.open(path, "Bo Ek")
    limit = path.stat().st_size + 200_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    done = 0
    try:
        while True:
            with database.change("Add") as change:
                change.insert("person", key=str(done), name=LONG)
            done += 1
    except Trouble as trouble:
        say(trouble)
    with database.read() as read:
        say(int(read.exec_driver_sql("SELECT count(*) FROM person").scalar_one()) - done)
    with database.change("Write") as change:
        change.update("item", 1, title="Det som ryms")
    say(done)


def migrate(path: Path) -> None:
    """Be in the midst of a migration until ended."""

    def step(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA cache_size=2")
        connection.execute("UPDATE item SET title = 'Halvvägs'")
        say("in the midst")
        sys.stdin.readline()

    older, newer = tables.SCHEMA_VERSION, tables.SCHEMA_VERSION + 1
    tables.SCHEMA_VERSION = newer
    vars(sqlite)["SCHEMA_VERSION"] = newer
    migrations.migrate = partial(migrations.migrate, steps={older: step}, target=newer)
    Database.open(path)


if __name__ == "__main__":
    {"hold": hold, "work": work, "fill": fill, "migrate": migrate}[sys.argv[1]](Path(sys.argv[2]))
