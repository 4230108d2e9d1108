"""The days that a pattern gives for a year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.domain.agenda import Moves, Pattern
from klubban.domain.body import MeetingType
from klubban.domain.calendar import eves, is_working_day
from klubban.domain.calendar import holidays as own_holidays
from klubban.domain.errors import RuleBroken
from klubban.domain.holiday_names import Holiday, holiday_of
from klubban.domain.planning import (
    PlannedDay,
    Skipped,
    check_pattern,
    pattern_days,
    planned_days,
    year_plan,
)

MONDAY, TUESDAY, THURSDAY, FRIDAY = 0, 1, 3, 4
SOME_MONTHS = some.sets(some.integers(1, 12), max_size=6).map(lambda found: tuple(sorted(found)))
SOME_DAYS = some.dates(date(2024, 1, 1), date(2026, 12, 31))


def pattern(weekday: int = TUESDAY, nth: tuple[int, ...] = (), **facts: Any) -> Pattern:
    return Pattern(id=facts.pop("id", 1), weekday=weekday, nth=nth, **facts)


def each_weeks(first: date, weeks: int, **facts: Any) -> Pattern:
    return pattern(first.weekday(), weeks=weeks, first=first, **facts)


by_month = some.builds(
    pattern,
    some.integers(0, 4),
    some.sets(some.sampled_from([1, 2, 3, 4, 5, -1, -2]), min_size=1).map(tuple),
    months=SOME_MONTHS,
    moves=some.sampled_from(Moves),
)
by_weeks = some.builds(
    each_weeks,
    SOME_DAYS.filter(lambda day: day.weekday() < 5),
    some.integers(1, 12),
    months=SOME_MONTHS,
    moves=some.sampled_from(Moves),
)
patterns = by_month | by_weeks
years = some.integers(2024, 2050)


def days_of(found: tuple[PlannedDay, ...]) -> list[date]:
    return [each.day for each in found]


def test_every_third_tuesday_except_july() -> None:
    months = tuple(month for month in range(1, 13) if month != 7)

    found = planned_days(pattern(TUESDAY, (3,), months=months), 2027)

    assert days_of(found) == [
        date(2027, 1, 19), date(2027, 2, 16), date(2027, 3, 16), date(2027, 4, 20), date(2027, 5, 18),
        date(2027, 6, 15), date(2027, 8, 17), date(2027, 9, 21), date(2027, 10, 19), date(2027, 11, 16),
        date(2027, 12, 21),
    ]  # fmt: skip


def test_the_first_and_the_last_friday() -> None:
    found = planned_days(pattern(FRIDAY, (1, -1), months=(2, 9)), 2027)

    assert days_of(found) == [date(2027, 2, 5), date(2027, 2, 26), date(2027, 9, 3), date(2027, 9, 24)]


def test_a_fourth_that_is_the_last_too_is_one_day() -> None:
    assert pattern_days(pattern(MONDAY, (4, -1), months=(2,)), 2027) == (date(2027, 2, 22),)


def test_there_is_no_fifth_in_most_months() -> None:
    assert pattern_days(pattern(MONDAY, (5,)), 2027) == (
        date(2027, 3, 29), date(2027, 5, 31), date(2027, 8, 30), date(2027, 11, 29),
    )  # fmt: skip


def test_each_sixth_week_goes_on_from_year_to_year() -> None:
    every = each_weeks(date(2026, 1, 22), 6)

    before, after = pattern_days(every, 2026), pattern_days(every, 2027)

    assert before[0] == date(2026, 1, 22)
    assert after[0] - before[-1] == timedelta(weeks=6)


def test_nobody_meets_before_the_first_day() -> None:
    assert pattern_days(each_weeks(date(2026, 6, 4), 6), 2025) == ()


def test_a_holiday_is_moved_later_and_says_why() -> None:
    found = planned_days(pattern(MONDAY, (5,), months=(3,)), 2027)

    assert [(each.day, each.instead_of, each.holiday) for each in found] == [
        (date(2027, 3, 30), date(2027, 3, 29), Holiday.EASTER_MONDAY)
    ]


def test_a_holiday_is_moved_earlier_past_the_days_off_before_it() -> None:
    found = planned_days(pattern(MONDAY, (5,), months=(3,), moves=Moves.EARLIER), 2027)

    assert days_of(found) == [date(2027, 3, 25)]


def test_a_holiday_falls_out_and_is_said_to() -> None:
    never = pattern(MONDAY, (5,), months=(3,), moves=Moves.SKIP)

    found = year_plan([never], 2027)

    assert found.days == ()
    assert found.skipped == (Skipped(date(2027, 3, 29), Holiday.EASTER_MONDAY),)


def test_an_eve_is_moved_too() -> None:
    found = planned_days(pattern(FRIDAY, (4,), months=(6,)), 2027)

    assert (found[0].day, found[0].holiday) == (date(2027, 6, 28), Holiday.MIDSUMMER_EVE)


def test_a_day_that_is_moved_does_not_fall_on_another_of_the_body() -> None:
    mondays = pattern(MONDAY, (5,), months=(3,), id=1)
    tuesdays = pattern(TUESDAY, (5,), months=(3,), id=2)

    found = year_plan([mondays, tuesdays], 2027)

    assert days_of(found.days) == [date(2027, 3, 30), date(2027, 3, 31)]


def test_what_was_planned_before_is_recognised_though_it_was_moved() -> None:
    mondays = pattern(MONDAY, (5,), months=(3, 5))
    taken = days_of(planned_days(mondays, 2027))

    again = planned_days(mondays, 2027, taken)

    assert days_of(again) == taken
    assert all(each.there for each in again)


def test_a_meeting_in_the_same_week_is_told_of() -> None:
    (found,) = planned_days(pattern(TUESDAY, (3,), months=(1,)), 2027, [date(2027, 1, 21)])

    assert (found.day, found.there, found.near) == (date(2027, 1, 19), False, date(2027, 1, 21))


def test_new_years_day_does_not_move_into_the_year_before() -> None:
    found = planned_days(pattern(FRIDAY, (1,), months=(1,), moves=Moves.EARLIER), 2027)

    assert days_of(found) == [date(2027, 1, 4)]


def test_two_of_six_are_extended() -> None:
    extended = MeetingType(id=7, name="Utökat", per_year=2)
    months = (1, 3, 5, 8, 10, 11)

    found = year_plan([pattern(TUESDAY, (3,), months=months)], 2027, types=[extended])

    assert [each.meeting_type for each in found.days] == [None, None, 7, None, None, 7]


def test_types_that_together_are_all_meetings_share_them() -> None:
    types = [MeetingType(id=8, name="Ordinarie", per_year=4), MeetingType(id=7, name="Utökat", per_year=2)]
    months = (1, 3, 5, 8, 10, 11)

    found = year_plan([pattern(TUESDAY, (3,), months=months)], 2027, types=types)

    assert [each.meeting_type for each in found.days] == [8, 8, 7, 8, 8, 7]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (pattern(9, (1,)), "a weekday"),
        (pattern(TUESDAY, ()), "Say which"),
        (pattern(TUESDAY, (6,)), "Say which"),
        (pattern(TUESDAY, (1,), months=(13,)), "months"),
        (pattern(TUESDAY, weeks=0), "at least one week"),
        (pattern(TUESDAY, weeks=6), "from which day"),
        (pattern(TUESDAY, weeks=6, first=date(2027, 1, 1)), "another day of the week"),
    ],
)
def test_a_pattern_that_gives_no_days_is_refused(wrong: Pattern, told: str) -> None:
    with pytest.raises(RuleBroken, match=told):
        check_pattern(wrong)


@given(patterns, years, some.sets(some.dates(date(2024, 1, 1), date(2050, 12, 31)), max_size=5))
def test_no_day_comes_twice_or_is_a_holiday_or_in_another_year(
    one: Pattern, year: int, taken: set[date]
) -> None:
    witness = holidays.country_holidays("SE", years=year, include_sundays=False)

    found = planned_days(one, year, taken)

    assert len(set(days_of(found))) == len(found)
    assert all(each.day.year == year for each in found)
    new = [each.day for each in found if not each.there]
    assert not any(day in witness or day in eves(year) for day in new)
    assert not set(new) & taken


@given(patterns, years)
def test_what_is_not_moved_is_as_the_pattern_says(one: Pattern, year: int) -> None:
    found = planned_days(one, year)

    for each in found:
        given_day = each.instead_of or each.day
        assert given_day.weekday() == one.weekday
        assert not one.months or given_day.month in one.months
        assert (each.instead_of is None) == is_working_day(given_day)


@given(some.lists(patterns, max_size=3), years)
def test_planning_a_year_twice_plans_nothing_new(several: list[Pattern], year: int) -> None:
    numbered = [pattern(**{**_facts(one), "id": place}) for place, one in enumerate(several)]
    first = year_plan(numbered, year)

    again = year_plan(numbered, year, days_of(first.days))

    assert [each.day for each in again.days if not each.there] == []


def _facts(one: Pattern) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("weekday", "nth", "weeks", "first", "months", "moves")}


@given(years)
def test_every_holiday_and_eve_has_a_name(year: int) -> None:
    off = own_holidays(year) | eves(year)

    assert {day for day in _all(year) if holiday_of(day)} == off
    assert len({holiday_of(day) for day in off}) == len(off)


def _all(year: int) -> list[date]:
    days = [date(year, 1, 1) + timedelta(days=by) for by in range(366)]
    return [day for day in days if day.year == year]
