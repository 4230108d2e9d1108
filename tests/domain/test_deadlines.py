"""The dates of law.md 1.15, of which the first two agree with printed documents."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.domain import deadlines
from klubban.domain.calendar import is_working_day

days = some.dates(date(2006, 1, 1), date(2100, 12, 31))

FIVE_YEARS = [date(2024, 1, 1) + timedelta(days=9 * number) for number in range(203)]
"""Each ninth day from 2024 to 2028: all weekdays, and all seasons."""


RED = holidays.country_holidays("SE", years=range(2024, 2030), include_sundays=False)


def witness(day: date) -> date:
    """Return the first day from this one on that is no day off, as another calendar has them."""
    while (
        day.isoweekday() > 5 or day in RED or (day.month, day.day) in ((12, 24), (12, 31)) or _midsummer(day)
    ):
        day = date.fromordinal(day.toordinal() + 1)
    return day


def _midsummer(day: date) -> bool:
    return day.isoweekday() == 5 and date(day.year, 6, 19) <= day <= date(day.year, 6, 25)


@pytest.mark.parametrize(
    ("posted", "last_day", "down"),
    [
        pytest.param("2016-02-26", "2016-03-18", "2016-03-19", id="Järfälla 2016"),
        pytest.param("2018-04-03", "2018-04-24", "2018-04-25", id="Kramfors 2018"),
        pytest.param("2025-03-28", "2025-04-22", "2025-04-23", id="Good Friday and Easter Monday"),
        pytest.param("2025-04-10", "2025-05-02", "2025-05-03", id="May Day"),
        pytest.param("2025-05-08", "2025-05-30", "2025-05-31", id="Ascension Day"),
        pytest.param("2025-05-16", "2025-06-09", "2025-06-10", id="National Day, Whit Monday works"),
        pytest.param("2025-05-30", "2025-06-23", "2025-06-24", id="Midsummer Eve"),
        pytest.param("2025-10-11", "2025-11-03", "2025-11-04", id="All Saints' Day"),
        pytest.param("2025-12-03", "2025-12-29", "2025-12-30", id="Christmas Eve on a Wednesday"),
        pytest.param("2024-12-03", "2024-12-27", "2024-12-28", id="Christmas Eve on a Tuesday"),
        pytest.param("2025-12-10", "2026-01-02", "2026-01-03", id="New Year's Eve"),
        pytest.param("2025-12-16", "2026-01-07", "2026-01-08", id="Epiphany"),
        pytest.param("2026-05-29", "2026-06-22", "2026-06-23", id="Midsummer Eve 2026"),
    ],
)
def test_the_last_day_for_appeal_and_the_first_for_taking_down(posted: str, last_day: str, down: str) -> None:
    day = date.fromisoformat(posted)

    assert deadlines.last_day_for_appeal(day) == date.fromisoformat(last_day)
    assert deadlines.earliest_removal(day) == date.fromisoformat(down)


@pytest.mark.parametrize(
    ("meeting", "day", "extended"),
    [
        ("2026-01-29", "2026-02-12", "2026-02-12"),
        ("2024-08-22", "2024-09-05", "2024-09-05"),
        ("2025-12-11", "2025-12-25", "2025-12-29"),
    ],
)
def test_a_protocol_is_verified_within_fourteen_days(meeting: str, day: str, extended: str) -> None:
    due = deadlines.verification_due(date.fromisoformat(meeting))

    assert due == deadlines.Due(date.fromisoformat(day), date.fromisoformat(extended))


@pytest.mark.parametrize(
    ("verified", "day", "extended"),
    [("2016-02-25", "2016-02-27", "2016-02-29"), ("2025-06-18", "2025-06-20", "2025-06-23")],
)
def test_a_verification_is_announced_on_the_second_day(verified: str, day: str, extended: str) -> None:
    due = deadlines.notice_due(date.fromisoformat(verified))

    assert due == deadlines.Due(date.fromisoformat(day), date.fromisoformat(extended))


def test_two_hundred_dates_in_five_years_agree_with_an_independent_computation() -> None:
    assert len(FIVE_YEARS) > 200
    assert FIVE_YEARS[-1].year == 2028
    for posted in FIVE_YEARS:
        last = witness(date.fromordinal(posted.toordinal() + 21))
        assert deadlines.last_day_for_appeal(posted) == last, posted
        assert deadlines.last_day_after_receipt(posted) == last, posted
        assert deadlines.earliest_removal(posted).toordinal() == last.toordinal() + 1, posted
        assert deadlines.verification_due(posted).extended == witness(posted + timedelta(days=14)), posted
        assert deadlines.notice_due(posted).extended == witness(posted + timedelta(days=2)), posted


@given(days)
def test_an_appeal_has_at_least_three_weeks_and_ends_on_a_working_day(posted: date) -> None:
    last = deadlines.last_day_for_appeal(posted)

    assert is_working_day(last)
    assert timedelta(weeks=3) <= last - posted <= timedelta(weeks=3, days=5)


@given(days)
def test_an_extended_limit_is_never_before_the_calendars(day: date) -> None:
    for due in (deadlines.verification_due(day), deadlines.notice_due(day)):
        assert due.extended >= due.day
        assert (due.extended == due.day) is is_working_day(due.day)
