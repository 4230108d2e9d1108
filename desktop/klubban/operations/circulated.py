"""Who was sent what around a meeting, and who said that they read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_
from klubban.operations.circulated_rows import called_readers, note_sent, readers_named
from klubban.operations.minuting import checked_people
from klubban.operations.naming import all_names, line_or_none
from klubban.store import reads, rolls

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from klubban.domain.body import Named
    from klubban.domain.circulated import Circulates
    from klubban.store.database import Database


def note_circulated(
    database: Database, meeting_id: int, what: Circulates, *, on: date, to: Iterable[Named] | None = None
) -> None:
    """Note that something went to some, or to all who are called to the meeting; raises LookupError.

    Raises RuleBroken when there is nobody, or one without a name.
    """
    with database.read() as read:
        meeting = reads.recorded(read, meeting_id)
        readers = called_readers(read, meeting) if to is None else readers_named(read, checked_people(to))
    if not readers:
        raise RuleBroken("Say who was sent it")
    label = N_("Note that {names} were sent something")
    names = all_names(each.who for each in readers)
    with database.change(label, place=("meeting", meeting_id), names=names) as change:
        note_sent(change, meeting_id, what, on, readers)


def mark_read(database: Database, circulated_id: int, day: date | None, how: str | None = None) -> None:
    """Note when somebody said that they read it, and how that is known; None takes it back.

    Raises RuleBroken for a day before it was sent, LookupError.
    """
    with database.read() as read:
        row = rolls.row_of(read, "circulated", circulated_id)
    if day is not None and day < row["sent_on"]:
        raise RuleBroken("It was sent on {date}, and cannot have been read before", date=row["sent_on"])
    label = N_("Note that {name} has read it") if day else N_("Take back that {name} has read it")
    known = line_or_none(how) if day else None
    with database.change(label, place=("meeting", row["meeting_id"]), name=row["name"]) as change:
        change.update("circulated", circulated_id, read_on=day, read_how=known)
