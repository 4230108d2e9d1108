"""Entries: in a chain from the first, small, and in the order they came."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import func, select

from builders import entries, findings, minutes, write
from klubban import __version__
from klubban.store import journal
from klubban.store.database import Database
from klubban.store.journal import Entry
from klubban.store.payload import Payload
from klubban.store.tables import SCHEMA_VERSION, entry


def all_entries(database: Database) -> list[Entry]:
    with database.read() as read:
        return list(journal.entries(read))


def test_the_first_entry_makes_the_file_and_names_it_for_good(tmp_path: Path) -> None:
    names: list[Any] = []
    for name in ("ett", "två"):
        with closing(Database.create(tmp_path / name, "Anna Berg")) as database:
            [first] = all_entries(database)
        assert (first.header.sequence, first.header.label, first.header.who) == (
            1,
            "Create the file",
            "Anna Berg",
        )
        assert first.header.chained(first.digest, [], journal.NO_HASH) == first.hash
        names.append(Payload.read(first.payload or "").facts["file"])

    assert names[0] != names[1]


def test_an_entry_says_who_when_and_with_which_program(database: Database) -> None:
    minutes(database)

    header = all_entries(database)[-1].header

    assert (header.who, header.program, header.schema) == ("Anna Berg", __version__, SCHEMA_VERSION)
    assert timedelta() <= datetime.now(UTC) - datetime.fromisoformat(header.time) < timedelta(minutes=1)


def test_each_entry_is_chained_to_the_one_before(database: Database) -> None:
    ids = minutes(database)
    for words in ("Ett", "Två", "Tre"):
        write(database, ids.item, words)
    database.undo()
    things = [("item", ids.item), ("meeting", ids.meeting)]

    found = all_entries(database)[2:]

    for before, after in pairwise(found):
        assert after.header.chained(after.digest, things, before.hash) == after.hash
        assert after.header.chained(after.digest, things, bytes(32)) != after.hash
    with database.read() as read:
        assert journal.first_broken(read) is None


def test_entries_are_ordered_by_their_sequence_when_the_clock_is_set_back(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    years_ago = datetime(1999, 12, 31, tzinfo=UTC)
    ids = minutes(database)
    monkeypatch.setattr("klubban.store.database.datetime", SimpleNamespace(now=lambda _zone: years_ago))
    write(database, ids.item, "I backspegeln")

    found = all_entries(database)

    assert [each.header.sequence for each in found] == [1, 2, 3]
    assert found[-1].header.time < found[-2].header.time
    assert findings(database) == []
    database.undo()
    assert findings(database) == []


def test_the_journal_of_many_edits_of_a_long_text_stays_small(database: Database) -> None:
    ids = minutes(database)
    words = ("Förvaltningen har tagit fram ett trygghetsprogram för kommunen. " * 63)[:4000]
    for place in range(500):
        words = words[: place * 7] + "å" + words[place * 7 :]
        write(database, ids.item, words)

    with database.read() as read:
        size = read.execute(select(func.sum(func.length(entry.c.payload)))).scalar_one()

    assert entries(database) == 502
    assert size < 500 * 250  # whole, before and after, it would be 4,000,000


def test_typing_at_the_end_of_a_long_text_is_kept_as_what_was_typed(database: Database) -> None:
    ids = minutes(database)
    words = "Förvaltningen har tagit fram ett trygghetsprogram. " * 80
    write(database, ids.item, words + "Remiss")
    write(database, ids.item, words + "Remissen")

    [change] = Payload.read(all_entries(database)[-1].payload or "").rows

    assert (change.cells["summary"]["out"], change.cells["summary"]["in"]) == ("", "en")
