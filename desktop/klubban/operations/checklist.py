"""The checklist of a meeting, with what lies beside its record: scratch lines, stale texts, other numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.written import shown
from klubban.domain.checklist import checklist
from klubban.domain.habits import Part
from klubban.domain.numbering import span_of
from klubban.i18n import texts
from klubban.store import minutes, reads
from klubban.store.series import series

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection

    from klubban.domain.checklist import Point
    from klubban.domain.meeting import Meeting


def points(read: Connection, meeting_id: int, today: dt.date) -> tuple[Meeting, tuple[Point, ...]]:
    """Return a meeting, and what is to be looked at before its protocol is verified; raises LookupError."""
    meeting = reads.meeting(read, meeting_id)
    waiting = {
        item: sum(not line.done for line in lines)
        for item, lines in minutes.scratches(read, meeting_id).items()
    }
    found = checklist(
        meeting, today, scratch=waiting, stale=stale(meeting), others=_numbers_elsewhere(read, meeting)
    )
    return meeting, found


def stale(meeting: Meeting) -> frozenset[tuple[int, Part]]:
    """Return the texts, by item and part, that no longer say what was recorded."""
    words = texts(meeting.organisation.language)
    return frozenset(
        (item.id, Part(own.part.value))
        for item in meeting.items
        for own in item.own_texts
        if own.said and shown(meeting, item, own.part, words).stale
    )


def _numbers_elsewhere(read: Connection, meeting: Meeting) -> frozenset[int]:
    """Return the numbers that other meetings of the series have."""
    body = meeting.body
    found = series(read, body.id, span_of(body.rules.series, body.kind, meeting.date), meeting.id)
    return frozenset(
        item.now for each in found if each.id != meeting.id for item in each.items if item.now is not None
    )
