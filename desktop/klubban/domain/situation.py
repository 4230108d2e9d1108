"""Situation reports (lägesrapporter): areas by a scale of five steps, with what is behind each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klubban.domain.errors import RuleBroken
from klubban.domain.text import Blocks

STEPS = 5
"""From normal to critical."""
NORMAL = 1


def check_scale(names: Sequence[str]) -> None:
    """Raise RuleBroken unless these are the names of five steps, all different."""
    if len(names) != STEPS:
        raise RuleBroken(
            "A scale has {steps} steps, from normal to critical; {count} are named",
            steps=STEPS,
            count=len(names),
        )
    if len({name.strip().casefold() for name in names}) != STEPS or not all(map(str.strip, names)):
        raise RuleBroken("Each step of the scale has a name of its own")


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationArea:
    """One area: its step from 1 (normal) to 5 (critical), the events and measures behind it."""

    id: int
    name: str
    step: int | None = None
    """None while nobody has judged it."""
    events: Blocks = ()
    measures: Blocks = ()

    def is_called(self, name: str) -> bool:
        """Tell whether it goes by a name, whatever the case."""
        return folded(self.name) == folded(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A situation report of a body on a day."""

    id: int
    key: str
    body: int
    day: dt.date
    from_date: dt.date | None = None
    """The first day of the time that it tells of."""
    title: str | None = None
    by: str | None = None
    text: Blocks = ()
    """The situation as a whole."""
    scale: tuple[str, ...] = ()
    """The names of the five steps as they were then; empty for those of the program."""
    sources: tuple[str, ...] = ()
    done_on: dt.date | None = None
    """When it was finished; what is finished is rolled up."""
    item: int | None = None
    """The item at which it was presented."""
    areas: tuple[SituationArea, ...] = ()
    rolled_up: tuple[int, ...] = ()
    """Ids of the reports that went into it."""

    @property
    def is_done(self) -> bool:
        """Tell whether it is finished."""
        return self.done_on is not None

    @property
    def order(self) -> tuple[dt.date, int]:
        """Return what sorts reports by their days."""
        return self.day, self.id

    @property
    def highest(self) -> int | None:
        """Return the highest step of any area; None while nothing is judged."""
        return max((area.step for area in self.areas if area.step), default=None)

    @property
    def above_normal(self) -> tuple[SituationArea, ...]:
        """Return the areas that are above normal."""
        return tuple(area for area in self.areas if (area.step or NORMAL) > NORMAL)

    @property
    def not_judged(self) -> tuple[SituationArea, ...]:
        """Return the areas that nobody has judged yet."""
        return tuple(area for area in self.areas if area.step is None)

    def area(self, name: str) -> SituationArea | None:
        """Return the area of a name, whatever the case."""
        return next((area for area in self.areas if area.is_called(name)), None)


def folded(name: str) -> str:
    """Return a name as it is compared with others."""
    return " ".join(name.split()).casefold()


def before(report: Situation, reports: Iterable[Situation]) -> tuple[Situation, ...]:
    """Return the reports of the same body up to the day of one, the oldest first, without it."""
    same = (each for each in reports if each.body == report.body and each.order < report.order)
    return tuple(sorted(same, key=lambda each: each.order))


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """The item at which a report was presented."""

    item: int
    meeting: int
    day: dt.date
    body: int
    title: str
    number: int | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """A body that reports to another, which meets again."""

    body: int
    to: int
    meeting: int
    """Where the report is wanted."""
    meets_on: dt.date
    met_on: dt.date | None = None
    """When the other body met last."""
    reported_on: dt.date | None = None
    """The day of the last finished report."""


AHEAD = dt.timedelta(days=7)


def owed(found: Iterable[Reporting], today: dt.date) -> tuple[Reporting, ...]:
    """Return the reports that are lacking, where the body above meets within a week.

    It has heard nothing since it met last.
    """
    return tuple(
        each
        for each in found
        if today <= each.meets_on <= today + AHEAD
        and (each.reported_on is None or (each.met_on is not None and each.reported_on < each.met_on))
    )
