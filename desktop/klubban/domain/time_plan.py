"""The time plan of an agenda: when each item begins and ends, what it adds up to, and what cannot be kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from klubban.domain.agenda_order import Side, side_of
from klubban.domain.meeting import Item, Meeting, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """One item's time; without clock times where the meeting's start is not known."""

    item: int
    side: Side
    minutes: int | None
    starts: dt.time | None = None
    ends: dt.time | None = None
    """None too where it is not said how long it takes."""
    fixed: bool = False
    """The start was set by the clock; the other times follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """An item whose clock time cannot be kept: what comes before it takes until later."""

    item: int
    fixed: dt.time
    earliest: dt.time


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePlan:
    """The times of a meeting, as planned."""

    lines: tuple[Timed, ...] = ()
    """An item each, in the agenda's order; those withdrawn or postponed take no time and are left out."""
    total: int = 0
    """Minutes of all items, recesses aside."""
    ends: dt.time | None = None
    """When the last item ends; None while nothing has a length, or the start is not known."""
    share: Mapping[Side, float] | None = None
    """The part of all minutes that each side takes, from 0 to 1; None while nothing has a length."""
    clashes: tuple[Clash, ...] = ()
    untimed: int = 0
    """How many items have no length; the end is so much later."""


def time_plan(meeting: Meeting) -> TimePlan:
    """Return when each item begins and ends: from the meeting's start, in turn, past recesses.

    An item with a clock time begins then, even if there is time before it; one that would begin earlier than
    what comes before it ends is a clash, and the plan goes on from there. A meeting may pass midnight; at one
    of several days, a clock time that is over is the next day's.
    """
    return _Planning(meeting).plan()


class _Planning:
    """The plan in the making; clock times are minutes from the midnight before the meeting."""

    def __init__(self, meeting: Meeting) -> None:
        self._items = [item for item in meeting.items if item.outcome not in _TAKEN_OFF]
        start = meeting.start or next((item.start for item in self._items if item.start), None)
        self._days = (meeting.last_day - meeting.date).days
        self._opened = None if start is None else _minutes(start)
        self._now = self._opened
        self._recesses = [
            (self._after_opening(each.starts), self._after_opening(each.ends))
            for each in meeting.recesses
            if each.ends is not None
        ]
        self._clashes: list[Clash] = []

    def plan(self) -> TimePlan:
        lines = tuple(map(self._line, self._items))
        lengths = [(line.side, line.minutes) for line in lines if line.minutes]
        total = sum(minutes for _side, minutes in lengths)
        return TimePlan(
            lines=lines,
            total=total,
            ends=_clock(self._now) if total and self._now is not None else None,
            share=_share(lengths, total),
            clashes=tuple(self._clashes),
            untimed=sum(line.minutes is None for line in lines),
        )

    def _line(self, item: Item) -> Timed:
        line = Timed(item=item.id, side=side_of(item.kind), minutes=item.minutes)
        if self._now is None:
            return line
        starts = self._past_recess(self._now)
        if item.start is not None:
            fixed = self._after_opening(item.start)
            while fixed < starts and fixed < self._days * _DAY:
                fixed += _DAY
            if fixed < starts:
                self._clashes.append(Clash(item=item.id, fixed=item.start, earliest=_clock(starts)))
            starts = max(starts, fixed)
        self._now = starts if item.minutes is None else self._through(starts, item.minutes)
        ends = None if item.minutes is None else _clock(self._now)
        return replace(line, starts=_clock(starts), ends=ends, fixed=item.start is not None)

    def _after_opening(self, moment: dt.time) -> int:
        """Return a clock time of the meeting; in the night it is the next day's, after an evening's start."""
        minutes = _minutes(moment)
        night = self._opened is not None and self._opened >= _NOON and minutes < _SIX
        return minutes + _DAY if night else minutes

    def _past_recess(self, now: int) -> int:
        for starts, ends in self._recesses:
            if starts <= now < ends:
                now = ends
        return now

    def _through(self, now: int, minutes: int) -> int:
        """Return when something ends that takes so long and is broken off by recesses."""
        ends = now + minutes
        for starts, until in self._recesses:
            if now <= starts < ends and until > starts:
                ends += until - starts
        return ends


_TAKEN_OFF = (Outcome.WITHDRAWN, Outcome.POSTPONED)
_SIX, _NOON, _DAY = 6 * 60, 12 * 60, 24 * 60


def _minutes(moment: dt.time) -> int:
    return moment.hour * 60 + moment.minute


def _clock(minutes: int) -> dt.time:
    return dt.time(*divmod(minutes % _DAY, 60))


def _share(lengths: list[tuple[Side, int]], total: int) -> dict[Side, float] | None:
    if not total:
        return None
    return {side: sum(minutes for of, minutes in lengths if of is side) / total for side in Side}
