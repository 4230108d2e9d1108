"""At which paragraph of which meeting something was decided or followed up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedAt:
    """As much of an item as is told of it elsewhere."""

    item: int
    meeting: int
    body: int
    body_name: str
    on: dt.date
    number: int | None = None
    """Its paragraph, once it has one."""
    with_year: bool = False
    """The body numbers its paragraphs with the year: `§ 19/2026`."""
    title: str | None = None
    """None of a confidential item."""
    confidential: bool = False
