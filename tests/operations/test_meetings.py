"""Which type of meeting one is, of those that its body has."""

from __future__ import annotations

from datetime import date

import pytest

from builders import entries, findings
from klubban.domain.body import Invited
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.operations import bodies, roll_call
from klubban.operations.meetings import add_meeting, set_meeting_type
from klubban.store import reads
from klubban.store.database import Database


def forum(database: Database) -> tuple[int, int, int]:
    """Return a body, a type of its meetings with somebody invited, and a meeting."""
    body = bodies.add_body(database, "Chefssamrådet", BodyKind.FORUM)
    wide = bodies.put_meeting_type(
        database, body, None, "Utökat möte", 2, [Invited(id=0, name="Räddningstjänsten")]
    )
    return body, wide, add_meeting(database, body, date(2026, 12, 9))


def type_of(database: Database, meeting: int) -> str | None:
    with database.read() as read:
        return reads.meeting(read, meeting).type


def test_a_meeting_is_of_a_type_until_it_is_not(database: Database) -> None:
    _body, wide, meeting = forum(database)

    set_meeting_type(database, meeting, wide)
    assert type_of(database, meeting) == "Utökat möte"
    set_meeting_type(database, meeting, None)
    assert type_of(database, meeting) is None
    assert findings(database) == []


def test_those_whom_the_type_invites_are_on_the_roll(database: Database) -> None:
    _body, wide, meeting = forum(database)
    set_meeting_type(database, meeting, wide)
    roll_call.begin_roll(database, meeting)

    with database.read() as read:
        assert [str(line.who) for line in reads.meeting(read, meeting).roll.lines] == ["Räddningstjänsten"]


def test_a_type_of_another_body_is_refused(database: Database) -> None:
    _body, wide, _meeting = forum(database)
    other = add_meeting(
        database, bodies.add_body(database, "Planeringsgruppen", BodyKind.GROUP), date(2026, 12, 9)
    )
    before = entries(database)

    with pytest.raises(RuleBroken, match="Planeringsgruppen has no such type of meeting"):
        set_meeting_type(database, other, wide)
    assert entries(database) == before
