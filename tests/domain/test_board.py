"""What law and rules want done around meetings, and where each of it stands on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from klubban.domain.afterwards import AppealStep, AppealStepKind
from klubban.domain.board import AwaitedPaper, Reasons, Watched, duties, of_meeting
from klubban.domain.body import Body, Named, Organisation
from klubban.domain.duty import Duty, Standing, Wanted, statute
from klubban.domain.meeting import Appeal, Item, Matter, Meeting, Stage, Submission, SubmissionKind
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.submissions import Raised
from klubban.domain.verification import Notice, Verification

MONDAY = date(2026, 3, 2)
ANNA = (Named("Anna Berg", None, None),)


def meeting(kind: BodyKind = BodyKind.COMMITTEE, day: date = MONDAY, **facts: Any) -> Meeting:
    """Return a meeting of a body that is told of what is due a week before."""
    rules = replace(PRESETS[kind], summons_days=7, papers_days=5)
    body = Body(id=1, key="ks", name="Kommunstyrelsen", kind=kind, rules=rules)
    return Meeting(id=7, organisation=Organisation(name="Ekby"), body=body, date=day, **facts)


def wanted(of: Meeting, today: date, **facts: Any) -> list[tuple[Wanted, date]]:
    """Return what is to be done around a meeting, and when."""
    return [(each.what, each.day) for each in of_meeting(Watched(meeting=of, **facts), today)]


def verified(day: date = date(2026, 3, 5), **facts: Any) -> Meeting:
    """Return a meeting whose protocol is verified, with one decision that can be appealed against."""
    signed = Verification(id=3, verifiers=ANNA, signed_by=ANNA, date=day)
    item = Item(id=5, title="Budget", number=19, appeal=Appeal.LEGALITY)
    given = {"stage": Stage.VERIFIED, "verifications": (signed,), "items": (item,)}
    return meeting(**(given | facts))


def test_before_the_assembly_meets_it_is_announced_and_summoned_a_week_before() -> (
    None
):  # KL 5 kap. 13, 15 §§
    found = wanted(meeting(BodyKind.ASSEMBLY), date(2026, 2, 1))

    assert found == [(Wanted.ANNOUNCEMENT, date(2026, 2, 23)), (Wanted.SUMMONS, date(2026, 2, 23))]


def test_what_is_sent_announced_or_cancelled_is_no_longer_wanted() -> None:
    told = meeting(BodyKind.ASSEMBLY, announced_on=date(2026, 2, 20))

    assert wanted(told, date(2026, 2, 1), summoned_on=date(2026, 2, 20)) == []
    assert wanted(replace(told, announced_on=None, cancelled_on=date(2026, 2, 1)), date(2026, 2, 1)) == []


def test_papers_that_are_awaited_for_one_day_are_one_duty() -> None:
    papers = (
        AwaitedPaper(item=5, title="Yttrande"),
        AwaitedPaper(item=5, title="Kalkyl"),
        AwaitedPaper(item=6, title="Karta", due=date(2026, 2, 10)),
    )

    found = [
        each
        for each in of_meeting(Watched(meeting=meeting(), papers=papers), date(2026, 2, 1))
        if each.what is Wanted.PAPERS
    ]

    assert [(each.day, each.item, each.names) for each in found] == [
        (date(2026, 2, 18), 5, ("Yttrande", "Kalkyl")),  # five days before the summons
        (date(2026, 2, 10), 6, ("Karta",)),
    ]


def test_a_day_that_passed_without_a_meeting_asks_whether_it_was_held() -> None:
    assert wanted(meeting(), MONDAY + timedelta(days=1)) == [(Wanted.HELD, MONDAY)]


def test_the_protocol_is_verified_in_fourteen_days_and_reasons_are_in_by_then() -> None:  # KL 5:69, 4:27
    waits = Reasons(item=5, number=19, by="Lisa Ek")

    found = wanted(meeting(stage=Stage.CLOSED), date(2026, 3, 3), reasons=(waits,))

    assert found == [(Wanted.VERIFICATION, date(2026, 3, 16)), (Wanted.REASONS, date(2026, 3, 16))]


def test_reasons_are_in_by_the_day_that_is_agreed_on() -> None:
    agreed = Verification(id=3, verifiers=ANNA, date=date(2026, 3, 9))

    found = wanted(
        meeting(stage=Stage.CLOSED, verifications=(agreed,)),
        date(2026, 3, 3),
        reasons=(Reasons(item=5, number=19, by="Lisa Ek"),),
    )

    assert (Wanted.REASONS, date(2026, 3, 9)) in found


def test_what_is_verified_at_once_is_so_on_the_day_of_the_meeting() -> None:
    at_once = Verification(id=3, paragraphs=Paragraphs.parse("19"), immediate=True)
    rest = Verification(id=4, paragraphs=Paragraphs.parse("17-18"))

    found = list(
        of_meeting(Watched(meeting=meeting(stage=Stage.CLOSED, verifications=(at_once, rest))), MONDAY)
    )

    assert [(each.what, each.day, str(each.paragraphs)) for each in found] == [
        (Wanted.AT_ONCE, MONDAY, "19"),
        (Wanted.VERIFICATION, date(2026, 3, 16), "17-18"),
    ]


def test_between_the_calendars_day_and_the_extended_one_it_is_not_late() -> None:  # lag (1930:173) 2 §
    [duty] = of_meeting(
        Watched(meeting=meeting(day=date(2025, 12, 11), stage=Stage.CLOSED)), date(2025, 12, 26)
    )

    assert (duty.day, duty.extended) == (date(2025, 12, 25), date(2025, 12, 29))
    assert [duty.standing(date(2025, 12, day)) for day in (24, 25, 29, 30)] == [
        Standing.SOON,
        Standing.TODAY,
        Standing.TODAY,
        Standing.LATE,
    ]
    assert duty.in_grace(date(2025, 12, 29))
    assert duty.late_by(date(2025, 12, 31)) == 2


def test_a_notice_is_up_on_the_second_day_and_may_come_down_after_the_last_for_appeal() -> None:  # KL 8:12
    posted = Notice(id=4, verification=3, posted=date(2026, 3, 6))

    assert wanted(verified(), date(2026, 3, 6)) == [(Wanted.NOTICE, date(2026, 3, 7))]
    assert wanted(verified(stage=Stage.ANNOUNCED, notices=(posted,)), date(2026, 3, 10)) == [
        (Wanted.NOTICE_DOWN, date(2026, 3, 28)),
        (Wanted.APPEAL, date(2026, 3, 27)),
    ]


def test_a_notice_that_is_still_up_is_never_late() -> None:
    posted = Notice(id=4, verification=3, posted=date(2026, 3, 6))
    up = Watched(meeting=verified(stage=Stage.ANNOUNCED, notices=(posted,)))

    [down, asked] = of_meeting(up, date(2026, 5, 4))

    assert (down.what, down.standing(date(2026, 5, 4))) == (Wanted.NOTICE_DOWN, Standing.OPEN)
    assert (asked.what, asked.standing(date(2026, 5, 4))) == (Wanted.ASK, Standing.OPEN)


def test_a_notice_that_came_down_too_early_is_posted_anew() -> None:  # KL 13 kap. 5 §
    down = Notice(id=4, verification=3, posted=date(2026, 3, 6), removed=date(2026, 3, 20))

    found = wanted(verified(stage=Stage.ANNOUNCED, notices=(down,)), date(2026, 3, 25))

    assert found == [(Wanted.NOTICE_ANEW, date(2026, 3, 20))]


def test_what_the_court_was_asked_waits_for_its_answer() -> None:
    posted = Notice(id=4, verification=3, posted=date(2026, 3, 6), removed=date(2026, 3, 30))
    asked = AppealStep(id=1, kind=AppealStepKind.ASKED, day=date(2026, 3, 30))
    item = Item(id=5, title="Budget", number=19, appeal=Appeal.LEGALITY, appeal_steps=(asked,))

    found = wanted(verified(stage=Stage.ANNOUNCED, notices=(posted,), items=(item,)), date(2026, 4, 1))

    assert found == [(Wanted.ANSWER, date(2026, 3, 30))]


@pytest.mark.parametrize("stage", [Stage.IN_FORCE, Stage.ARCHIVED])
def test_what_is_done_with_wants_nothing(stage: Stage) -> None:
    down = Notice(id=4, verification=3, posted=date(2026, 3, 6), removed=date(2026, 3, 30))

    assert wanted(verified(stage=stage, notices=(down,)), date(2026, 6, 1)) == []


def test_comments_on_notes_are_told_of_until_their_last_day() -> None:
    notes = meeting(BodyKind.FORUM, stage=Stage.CLOSED, notes_sent=MONDAY, comments_by=date(2026, 3, 9))

    assert wanted(notes, date(2026, 3, 9)) == [(Wanted.COMMENTS, date(2026, 3, 9))]
    assert wanted(notes, date(2026, 3, 10)) == []


def test_a_motion_is_due_a_year_after_it_was_raised() -> None:  # KL 5 kap. 35 §
    raised = Submission(kind=SubmissionKind.MEMBER_MOTION, date=date(2025, 3, 2))
    motion = Raised(Matter(id=9, key="m", title="Motion om lekplatser"), raised, ())

    [duty] = duties((), [motion], MONDAY)

    assert (duty.what, duty.day, duty.matter) == (Wanted.SUBMISSION, date(2026, 3, 2), 9)
    assert statute(duty) == "KL 5 kap. 35 §"


def test_the_assemblys_summons_is_by_law_and_others_by_their_own_rules() -> None:
    by_law, own = (
        Duty(what=Wanted.SUMMONS, day=MONDAY, body=meeting(kind).body)
        for kind in (BodyKind.ASSEMBLY, BodyKind.COMMITTEE)
    )

    assert (statute(by_law), statute(own)) == ("KL 5 kap. 15 §", None)


days = some.dates(date(2025, 1, 1), date(2030, 12, 31))


@settings(max_examples=50)
@given(days, some.integers(0, 40), some.booleans())
def test_a_duty_only_ever_goes_on_towards_late(day: date, ahead: int, last: bool) -> None:  # noqa: FBT001
    duty = Duty(what=Wanted.SUMMONS, day=day, has_last=last)
    order = [Standing.LATER, Standing.SOON, Standing.TODAY, Standing.OPEN, Standing.LATE]

    stands = [duty.standing(day + timedelta(days=by)) for by in range(-ahead, ahead + 1)]

    assert [order.index(each) for each in stands] == sorted(order.index(each) for each in stands)
    assert (Standing.LATE in stands) == (last and ahead > 0)
