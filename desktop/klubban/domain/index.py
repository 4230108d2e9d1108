"""A goal's index by year: what its indicators measured, from 0 to 100, its colour, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from klubban.domain.errors import RuleBroken
from klubban.domain.goal import Goal, GoalYear, Indicator, Measured

FULL = 100
LONGEST_VALUE = 20
"""Characters of a value, written out."""


class Colour(StrEnum):
    """How a goal stands, which is always a word and a shape as well."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


class Trend(StrEnum):
    """Where an index goes, against the year before."""

    UP = "up"
    SAME = "same"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What an indicator was in a year, on the index."""

    indicator: Indicator
    measured: Measured
    points: Decimal
    """From 0 to 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexYear:
    """A goal in one year."""

    year: int
    value: int | None
    """The mean of the indicators that were measured, rounded; None where none was."""
    colour: Colour | None
    scores: tuple[Score, ...] = ()
    missing: tuple[Indicator, ...] = ()
    """Those that were not measured that year, and are not part of the mean."""
    comment: GoalYear | None = None
    before: int | None = None
    """The index of the year before."""
    comparable: bool = True
    """The same indicators were measured the year before."""

    @property
    def trend(self) -> Trend | None:
        """Return where it goes; None where either year has no index."""
        if self.value is None or self.before is None:
            return None
        if self.value == self.before:
            return Trend.SAME
        return Trend.UP if self.value > self.before else Trend.DOWN

    @property
    def change(self) -> int:
        """Return by how many points it went up or down."""
        return 0 if self.value is None or self.before is None else self.value - self.before


def check_value(value: Decimal) -> None:
    """Raise RuleBroken for what is no number, or has more digits than anybody measures."""
    if not value.is_finite():
        raise RuleBroken("A value should be a number")
    if abs(value.adjusted()) > LONGEST_VALUE or len(f"{value:f}") > LONGEST_VALUE:
        raise RuleBroken("A value should have {limit} digits at most", limit=LONGEST_VALUE)


def check_indicator(none_at: Decimal, full_at: Decimal) -> None:
    """Raise RuleBroken for an indicator whose none and whole are one."""
    check_value(none_at)
    check_value(full_at)
    if none_at == full_at:
        raise RuleBroken(
            "What gives 0 and what gives 100 should be two different values, not both {value}", value=none_at
        )


def check_thresholds(yellow_from: int, green_from: int) -> None:
    """Raise RuleBroken for thresholds that are not on the index, or the wrong way round."""
    if not 0 <= yellow_from < green_from <= FULL:
        raise RuleBroken(
            "Yellow should begin below green, both between 0 and 100, not at {yellow} and {green}",
            yellow=yellow_from,
            green=green_from,
        )


def points(indicator: Indicator, value: Decimal) -> Decimal:
    """Return a value on the index: 0 at `none_at`, 100 at `full_at`, on a line between and no further."""
    whole = indicator.full_at - indicator.none_at
    found = (value - indicator.none_at) / whole * FULL if whole else Decimal(0)
    return min(max(found, Decimal(0)), Decimal(FULL))


def colour_of(goal: Goal, value: int) -> Colour:
    """Return the colour of an index."""
    if value >= goal.green_from:
        return Colour.GREEN
    return Colour.YELLOW if value >= goal.yellow_from else Colour.RED


def of_year(goal: Goal, year: int) -> IndexYear:
    """Return a goal in a year, with what it was the year before."""
    scores = _scores(goal, year)
    earlier = _scores(goal, year - 1)
    value = _mean(scores)
    there = {each.indicator.id for each in scores}
    return IndexYear(
        year=year,
        value=value,
        colour=None if value is None else colour_of(goal, value),
        scores=scores,
        missing=tuple(each for each in goal.indicators if each.id not in there),
        comment=next((each for each in goal.years if each.year == year), None),
        before=_mean(earlier),
        comparable=not earlier or there == {each.indicator.id for each in earlier},
    )


def series(goal: Goal) -> tuple[IndexYear, ...]:
    """Return a goal year by year, from the first that was measured or commented on to the last."""
    found = {each.year for indicator in goal.indicators for each in indicator.measured}
    found |= {each.year for each in goal.years}
    return tuple(of_year(goal, year) for year in range(min(found), max(found) + 1)) if found else ()


def latest(goal: Goal) -> IndexYear | None:
    """Return the last year that has an index."""
    return next((each for each in reversed(series(goal)) if each.value is not None), None)


def _scores(goal: Goal, year: int) -> tuple[Score, ...]:
    return tuple(
        Score(indicator=indicator, measured=each, points=points(indicator, each.value))
        for indicator in goal.indicators
        for each in indicator.measured
        if each.year == year
    )


def _mean(scores: tuple[Score, ...]) -> int | None:
    if not scores:
        return None
    mean = sum((each.points for each in scores), Decimal(0)) / len(scores)
    return int(mean.quantize(Decimal(1), ROUND_HALF_UP))
