"""How an area's step goes from report to report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain.situation import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from klubban.domain.situation import Situation

LAST = 8
"""So many reports are looked back on."""


class Direction(StrEnum):
    """Where a step went since the report before; up is worse."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NEW = "new"
    """There is nothing to compare with."""


@dataclass(frozen=True, slots=True)
class Course:
    """An area's steps, the oldest first; None where a report did not judge it."""

    name: str
    steps: tuple[int | None, ...]

    @property
    def judged(self) -> tuple[int, ...]:
        """Return the steps that there are."""
        return tuple(step for step in self.steps if step is not None)

    @property
    def direction(self) -> Direction:
        """Return where the last step went, from the one before it that was judged."""
        last = self.steps[-1] if self.steps else None
        earlier = [step for step in self.steps[:-1] if step is not None]
        if last is None or not earlier:
            return Direction.NEW
        if last == earlier[-1]:
            return Direction.SAME
        return Direction.UP if last > earlier[-1] else Direction.DOWN

    @property
    def since(self) -> int:
        """Return how many judged reports in a row have had the last step."""
        judged = self.judged
        return next((n for n, step in enumerate(reversed(judged)) if step != judged[-1]), len(judged))


@dataclass(frozen=True, slots=True)
class Trend:
    """The courses of all areas over some reports."""

    days: tuple[date, ...]
    courses: tuple[Course, ...]

    def of(self, name: str) -> Course | None:
        """Return the course of an area."""
        return next((each for each in self.courses if folded(each.name) == folded(name)), None)

    @property
    def is_told(self) -> bool:
        """Tell whether there is more than one report, so that something can have changed."""
        return len(self.days) > 1


def trend(reports: Iterable[Situation], *, last: int = LAST) -> Trend:
    """Return the courses over the last reports of a body, in the order of the areas of the newest."""
    found = sorted(reports, key=lambda each: each.order)[-last:]
    names = _names(found)
    return Trend(
        tuple(each.day for each in found),
        tuple(Course(name, tuple(_step(each, name) for each in found)) for name in names),
    )


def _names(reports: Sequence[Situation]) -> list[str]:
    """Return the areas of the newest report, then those that earlier ones had alone."""
    known: dict[str, str] = {}
    for report in reversed(reports):
        for area in report.areas:
            known.setdefault(folded(area.name), area.name)
    return list(known.values())


def _step(report: Situation, name: str) -> int | None:
    area = report.area(name)
    return area.step if area else None
