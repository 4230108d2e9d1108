"""Who verifies the protocol beside the chair, where and when: chosen at the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.lists import last_place
from klubban.operations.meeting_rows import insert_verification
from klubban.operations.naming import insert_people, one_line
from klubban.store import reads
from klubban.store.change import id_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from klubban.domain.body import Named
    from klubban.domain.meeting import Meeting
    from klubban.domain.paragraphs import Paragraphs
    from klubban.store.change import Change
    from klubban.store.database import Database


def choose_verifiers(
    database: Database,
    meeting_id: int,
    people: Sequence[Named],
    *,
    place: str | None = None,
    day: dt.date | None = None,
    time: dt.time | None = None,
    paragraphs: Paragraphs | None = None,
) -> int:
    """Note who verifies beside the chair, of all or of some paragraphs, and return the verification.

    Those chosen before for the same paragraphs are replaced; with nobody, they are to be chosen. Raises
    RuleBroken for notes, a verified protocol, somebody chosen twice, a day before the meeting; LookupError.
    """
    with database.read() as read:
        meeting = reads.recorded(read, meeting_id)
    _check(meeting, people, day)
    columns = {
        "place": one_line(clean(place or "")) or None,
        "date": day,
        "time": time,
        "paragraphs": paragraphs,
    }
    label, date = N_("Choose who verifies the protocol of {date}"), meeting.date.isoformat()
    with database.change(label, place=("meeting", meeting_id), date=date) as change:
        found = _chosen_before(meeting, paragraphs)
        if found is None:
            position = last_place(change, "verification", meeting_id=meeting_id)
            return insert_verification(
                change, meeting_id, position, verifiers=people, signed_by=(), immediate=False, **columns
            )
        change.update("verification", found, **columns)
        _replace(change, found, people)
        return found


def _replace(change: Change, verification_id: int, people: Sequence[Named]) -> None:
    for row in change.rows("verifier", verification_id=verification_id):
        change.delete("verifier", id_of(row))
    insert_people(change, "verifier", "verification", verification_id, people)


def _chosen_before(meeting: Meeting, paragraphs: Paragraphs | None) -> int | None:
    """Return the verification for the same paragraphs that has not been done: one that is still to be."""
    for each in meeting.verifications:
        same = each.paragraphs == paragraphs or (paragraphs is None and each.paragraphs == meeting.paragraphs)
        if not each.immediate and same and not meeting.is_done(each):
            return each.id
    return None


def _check(meeting: Meeting, people: Sequence[Named], day: dt.date | None) -> None:
    if not meeting.body.rules.verified:
        raise RuleBroken("What {body} notes is not verified", body=meeting.body.name)
    if meeting.protocol_verified:
        raise RuleBroken("The protocol is verified; who verified it cannot be changed any more")
    if day is not None and day < meeting.date:
        raise RuleBroken(
            "The protocol is verified on {date}, when the meeting is, or later", date=meeting.date
        )
    for number, who in enumerate(people):
        if any(map(who.is_same, people[:number])):
            raise RuleBroken("{name} is named twice among those who verify", name=who)
