"""Whether everybody may listen: to a meeting, and to an item."""

from __future__ import annotations

import pytest

from builders import Minutes, entries, minutes, snapshot
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Doors
from klubban.operations import undo
from klubban.operations.agenda import set_item
from klubban.operations.doors import set_doors
from klubban.store.database import Database, Step


@pytest.fixture
def ids(database: Database) -> Minutes:
    return minutes(database)


def test_doors_are_noted_where_they_are_not_as_the_rules_say(database: Database, ids: Minutes) -> None:
    set_doors(database, ids.meeting, Doors.OPEN)
    opened = snapshot(database).doors
    set_doors(database, ids.meeting, Doors.CLOSED)

    assert opened is Doors.OPEN
    assert snapshot(database).doors is None
    assert undo.undo(database) == Step(
        "Hold the meeting on {date} behind closed doors", {"date": "2016-02-22"}, ("meeting", ids.meeting)
    )
    assert snapshot(database).doors is Doors.OPEN


def test_saying_what_is_noted_already_is_no_step(database: Database, ids: Minutes) -> None:
    before = entries(database)

    set_doors(database, ids.meeting, Doors.CLOSED)  # as a committee's are

    assert entries(database) == before


def test_an_item_has_doors_of_its_own(database: Database, ids: Minutes) -> None:
    set_item(database, ids.item, doors=Doors.OPEN)

    assert snapshot(database).items[0].doors is Doors.OPEN
    undo.undo(database)
    assert snapshot(database).items[0].doors is None


def test_what_was_signed_does_not_change(database: Database, ids: Minutes) -> None:
    with database.change("Verify") as change:
        change.update("meeting", ids.meeting, stage="verified")

    with pytest.raises(RuleBroken):
        set_doors(database, ids.meeting, Doors.OPEN)
    with pytest.raises(RuleBroken):
        set_item(database, ids.item, doors=Doors.OPEN)
