"""The years that a day may be in; any other is a slip of the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken

if TYPE_CHECKING:
    import datetime as dt

YEARS = range(1800, 2200)


def check_year(day: dt.date) -> None:
    """Raise RuleBroken for a day that could not be reckoned with, nor come back from a document."""
    if day.year not in YEARS:
        raise RuleBroken("Expected a year from {first} to {last}", first=YEARS[0], last=YEARS[-1])
