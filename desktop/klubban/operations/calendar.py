"""Meetings for calendars: of one meeting, or of a body's year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from klubban.domain.calendar_entry import calendar_uid
from klubban.domain.meeting import Meeting
from klubban.domain.time_plan import time_plan
from klubban.exchange import calendar_file
from klubban.i18n import Texts, texts
from klubban.operations.file_names import stem_of, stem_of_meeting
from klubban.operations.files import write_file
from klubban.store import reads
from klubban.store.database import Database


def export_calendar(
    database: Database, meeting_id: int, folder: Path, *, stamped: datetime, public: bool = False
) -> Path:
    """Write the calendar file of a meeting into a folder, and return its path.

    What is `public` tells nothing that is for the body's own: group meetings, and whom to tell of absence.
    """
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
    words = texts(meeting.organisation.language)
    name = words.pgettext("file name", "calendar")
    path = folder / f"{stem_of_meeting(database, meeting)}-{name}.ics"
    write_file(path, of_meetings([meeting], stamped=stamped, public=public))
    return path


def export_year(database: Database, body_id: int, year: int, folder: Path, *, stamped: datetime) -> Path:
    """Write the calendar file of a body's meetings in a year, those cancelled too, and return its path."""
    with database.read() as read:
        (body,) = (each for each in reads.bodies(read) if each.id == body_id)
        lines = [line for line in reads.meetings(read, body_id) if line.date.year == year]
        meetings = [reads.meeting(read, line.id) for line in lines]
        organisation = reads.organisation(read)
    words = texts(organisation.language if organisation else "sv")
    name = words.pgettext("file name", "calendar")
    path = folder / f"{stem_of(body)}-{year}-{name}.ics"
    write_file(path, of_meetings(meetings, stamped=stamped))
    return path


def of_meetings(meetings: Iterable[Meeting], *, stamped: datetime, public: bool = False) -> bytes:
    """Return the calendar file of meetings. It tells when and where they meet, and nothing of what about."""
    return calendar_file.write((_entry(each, public=public) for each in meetings), stamped=stamped)


def _entry(meeting: Meeting, *, public: bool) -> calendar_file.Entry:
    words = texts(meeting.organisation.language)
    return calendar_file.Entry(
        uid=calendar_uid(meeting),
        sequence=meeting.calendar_sequence,
        start=datetime.combine(meeting.date, meeting.start) if meeting.start else meeting.date,
        end=_end(meeting),
        summary=_summary(meeting, words),
        place=meeting.place,
        description="" if public else "\n".join(_told(meeting, words)),
        cancelled=meeting.cancelled_on is not None,
    )


def _summary(meeting: Meeting, words: Texts) -> str:
    named = ", ".join(filter(None, (meeting.body.name, meeting.type)))
    if meeting.cancelled_on is None:
        return named
    return words.gettext("Cancelled: {meeting}").format(meeting=named)


def _told(meeting: Meeting, words: Texts) -> Iterable[str]:
    if meeting.body.absence_to:
        yield words.gettext("Tell of absence to: {whom}").format(whom=meeting.body.absence_to)
    for group in meeting.group_meetings:
        yield ", ".join(
            filter(None, (group.name, words.time(group.start) if group.start else None, group.place))
        )


def _end(meeting: Meeting) -> datetime | date | None:
    """Return when it ends: as noted, or else by the time plan; None where neither says.

    One over several days without a clock time goes on to the end of its last.
    """
    after = meeting.last_day + timedelta(days=1)
    if meeting.start is None:
        return after if meeting.end_date else None
    ends: time | None = meeting.end or time_plan(meeting).ends
    if ends is None:
        return datetime.combine(after, time()) if meeting.end_date else None
    moment = datetime.combine(meeting.last_day, ends)
    if meeting.end_date is None and ends < meeting.start:
        moment += timedelta(days=1)
    return moment
