"""To whom a mail program tells that a mail was read: the secretary, where the register has an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.body import SeatRole
from klubban.exchange import mail
from klubban.exchange.mail import Recipient
from klubban.store import reads

if TYPE_CHECKING:
    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database


def receipt_to(database: Database, meeting: Meeting) -> Recipient | None:
    """Return the secretary of the meeting, or else of its body on that day; None without an address."""
    with database.read() as read:
        people = {each.id: each for each in reads.people(read)}
        seats = reads.seats(read, meeting.body.id)
    own = meeting.secretary.person if meeting.secretary else None
    offices = (each.person for each in seats if each.role is SeatRole.SECRETARY and each.covers(meeting.date))
    for id_ in (own, *offices):
        person = people.get(id_) if id_ is not None else None
        if person is not None and person.email is not None and mail.is_address(person.email):
            return Recipient(person.name, person.email)
    return None
