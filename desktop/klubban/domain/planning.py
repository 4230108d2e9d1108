"""The days of a body's meetings in a year, from how they come again; moved where the day is a holiday."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from klubban.domain.agenda import Moves, Pattern
from klubban.domain.body import MeetingType
from klubban.domain.calendar import is_working_day
from klubban.domain.errors import RuleBroken
from klubban.domain.holiday_names import Holiday, holiday_of

_DAY = timedelta(days=1)
_MONTHS = range(1, 13)
_ORDINALS = (1, 2, 3, 4, 5, -1, -2)
_WEEKDAYS = range(7)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """A day on which a body is to meet."""

    day: date
    instead_of: date | None = None
    """The day that the pattern gives, where that is a holiday."""
    holiday: Holiday | None = None
    """Which one."""
    start: time | None = None
    place: str | None = None
    meeting_type: int | None = None
    there: bool = False
    """The body meets on that day already."""
    near: date | None = None
    """Another day of that week on which the body meets already."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that the pattern gives, but on which nobody meets."""

    day: date
    holiday: Holiday


@dataclass(frozen=True, slots=True)
class YearPlan:
    """What a body's patterns give for a year."""

    days: tuple[PlannedDay, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def check_pattern(pattern: Pattern) -> None:
    """Raise RuleBroken for a pattern that gives no days."""
    if pattern.weekday not in _WEEKDAYS or not set(pattern.months) <= set(_MONTHS):
        raise RuleBroken("A pattern has a weekday, and months from January to December")
    if pattern.weeks is not None:
        if pattern.weeks < 1:
            raise RuleBroken("From one meeting to the next there is at least one week")
        if pattern.first is None:
            raise RuleBroken("Say from which day the weeks are counted")
        if pattern.first.weekday() != pattern.weekday:
            raise RuleBroken("{day} is another day of the week", day=pattern.first)
    elif not pattern.nth or not set(pattern.nth) <= set(_ORDINALS):
        raise RuleBroken("Say which of the month’s weekdays it is, from the first to the fifth, or the last")


def pattern_days(pattern: Pattern, year: int) -> tuple[date, ...]:
    """Return the days of a year as the pattern gives them, holidays or not."""
    days = _by_weeks(pattern, year) if pattern.weeks else _by_month(pattern, year)
    return tuple(sorted({day for day in days if not pattern.months or day.month in pattern.months}))


def planned_days(
    pattern: Pattern, year: int, taken: Collection[date] = (), others: Collection[date] = ()
) -> tuple[PlannedDay, ...]:
    """Return the days of a year on which a body with this pattern meets.

    `taken` are the days on which it has meetings; `others`, those that its other patterns give. A day that
    is moved goes to none of these, but one that has been planned before is recognised.
    """
    own = pattern_days(pattern, year)
    found: list[PlannedDay] = []
    for day in own:
        holiday = holiday_of(day)
        if holiday is None or (day in taken):
            found.append(_planned(pattern, day, taken))
        elif pattern.moves is not Moves.SKIP:
            used = {*own, *others, *(each.day for each in found)}
            moved = _moved(day, pattern.moves, used)
            found.append(replace(_planned(pattern, moved, taken), instead_of=day, holiday=holiday))
    return tuple(sorted(found, key=lambda each: each.day))


def skipped_days(pattern: Pattern, year: int) -> tuple[Skipped, ...]:
    """Return the days of a year that fall out since they are holidays."""
    if pattern.moves is not Moves.SKIP:
        return ()
    return tuple(Skipped(day, name) for day in pattern_days(pattern, year) if (name := holiday_of(day)))


def year_plan(
    patterns: Sequence[Pattern],
    year: int,
    taken: Collection[date] = (),
    types: Sequence[MeetingType] = (),
) -> YearPlan:
    """Return the days that all patterns of a body give for a year, no day twice.

    The types of meeting of which there are so many a year, and that no pattern is for, are spread over them.
    """
    given = {pattern.id: set(pattern_days(pattern, year)) for pattern in patterns}
    days: dict[date, PlannedDay] = {}
    for pattern in patterns:
        others = set(days).union(*(found for id_, found in given.items() if id_ != pattern.id))
        for each in planned_days(pattern, year, taken, others):
            days.setdefault(each.day, each)
    own = {pattern.meeting_type for pattern in patterns}
    spread = [each for each in types if each.per_year and each.id not in own]
    return YearPlan(
        days=_typed([days[day] for day in sorted(days)], spread),
        skipped=tuple(each for pattern in patterns for each in skipped_days(pattern, year)),
    )


def _typed(days: list[PlannedDay], types: Iterable[MeetingType]) -> tuple[PlannedDay, ...]:
    """Return days with types that are spread over them, the rarest first: of six, two are each third."""
    for each in sorted(types, key=lambda one: one.per_year or 0):
        free = [place for place, day in enumerate(days) if day.meeting_type is None]
        count = min(each.per_year or 0, len(free))
        for number in range(1, count + 1):
            place = free[number * len(free) // count - 1]
            days[place] = replace(days[place], meeting_type=each.id)
    return tuple(days)


def _planned(pattern: Pattern, day: date, taken: Collection[date]) -> PlannedDay:
    week = day.isocalendar()[:2]
    near = min((each for each in taken if each.isocalendar()[:2] == week and each != day), default=None)
    return PlannedDay(
        day=day,
        start=pattern.start,
        place=pattern.place,
        meeting_type=pattern.meeting_type,
        there=day in taken,
        near=near,
    )


def _moved(day: date, moves: Moves, used: Collection[date]) -> date:
    """Return the nearest working day that is free; the other way where that would be in another year."""
    step = -_DAY if moves is Moves.EARLIER else _DAY
    for by in (step, -step):
        found = day + by
        while found.year == day.year:
            if is_working_day(found) and found not in used:
                return found
            found += by
    return day


def _by_weeks(pattern: Pattern, year: int) -> Iterator[date]:
    if pattern.first is None or pattern.weeks is None:
        return
    step = timedelta(weeks=pattern.weeks)
    gone = max(0, (date(year, 1, 1) - pattern.first).days)
    day = pattern.first + -(-gone // step.days) * step
    while day.year == year:
        yield day
        day += step


def _by_month(pattern: Pattern, year: int) -> Iterator[date]:
    for month in _MONTHS:
        _first, length = calendar.monthrange(year, month)
        days = [date(year, month, day) for day in range(1, length + 1)]
        named = [day for day in days if day.weekday() == pattern.weekday]
        for nth in pattern.nth:
            place = nth - 1 if nth > 0 else len(named) + nth
            if 0 <= place < len(named):
                yield named[place]
