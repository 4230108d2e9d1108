"""The dates before and after a meeting, by law and by the body's rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.domain.body import Body
from klubban.domain.calendar import is_working_day
from klubban.domain.lead_times import dates_of, days_before, weekday_before
from klubban.domain.rules import PRESETS, BodyKind, DayCount

days = some.dates(date(2020, 1, 1), date(2060, 12, 31))


def body(kind: BodyKind, **rules: Any) -> Body:
    """Return a body with rules of its own."""
    return Body(id=1, key="x", name="X", kind=kind, rules=replace(PRESETS[kind], **rules))


@given(days)
def test_the_assembly_is_summoned_and_announced_a_week_before(day: date) -> None:  # KL 5 kap. 13, 15 §§
    found = dates_of(body(BodyKind.ASSEMBLY), day)

    assert found.summons == found.announced == day - timedelta(days=7)
    assert found.verified == day + timedelta(days=14)


def test_the_assembly_may_be_summoned_earlier_but_is_announced_as_the_law_says() -> None:
    found = dates_of(body(BodyKind.ASSEMBLY, summons_days=10), date(2027, 2, 22))

    assert (found.summons, found.announced) == (date(2027, 2, 12), date(2027, 2, 15))


def test_an_assembly_whose_rule_is_shorter_than_the_law_has_the_laws_week() -> None:
    found = dates_of(body(BodyKind.ASSEMBLY, summons_days=3), date(2027, 2, 22))

    assert found.summons == date(2027, 2, 15)


def test_days_by_the_calendar_are_not_moved_past_days_off() -> None:
    found = dates_of(body(BodyKind.COMMITTEE, summons_days=5, papers_days=8), date(2027, 4, 3))

    assert found.summons == date(2027, 3, 29)  # Easter Monday
    assert found.papers == date(2027, 3, 21)  # a Sunday


def test_working_days_are_counted_over_easter() -> None:
    rules = {"summons_days": 5, "papers_days": 2, "summons_count": DayCount.WORKING}

    found = dates_of(body(BodyKind.COMMITTEE, **rules), date(2027, 4, 1))

    assert found.summons == date(2027, 3, 23)  # over Good Friday, the weekend and Easter Monday
    assert found.papers == date(2027, 3, 19)


def test_working_days_are_counted_over_christmas_and_the_new_year() -> None:
    rules = {"summons_days": 5, "papers_days": 3, "summons_count": DayCount.WORKING}

    found = dates_of(body(BodyKind.COMMITTEE, **rules), date(2027, 1, 8))

    assert found.summons == date(2026, 12, 29)  # neither Epiphany, New Year's Day and Eve, nor the weekend
    assert found.papers == date(2026, 12, 22)  # nor Christmas, from its eve on


def test_the_assemblys_week_passes_the_new_year() -> None:
    found = dates_of(body(BodyKind.ASSEMBLY), date(2027, 1, 5))

    assert found.summons == found.announced == date(2026, 12, 29)
    assert weekday_before(date(2027, 1, 2)) == date(2026, 12, 30)  # the eve is no weekday here either


def test_papers_due_on_a_day_of_their_own_are_due_on_that_day() -> None:
    committee = body(BodyKind.COMMITTEE, summons_days=5, papers_days=8)

    found = dates_of(committee, date(2027, 4, 12), papers_due=date(2027, 3, 1))

    assert found.papers == found.closes == date(2027, 3, 1)


def test_without_a_rule_for_the_summons_papers_count_from_the_meeting() -> None:
    found = dates_of(body(BodyKind.COUNCIL, papers_days=10), date(2027, 4, 12))

    assert (found.summons, found.papers) == (None, date(2027, 4, 2))


def test_a_forum_without_rules_has_no_dates() -> None:
    found = dates_of(body(BodyKind.FORUM), date(2027, 4, 12))

    assert (found.papers, found.summons, found.announced, found.verified, found.closes) == (None,) * 5


def test_a_meeting_of_two_days_is_verified_from_its_last() -> None:
    found = dates_of(body(BodyKind.ASSEMBLY), date(2027, 4, 12), last_day=date(2027, 4, 13))

    assert found.verified == date(2027, 4, 27)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        pytest.param(date(2027, 2, 22), date(2027, 2, 19), id="a Monday"),
        pytest.param(date(2027, 3, 30), date(2027, 3, 25), id="the Tuesday after Easter"),
        pytest.param(date(2027, 6, 28), date(2027, 6, 24), id="the Monday after Midsummer"),
    ],
)
def test_an_urgent_matter_is_announced_on_the_weekday_before(day: date, before: date) -> None:  # KL 5:14
    assert weekday_before(day) == before


@given(days, some.integers(1, 40))
def test_so_many_working_days_lie_between(day: date, count: int) -> None:
    found = days_before(day, count, DayCount.WORKING)

    between = [found + timedelta(days=by) for by in range((day - found).days)]
    assert sum(map(is_working_day, between)) == count
    assert is_working_day(found)
