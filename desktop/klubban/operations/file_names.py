"""Names of files about a body, a meeting or a period."""

from __future__ import annotations

import re
from datetime import date

from klubban.domain.body import Body
from klubban.domain.meeting import Meeting
from klubban.store import reads
from klubban.store.database import Database

_LONGEST = 80
"""Characters of a name; a file system takes some 250 bytes for all of a file's name."""


def stem_of(body: Body) -> str:
    """Return the beginning of a file's name."""
    return slug(body.short or body.name) or "organ"


def meeting_stem(meeting: Meeting, *, timed: bool) -> str:
    """Return body and date, and the start too where it is `timed`."""
    start = f"-{meeting.start:%H%M}" if timed and meeting.start else ""
    return f"{stem_of(meeting.body)}-{meeting.date.isoformat()}{start}"


def stem_of_meeting(database: Database, meeting: Meeting) -> str:
    """Return body and date of a meeting, and the start too when its body met twice that day."""
    with database.read() as read:
        lines = reads.meetings(read, meeting.body.id)
    same_day = [line for line in lines if line.date == meeting.date]
    return meeting_stem(meeting, timed=len(same_day) > 1)


def days_of(first: date, last: date) -> str:
    """Return a period as part of a file's name: the year alone where it is a whole one."""
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return str(first.year)
    return "--".join("" if day in (date.min, date.max) else day.isoformat() for day in (first, last))


def slug(name: str) -> str:
    """Return a name as part of a file's name."""
    return "-".join(re.findall(r"\w+", name.casefold()))[:_LONGEST]
