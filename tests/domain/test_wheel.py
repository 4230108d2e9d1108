"""What a plan of a year lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from klubban.domain.agenda import StandingItem
from klubban.domain.body import Body, MeetingType
from klubban.domain.planned import Planned
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.wheel import DutyWithoutMeeting, TooFew, lacks, months_left

RULES = replace(PRESETS[BodyKind.COUNCIL], meetings_a_year=4)
COUNCIL = Body(id=1, key="brå", name="Brottsförebyggande rådet", kind=BodyKind.COUNCIL, rules=RULES)
TODAY = date(2027, 9, 10)
BUDGET = StandingItem(id=1, title="Budget", months=(10,), source="KL 11 kap. 8 §")


def meetings(*days: tuple[int, int], cancelled: bool = False) -> list[Planned]:
    """Return meetings of the council on days of 2027, by month and day."""
    on = date(2027, 1, 1) if cancelled else None
    return [
        Planned(id=100 * month + day, body=COUNCIL.id, date=date(2027, month, day), cancelled_on=on)
        for month, day in days
    ]


def test_a_body_that_meets_as_often_as_it_should_lacks_nothing() -> None:
    assert lacks(COUNCIL, meetings((2, 1), (5, 3), (9, 6), (11, 1)), [], 2027, TODAY) == ()


def test_a_cancelled_meeting_is_not_counted() -> None:
    found = lacks(
        COUNCIL, [*meetings((2, 1), (5, 3), (9, 6)), *meetings((11, 1), cancelled=True)], [], 2027, TODAY
    )

    assert found == (TooFew(body=COUNCIL, year=2027, least=4, found=3, left=4),)


def test_a_meeting_of_another_year_or_body_is_not_counted() -> None:
    others = [replace(meetings((1, 4))[0], body=2), replace(meetings((1, 4))[0], date=date(2026, 12, 1))]

    (found,) = lacks(COUNCIL, others, [], 2027, TODAY)

    assert isinstance(found, TooFew)
    assert found.found == 0


def test_a_type_of_meeting_is_held_so_often_too() -> None:
    extended = MeetingType(id=5, name="Utökat", per_year=2)
    body = replace(COUNCIL, meeting_types=(extended,))
    held = [
        replace(each, type=5 if each.date.month == 5 else None)
        for each in meetings((2, 1), (5, 3), (9, 6), (11, 1))
    ]

    (found,) = lacks(body, held, [], 2027, TODAY)

    assert isinstance(found, TooFew)
    assert (found.type, found.least, found.found) == (extended, 2, 1)


def test_a_duty_whose_month_has_no_meeting_goes_to_the_first_after() -> None:
    planned = meetings((2, 1), (5, 3), (9, 6), (11, 1))

    (found,) = lacks(COUNCIL, planned, [BUDGET], 2027, TODAY)

    assert isinstance(found, DutyWithoutMeeting)
    assert (found.duties, found.month, found.goes_to) == ((BUDGET,), date(2027, 10, 1), planned[-1])


def test_what_is_due_in_one_month_is_told_once() -> None:
    audit = StandingItem(id=2, title="Internkontroll", months=(10, 3))

    found = lacks(COUNCIL, meetings((2, 1), (5, 3), (9, 6), (11, 1)), [BUDGET, audit], 2027, TODAY)

    assert [each.duties for each in found if isinstance(each, DutyWithoutMeeting)] == [
        (audit,),
        (BUDGET, audit),
    ]


def test_a_duty_with_no_meeting_after_it_has_nowhere_to_go() -> None:
    (found,) = lacks(COUNCIL, meetings((1, 1), (2, 1), (5, 3), (9, 6)), [BUDGET], 2027, TODAY)

    assert isinstance(found, DutyWithoutMeeting)
    assert found.goes_to is None


def test_a_duty_whose_month_has_a_meeting_lacks_nothing() -> None:
    planned = meetings((2, 1), (5, 3), (10, 4), (11, 1))

    assert lacks(COUNCIL, planned, [BUDGET, replace(BUDGET, months=())], 2027, TODAY) == ()


def test_what_is_due_at_meetings_of_a_type_is_not_done_at_another() -> None:
    planned = meetings((2, 1), (5, 3), (10, 4), (11, 1))

    found = lacks(COUNCIL, planned, [replace(BUDGET, meeting_type=5)], 2027, TODAY)

    assert [type(each) for each in found] == [DutyWithoutMeeting]


def test_a_duty_of_a_month_that_passed_is_lacking_only_while_no_agenda_has_it() -> None:
    planned = meetings((2, 1), (5, 3), (9, 6), (11, 1))
    audit = StandingItem(id=2, title="Internkontroll", months=(3, 10))

    def due(*days: date) -> list[date]:
        found = lacks(COUNCIL, planned, [audit], 2027, TODAY, {2: days})
        return [each.month for each in found if isinstance(each, DutyWithoutMeeting)]

    assert due() == [date(2027, 3, 1), date(2027, 10, 1)]
    assert due(date(2027, 5, 3)) == [date(2027, 10, 1)]
    assert due(date(2027, 2, 1)) == [date(2027, 3, 1), date(2027, 10, 1)]


def test_what_can_still_be_met_comes_before_what_cannot() -> None:
    found = lacks(COUNCIL, meetings((2, 1), (11, 1)), [replace(BUDGET, months=(3, 12))], 2027, TODAY)

    assert [each.can_be_met for each in found] == [True, True, False]
    assert isinstance(found[-1], DutyWithoutMeeting)
    assert found[-1].month == date(2027, 3, 1)


def test_more_meetings_than_months_that_remain_cannot_be_planned_any_more() -> None:
    (early,) = lacks(COUNCIL, meetings((2, 1)), [], 2027, date(2027, 10, 1))
    (late,) = lacks(COUNCIL, meetings((2, 1)), [], 2027, date(2027, 11, 1))

    assert (early.can_be_met, late.can_be_met) == (True, False)


def test_the_months_that_remain() -> None:
    assert [months_left(year, TODAY) for year in (2026, 2027, 2028)] == [0, 4, 12]
