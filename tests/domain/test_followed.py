"""What is followed up comes on the list by its day; nothing of what is confidential is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from klubban.domain.agenda import StandingItem
from klubban.domain.assignment import Assignment, AssignmentStatus, AssignmentStep, StepKind
from klubban.domain.body import Body, Named, Person, Seat, SeatRole
from klubban.domain.commitment import CommitmentKind
from klubban.domain.commitments_due import Follows, FollowUpDue
from klubban.domain.duty import Duty, Followed, Standing, Wanted, statute
from klubban.domain.followed import (
    of_assignments,
    of_commitments,
    of_inquiries,
    of_situations,
    of_undated,
    of_wheel,
)
from klubban.domain.glance import Ahead, Readiness, loads, next_meetings
from klubban.domain.inquiries_due import InquiryDue, InquiryWants
from klubban.domain.meeting import Stage
from klubban.domain.planned import Planned
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.scope import Mine, Scope, mine, who_may_sit_here
from klubban.domain.situation import Reporting
from klubban.domain.undertaken import Undertaken
from klubban.domain.wheel import TooFew
from klubban.domain.year_wheel import State, months, spokes

TODAY = date(2026, 11, 23)
ANNA = Named("Anna Berg", None, 4)
BODY = Body(
    id=1, key="ks", name="Kommunstyrelsen", kind=BodyKind.COMMITTEE, rules=PRESETS[BodyKind.COMMITTEE]
)
KNOWN = {1: BODY}


def given(
    due: date | None = TODAY, *, without_answer: int = 0, hidden: bool = False, **facts: Any
) -> Undertaken:
    """Return an assignment of a paragraph."""
    return Undertaken(
        assignment=Assignment(id=7, to=ANNA, text="Ordna en karta.", due=due, **facts),
        body=1,
        on=date(2026, 9, 1),
        number=58,
        confidential=hidden,
        meetings_without_answer=without_answer,
    )


def stuck(taken_to: int | None = None) -> AssignmentStep:
    """Return that an assignment is stuck."""
    between = ("Polisen", "Skolan")
    return AssignmentStep(id=1, kind=StepKind.STUCK, day=TODAY, between=between, taken_to=taken_to)


def test_an_assignment_is_due_on_the_day_that_holds_now() -> None:
    moved = AssignmentStep(id=1, kind=StepKind.MOVED, day=TODAY, due=TODAY + timedelta(days=3), reason="Snö")

    (duty,) = of_assignments([given(TODAY - timedelta(days=9), steps=(moved,))], KNOWN)

    assert (duty.what, duty.day, duty.standing(TODAY)) == (
        Wanted.ASSIGNMENT,
        TODAY + timedelta(days=3),
        Standing.SOON,
    )
    assert (duty.who, duty.person, duty.held) == ("Anna Berg", 4, date(2026, 9, 1))
    assert duty.key == "duty-assignment-assignment-7"


@pytest.mark.parametrize(
    ("one", "what"),
    [
        (given(None, without_answer=2), Wanted.UNANSWERED),
        (given(None, steps=(stuck(),)), Wanted.STUCK),
        (given(TODAY, steps=(stuck(),)), Wanted.STUCK),
        (given(TODAY, steps=(stuck(taken_to=1),)), Wanted.ASSIGNMENT),
    ],
)
def test_what_nobody_answers_and_what_is_stuck_is_told_as_such(one: Undertaken, what: Wanted) -> None:
    (duty,) = of_assignments([one], KNOWN)

    assert duty.what is what
    assert duty.has_last == (one.assignment.due is not None)


def test_what_is_done_or_far_off_or_has_no_day_is_left_out_of_the_list() -> None:
    done = given(status=AssignmentStatus.DONE)
    far = given(TODAY + timedelta(days=90))

    assert list(of_assignments([done, far, given(None)], KNOWN, TODAY + timedelta(days=60))) == []
    (undated,) = of_undated([done, given(None)], KNOWN, TODAY)
    assert not undated.has_day
    assert undated.late_by(TODAY) == 0


def test_of_a_confidential_assignment_neither_words_nor_owner_is_told() -> None:
    (duty,) = of_assignments([given(hidden=True, steps=(stuck(taken_to=1),))], KNOWN)

    assert (duty.names, duty.who, duty.between) == (("",), None, ())


def test_inquiries_plans_and_situations_name_the_body_and_lead_to_what_they_are() -> None:
    asked = InquiryDue(
        wants=InquiryWants.ANSWERS, day=TODAY, title="Trygghet", body=1, inquiry=5, answered=1, asked=5
    )
    received = InquiryDue(wants=InquiryWants.ANSWER, day=TODAY, title="Remiss", matter=9, received=2)
    activity = FollowUpDue(
        what=Follows.ACTIVITY, day=TODAY, commitment=3, kind=CommitmentKind.ACTIVITY_PLAN, body=1,
        title="Plan", detail="Vandring", part=8,
    )  # fmt: skip
    report = Reporting(body=1, to=1, meeting=2, meets_on=TODAY + timedelta(days=2))

    found = [
        *of_inquiries([asked, received], KNOWN),
        *of_commitments([activity], KNOWN),
        *of_situations([report], KNOWN, TODAY),
    ]

    assert [each.what for each in found] == [
        Wanted.ANSWERS,
        Wanted.REPLY,
        Wanted.ACTIVITY,
        Wanted.SITUATION,
    ]
    assert [(each.follows, each.id, each.matter) for each in found] == [
        (Followed.INQUIRY, 5, None),
        (None, None, 9),
        (Followed.COMMITMENT, 3, None),
        (Followed.SITUATION, 1, None),
    ]
    assert found[0].counted == (1, 5)
    assert (found[2].names, found[2].within, found[2].part) == (("Vandring",), "Plan", 8)


def test_the_wheel_tells_what_was_done_missed_and_is_to_come() -> None:
    budget = StandingItem(id=1, title="Budget", months=(3, 6, 11, 12), source="KL 11 kap. 8 §")
    days = {1: (date(2026, 6, 9), date(2026, 12, 8))}

    found = list(spokes(BODY, [budget], date(2026, 1, 20), days, TODAY))

    assert [(each.month, each.state) for each in found] == [
        (3, State.MISSED),
        (6, State.DONE),
        (11, State.NOW),
        (12, State.COMING),
    ]
    (missed,) = of_wheel(found, [])
    assert (missed.what, missed.day, statute(missed)) == (
        Wanted.OBLIGATION,
        date(2026, 3, 31),
        "KL 11 kap. 8 §",
    )
    assert [each.month for each in spokes(BODY, [budget], date(2026, 5, 2), days, TODAY)] == [6, 11, 12]
    june = months(found, [date(2026, 6, 9), date(2026, 12, 8)], TODAY)[5]
    assert (june.held, june.planned, june.counted(State.DONE)) == (1, 0, 1)


def test_too_few_meetings_are_told_as_long_as_they_can_be_planned() -> None:
    few = TooFew(body=BODY, year=2026, least=4, found=3, left=2)

    (duty,) = of_wheel([], [few, replace(few, left=0)])

    assert (duty.what, duty.day, duty.counted) == (Wanted.MEETINGS, date(2026, 12, 31), (3, 4))


def test_what_is_for_me_is_what_my_bodies_and_i_have_to_do() -> None:
    person = Person(id=4, key="a", name="Anna Berg")
    seats = [
        Seat(id=1, body=1, role=SeatRole.SECRETARY, person=4),
        Seat(id=2, body=2, role=SeatRole.SECRETARY, person=4, to_date=date(2025, 12, 31)),
        Seat(id=3, body=3, role=SeatRole.MEMBER, person=4),
    ]
    me = mine(" anna  BERG", [person], seats, TODAY)
    assert me == Mine(person, frozenset({1}))
    elsewhere = replace(BODY, id=3)

    own = Duty(what=Wanted.SUMMONS, day=TODAY, body=BODY)
    other = replace(own, body=elsewhere)
    assigned = replace(other, what=Wanted.ASSIGNMENT, follows=Followed.ASSIGNMENT, person=4)

    assert [Scope(mine=me).has(each) for each in (own, other, assigned)] == [True, False, True]
    assert [Scope(body=3).has(each) for each in (own, other)] == [False, True]
    assert mine("Ingen", [person], seats, TODAY) is None
    assert who_may_sit_here([person], seats, TODAY) == (person,)


def test_the_next_meetings_say_what_stands_in_their_way() -> None:
    tomorrow = Planned(id=1, body=1, date=TODAY + timedelta(days=1))
    held = replace(tomorrow, id=2, date=TODAY, stage=Stage.CLOSED)
    now = replace(tomorrow, id=3, date=TODAY - timedelta(days=1), stage=Stage.IN_SESSION)
    called = replace(tomorrow, summoned_on=TODAY)

    assert next_meetings([tomorrow, held, now], TODAY, 4) == (now, tomorrow)
    stands = [
        Ahead(meeting=each, body=BODY, items=items, lacking=lacking).readiness(TODAY)
        for each, items, lacking in (
            (now, 3, 1),
            (replace(tomorrow, date=TODAY), 3, 1),
            (called, 3, 1),
            (called, 3, 0),
            (tomorrow, 3, 0),
            (tomorrow, 0, 0),
        )
    ]
    assert stands == [
        Readiness.GOES_ON,
        Readiness.TODAY,
        Readiness.LACKING,
        Readiness.SUMMONED,
        Readiness.PLANNED,
        Readiness.EMPTY,
    ]


def test_who_is_late_comes_first_and_what_is_confidential_is_not_counted() -> None:
    late, other = given(TODAY - timedelta(days=1)), given(TODAY)
    bo = replace(other, assignment=replace(other.assignment, to=Named("Bo Ek", "C", 5)))

    found = loads([bo, bo, late, given(hidden=True)], TODAY)

    assert [(each.who, each.count, each.late) for each in found] == [("Anna Berg", 1, 1), ("Bo Ek (C)", 2, 0)]
