"""Who signs what goes out before a meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.beginning import Beginning
from klubban.domain.body import Named, SeatRole
from klubban.domain.roll import OnRollAs
from klubban.store import reads

if TYPE_CHECKING:
    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database


def meeting_to_summon(database: Database, meeting_id: int) -> Meeting:
    """Return a meeting with chair and secretary: as noted with it, or those who have the seats that day.

    Where authorities take turns to chair, whoever represents the one whose year it is.
    """
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
        people = {person.id: person for person in reads.people(read)}
        seats = reads.seats(read, meeting.body.id)
    roll = Beginning(body=meeting.body, day=meeting.date, seats=seats, people=people).lines()
    in_chair = next((line.who for line in roll if line.role is OnRollAs.CHAIR), None)
    secretary = next(
        (
            Named(person.name, person.party or seat.party, person.id)
            for seat in seats
            if seat.role is SeatRole.SECRETARY
            and seat.covers(meeting.date)
            and (person := people.get(seat.person or 0))
        ),
        None,
    )
    return replace(meeting, chair=meeting.chair or in_chair, secretary=meeting.secretary or secretary)
