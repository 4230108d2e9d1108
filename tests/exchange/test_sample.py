from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from klubban import paths
from klubban.domain.deadlines import earliest_removal, notice_due, verification_due
from klubban.domain.meeting import AttendsAs, Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.exchange.items import OpenDivision, OpenItem
from klubban.exchange.meetings import OpenAttendee, OpenMeeting
from klubban.exchange.open_format import parse

SAMPLE = parse((paths.resources() / "sample.json").read_bytes())
TODAY = date(2026, 11, 22)
SEATS = {body.key: body.seats or 0 for body in SAMPLE.bodies}

PARAGRAPHS = [
    pytest.param(meeting, item, id=f"{meeting.body} § {item.paragraph}")
    for meeting in SAMPLE.meetings
    for item in meeting.items
    if item.paragraph
]


def there(attendee: OpenAttendee, number: int) -> bool:
    return attendee.paragraphs is None or number in attendee.paragraphs


def serving(meeting: OpenMeeting, number: int) -> set[str | None]:
    deciding = (AttendsAs.MEMBER, AttendsAs.SERVING_ALTERNATE)
    return {
        each.person.key for each in meeting.attendance if each.attends_as in deciding and there(each, number)
    }


def voices(division: OpenDivision) -> int:
    if division.ballot:
        return sum((division.ballot.yes, division.ballot.no, division.ballot.blank, division.ballot.invalid))
    return len(division.votes)


def test_there_are_three_bodies_and_six_meetings_in_different_stages() -> None:
    assert len(SAMPLE.bodies) == 3
    assert Counter(meeting.stage for meeting in SAMPLE.meetings) == {
        Stage.PLANNED: 1,
        Stage.SUMMONED: 1,
        Stage.IN_SESSION: 1,
        Stage.READY: 1,
        Stage.ANNOUNCED: 1,
        Stage.IN_FORCE: 1,
    }


def test_every_seat_of_a_body_stands_in_its_list() -> None:
    apart = ("alternate", "secretary", "co_opted")

    assert Counter(seat.body for seat in SAMPLE.seats if seat.role not in apart) == SEATS


@pytest.mark.parametrize(("meeting", "item"), PARAGRAPHS)
def test_those_who_serve_make_a_quorum_and_fill_no_seat_twice(meeting: OpenMeeting, item: OpenItem) -> None:
    number = item.paragraph or 0
    here = serving(meeting, number)
    stood_in_for = [
        each.serves_for.key for each in meeting.attendance if each.serves_for and there(each, number)
    ]

    assert SEATS[meeting.body] // 2 < len(here) <= SEATS[meeting.body]
    assert len(set(stood_in_for)) == len(stood_in_for)
    assert not here & set(stood_in_for)


@pytest.mark.parametrize(("meeting", "item"), PARAGRAPHS)
def test_the_disqualified_are_not_there(meeting: OpenMeeting, item: OpenItem) -> None:
    disqualified = {each.person.key for each in item.disqualifications}

    assert not disqualified & {
        each.person.key for each in meeting.attendance if there(each, item.paragraph or 0)
    }


@pytest.mark.parametrize(("meeting", "item"), PARAGRAPHS)
def test_votes_and_reservations_are_those_of_the_serving(meeting: OpenMeeting, item: OpenItem) -> None:
    deciding = serving(meeting, item.paragraph or 0) - {each.key for each in item.not_taking_part}

    for division in item.divisions:
        assert voices(division) == len(deciding)
        assert {vote.person.key for vote in division.votes} in (set(), deciding)
    assert {who.key for each in item.reservations for who in each.by} <= deciding


@pytest.mark.parametrize(("meeting", "item"), PARAGRAPHS)
def test_the_chair_answers_last(meeting: OpenMeeting, item: OpenItem) -> None:
    for division in item.divisions:
        assert not division.votes or meeting.chair in (None, division.votes[-1].person)


@pytest.mark.parametrize("meeting", SAMPLE.meetings, ids=lambda meeting: f"{meeting.body} {meeting.date}")
def test_dates_keep_to_the_law(meeting: OpenMeeting) -> None:
    for verification in meeting.verification:
        assert verification.date
        assert meeting.date <= verification.date <= verification_due(meeting.date).day
        assert bool(verification.signed_by) == (verification.date <= TODAY)
    for notice in meeting.notice:
        verified = [each.date for each in meeting.verification if each.paragraphs == notice.paragraphs]
        assert notice.posted
        assert verified[0]
        assert verified[0] <= notice.posted <= notice_due(verified[0]).day
        assert notice.removed is None or notice.removed >= earliest_removal(notice.posted)
        assert notice.removed is None or notice.removed <= TODAY


@pytest.mark.parametrize("meeting", SAMPLE.meetings, ids=lambda meeting: f"{meeting.body} {meeting.date}")
def test_paragraphs_are_one_series(meeting: OpenMeeting) -> None:
    numbers = [item.paragraph for item in meeting.items if item.paragraph]
    numbered = Paragraphs.of(numbers)
    of_parts = [each.paragraphs for each in meeting.verification if each.paragraphs]

    assert numbered is None or len(numbered.ranges) == 1
    assert numbers == sorted(numbers)
    assert not of_parts or sorted(number for part in of_parts for number in part) == numbers


def test_what_happens_around_today_happens_around_today() -> None:
    in_session = next(meeting for meeting in SAMPLE.meetings if meeting.stage is Stage.IN_SESSION)

    assert in_session.end_date == TODAY + timedelta(days=1)
    assert {
        meeting.date > TODAY
        for meeting in SAMPLE.meetings
        if meeting.stage in (Stage.PLANNED, Stage.SUMMONED)
    } == {True}
