"""Safety walks (trygghetsvandringar), and what was seen on them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from klubban.domain.text import Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing that was seen: where, what, with a picture; what it led to."""

    id: int
    text: str
    place: str | None = None
    sha256: str | None = None
    """The picture."""
    media_type: str | None = None
    picture_says: str | None = None
    """What the picture shows, for those who do not see it."""
    assignment: int | None = None
    """Id of the assignment that it led to."""
    nothing_because: str | None = None
    """Why it leads to nothing."""

    @property
    def is_settled(self) -> bool:
        """Tell whether it led to an assignment, or to nothing with a reason."""
        return self.assignment is not None or self.nothing_because is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A walk through a place, with those who live, work and decide there."""

    id: int
    key: str
    body: int
    title: str
    day: dt.date
    place: str | None = None
    led_by: str | None = None
    taking_part: tuple[str, ...] = ()
    text: Blocks = ()
    item: int | None = None
    """The item at which it was reported."""
    observations: tuple[Observation, ...] = ()
