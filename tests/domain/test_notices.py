"""Which notice stands, what was wrong with it, and what is to be done about it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from documents.meetings import EK
from domain.afterwards import AFTER, LAST, POSTED, VERIFIED, item, meeting, notice
from klubban.domain import notices
from klubban.domain.meeting import Meeting, Stage
from klubban.domain.notices import Fault, ToDo
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import BodyKind
from klubban.domain.verification import Notice, Verification

AT_ONCE = Verification(
    id=2, date=date(2026, 11, 12), immediate=True, paragraphs=Paragraphs.parse("5"), signed_by=(EK,)
)
REST = Verification(id=1, date=VERIFIED, signed_by=(EK,))


def faults(**facts: object) -> tuple[Fault, ...]:
    posted = notice(**facts)
    return notices.faults(meeting(notices=(posted,)), posted)


def to_do(of: Meeting, today: date) -> list[tuple[ToDo, date, bool]]:
    return [(each.what, each.day, each.late) for each in notices.reminders(of, today)]


def test_what_no_verification_names_is_covered_by_the_one_that_names_nothing() -> None:
    both = meeting(item(4), item(5), item(6), verifications=(REST, AT_ONCE))

    assert [str(notices.covered(both, each)) for each in both.verifications] == ["4, 6", "5"]


def test_an_item_has_the_notice_of_its_own_verification() -> None:
    first, second = notice(id=1, verification=1), notice(id=2, verification=2)
    both = meeting(item(4), item(5), verifications=(REST, AT_ONCE), notices=(first, second))

    assert [notices.notice_at(both, each) for each in both.items] == [first, second]


def test_a_notice_that_names_no_verification_is_found_by_its_paragraphs() -> None:
    whole, five = Notice(id=1, posted=POSTED), Notice(id=2, posted=POSTED, paragraphs=AT_ONCE.paragraphs)
    both = meeting(item(4), item(5), verifications=(REST, AT_ONCE), notices=(whole, five))

    assert [notices.verification_of(both, each) for each in (whole, five)] == [REST, AT_ONCE]


def test_the_last_day_is_the_one_that_was_posted() -> None:
    said = notice(last_day=date(2026, 12, 14))

    assert notices.last_day(meeting(), notice()) == LAST
    assert notices.last_day(meeting(), said) == date(2026, 12, 14)
    assert notices.earliest_removal(meeting(), said) == date(2026, 12, 15)


def test_no_notice_gives_less_time_than_the_law() -> None:  # KL 13 kap. 5 §
    said = notice(last_day=LAST - timedelta(days=9))

    assert notices.last_day(meeting(), said) == LAST
    assert notices.faults(meeting(), said) == (Fault.SHORT_DAY,)
    assert notices.runs(meeting(), said)
    assert Fault.EARLY_DOWN in faults(last_day=LAST - timedelta(days=9), removed=LAST)


def test_no_time_runs_for_a_paragraph_that_the_notice_does_not_tell_of() -> None:
    four = notice(verification=1, paragraphs=Paragraphs.parse("4"))
    told = meeting(item(4), item(5), verifications=(REST,), notices=(four,))

    assert [notices.notice_at(told, each) for each in told.items] == [four, None]


def test_nobody_appeals_against_a_council() -> None:
    council = meeting(kind=BodyKind.COUNCIL)

    assert notices.last_day(council, notice()) is None
    assert notices.earliest_removal(council, notice()) is None


def test_what_was_not_as_the_law_says_is_known() -> None:  # KL 8 kap. 12 §, 13 kap. 5 §
    assert faults() == ()
    assert faults(posted=date(2026, 11, 23)) == ()  # the second day is a Saturday
    assert faults(posted=date(2026, 11, 24)) == (Fault.LATE,)
    assert faults(posted=date(2026, 11, 24), replaces=7) == ()  # the other one was late, if any
    assert faults(posted=date(2026, 11, 18)) == (Fault.TOO_SOON,)
    assert faults(removed=LAST) == (Fault.EARLY_DOWN,)
    assert faults(removed=LAST + timedelta(days=1)) == ()
    assert faults(flawed="fel paragrafer") == (Fault.NOTED,)


def test_the_time_for_appeal_runs_by_a_late_notice_and_by_no_other_faulty_one() -> None:
    for posted, runs in (
        (notice(), True),
        (notice(posted=date(2026, 11, 24)), True),
        (notice(posted=date(2026, 11, 18)), False),
        (notice(removed=LAST), False),
        (notice(flawed="fel paragrafer"), False),
        (notice(posted=None), False),
    ):
        assert notices.runs(meeting(notices=(posted,)), posted) is runs


def test_what_is_to_be_done_follows_the_notice() -> None:
    nothing = meeting(notices=())

    assert to_do(nothing, POSTED) == [(ToDo.POST, date(2026, 11, 21), False)]
    assert to_do(nothing, date(2026, 11, 23)) == [(ToDo.POST, date(2026, 11, 21), False)]
    assert to_do(nothing, date(2026, 11, 24)) == [(ToDo.POST, date(2026, 11, 21), True)]
    assert to_do(meeting(), POSTED) == [(ToDo.TAKE_DOWN, date(2026, 12, 12), False)]
    assert to_do(meeting(notices=(notice(removed=AFTER),)), AFTER) == []
    assert to_do(meeting(notices=(notice(removed=LAST),)), AFTER) == [(ToDo.POST_AGAIN, LAST, True)]


def test_the_one_in_whose_place_another_was_posted_stands_no_more() -> None:
    first, again = notice(id=1, removed=LAST), notice(id=2, posted=AFTER, replaces=1)
    both = meeting(notices=(first, again))

    assert notices.standing(both, both.verifications[0]) == again
    assert notices.notices_of(both, both.verifications[0]) == (first, again)
    assert to_do(both, AFTER) == [(ToDo.TAKE_DOWN, date(2027, 1, 5), False)]


def test_nothing_is_to_be_announced_that_is_not_verified() -> None:
    appointed = Verification(id=1, date=VERIFIED, verifiers=(EK,))
    waiting = meeting(verifications=(appointed,), notices=(), stage=Stage.READY)

    assert to_do(waiting, AFTER) == []
    assert notices.verification_at(waiting, waiting.items[0]) is None


@given(some.dates(date(2024, 1, 1), date(2028, 12, 31)), some.integers(0, 40))
@settings(max_examples=50)
def test_no_notice_that_runs_was_up_for_less_than_the_time_for_appeal(posted: date, days: int) -> None:
    removed = posted + timedelta(days=days)
    one = notice(posted=posted, removed=removed)
    of = meeting(verifications=(Verification(id=1, date=posted, signed_by=(EK,)),), notices=(one,))

    last = notices.last_day(of, one)
    assert last is not None
    assert notices.runs(of, one) is (removed > last)
    assert last >= posted + timedelta(weeks=3)


def test_what_is_verified_and_not_announced_has_a_notice_to_fill_in() -> None:
    first = notice(id=1, verification=2, paragraphs=AT_ONCE.paragraphs)
    both = meeting(item(4), item(5), verifications=(REST, AT_ONCE), notices=(first,))

    posted, blank = notices.to_print(both)
    assert posted == first
    assert (blank.verification, str(blank.paragraphs), blank.posted) == (1, "4", None)
    assert notices.to_print(meeting(verifications=(), notices=())) == (Notice(id=0),)
