"""The basis for remuneration: at which meetings somebody was, as what, and how many hours were begun.

The assembly's own rules set the amounts; meetings and hours begun are what they are reckoned from.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klubban.domain.body import Body, Named, Seat, SeatRole
from klubban.domain.roll import OnRollAs
from klubban.domain.statistics import Came, Held

_LONGEST = dt.timedelta(hours=16)
"""A meeting that ends on a later day went on past midnight if it is no longer; else it has nights in it."""
_HOUR = dt.timedelta(hours=1)
_PAID = (
    OnRollAs.CHAIR,
    OnRollAs.VICE_CHAIR,
    OnRollAs.SECOND_VICE_CHAIR,
    OnRollAs.MEMBER,
    OnRollAs.ALTERNATE,
    OnRollAs.CO_OPTED,
    OnRollAs.STAFF_REPRESENTATIVE,
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting of one person; the hours are None where an end, or a start, is not known."""

    day: dt.date
    start: dt.time | None
    end: dt.time | None
    hours: int | None
    partly: bool = False
    """They are noted for a part of it only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remunerated:
    """What somebody is to be remunerated for in one body, in one capacity."""

    who: Named
    body: str
    role: OnRollAs
    serving: bool = False
    """An alternate who served."""
    sittings: tuple[Sitting, ...]

    @property
    def meetings(self) -> int:
        """Return how many meetings they were at."""
        return len(self.sittings)

    @property
    def hours(self) -> int:
        """Return the hours begun, of the meetings whose hours are known."""
        return sum(sitting.hours or 0 for sitting in self.sittings)

    @property
    def unknown(self) -> int:
        """Return at how many meetings the hours are not known."""
        return sum(sitting.hours is None for sitting in self.sittings)


def remunerated(bodies: Iterable[Body], seats: Sequence[Seat], meetings: Iterable[Held]) -> list[Remunerated]:
    """Return what each person was at, by body and capacity; officials, guests and others are none of them."""
    names = {body.id: body.name for body in bodies}
    found: dict[tuple[object, int, OnRollAs, bool], tuple[Named, list[Sitting]]] = {}
    for meeting in meetings:
        for came in meeting.came:
            role = _role(came, meeting, seats)
            if role not in _PAID:
                continue
            serving = role is OnRollAs.ALTERNATE and came.serves
            key = (came.who.person or (came.who.name, came.who.party), meeting.body, role, serving)
            _who, sittings = found.setdefault(key, (came.who, []))
            sittings.append(sitting(came, meeting))
    return [
        Remunerated(who=who, body=names[body], role=role, serving=serving, sittings=tuple(sittings))
        for (_key, body, role, serving), (who, sittings) in found.items()
    ]


def sitting(came: Came, meeting: Held) -> Sitting:
    """Return the times of one person: their own, or else those of the meeting."""
    start, end = came.came_at or meeting.start, came.went_at or meeting.end
    return Sitting(meeting.day, start, end, hours_begun(meeting, start, end), came.partly)


def hours_begun(meeting: Held, start: dt.time | None, end: dt.time | None) -> int | None:
    """Return the hours begun between two times, recesses in them; None where they are not known."""
    if start is None or end is None:
        return None
    began, last_day = meeting.start or start, meeting.last_day or meeting.day
    if last_day > meeting.day and meeting.end is not None and meeting.end >= began:
        return None  # it went on another day, and the times between are not noted
    length = _moment(end, began, meeting.day, last_day) - _moment(start, began, meeting.day, last_day)
    return -(-length // _HOUR) if dt.timedelta(0) < length <= _LONGEST else None


def _moment(time: dt.time, began: dt.time, first: dt.date, last: dt.date) -> dt.datetime:
    """Return when a time was, at a meeting that may have gone on past midnight."""
    return dt.datetime.combine(last if time < began and last > first else first, time)


def _role(came: Came, meeting: Held, seats: Iterable[Seat]) -> OnRollAs:
    """Return what somebody was there as: by their seat of that day, or else as it was noted."""
    for seat in seats:
        if (
            came.who.person is not None
            and seat.person == came.who.person
            and seat.body == meeting.body
            and seat.role is not SeatRole.SECRETARY
            and seat.covers(meeting.day)
        ):
            return OnRollAs.of(seat.role)
    return came.role
