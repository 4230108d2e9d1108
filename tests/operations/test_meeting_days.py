"""Meetings that are planned, moved, cancelled and held after all."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders import entries, findings, rows, snapshot
from klubban.domain.agenda import GroupMeeting, Origin
from klubban.domain.body import Body, Named, Organisation
from klubban.domain.calendar_entry import calendar_uid, first_uid
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.rules import PRESETS, BodyKind
from klubban.operations import agenda, assignments, bodies, delegated, meetings, undo
from klubban.store.database import Database
from klubban.store.waiting import unreported_urgent, waiting

TODAY = date(2026, 11, 22)
DAY, LATER = date(2027, 2, 1), date(2027, 2, 8)
MORNING, EVENING = time(9), time(18, 30)


@pytest.fixture
def committee(database: Database) -> int:
    return bodies.add_body(database, "Kommunstyrelsen", BodyKind.COMMITTEE, short="KS", seats=13)


@pytest.fixture
def meeting(database: Database, committee: int) -> int:
    return meetings.add_meeting(database, committee, DAY, start=EVENING, place="Stora salen")


def put(database: Database, meeting: int, **columns: object) -> None:
    with database.change("By hand") as change:
        change.update("meeting", meeting, **columns)


def move(database: Database, meeting: int, day: date = LATER, start: time | None = EVENING) -> None:
    meetings.move_meeting(database, meeting, day=day, start=start, place="Stora salen")


def test_a_day_in_the_past_is_planned_only_when_that_is_meant(database: Database, committee: int) -> None:
    before = entries(database)

    with pytest.raises(RuleBroken, match="2026-11-21 is in the past"):
        meetings.add_meeting(database, committee, date(2026, 11, 21), today=TODAY)
    assert entries(database) == before
    meeting = meetings.add_meeting(database, committee, date(2026, 11, 21), today=TODAY, past=True)
    assert snapshot(database, meeting).date == date(2026, 11, 21)


def test_a_meeting_that_moves_keeps_its_name_in_calendars(database: Database, meeting: int) -> None:
    before = calendar_uid(snapshot(database, meeting))

    move(database, meeting)
    moved = snapshot(database, meeting)
    assert (moved.date, moved.start, moved.calendar_sequence) == (LATER, EVENING, 1)
    assert calendar_uid(moved) == before
    move(database, meeting, DAY)
    assert calendar_uid(snapshot(database, meeting)) == before
    assert snapshot(database, meeting).calendar_sequence == 2
    assert findings(database) == []


def test_a_meeting_moves_past_no_day_on_which_what_it_gives_is_due(database: Database, meeting: int) -> None:
    item = agenda.add_agenda_item(database, meeting, "Belysning")
    given = assignments.add_assignment(database, item, Named("Bo Ek"), "laga lamporna", due=DAY)

    with pytest.raises(RuleBroken, match="Bo Ek is to do something by"):
        move(database, meeting)

    assert snapshot(database, meeting).date == DAY
    assignments.change_assignment(database, given, due=LATER)
    move(database, meeting)
    assert snapshot(database, meeting).date == LATER


def test_a_meeting_on_the_day_that_another_left_has_a_name_of_its_own(
    database: Database, committee: int, meeting: int
) -> None:
    move(database, meeting)
    second = meetings.add_meeting(database, committee, DAY, start=EVENING)
    move(database, second, date(2027, 2, 15))
    third = meetings.add_meeting(database, committee, DAY, start=EVENING)

    names = {calendar_uid(snapshot(database, each)) for each in (meeting, second, third)}

    assert len(names) == 3


def test_moving_is_one_step(database: Database, meeting: int) -> None:
    before = rows(database)

    move(database, meeting)
    undo.undo(database)

    assert rows(database) == before


def test_a_meeting_that_stays_where_it_is_is_no_change(database: Database, meeting: int) -> None:
    before = entries(database)

    move(database, meeting, DAY)

    assert entries(database) == before


def test_a_body_does_not_meet_twice_at_once(database: Database, committee: int, meeting: int) -> None:
    other = meetings.add_meeting(database, committee, LATER, start=EVENING)

    with pytest.raises(RuleBroken, match="There is a meeting on 2027-02-08"):
        move(database, meeting)
    move(database, meeting, LATER, MORNING)
    assert snapshot(database, meeting).date == snapshot(database, other).date


def test_a_meeting_is_moved_to_the_past_only_when_that_is_meant(database: Database, meeting: int) -> None:
    with pytest.raises(RuleBroken, match="2026-11-16 is in the past"):
        meetings.move_meeting(
            database, meeting, day=date(2026, 11, 16), start=EVENING, place=None, today=TODAY
        )
    meetings.move_meeting(
        database, meeting, day=date(2026, 11, 16), start=EVENING, place=None, today=TODAY, past=True
    )

    assert snapshot(database, meeting).date == date(2026, 11, 16)


def test_what_was_sent_stays_when_a_meeting_moves(database: Database, meeting: int) -> None:
    put(database, meeting, stage=Stage.SUMMONED)
    with database.change("Send") as change:
        change.insert(
            "sending",
            meeting_id=meeting,
            position=0,
            number=0,
            sent_on=date(2027, 1, 20),
            meeting_date=DAY,
            meeting_starts=EVENING,
        )

    move(database, meeting)

    found = snapshot(database, meeting)
    assert (found.date, found.stage, found.sendings[0].meeting_date) == (LATER, Stage.SUMMONED, DAY)


def test_a_last_day_goes_along_and_papers_are_not_due_after_the_meeting(
    database: Database, meeting: int
) -> None:
    meetings.set_end(database, meeting, end=time(12), end_date=date(2027, 2, 2))
    meetings.set_papers_due(database, meeting, date(2027, 1, 25))

    move(database, meeting, date(2027, 1, 11))

    found = snapshot(database, meeting)
    assert (found.end_date, found.papers_due) == (date(2027, 1, 12), None)


def test_groups_that_meet_on_the_day_before_do_so_before_the_new_day(
    database: Database, meeting: int
) -> None:
    groups = [GroupMeeting(id=0, name="Majoriteten"), GroupMeeting(id=0, name="M", date=date(2027, 1, 31))]
    meetings.set_group_meetings(database, meeting, groups)

    move(database, meeting, date(2027, 1, 11))

    assert [each.date for each in snapshot(database, meeting).group_meetings] == [None, date(2027, 1, 10)]


def test_where_and_when_a_verified_meeting_was_stays(database: Database, meeting: int) -> None:
    put(database, meeting, stage=Stage.VERIFIED)

    with pytest.raises(RuleBroken, match="The protocol is verified"):
        move(database, meeting)
    with pytest.raises(RuleBroken, match="The protocol is verified"):
        meetings.set_place(database, meeting, "Lilla salen")
    with pytest.raises(RuleBroken, match="The protocol is verified"):
        meetings.set_end(database, meeting, end=time(20))


def test_another_place_is_told_to_calendars(database: Database, meeting: int) -> None:
    meetings.set_place(database, meeting, " Lilla  salen ")

    found = snapshot(database, meeting)
    assert (found.place, found.calendar_sequence) == ("Lilla salen", 1)


def test_a_cancelled_meeting_says_why_and_since_when(database: Database, meeting: int) -> None:
    meetings.cancel_meeting(database, meeting, on=TODAY, because="För få ärenden")
    cancelled = snapshot(database, meeting)
    meetings.restore_meeting(database, meeting)
    held = snapshot(database, meeting)

    assert (cancelled.cancelled_on, cancelled.cancelled_because) == (TODAY, "För få ärenden")
    assert (held.cancelled_on, held.cancelled_because, held.calendar_sequence) == (None, None, 2)
    assert calendar_uid(held) == calendar_uid(cancelled)


def test_what_cannot_be_cancelled_is_refused(database: Database, meeting: int) -> None:
    with pytest.raises(RuleBroken, match="Say why"):
        meetings.cancel_meeting(database, meeting, on=TODAY, because=" ")
    meetings.cancel_meeting(database, meeting, on=TODAY, because="Snö")
    with pytest.raises(RuleBroken, match="cancelled already"):
        meetings.cancel_meeting(database, meeting, on=TODAY, because="Snö")
    meetings.restore_meeting(database, meeting)
    put(database, meeting, stage=Stage.IN_SESSION)
    with pytest.raises(RuleBroken, match="was held"):
        meetings.cancel_meeting(database, meeting, on=TODAY, because="Snö")


def test_papers_are_in_before_the_meeting(database: Database, meeting: int) -> None:
    with pytest.raises(RuleBroken, match="Papers are in before"):
        meetings.set_papers_due(database, meeting, LATER)


def test_a_meeting_does_not_end_before_it_begins(database: Database, meeting: int) -> None:
    with pytest.raises(RuleBroken, match="ends on 2027-02-01 or later"):
        meetings.set_end(database, meeting, end=None, end_date=date(2027, 1, 31))


def test_groups_meet_before_the_meeting(database: Database, meeting: int) -> None:
    groups = [
        GroupMeeting(id=0, name="S-gruppen", date=DAY, start=time(16), place="Rum 3"),
        GroupMeeting(id=0, name="M, L och KD", date=date(2027, 1, 29)),
    ]

    meetings.set_group_meetings(database, meeting, groups)

    first, second = snapshot(database, meeting).group_meetings
    assert (first.name, first.date, first.start, first.place) == ("S-gruppen", None, time(16), "Rum 3")
    assert (second.name, second.date) == ("M, L och KD", date(2027, 1, 29))
    with pytest.raises(RuleBroken, match="S-gruppen meets before"):
        meetings.set_group_meetings(database, meeting, [GroupMeeting(id=0, name="S-gruppen", date=LATER)])
    with pytest.raises(RuleBroken, match="A name is needed"):
        meetings.set_group_meetings(database, meeting, [GroupMeeting(id=0, name=" ")])


@given(some.lists(some.tuples(some.dates(), some.none() | some.times()), unique=True, max_size=8))
def test_no_two_meetings_have_one_name_in_calendars(slots: list[tuple[date, time | None]]) -> None:
    body = Body(id=1, key="ks", name="KS", kind=BodyKind.COMMITTEE, rules=PRESETS[BodyKind.COMMITTEE])
    slots = list({(day, start and start.replace(second=0, microsecond=0)) for day, start in slots})

    names = [
        first_uid(organisation, body, *slot, again)
        for organisation in (None, Organisation(name="Ekby"))
        for slot in slots
        for again in (0, 1)
    ]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("what", ["day", "place"])
def test_a_meeting_that_moves_is_announced_anew(database: Database, meeting: int, what: str) -> None:
    put(database, meeting, announced_on=date(2027, 1, 20))

    if what == "day":
        move(database, meeting)
    else:
        meetings.set_place(database, meeting, "Folkets hus")

    assert snapshot(database, meeting).announced_on is None  # KL 5 kap. 13 §


def test_when_a_meeting_that_was_held_was_announced_stays(database: Database, meeting: int) -> None:
    put(database, meeting, announced_on=date(2027, 1, 20), stage=Stage.CLOSED)

    move(database, meeting)

    assert snapshot(database, meeting).announced_on == date(2027, 1, 20)


def test_urgent_decisions_go_on_from_a_cancelled_meeting_to_the_next(
    database: Database, committee: int, meeting: int
) -> None:
    delegated.add_delegated(database, committee, "Akut pump", today=TODAY, urgent=True)
    later = meetings.add_meeting(database, committee, LATER)

    meetings.cancel_meeting(database, meeting, on=TODAY, because="Förfall")

    assert [each.origin for each in snapshot(database, later).items] == [Origin.URGENT]
    last = meetings.add_meeting(database, committee, date(2027, 2, 15))
    with database.read() as read:
        assert unreported_urgent(read, later) == ()
        assert waiting(read, later) == waiting(read, last) == ()
    meetings.restore_meeting(database, meeting)
    with database.read() as read:
        assert [each.title for each in unreported_urgent(read, meeting)] == ["Akut pump"]
