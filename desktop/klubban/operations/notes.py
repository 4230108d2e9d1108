"""Notes that go out with a last day for comments, and what is objected to in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.circulated import Circulates
from klubban.domain.errors import RuleBroken
from klubban.domain.text import tidy
from klubban.i18n import N_
from klubban.operations.circulated_rows import called_readers, note_again
from klubban.operations.meeting_rows import check_own_item, recorded
from klubban.operations.objection_rows import insert_objection, objection_of

if TYPE_CHECKING:
    import datetime as dt

    from klubban.domain.body import Named
    from klubban.domain.text import Blocks
    from klubban.store.database import Database


def send_notes(
    database: Database, meeting_id: int, *, on: dt.date | None, comments_by: dt.date | None
) -> None:
    """Note when the notes went out and until when comments may come; None takes it back.

    Raises RuleBroken for days that cannot be, and for a body that keeps a protocol; LookupError.
    """
    meeting = recorded(database, meeting_id)
    if meeting.body.rules.protocol:
        raise RuleBroken("{body} keeps a protocol; it is verified, not commented on", body=meeting.body.name)
    if on is not None and on < meeting.date:
        raise RuleBroken("Notes go out on the day of the meeting, {date}, or later", date=meeting.date)
    if on is not None and comments_by is not None and comments_by < on:
        raise RuleBroken("Comments can come until {date}, when the notes go out, or later", date=on)
    if on is None and meeting.objections:
        raise RuleBroken("Somebody objected to the notes already; they were sent")
    label = N_("Send the notes of {date}") if on else N_("Take back that the notes of {date} were sent")
    day = meeting.date.isoformat()
    with database.read() as read:
        readers = called_readers(read, meeting)
    with database.change(label, place=("meeting", meeting_id), date=day) as change:
        change.update("meeting", meeting_id, notes_sent=on, comments_by=comments_by if on else None)
        note_again(change, meeting_id, Circulates.NOTES, on, readers)


def add_objection(
    database: Database,
    meeting_id: int,
    who: Named,
    text: Blocks,
    *,
    on: dt.date | None,
    item: int | None = None,
) -> int:
    """Note what somebody objected to in the notes, of an item or of all, and return it.

    One that comes late is noted all the same. Raises RuleBroken for no words, for notes that were not sent,
    or an item of another meeting; LookupError.
    """
    meeting = recorded(database, meeting_id)
    if meeting.notes_sent is None:
        raise RuleBroken("The notes have not been sent yet; nobody can object to them")
    if on is not None and on < meeting.notes_sent:
        raise RuleBroken("The notes were sent on {date}; nobody objected before", date=meeting.notes_sent)
    columns = {"text": _checked(text), "lodged_on": on, "item_id": item}
    check_own_item(meeting, item)
    with database.change(
        N_("Note that {name} objects"), place=("meeting", meeting_id), name=str(who)
    ) as change:
        return insert_objection(change, meeting_id, who, **columns)


def change_objection(
    database: Database, objection_id: int, text: Blocks, *, item: int | None = None, run: str | None = None
) -> None:
    """Say anew what was objected to; raises RuleBroken for no words or an item of another meeting."""
    meeting, objection = objection_of(database, objection_id)
    check_own_item(meeting, item)
    words, place = _checked(text), ("meeting", meeting.id)
    label = N_("Change what {name} objects to")
    with database.change(label, place=place, run=run, name=str(objection.by)) as change:
        change.update("objection", objection_id, text=words, item_id=item)


def remove_objection(database: Database, objection_id: int) -> None:
    """Take back an objection; raises LookupError."""
    meeting, objection = objection_of(database, objection_id)
    label = N_("Take back that {name} objects")
    with database.change(label, place=("meeting", meeting.id), name=str(objection.by)) as change:
        change.delete("objection", objection_id)


def _checked(text: Blocks) -> Blocks:
    words = tidy(text)
    if not words:
        raise RuleBroken("Say what is objected to")
    return words
