"""The rows of what is said of notes, or of a draft, that were sent round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.operations.lists import last_place
from klubban.operations.naming import named
from klubban.store import reads, rolls

if TYPE_CHECKING:
    from klubban.domain.body import Named
    from klubban.domain.decided import Objection
    from klubban.domain.meeting import Meeting
    from klubban.store.change import Change
    from klubban.store.database import Database


def insert_objection(change: Change, meeting_id: int, who: Named, **facts: object) -> int:
    """Note what somebody said, after what was said before; `facts` are the other columns."""
    place = last_place(change, "objection", meeting_id=meeting_id)
    return change.insert("objection", meeting_id=meeting_id, position=place, **named(who), **facts)


def objection_of(database: Database, id_: int) -> tuple[Meeting, Objection]:
    """Return the meeting as recorded, and what was said of its notes or draft; raises LookupError."""
    with database.read() as read:
        row = rolls.row_of(read, "objection", id_)
        meeting = reads.recorded(read, int(row["meeting_id"]))
    return meeting, next(each for each in meeting.objections if each.id == id_)
