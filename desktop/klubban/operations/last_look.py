"""The last look before signing, of a meeting's protocol as it is printed now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.places import lines_of
from klubban.domain.body import Named
from klubban.domain.last_look import last_look as look
from klubban.i18n import texts
from klubban.store import reads

if TYPE_CHECKING:
    from klubban.documents.tree import Document
    from klubban.domain.last_look import Seen
    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database


def last_look_of(database: Database, meeting: Meeting, protocol: Document) -> tuple[Seen, ...]:
    """Return what the protocol says, as it is printed, that a record can be held against."""
    with database.read() as read:
        people = [Named(each.name, each.party, each.id) for each in reads.people(read)]
    lines = lines_of(protocol, meeting, texts(meeting.organisation.language))
    return look(lines, meeting, people)
