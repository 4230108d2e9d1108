"""What calendars know a meeting by: the same for all time, whatever day it is moved to."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID, uuid5

from klubban.domain.body import Body, Organisation
from klubban.domain.meeting import Meeting

_MEETINGS = UUID("6f0c0a3e-5f5c-5d0e-9b0a-2f3a5f1f7a11")
"""The name space of all meetings that this program has planned."""


def calendar_uid(meeting: Meeting) -> str:
    """Return what calendars know a meeting by: as kept since it moved, or from its body, day and start."""
    return meeting.calendar_uid or first_uid(meeting.organisation, meeting.body, meeting.date, meeting.start)


def first_uid(
    organisation: Organisation | None, body: Body, day: date, start: time | None, again: int = 0
) -> str:
    """Return what calendars know a meeting by that was first planned for a day and start.

    `again` counts the meetings that were planned for that place before, and have moved since.
    """
    whose = (organisation.number or organisation.name) if organisation else ""
    parts = [whose, body.key, day.isoformat(), start.isoformat("minutes") if start else ""]
    return str(uuid5(_MEETINGS, "\n".join([*parts, str(again)] if again else parts)))
