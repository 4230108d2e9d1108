from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from statistics import mean

import pytest

from klubban import paths
from klubban.domain.assignment import StepKind
from klubban.domain.commitment import CommitmentKind, Progress
from klubban.domain.deadlines import earliest_removal, notice_due, verification_due
from klubban.domain.meeting import AttendsAs, Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import rules_of
from klubban.exchange.items import OpenItem
from klubban.exchange.meetings import OpenAttendee, OpenMeeting
from klubban.exchange.minutes import OpenDivision
from klubban.exchange.open_format import parse

SAMPLE = parse((paths.resources() / "sample.json").read_bytes())
TODAY = date(2026, 11, 22)
SEATS = {body.key: body.seats for body in SAMPLE.bodies if body.seats}
RULES = {body.key: rules_of(body.kind, body.rules) for body in SAMPLE.bodies}
COUNCIL = [meeting for meeting in SAMPLE.meetings if meeting.body == "bra" and meeting.attendance]

PARAGRAPHS = [
    pytest.param(meeting, item, id=f"{meeting.body} {meeting.date.year} § {item.paragraph}")
    for meeting in SAMPLE.meetings
    for item in meeting.items
    if item.paragraph
]


def there(meeting: OpenMeeting, attendee: OpenAttendee, number: int) -> bool:
    if attendee.items:
        return number in {item.paragraph for item in meeting.items if item.key in attendee.items}
    return attendee.paragraphs is None or number in attendee.paragraphs


def serving(meeting: OpenMeeting, number: int) -> set[str | None]:
    deciding = (AttendsAs.MEMBER, AttendsAs.SERVING_ALTERNATE)
    return {
        each.person.key
        for each in meeting.attendance
        if each.attends_as in deciding and there(meeting, each, number)
    }


def voices(division: OpenDivision) -> int:
    if division.ballot:
        return sum((division.ballot.yes, division.ballot.no, division.ballot.blank, division.ballot.invalid))
    return len(division.votes)


def test_there_is_a_body_of_every_sort_that_decides_and_a_meeting_in_every_stage() -> None:
    kinds = ["assembly", "committee", "committee", "council", "subcommittee", "forum"]
    assert [body.kind for body in SAMPLE.bodies] == [*kinds, "forum", "forum", "forum"]
    assert {meeting.stage for meeting in SAMPLE.meetings} == set(Stage)


@pytest.mark.parametrize("day", [TODAY, date(2025, 8, 31), date(2025, 9, 1), date(2026, 12, 1)])
def test_every_seat_of_a_body_stands_in_its_list_on_any_day(day: date) -> None:
    seats = (
        seat.body
        for seat in SAMPLE.seats
        if seat.role.decides and (seat.from_date or day) <= day <= (seat.to_date or day)
    )

    found = Counter(seats)
    assert {key: found[key] for key in SEATS} == SEATS


def test_of_the_councils_seats_ten_are_there_on_average_and_some_never() -> None:
    there_each = [
        [each for each in meeting.attendance if each.attends_as is AttendsAs.MEMBER] for meeting in COUNCIL
    ]
    seen = {each.person.key for present in there_each for each in present if each.person.key}
    never = {seat.represents for seat in SAMPLE.seats if seat.body == "bra" and seat.person not in seen}

    assert SEATS["bra"] == 24
    assert round(mean(map(len, there_each))) == 10
    assert {"Villaägarna Ekby", "Ekby idrottsallians", "Ekby köpmannaförening"} <= never


def test_the_meeting_in_session_has_a_roll_with_life_in_it() -> None:
    meeting = next(meeting for meeting in SAMPLE.meetings if meeting.roll)
    rows = [(each.person.key, each.attends_as, each.serves_for) for each in meeting.attendance]
    stays = [stay for line in meeting.roll for stay in line.stays]

    assert meeting.stage is Stage.IN_SESSION
    assert len({served for who, _as, served in rows if who == "nouri" and served}) == 2
    assert any(stay.remote for stay in stays)
    assert RULES[meeting.body].remote
    assert any(stay.came_at for stay in stays)


@pytest.mark.parametrize(("meeting", "item"), PARAGRAPHS)
def test_those_who_serve_make_a_quorum_and_fill_no_seat_twice(meeting: OpenMeeting, item: OpenItem) -> None:
    number = item.paragraph or 0
    here = serving(meeting, number)
    stood_in_for = [
        each.serves_for.key for each in meeting.attendance if each.serves_for and there(meeting, each, number)
    ]
    least = SEATS[meeting.body] // 2 if RULES[meeting.body].quorum else 0

    assert least < len(here) <= SEATS[meeting.body]
    assert len(set(stood_in_for)) == len(stood_in_for)
    assert not here & set(stood_in_for)


@pytest.mark.parametrize(("meeting", "item"), PARAGRAPHS)
def test_the_disqualified_are_not_there(meeting: OpenMeeting, item: OpenItem) -> None:
    disqualified = {each.person.key for each in item.disqualifications}

    assert not disqualified & {
        each.person.key for each in meeting.attendance if there(meeting, each, item.paragraph or 0)
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


def test_texts_write_themselves_where_it_was_recorded_what_was_put_and_found() -> None:
    recorded = [item for meeting in SAMPLE.meetings for item in meeting.items if item.puts or item.elections]
    opinions = [each for item in recorded for each in (*item.reservations, *item.statements)]
    votes = [each for item in recorded for each in item.divisions]

    assert {item.proceedings for item in recorded} == {()}
    assert {put.puts for item in recorded for put in item.puts} == {
        "refer_back",
        "main",
        "amendment",
        "addition",
    }
    assert {each.method for item in recorded for each in item.elections} == {"acclamation", "ballot"}
    assert any(each.minority for each in votes)
    assert any(each.question == "counter_proposal" for each in votes)
    assert any(each.awaited for each in opinions)
    assert any(each.appendix for each in opinions)


def test_a_forum_has_notes_with_what_was_agreed_and_objected_to() -> None:
    notes = next(meeting for meeting in SAMPLE.meetings if meeting.objections)

    assert not RULES[notes.body].protocol
    assert notes.notes_sent
    assert any(item.decision and item.assignments for item in notes.items)


def test_there_are_phrases_of_all_and_of_bodies_and_habits_that_differ() -> None:
    assert SAMPLE.phrases
    assert [body.key for body in SAMPLE.bodies if body.phrases] == ["kf", "ks"]
    assert {body.key: body.habits.votes for body in SAMPLE.bodies if body.habits} == {
        "kf": "appendix",
        "tn": "sentences",
    }


def test_the_forums_of_a_municipality_met_for_two_years_as_often_as_they_are_to() -> None:
    held = Counter(
        (meeting.body, meeting.date.year)
        for meeting in SAMPLE.meetings
        if meeting.date <= date(2026, 12, 31) and meeting.cancelled_on is None
    )

    wanted = {body.key: RULES[body.key].meetings_a_year for body in SAMPLE.bodies}
    for key in ("bra", "cs", "pg", "og", "nt", "tu"):
        assert min(held[key, 2025], held[key, 2026]) >= (wanted[key] or 99), key


def test_what_is_reported_goes_upwards_from_the_operative_group_to_the_chiefs() -> None:
    upwards = {body.key: body.reports_to for body in SAMPLE.bodies}
    reports = {each.key: each for each in SAMPLE.situations}

    assert (upwards["og"], upwards["pg"], upwards["cs"]) == ("pg", "cs", "ks")
    assert all(
        upwards[reports[key].body] == each.body for each in SAMPLE.situations for key in each.rolled_up
    )
    assert {each.body for each in SAMPLE.situations if each.rolled_up} == {"pg", "cs"}
    assert {name for each in SAMPLE.situations for name in each.scale} == set(SAMPLE.bodies[-2].scale)


def test_assignments_went_every_way_that_there_is() -> None:
    all_of_them = [
        *SAMPLE.assignments,
        *(each for meeting in SAMPLE.meetings for item in meeting.items for each in item.assignments),
    ]
    keys = {each.key for each in all_of_them}
    kinds = {step.kind for each in all_of_them for step in each.steps}
    stuck = [step for each in all_of_them for step in each.steps if step.kind is StepKind.STUCK]
    left = {seat.person for seat in SAMPLE.seats if seat.to_date and seat.to_date < TODAY}

    assert len(all_of_them) > 40
    assert kinds == set(StepKind) - {StepKind.FREED, StepKind.REOPENED}
    assert all(step.between and step.aims and step.taken_to for step in stuck)
    assert any(each.status == "open" and each.to.key in left and not each.steps for each in all_of_them)
    assert all(
        seen.assignment in keys for walk in SAMPLE.walks for seen in walk.observations if seen.assignment
    )


def test_a_referral_has_been_answered_declined_and_reminded_of() -> None:
    sent = next(each for each in SAMPLE.inquiries if each.key == "remiss-ordningsvakter")

    assert sum(question.withdrawn_on is None for question in sent.questions) == 3
    assert [bool(each.replies) for each in sent.referees].count(True) == 4
    assert [each.who.key or each.who.name for each in sent.referees if each.declined_on] == [
        "Ekby ungdomsråd"
    ]
    assert any(len(each.reminders) == 2 and not each.replies for each in sent.referees)


def test_plans_of_every_kind_are_followed_up_and_an_old_one_is_not() -> None:
    plan = next(each for each in SAMPLE.commitments if each.activities)
    reviews = [each.review for each in SAMPLE.commitments if each.review]

    assert {each.kind for each in SAMPLE.commitments} == set(CommitmentKind)
    assert len(plan.activities) == 13
    assert {step.progress for each in plan.activities for step in each.steps} >= {
        Progress.DONE,
        Progress.UNDER_WAY,
        Progress.MOVED,
    }
    assert min(reviews).year == 2018
    assert any(each.review_months == 24 and "2023:196" in (each.source or "") for each in SAMPLE.commitments)


def test_the_index_rose_from_47_to_80_over_ten_years() -> None:
    goal = SAMPLE.goals[0]
    found = {
        year: mean(
            float((each.value - indicator.none_at) / (indicator.full_at - indicator.none_at) * 100)
            for indicator in goal.indicators
            for each in indicator.measured
            if each.year == year
        )
        for year in range(2017, 2027)
    }

    assert (round(found[2017]), round(found[2026])) == (47, 80)
    assert {year for year, value in found.items() if value < goal.yellow_from} == {2017}
