"""The assignments of a meeting and of a body, as a document."""

from __future__ import annotations

from datetime import date

from klubban.documents import assignment_list, public_words
from klubban.documents.tree import Document
from klubban.domain.body import Organisation
from klubban.domain.masking import without_masked
from klubban.domain.meeting import Meeting
from klubban.domain.undertaken import Undertaken, by_due, given_at, open_before
from klubban.i18n import texts
from klubban.store import reads
from klubban.store.assigned import everything
from klubban.store.database import Database


def assigned_at(
    database: Database, meeting: Meeting, today: date | None, *, public: bool = False
) -> Document:
    """Return what was given at a meeting and is open from before; late on `today`, or the meeting's last day.

    What confidential items gave is never public.
    """
    day = max(today or meeting.last_day, meeting.last_day)
    known, bodies = _known(database, meeting.body.id, day)
    found = _published(known, meeting.organisation) if public else known
    return assignment_list.build(
        assignment_list.Assigned(
            organisation=meeting.organisation,
            body=meeting.body,
            day=day,
            meeting=meeting,
            given=given_at(found, meeting.id),
            waiting=open_before(found, meeting.id, meeting.last_day),
            bodies=bodies,
            left_out=len(found) < len(known) if public else None,
        )
    )


def assigned_of(database: Database, body_id: int, today: date, *, public: bool = False) -> Document:
    """Return all that a body has open on a day; raises LookupError for an unknown one."""
    with database.read() as read:
        organisation = reads.organisation(read) or Organisation(name="")
        body = {each.id: each for each in reads.bodies(read)}[body_id]
    known, bodies = _known(database, body_id, today)
    found = _published(known, organisation) if public else known
    return assignment_list.build(
        assignment_list.Assigned(
            organisation=organisation,
            body=body,
            day=today,
            waiting=by_due(one for one in found if one.is_open),
            bodies=bodies,
            left_out=len(found) < len(known) if public else None,
        )
    )


def _known(database: Database, body_id: int, day: date) -> tuple[tuple[Undertaken, ...], dict[int, str]]:
    """Return all that a body gave or hears of, as of a day, and what bodies are called."""
    with database.read() as read:
        names = {each.id: each.name for each in reads.bodies(read)}
        return everything(read, body_id, today=day), names


def _published(found: tuple[Undertaken, ...], organisation: Organisation) -> tuple[Undertaken, ...]:
    """Return what may be published, without what is masked."""
    sign = public_words.signs(texts(organisation.language)).words
    return tuple(without_masked(one, sign) for one in found if not one.confidential)
