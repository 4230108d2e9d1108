"""Who signs what goes out before a meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.body import Named, SeatRole
from klubban.store import reads

if TYPE_CHECKING:
    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database


def meeting_to_summon(database: Database, meeting_id: int) -> Meeting:
    """Return a meeting with chair and secretary: as noted with it, or those who have the seats that day."""
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
        people = {person.id: person for person in reads.people(read)}
        seats = reads.seats(read, meeting.body.id)
    held = {
        seat.role: Named(person.name, person.party or seat.party, person.id)
        for seat in seats
        if seat.covers(meeting.date) and (person := people.get(seat.person or 0))
    }
    return replace(
        meeting,
        chair=meeting.chair or held.get(SeatRole.CHAIR),
        secretary=meeting.secretary or held.get(SeatRole.SECRETARY),
    )
