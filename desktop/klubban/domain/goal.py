"""Goals with indicators, measured year by year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from klubban.domain.text import Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What an indicator was in a year."""

    id: int
    year: int
    value: Decimal
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """Something that is measured; `none_at` gives 0 and `full_at` gives 100 on the index."""

    id: int
    name: str
    unit: str | None = None
    source: str | None = None
    none_at: Decimal
    full_at: Decimal
    """Less than `none_at` where less is better."""
    measured: tuple[Measured, ...] = ()
    """By year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalYear:
    """The comment that explains a goal's index of a year."""

    id: int
    year: int
    text: Blocks
    day: dt.date | None = None
    item: int | None = None
    """The item at which it was followed up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What a body wants to reach, and from which index it is yellow and green."""

    id: int
    key: str
    body: int
    title: str
    area: str | None = None
    text: Blocks = ()
    commitment: int | None = None
    """Id of the plan or agreement that it belongs to."""
    yellow_from: int = 50
    green_from: int = 75
    years: tuple[GoalYear, ...] = ()
    indicators: tuple[Indicator, ...] = ()
