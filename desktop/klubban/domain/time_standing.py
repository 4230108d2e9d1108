"""How a meeting stands against its time plan: which item's turn it is, and how far behind or ahead it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from klubban.domain.meeting import Meeting
from klubban.domain.time_plan import time_plan

_HOUR = 60
_DAY = 24 * _HOUR


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a meeting stands at a minute."""

    item: int
    """The first item that is not dealt with."""
    late: int
    """Minutes behind the plan; fewer than none where it is ahead."""
    ends: dt.time | None = None
    """When the meeting ends if what is left takes as long as planned."""


def standing(meeting: Meeting, now: dt.time) -> Standing | None:
    """Return how a meeting stands; None where nothing is planned, or nothing left.

    Within the time of the item whose turn it is, a meeting is neither behind nor ahead.
    """
    plan = time_plan(meeting)
    dealt_with = {item.id for item in meeting.items if item.outcome is not None or item.decision}
    line = next((each for each in plan.lines if each.item not in dealt_with), None)
    if line is None or line.starts is None or not plan.total:
        return None
    since, past = _between(line.starts, now), _between(line.ends or line.starts, now)
    late = past if past > 0 else min(since, 0)
    return Standing(line.item, late, _later(plan.ends, late) if plan.ends else None)


def _between(one: dt.time, other: dt.time) -> int:
    """Return the minutes from one clock time to another, the shorter way round the clock."""
    found = (_minutes(other) - _minutes(one)) % _DAY
    return found if found <= _DAY // 2 else found - _DAY


def _later(moment: dt.time, minutes: int) -> dt.time:
    return dt.time(*divmod((_minutes(moment) + minutes) % _DAY, _HOUR))


def _minutes(moment: dt.time) -> int:
    return moment.hour * _HOUR + moment.minute
