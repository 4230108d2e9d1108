"""What plans and promises want done: by which day, under which statute, and when it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.plans import AGREEMENT, TODAY, commitment, followed
from klubban.domain.commitment import Checkpoint, Commitment, CommitmentKind, Progress
from klubban.domain.commitments_due import Followed, Follows, FollowUpDue, due

PROMISE, DOCUMENT = CommitmentKind.PROMISE, CommitmentKind.STEERING_DOCUMENT


def wanted(one: Commitment, today: date = TODAY, **around: Any) -> list[tuple[Follows, date]]:
    found = due([Followed(commitment=one, **around)], today)
    return [(each.what, each.day) for each in found]


def the_one(one: Commitment, today: date = TODAY, **around: Any) -> FollowUpDue:
    [found] = due([Followed(commitment=one, **around)], today)
    return found


def test_what_is_planned_and_not_done_falls_due_as_it_was_last_moved() -> None:
    assert wanted(AGREEMENT) == [
        (Follows.ACTIVITY, date(2026, 5, 30)),
        (Follows.CHECKPOINT, date(2026, 9, 1)),
    ]


def test_an_agreement_that_ends_is_told_of_half_a_year_before() -> None:
    one = commitment(to_date=date(2027, 5, 31))

    assert wanted(one, date(2026, 11, 29)) == []
    told = the_one(one, date(2026, 11, 30))
    assert told.what is Follows.ENDS
    assert wanted(one, date(2027, 5, 1), replaced=True) == []


def test_a_document_is_looked_at_again_with_the_act_that_wants_it() -> None:
    one = commitment(DOCUMENT, review=date(2026, 3, 1), source="lag (2023:196) 4 och 6 §§")

    found = the_one(one)

    assert (found.what, found.day, found.statute) == (Follows.REVIEW, date(2026, 3, 1), one.source)
    assert the_one(replace(one, source="vår policy")).statute is None


def test_the_assembly_is_reported_to_each_year() -> None:
    one = commitment(DOCUMENT, reports_to=2, source="lag (2023:196) 5 §", decided_on=date(2024, 5, 1))

    never, last_year = the_one(one), the_one(one, reported=(date(2025, 3, 1),))

    assert (never.day, never.is_late(TODAY), never.to) == (date(2024, 12, 31), True, 2)
    assert never.statute == "lag (2023:196) 13 §"
    assert last_year.day == date(2026, 12, 31)


def test_what_is_decided_before_its_period_is_reported_from_its_first_year() -> None:
    one = commitment(reports_to=2, decided_on=date(2023, 12, 13), from_date=date(2024, 1, 1))

    assert wanted(one) == [(Follows.REPORT, date(2024, 12, 31))]


def test_a_promise_is_followed_up_each_year_of_its_period() -> None:
    one = commitment(PROMISE, from_date=date(2025, 1, 1), to_date=date(2026, 11, 30))
    kept = replace(one, follow_ups=(followed(date(2025, 4, 1), Progress.DONE),))

    assert (Follows.YEARLY, date(2025, 12, 31)) in wanted(one)
    once = replace(one, follow_ups=(followed(date(2025, 4, 1)),))
    assert (Follows.YEARLY, date(2026, 11, 30)) in wanted(once)
    assert Follows.YEARLY not in dict(wanted(kept))
    twice = replace(one, follow_ups=(followed(date(2025, 4, 1)), followed(date(2026, 4, 1))))
    assert Follows.YEARLY not in dict(wanted(twice))


def test_a_promise_whose_follow_up_is_planned_that_year_is_told_of_once() -> None:
    planned = (Checkpoint(id=4, day=date(2026, 10, 1)),)
    one = commitment(PROMISE, from_date=date(2026, 1, 1), checkpoints=planned)

    assert wanted(one) == [(Follows.CHECKPOINT, date(2026, 10, 1))]


def test_auditors_are_answered_by_their_day_and_then_no_more_is_asked() -> None:
    one = commitment(CommitmentKind.RECOMMENDATION, answer_due=date(2026, 12, 1))

    assert wanted(one) == [(Follows.ANSWER, date(2026, 12, 1))]
    assert wanted(replace(one, answered_on=TODAY)) == []


def test_nothing_is_asked_of_what_is_closed_and_nothing_is_said_of_what_is_confidential() -> None:
    assert wanted(replace(AGREEMENT, closed_on=TODAY, closed_because="Ersatt")) == []
    hidden = due([Followed(commitment=AGREEMENT, confidential=True)], TODAY)
    assert {(each.title, each.detail) for each in hidden} == {(None, None)}


@pytest.mark.parametrize(
    ("what", "meeting", "comes"),
    [
        (Follows.CHECKPOINT, date(2026, 8, 1), True),
        (Follows.CHECKPOINT, date(2026, 7, 31), False),
        (Follows.ACTIVITY, date(2026, 5, 30), False),
        (Follows.ACTIVITY, date(2026, 5, 31), True),
    ],
)
def test_it_comes_up_at_a_meeting_in_time(what: Follows, meeting: date, *, comes: bool) -> None:
    found = next(each for each in due([Followed(commitment=AGREEMENT)], TODAY) if each.what is what)

    assert found.comes_up(meeting) is comes
