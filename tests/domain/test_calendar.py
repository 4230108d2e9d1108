from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.domain import calendar

SINCE_THE_NATIONAL_DAY = range(2006, 2101)
days = some.dates(date(2006, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("year", SINCE_THE_NATIONAL_DAY)
def test_the_holidays_are_those_of_an_independent_witness(year: int) -> None:
    witness = holidays.country_holidays("SE", years=year, include_sundays=False)

    assert calendar.holidays(year) == set(witness)


@pytest.mark.parametrize(
    "eve",
    [date(2025, 6, 20), date(2025, 12, 24), date(2025, 12, 31), date(2026, 6, 19), date(2029, 6, 22)],
)
def test_a_time_limit_does_not_end_on_the_three_eves(eve: date) -> None:  # lag (1930:173) 2 §
    assert not calendar.is_working_day(eve)


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2025, 4, 17), id="Maundy Thursday"),
        pytest.param(date(2026, 1, 5), id="the eve of Epiphany"),
        pytest.param(date(2025, 5, 30), id="the day after Ascension Day"),
        pytest.param(date(2025, 6, 9), id="Whit Monday, an ordinary day since 2005"),
    ],
)
def test_other_days_that_feel_like_holidays_are_working_days(day: date) -> None:
    assert calendar.is_working_day(day)


@given(days)
def test_the_next_working_day_is_the_first_one_from_the_day_on(day: date) -> None:
    found = calendar.next_working_day(day)

    assert calendar.is_working_day(found)
    assert found >= day
    between = (day + timedelta(days=n) for n in range((found - day).days))
    assert not any(calendar.is_working_day(each) for each in between)


@given(days)
def test_no_stretch_of_days_off_is_longer_than_five(day: date) -> None:
    assert (calendar.next_working_day(day) - day).days <= 5
