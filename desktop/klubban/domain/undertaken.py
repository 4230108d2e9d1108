"""Assignments as a list of them tells: given when and by which item, still open, and how late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from klubban.domain.assignment import Assignment, AssignmentStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaken:
    """An assignment of a body, and where it was given."""

    assignment: Assignment
    meeting: int | None = None
    on: dt.date | None = None
    """The day of the meeting at which it was given."""
    item: str = ""
    """The title of the item that it was given by."""
    number: int | None = None
    confidential: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether it is neither done nor cancelled."""
        return self.assignment.status is AssignmentStatus.OPEN

    def days_late(self, day: dt.date) -> int:
        """Return how many days an open one is late on a day; 0 for one that is in time."""
        due = self.assignment.due
        return max((day - due).days, 0) if due is not None and self.is_open else 0


def by_due(found: Iterable[Undertaken]) -> tuple[Undertaken, ...]:
    """Return assignments by the day on which they are due, those without one last."""
    last = dt.date.max
    return tuple(sorted(found, key=lambda one: (one.assignment.due or last, one.on or last)))


def given_at(found: Iterable[Undertaken], meeting_id: int) -> tuple[Undertaken, ...]:
    """Return those that were given at a meeting, as they were noted."""
    return tuple(one for one in found if one.meeting == meeting_id)


def open_before(found: Iterable[Undertaken], meeting_id: int, day: dt.date) -> tuple[Undertaken, ...]:
    """Return those that were given before the meeting of a day and are still open, by when they are due."""
    earlier = (one for one in found if one.meeting != meeting_id and (one.on is None or one.on <= day))
    return by_due(one for one in earlier if one.is_open)
