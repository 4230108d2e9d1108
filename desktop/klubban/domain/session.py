"""The course of a session: when it was opened, paused, resumed and closed, over midnight where it was so."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage

if TYPE_CHECKING:
    from klubban.domain.meeting import Meeting, Recess

_EVENING, _NIGHT = dt.time(12), dt.time(6)
"""What is noted before the one of a meeting that was going on after the other is of the day after."""


def in_session(meeting: Meeting) -> bool:
    """Tell whether a meeting was opened and is not closed yet; it may be adjourned."""
    return meeting.stage is Stage.IN_SESSION


def current_recess(meeting: Meeting) -> Recess | None:
    """Return the pause or adjournment that goes on, as far as is noted; None while the meeting sits."""
    last = meeting.recesses[-1] if in_session(meeting) and meeting.recesses else None
    return last if last and last.ends is None else None


def recess_at(meeting: Meeting, now: dt.datetime) -> Recess | None:
    """Return the recess that a meeting is in: not ended yet, or adjourned to a day that is to come."""
    recess = current_recess(meeting)
    if recess is not None or not in_session(meeting) or not meeting.recesses:
        return recess
    last = meeting.recesses[-1]
    if last.ends is None or last.ends_on is None:
        return None
    return last if now < dt.datetime.combine(last.ends_on, last.ends, now.tzinfo) else None


def latest(meeting: Meeting) -> dt.datetime:
    """Return when the last thing that is noted of a session happened; its beginning where nothing is.

    When it is to go on after an adjournment is no such thing. Raises RuleBroken as `course` does.
    """
    return course(replace(meeting, end=None, end_date=None))[-1]


def course(meeting: Meeting) -> tuple[dt.datetime, ...]:
    """Return the moments of a session in the order they are noted, each with its day.

    Raises RuleBroken where one is earlier than the one before it, unless the meeting passed midnight.
    """
    begun = meeting.opened or meeting.start or dt.time()
    moments = [dt.datetime.combine(meeting.date, begun)]
    for recess in meeting.recesses:
        moments.append(following(moments[-1], recess.starts))
        if recess.ends is not None:
            moments.append(following(moments[-1], recess.ends, recess.ends_on))
        elif recess is not meeting.recesses[-1]:
            raise RuleBroken("The pause at {time} was never ended", time=said(recess.starts))
    if meeting.end is not None:
        moments.append(following(moments[-1], meeting.end, meeting.end_date))
    return tuple(moments)


def following(before: dt.datetime, at: dt.time, day: dt.date | None = None) -> dt.datetime:
    """Return a time as a moment after another: on a day, or on the same one, or past midnight.

    Raises RuleBroken where it was earlier.
    """
    found = dt.datetime.combine(day or before.date(), at)
    if found >= before:
        return found
    if day is None and before.time() >= _EVENING and at <= _NIGHT:
        return found + dt.timedelta(days=1)
    if found.date() < before.date():
        raise RuleBroken(
            "It was {day} already, and cannot be {earlier}", day=before.date(), earlier=found.date()
        )
    raise RuleBroken(
        "It was {time} already, and cannot be {earlier}", time=said(before.time()), earlier=said(at)
    )


def said(at: dt.time) -> str:
    """Return a time as a sentence has it."""
    return f"{at:%H:%M}"
