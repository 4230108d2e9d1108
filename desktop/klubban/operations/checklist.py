"""The checklist of a meeting, with what lies beside its record: scratch lines, stale texts, other numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.written import shown
from klubban.domain.checklist import checklist
from klubban.domain.habits import Part
from klubban.domain.numbering import span_of
from klubban.i18n import texts
from klubban.store import minutes, reads
from klubban.store.assigned import done_at
from klubban.store.series import series

if TYPE_CHECKING:
    import datetime as dt

    from klubban.domain.meeting import Meeting
    from klubban.domain.points import Point
    from klubban.store.database import Database


def points(database: Database, meeting_id: int, today: dt.date) -> tuple[Meeting, tuple[Point, ...]]:
    """Return a meeting, and what is to be looked at before its protocol is verified; raises LookupError."""
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
    return meeting, points_of(database, meeting, today)


def points_of(database: Database, meeting: Meeting, today: dt.date) -> tuple[Point, ...]:
    """Return what is to be looked at in a meeting as it is shown."""
    span = span_of(meeting.body.rules.series, meeting.body.kind, meeting.date)
    with database.read() as read:
        found = series(read, meeting.body.id, span, meeting.id)
        done = done_at(read, meeting.id)
    others = {item.now for each in found if each.id != meeting.id for item in each.items if item.now}
    waiting = waiting_lines(database, meeting.id)
    return checklist(meeting, today, scratch=waiting, stale=stale(meeting), others=others, done=done)


def waiting_lines(database: Database, meeting_id: int) -> dict[int, int]:
    """Return how many scratch lines wait at each item that has any."""
    with database.read() as read:
        found = minutes.scratches(read, meeting_id)
    counted = {item: sum(not line.done for line in lines) for item, lines in found.items()}
    return {item: count for item, count in counted.items() if count}


def stale(meeting: Meeting) -> frozenset[tuple[int, Part]]:
    """Return the texts, by item and part, that no longer say what was recorded."""
    words = texts(meeting.organisation.language)
    return frozenset(
        (item.id, Part(own.part.value))
        for item in meeting.items
        for own in item.own_texts
        if own.said and shown(meeting, item, own.part, words).stale
    )
