"""Who signs what goes out before a meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.body import Named, SeatRole
from klubban.store import reads

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from klubban.domain.meeting import Meeting


def meeting_to_summon(read: Connection, meeting_id: int) -> Meeting:
    """Return a meeting with chair and secretary: as noted with it, or those who have the seats that day."""
    meeting = reads.meeting(read, meeting_id)
    if meeting.chair and meeting.secretary:
        return meeting
    people = {person.id: person for person in reads.people(read)}
    held = {
        seat.role: Named(person.name, person.party or seat.party, person.id)
        for seat in reads.seats(read, meeting.body.id)
        if seat.covers(meeting.date) and (person := people.get(seat.person or 0))
    }
    return replace(
        meeting,
        chair=meeting.chair or held.get(SeatRole.CHAIR),
        secretary=meeting.secretary or held.get(SeatRole.SECRETARY),
    )
