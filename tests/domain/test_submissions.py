"""What counts as an answer to what members and citizens raised, and until when it is awaited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.domain.agenda import Delegated, ItemKind
from klubban.domain.matter_history import Handled, Happened, events, same_number
from klubban.domain.meeting import Matter, Outcome, Submission, SubmissionKind
from klubban.domain.rules import BodyKind
from klubban.domain.submissions import (
    Raised,
    answer,
    due_day,
    never_delegated,
    of_committees,
    raised,
    unanswered,
)

KF, KS, TN = 1, 2, 3
KINDS = {KF: BodyKind.ASSEMBLY, KS: BodyKind.COMMITTEE, TN: BodyKind.COMMITTEE}
MOTION = SubmissionKind.MEMBER_MOTION
START = date(2026, 1, 26)


def matter(kind: SubmissionKind = MOTION, day: date | None = START, **facts: Any) -> Matter:
    submission = Submission(kind=kind, by="Rut Almåker (KD)", date=day)
    return Matter(id=7, key="m", title="Motion om bussresor", submission=submission, **facts)


def at(body: int, month: int, outcome: str | None = "decided", decision: str = "", **facts: Any) -> Handled:
    return Handled(
        item=month * 10 + body,
        meeting=month * 10 + body,
        body=body,
        body_name={KF: "Kommunfullmäktige", KS: "Kommunstyrelsen", TN: "Tekniska nämnden"}[body],
        body_kind=KINDS[body],
        date=date(2026, month, 15),
        title="Motion om bussresor",
        place=3,
        outcome=Outcome(outcome) if outcome else None,
        decision=decision,
        **facts,
    )


def answered_in(month: int, handled: list[Handled], **facts: Any) -> bool:
    found = answer(matter(**facts), handled)
    return found is not None and found.day == date(2026, month, 15)


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2025-03-01", "2026-03-01"),
        ("2024-02-29", "2025-02-28"),
        ("2023-02-28", "2024-02-28"),
        ("2025-12-31", "2026-12-31"),
    ],
)
def test_a_year_ends_on_the_same_day_or_on_the_last_of_that_month(day: str, due: str) -> None:
    submission = Submission(kind=MOTION, date=date.fromisoformat(day))

    assert due_day(submission) == date.fromisoformat(due)


@given(some.dates(date(1900, 1, 1), date(2190, 1, 1)))
def test_a_year_is_never_longer_than_366_days(day: date) -> None:
    due = due_day(Submission(kind=SubmissionKind.CITIZEN_PROPOSAL, date=day))

    assert due is not None
    assert timedelta(365) <= due - day <= timedelta(366)


@pytest.mark.parametrize("kind", [SubmissionKind.INTERPELLATION, SubmissionKind.QUESTION])
def test_what_is_no_motion_or_citizens_proposal_has_no_year(kind: SubmissionKind) -> None:
    assert due_day(Submission(kind=kind, date=START)) is None
    assert due_day(Submission(kind=MOTION)) is None


def test_handing_a_motion_over_is_no_answer_but_deciding_it_is() -> None:
    first = at(KF, 1, decision="Motionen överlämnas till kommunstyrelsen för beredning.")
    prepared = at(KS, 4, proposes_to=("Kommunfullmäktige",), decision="Motionen avslås.")
    decided = at(KF, 5, decision="Motionen avslås.")

    assert answer(matter(), [first]) is None
    assert answer(matter(), [first, prepared]) is None
    assert answer(matter(), [decided, prepared, first]) is not None
    assert answered_in(5, [first, prepared, decided])


def test_to_whom_a_decision_is_sent_takes_nothing_from_it() -> None:
    sent = at(KF, 5, decision="Motionen avslås. Beslutet skickas till tekniska nämnden för handläggning.")

    assert answered_in(5, [at(KF, 1), sent])


def test_the_assemblys_first_decision_hands_over_whatever_it_says() -> None:
    assert answer(matter(), [at(KF, 1, decision="Motionen får väckas.")]) is None
    assert answered_in(5, [at(KF, 1), at(KF, 5)])


@pytest.mark.parametrize(
    "last",
    [
        at(KF, 5, "postponed"),
        at(KF, 5, "referred_back"),
        at(KF, 5, "withdrawn"),
        at(KF, 5, "noted"),
        at(KF, 5, None),
        at(KF, 5, withdrawn=True),
        at(KF, 5, refers=True),
        at(KF, 5, kind=ItemKind.REPORT),
        at(KF, 5, kind=ItemKind.INFORMATION),
        at(KF, 5, decision="Motionen återremitteras till kommunstyrelsen för ytterligare beredning."),
    ],
)
def test_what_leaves_a_motion_open_is_no_answer(last: Handled) -> None:
    assert answer(matter(), [at(KF, 1), at(KS, 4), last]) is None


def test_a_committee_that_is_named_answers_by_its_own_decision() -> None:
    assert answered_in(4, [at(KS, 4)], kind=SubmissionKind.CITIZEN_PROPOSAL, body=KS)
    assert answer(matter(SubmissionKind.CITIZEN_PROPOSAL, body=TN), [at(KS, 4)]) is None


def test_a_citizens_proposal_may_have_been_left_to_a_committee() -> None:
    passed_on = at(KS, 4, decision="Förslaget överlämnas till tekniska nämnden för handläggning.")

    assert answered_in(6, [passed_on, at(TN, 6)], kind=SubmissionKind.CITIZEN_PROPOSAL)


def test_an_interpellation_is_answered_after_it_may_be_put_and_a_question_at_once() -> None:
    may_be_put = at(KF, 1, decision="Interpellationen får framställas.")
    spoken = at(KF, 2, "noted", kind=ItemKind.DISCUSSION)

    assert answer(matter(SubmissionKind.INTERPELLATION), [may_be_put]) is None
    assert answered_in(2, [may_be_put, spoken], kind=SubmissionKind.INTERPELLATION)
    assert answered_in(1, [may_be_put], kind=SubmissionKind.QUESTION)


def test_an_initiative_is_answered_where_it_is_raised_unless_it_goes_on() -> None:
    kind = SubmissionKind.INITIATIVE

    assert answered_in(1, [at(KS, 1, decision="Initiativet avslås.")], kind=kind)
    assert answer(matter(kind), [at(KS, 1, decision="Initiativet remitteras för yttrande.")]) is None


@pytest.mark.parametrize(
    "decision",
    [
        "Initiativet remitteras till förvaltningen.",
        "Nämnden beslutar att remittera initiativet till förvaltningen",
        "Förvaltningen får i uppdrag att bereda initiativet.",
        "Ärendet hänskjuts till presidiet.",
        "Förslaget överlämnas till tekniska nämnden för beslut.",
        "Ärendet lämnas till förvaltningen för beredning.",
        "Nämnden antar yttrandet som sitt eget och översänder det till kommunstyrelsen.",
    ],
)
def test_what_others_are_to_go_on_with_is_no_answer(decision: str) -> None:
    assert at(TN, 1, decision=decision).hands_on


@pytest.mark.parametrize(
    "decision",
    [
        "Motionen avslås. Nämnden har lämnat yttrande över den.",
        "Initiativet bifalls.",
        "Motionen anses besvarad med hänvisning till det yttrande som nämnden lämnat.",
        "Medborgarförslaget avslås. Protokollsutdrag skickas till förvaltningen för handläggning.",
    ],
)
def test_what_settles_a_matter_is_an_answer_though_others_had_a_say(decision: str) -> None:
    assert not at(TN, 1, decision=decision).hands_on


def test_what_the_secretary_noted_goes_before_what_items_say() -> None:
    noted = matter(closed=date(2026, 3, 1), closed_because="återtagen")

    found = answer(noted, [at(KF, 1), at(KS, 4), at(KF, 5)])

    assert found is not None
    assert (found.day, found.because, found.by) == (date(2026, 3, 1), "återtagen", None)


def test_the_unanswered_come_in_the_order_they_were_raised_those_without_a_day_last() -> None:
    later = replace(matter(day=date(2026, 2, 1)), id=8)
    undated = replace(matter(day=None), id=9)
    question = replace(matter(SubmissionKind.QUESTION), id=10)
    plain = Matter(id=11, key="p", title="Budget")

    found = raised([undated, later, question, plain, matter()], {})

    assert [each.matter.id for each in unanswered(found)] == [7, 10, 8, 9]
    assert [each.matter.id for each in unanswered(found, MOTION)] == [7, 8, 9]


def test_days_left_are_fewer_than_none_when_the_year_is_over() -> None:
    one = Raised(matter(), Submission(kind=MOTION, date=START), ())

    assert one.days_left(date(2027, 1, 25)) == 1
    assert one.days_left(date(2027, 2, 5)) == -10


def test_what_committees_decide_is_told_to_the_assembly_apart() -> None:
    kind = SubmissionKind.CITIZEN_PROPOSAL
    found = raised([matter(kind, body=TN), replace(matter(kind, body=KF), id=8)], {})

    assert [each.matter.id for each in of_committees(found, [KF])] == [7]


def test_a_decision_about_a_citizens_proposal_is_pointed_out() -> None:
    proposal = matter(SubmissionKind.CITIZEN_PROPOSAL, registry_number="KS 2026/19")
    motion = replace(matter(registry_number="KS 2026/20"), id=8)
    decisions = [
        Delegated(id=1, body=KS, title="Svar", registry_number=number)
        for number in ("ks 2026/19", "KS 2026/20", None)
    ]

    assert [never_delegated(each, [motion, proposal]) for each in decisions] == [proposal, None, None]


def test_registry_numbers_are_compared_without_spaces_and_case() -> None:
    assert same_number("KS 2026/19", "ks2026/19")
    assert not same_number("", None)
    assert not same_number("KS 2026/19", "KS 2026/190")


def test_events_stand_in_the_order_they_happened() -> None:
    closed = matter(registry_number="KS 1", closed=date(2026, 6, 1), closed_because="avskriven")
    decisions = [
        Delegated(id=1, body=KS, title="Remiss", registry_number="KS 1", on=date(2026, 2, 2)),
        Delegated(id=2, body=KS, title="Annat", registry_number="KS 2", on=date(2026, 2, 2)),
        Delegated(id=3, body=KS, title="Utan dag", registry_number="KS 1"),
    ]

    found = events(closed, [at(KF, 5), at(KS, 4)], decisions)

    assert [each.happened for each in found] == [
        Happened.RAISED,
        Happened.DELEGATED,
        Happened.HANDLED,
        Happened.HANDLED,
        Happened.CLOSED,
    ]
    assert [each.day for each in found] == sorted(each.day for each in found)
