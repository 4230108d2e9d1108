"""The index of a goal: the mean of what was measured, with a colour, against the year before."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.plans import BURGLARIES, GOAL, SECURITY
from klubban.domain.errors import RuleBroken
from klubban.domain.goal import Goal
from klubban.domain.index import (
    Colour,
    Trend,
    check_indicator,
    check_thresholds,
    latest,
    of_year,
    points,
    series,
)

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-1000, max_value=1000)


def test_the_index_is_the_mean_of_the_indicators() -> None:
    found = of_year(GOAL, 2024)

    assert [each.points for each in found.scores] == [Decimal(50), Decimal(60)]
    assert (found.value, found.colour) == (55, Colour.YELLOW)


def test_what_was_not_measured_is_left_out_and_said_so() -> None:
    found = of_year(GOAL, 2025)

    assert found.value == 83
    assert found.missing == (BURGLARIES,)
    assert (found.trend, found.change, found.comparable) == (Trend.UP, 28, False)


def test_the_series_has_every_year_and_those_without_values_have_no_colour() -> None:
    commented = replace(GOAL, years=(replace(GOAL.years[0], year=2022),))
    found = series(commented)

    assert [(each.year, each.value, each.colour) for each in found[:2]] == [
        (2022, None, None),
        (2023, None, None),
    ]
    assert found[2].trend is None
    last = latest(commented)
    assert last is not None
    assert last.year == 2025


def test_a_goal_that_nobody_measured_has_no_series() -> None:
    bare = Goal(id=1, key="mål", body=1, title="Mål", indicators=(replace(SECURITY, measured=()),))

    assert series(bare) == ()
    assert latest(bare) is None


@pytest.mark.parametrize(
    ("value", "colour"),
    [("64.7", Colour.RED), ("64.9", Colour.YELLOW), ("77.2", Colour.YELLOW), ("77.5", Colour.GREEN)],
)
def test_a_colour_begins_at_its_threshold(value: str, colour: Colour) -> None:
    measured = (replace(SECURITY.measured[0], value=Decimal(value)),)
    one = replace(GOAL, indicators=(replace(SECURITY, measured=measured),))

    assert of_year(one, 2024).colour is colour


@settings(max_examples=50)
@given(none=NUMBERS, full=NUMBERS, value=NUMBERS)
def test_points_are_between_none_and_a_hundred_whichever_way_is_better(
    none: Decimal, full: Decimal, value: Decimal
) -> None:
    one = replace(SECURITY, none_at=none, full_at=full)

    assert 0 <= points(one, value) <= 100
    if none != full:
        assert points(one, none) == 0
        assert points(one, full) == 100


def test_an_indicator_needs_two_ends_and_thresholds_their_order() -> None:
    with pytest.raises(RuleBroken, match="two different values, not both 5"):
        check_indicator(Decimal(5), Decimal(5))
    with pytest.raises(RuleBroken, match="should be a number"):
        check_indicator(Decimal("NaN"), Decimal(5))
    for yellow, green in ((75, 50), (50, 50), (-1, 50), (50, 101)):
        with pytest.raises(RuleBroken, match="Yellow should begin below green"):
            check_thresholds(yellow, green)
