"""Meetings: when and where, moved and cancelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, time

from klubban.domain.agenda import GroupMeeting, Origin
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting
from klubban.i18n import N_
from klubban.operations.incoming import bring, fill
from klubban.operations.lists import put_rows
from klubban.operations.meeting_rows import (
    check_day,
    check_free,
    insert_meeting,
    recorded,
    told_calendars,
    was_held,
)
from klubban.operations.naming import checked_name, one_line
from klubban.operations.numbering import follow_day
from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database


def add_meeting(
    database: Database,
    body_id: int,
    day: date,
    *,
    start: time | None = None,
    place: str | None = None,
    meeting_type: int | None = None,
    today: date | None = None,
    past: bool = False,
) -> int:
    """Plan a meeting of a body with what comes on its agenda by itself, and return its id.

    Raises RuleBroken when there is one already, or for a day before today that is not said to be `past`.
    """
    check_day(day, today, past=past)
    place = one_line(place or "") or None
    with database.change(
        N_("Plan a meeting on {date}"), place=("body", body_id), date=day.isoformat()
    ) as change:
        meeting_id = insert_meeting(change, body_id, day, start=start, place=place, meeting_type=meeting_type)
        fill(change, meeting_id, today)
        return meeting_id


def move_meeting(
    database: Database,
    meeting_id: int,
    *,
    day: date,
    start: time | None,
    place: str | None,
    today: date | None = None,
    past: bool = False,
) -> None:
    """Hold a meeting on another day, at another time or place; what was sent of it stays as it was sent.

    A last day of its own goes along, and so do group meetings on days of their own. What was announced said
    another time, so it is to be announced anew (KL 5 kap. 13 §). Raises RuleBroken when the body meets then
    already, the protocol is verified, or the day is before today and not said to be `past`; LookupError for
    no such meeting.
    """
    meeting = recorded(database, meeting_id)
    place = one_line(place or "") or None
    if (day, start, place) == (meeting.date, meeting.start, meeting.place):
        return
    _check_open(meeting)
    if day != meeting.date:
        check_day(day, today, past=past)
    last = meeting.end_date and meeting.end_date + (day - meeting.date)
    due = None if meeting.papers_due and meeting.papers_due >= day else meeting.papers_due
    label = N_("Move the meeting on {date} to {day}")
    if day == meeting.date:
        label = N_("Change when and where the meeting on {date} is")
    with database.change(
        label, place=("meeting", meeting_id), date=meeting.date.isoformat(), day=day.isoformat()
    ) as change:
        check_free(change, meeting.body.id, day, start, but=meeting_id)
        _check_nothing_due(meeting, day)
        change.update(
            "meeting",
            meeting_id,
            date=day,
            starts=start,
            place=place,
            end_date=last,
            papers_due=due,
            **_announced_anew(meeting),
            **told_calendars(meeting),
        )
        follow_day(change, meeting_id, meeting.date)
        for each in meeting.group_meetings:
            if each.date is not None:
                change.update("group_meeting", each.id, date=each.date + (day - meeting.date))


def _check_nothing_due(meeting: Meeting, day: date) -> None:
    """Raise RuleBroken where something that is given at a meeting would be due before its new day."""
    for each in (given for item in meeting.items for given in item.assignments):
        if each.due is not None and each.due < day:
            raise RuleBroken(
                "{name} is to do something by {due} that is given at this meeting; change that day first",
                name=each.to,
                due=each.due,
            )


def set_place(database: Database, meeting_id: int, place: str | None) -> None:
    """Say where a meeting is; raises RuleBroken when the protocol is verified, LookupError."""
    meeting = recorded(database, meeting_id)
    _check_open(meeting)
    place = one_line(place or "") or None
    if place == meeting.place:
        return
    with _changing(database, N_("Say where the meeting on {date} is"), meeting) as change:
        change.update(
            "meeting", meeting_id, place=place, **_announced_anew(meeting), **told_calendars(meeting)
        )


def cancel_meeting(database: Database, meeting_id: int, *, on: date, because: str) -> None:
    """Cancel a meeting that was not held; it stays in the plan, with the day and the reason.

    The urgent decisions that it was to report go to the next one (KL 6 kap. 40 §); all else waits.
    Raises RuleBroken for one that was begun or is cancelled already, or without a reason; LookupError.
    """
    meeting = recorded(database, meeting_id)
    because = one_line(because)
    if was_held(meeting):
        raise RuleBroken("The meeting on {date} was held; it cannot be cancelled", date=meeting.date)
    if meeting.cancelled_on:
        raise RuleBroken("The meeting on {date} is cancelled already", date=meeting.date)
    if not because:
        raise RuleBroken("Say why the meeting is cancelled; those who were called are told")
    with _changing(database, N_("Cancel the meeting on {date}"), meeting) as change:
        change.update(
            "meeting", meeting_id, cancelled_on=on, cancelled_because=because, **told_calendars(meeting)
        )
        bring(change, meeting.body.id, [Origin.URGENT], on=on)


def restore_meeting(database: Database, meeting_id: int) -> None:
    """Hold a meeting after all that was cancelled; raises RuleBroken for a verified one, LookupError."""
    meeting = recorded(database, meeting_id)
    if meeting.cancelled_on is None:
        return
    _check_open(meeting)
    with _changing(database, N_("Hold the meeting on {date} after all"), meeting) as change:
        change.update(
            "meeting", meeting_id, cancelled_on=None, cancelled_because=None, **told_calendars(meeting)
        )


def set_papers_due(database: Database, meeting_id: int, day: date | None) -> None:
    """Say when papers must be in, or that the body's rules say so (None).

    Raises RuleBroken for a day that is not before the meeting, LookupError for no such meeting.
    """
    meeting = recorded(database, meeting_id)
    _check_open(meeting)
    if day is not None and day > meeting.date:
        raise RuleBroken("Papers are in before the meeting on {date}", date=meeting.date)
    with _changing(database, N_("Say when papers for the meeting on {date} are in"), meeting) as change:
        change.update("meeting", meeting_id, papers_due=day)


def set_end(database: Database, meeting_id: int, *, end: time | None, end_date: date | None = None) -> None:
    """Say when a meeting ended, or is to; raises RuleBroken for a last day before its first, LookupError."""
    meeting = recorded(database, meeting_id)
    _check_open(meeting)
    if end_date is not None and end_date < meeting.date:
        raise RuleBroken("A meeting ends on {date} or later", date=meeting.date)
    last = None if end_date == meeting.date else end_date
    with _changing(database, N_("Say when the meeting on {date} ends"), meeting) as change:
        told = {} if was_held(meeting) else told_calendars(meeting)
        change.update("meeting", meeting_id, ends=end, end_date=last, **told)


def set_group_meetings(database: Database, meeting_id: int, groups: Sequence[GroupMeeting]) -> None:
    """Say which groups meet before a meeting, in order; ids say nothing. Raises RuleBroken, LookupError."""
    meeting = recorded(database, meeting_id)
    rows = [
        {
            "name": checked_name(each.name),
            "date": None if each.date == meeting.date else each.date,
            "starts": each.start,
            "place": one_line(each.place or "") or None,
        }
        for each in groups
    ]
    for each in groups:
        if each.date is not None and each.date > meeting.date:
            raise RuleBroken("{name} meets before the meeting on {date}", name=each.name, date=meeting.date)
    with _changing(database, N_("Say which groups meet before {date}"), meeting) as change:
        put_rows(change, "group_meeting", "meeting", meeting_id, rows)


def _announced_anew(meeting: Meeting) -> dict[str, object]:
    """Return the columns of a meeting that is to come, when the board says another time or place of it."""
    return {} if was_held(meeting) else {"announced_on": None}


def _check_open(meeting: Meeting) -> None:
    if meeting.verified:
        raise RuleBroken("The protocol is verified; when and where the meeting was cannot change any more")


@contextmanager
def _changing(database: Database, label: str, meeting: Meeting) -> Iterator[Change]:
    with database.change(label, place=("meeting", meeting.id), date=meeting.date.isoformat()) as change:
        yield change


def set_meeting_type(database: Database, meeting_id: int, type_id: int | None) -> None:
    """Say which of its body's types of meeting this is, or that it is none; whom a roll begun later invites
    follows from that. Raises RuleBroken for a type of another body, LookupError for no such meeting.
    """  # noqa: D205 - what follows from it belongs to the sentence
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
    names = {each.id: each.name for each in meeting.body.meeting_types}
    if type_id is not None and type_id not in names:
        raise RuleBroken("{body} has no such type of meeting", body=meeting.body.name)
    label = N_("Make the meeting on {date} one called {name}") if type_id else N_("Let it have no type")
    day, name = meeting.date.isoformat(), names.get(type_id or 0, "")
    with database.change(label, place=("meeting", meeting_id), date=day, name=name) as change:
        change.update("meeting", meeting_id, meeting_type_id=type_id)
