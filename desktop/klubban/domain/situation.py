"""Situation reports (lägesrapporter): areas by a scale of five steps, with what is behind each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from klubban.domain.errors import RuleBroken
from klubban.domain.text import Blocks

STEPS = 5
"""From normal to critical."""


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
