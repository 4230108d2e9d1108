"""Plans, inquiries and referrals come on the agenda of the day that is theirs, and once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.commitment import CommitmentKind
from klubban.domain.commitments_due import Follows, FollowUpDue
from klubban.domain.following_up import FollowingUp
from klubban.domain.incoming import Asked, AskedOf, Known, Sat, ToFollow

FEBRUARY, MARCH, APRIL = date(2026, 2, 2), date(2026, 3, 2), date(2026, 4, 13)
HELD = Sat(id=1, date=FEBRUARY, over=True)
NEXT, THEN = Sat(id=2, date=MARCH), Sat(id=3, date=APRIL)


def about(meeting: Sat, *taken: Known, **facts: object) -> FollowingUp:
    return FollowingUp(meeting, (HELD, NEXT, THEN), taken, **facts)  # type: ignore[arg-type]


ASKED = Asked(id=7, title="Programmet för trygghet", due=date(2026, 2, 20), answers=2, asked=3)


def test_answers_come_when_they_are_due_and_somebody_has_answered() -> None:
    [found] = about(NEXT, asked=(ASKED,)).all()

    assert (found.origin, found.inquiry_id, found.answers) == (Origin.REFERRAL, 7, (2, 3))
    assert list(about(NEXT, asked=(replace(ASKED, answers=0),)).all()) == []
    assert list(about(NEXT, asked=(replace(ASKED, due=APRIL),)).all()) == []
    there = Known(id=1, meeting=3, title="Svar", inquiry=7)
    assert list(about(NEXT, there, asked=(ASKED,)).all()) == []


def test_answers_for_a_meeting_come_there_and_later_where_that_was_held_without_them() -> None:
    for_april = replace(ASKED, meeting=3, answers=0)

    assert list(about(NEXT, asked=(for_april,)).all()) == []
    assert [each.since for each in about(THEN, asked=(for_april,)).all()] == [APRIL]
    assert [each.inquiry_id for each in about(NEXT, asked=(replace(ASKED, meeting=1),)).all()] == [7]


ASKED_OF = AskedOf(
    matter=5, title="Ny tid för räddningstjänsten", sender="Länsstyrelsen", received=date(2026, 1, 20)
)


@pytest.mark.parametrize(
    ("due", "meetings"), [(date(2026, 4, 30), [3]), (date(2026, 3, 31), [2, 3]), (date(2026, 2, 1), [2, 3])]
)
def test_a_referral_is_answered_at_the_last_meeting_before_it_is_due(due: date, meetings: list[int]) -> None:
    waiting = replace(ASKED_OF, due=due)

    found = [each.id for each in (NEXT, THEN) if list(about(each, asked_of=(waiting,)).all())]

    assert found == meetings
    taken = Known(id=1, meeting=2, title="Yttrande", matter=5)
    assert list(about(THEN, taken, asked_of=(waiting,)).all()) == []


def to_follow(what: Follows, day: date, since: date | None = None) -> ToFollow:
    due = FollowUpDue(
        what=what, day=day, commitment=9, kind=CommitmentKind.AGREEMENT, body=1, title=None, detail="Halvtid"
    )
    return ToFollow(due=due, title="Samverkansöverenskommelse", since=since or day - timedelta(days=31))


def test_a_plan_comes_once_whatever_is_to_be_done_with_it() -> None:
    checkpoint, review = to_follow(Follows.CHECKPOINT, MARCH), to_follow(Follows.REVIEW, date(2026, 3, 20))

    [found] = about(NEXT, to_follow=(checkpoint, review)).all()

    assert (found.commitment_id, found.follows, found.due) == (9, Follows.CHECKPOINT, MARCH)
    assert (found.title, found.kind) == ("Samverkansöverenskommelse", ItemKind.REPORT)
    early = to_follow(Follows.REVIEW, date(2026, 6, 1))
    assert list(about(NEXT, to_follow=(early,)).all()) == []
    [review_found] = about(THEN, to_follow=(review,)).all()
    assert review_found.kind is ItemKind.DECISION
    taken = Known(id=1, meeting=2, title="Översyn", commitment=9)
    assert list(about(THEN, taken, to_follow=(review,)).all()) == []
