"""Snapshots: whole, frozen, and in a handful of queries."""

from __future__ import annotations

import dataclasses
import sqlite3
from datetime import date, time
from itertools import product

import pytest

from builders import DATA, DAY, minutes, snapshot
from klubban.domain.body import Organisation
from klubban.domain.meeting import Stage
from klubban.operations.open_format import import_document
from klubban.store import reads
from klubban.store.database import Database


def queries(database: Database, meeting_id: int) -> int:
    """Return how many questions it takes to read a meeting."""
    asked: list[str] = []
    with database.read() as read:
        raw = read.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.set_trace_callback(asked.append)
        reads.meeting(read, meeting_id)
        raw.set_trace_callback(None)
    return len(asked)


def test_a_meeting_takes_as_many_queries_with_thirty_items_as_with_one(database: Database) -> None:
    one = minutes(database)
    with database.change("Plan") as change:
        many = change.insert("meeting", body_id=one.body, date=DAY, starts=time(20), stage="planned")
        items = [
            change.insert("item", meeting_id=many, position=place, title=f"Ärende {place}")
            for place in range(30)
        ]
        for item, nth in ((one.item, 0), *product(items, range(3))):
            motion = change.insert("motion", item_id=item, position=nth, asks="approve")
            change.insert("mover", motion_id=motion, position=0, name="Bo Ek")

    assert queries(database, many) == queries(database, one.meeting) < 45
    assert sum(len(item.motions) for item in snapshot(database, many).items) == 90


def test_a_snapshot_is_frozen_and_says_the_same_each_time(database: Database) -> None:
    import_document(database, (DATA / "everything.json").read_bytes())

    meeting = snapshot(database)

    assert meeting == snapshot(database)
    assert hash(meeting.items[0].opinions[0]) is not None
    with pytest.raises(dataclasses.FrozenInstanceError):
        meeting.place = "Elsewhere"  # type: ignore[misc] # the point of it


def test_a_snapshot_does_not_change_with_the_file(database: Database) -> None:
    ids = minutes(database)
    before = snapshot(database)

    with database.change("Rename") as change:
        change.update("item", ids.item, title="Nytt")

    assert before.items[0].title == "Trygghet"


def test_a_new_file_holds_nothing(database: Database) -> None:
    with database.read() as read:
        assert reads.organisation(read) is None
        assert (reads.bodies(read), reads.people(read), reads.seats(read)) == ((), (), ())
        assert (reads.meetings(read), reads.matters(read), reads.assignments(read)) == ((), (), ())


def test_a_meeting_can_be_read_before_the_organisation_is_named(database: Database) -> None:
    ids = minutes(database)

    assert snapshot(database, ids.meeting).organisation == Organisation(name="")


def test_what_is_not_there_is_not_made_up(database: Database) -> None:
    with pytest.raises(LookupError), database.read() as read:
        reads.meeting(read, 7)
    with pytest.raises(LookupError), database.read() as read:
        reads.item_name(read, 7)


def test_meetings_stand_by_date_and_start_of_one_body_or_of_all(database: Database) -> None:
    ids = minutes(database)
    with database.change("Plan") as change:
        other = change.insert("body", key="bun", name="Barnnämnden", kind="committee")
        for body, day, start in (
            (other, date(2016, 3, 1), None),
            (ids.body, DAY, time(9)),
            (ids.body, date(2015, 1, 1), time(9)),
        ):
            change.insert("meeting", body_id=body, date=day, starts=start, stage="summoned")

    with database.read() as read:
        everywhere, here = reads.meetings(read), reads.meetings(read, ids.body)

    assert [line.id for line in everywhere] == [4, 3, 1, 2]
    assert [line.id for line in here] == [4, 3, 1]
    assert everywhere[0].stage is Stage.SUMMONED


def test_an_item_is_called_by_its_paragraph_or_else_its_title(database: Database) -> None:
    minutes(database)
    with database.change("Add") as change:
        change.insert("item", meeting_id=1, position=1, title="Övriga frågor")

    with database.read() as read:
        assert (reads.item_name(read, 1), reads.item_name(read, 2)) == ("§ 19", "Övriga frågor")
