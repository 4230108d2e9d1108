"""Attendance in a period: what is counted, its document, and the letter to those who are seldom there."""

from __future__ import annotations

from datetime import date

from klubban.documents import letter, statistics
from klubban.domain.body import Body, Organisation, SeatRole
from klubban.domain.chronic import Missing
from klubban.domain.overview import Overview, overview, term_of
from klubban.i18n import texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import days_of, slug, stem_of
from klubban.store import presence, reads
from klubban.store.database import Database


def attendance(database: Database, body_id: int, first: date, last: date) -> Overview:
    """Return what is counted of a body's meetings in a period, both days in it; raises LookupError."""
    with database.read() as read:
        bodies = {body.id: body for body in reads.bodies(read)}
        held = presence.held(read, first, last, body_id)
        return overview(bodies[body_id], reads.seats(read), reads.people(read), held, (first, last))


def term(database: Database, body_id: int, day: date) -> tuple[date, date] | None:
    """Return the term that most who have seats in a body on a day were elected for."""
    with database.read() as read:
        return term_of(reads.seats(read, body_id), day)


def prepare_statistics(database: Database, found: Overview) -> Prepared:
    """Return the statistics as a document; it needs no database any more."""
    organisation = _organisation(database)
    name = texts(organisation.language).pgettext("file name", "attendance-statistics")
    stem = f"{stem_of(found.body)}-{days_of(found.first, found.last)}"
    return Prepared(f"{stem}-{name}", statistics.build(found, organisation))


def prepare_letter(database: Database, body: Body, missing: Missing, day: date) -> Prepared:
    """Return the letter to somebody, or an organisation, who is seldom there; dated on a day."""
    organisation = _organisation(database)
    words = texts(organisation.language)
    with database.read() as read:
        people = {person.id: person for person in reads.people(read)}
        held = {seat.role: seat for seat in reads.seats(read, body.id) if seat.covers(day)}
        coming = [each.date for each in reads.meetings(read, body.id) if each.date > day]
    chair, secretary = (
        people.get(held[role].person or 0) if role in held else None
        for role in (SeatRole.CHAIR, SeatRole.SECRETARY)
    )
    sender = letter.Sender(
        organisation=organisation,
        body=body,
        day=day,
        chair=letter.signed_by(chair, held[SeatRole.CHAIR].party) if chair else "",
        contact=secretary,
        next_meeting=min(coming, default=None),
    )
    to = slug(letter.recipient(missing, words))
    name = words.pgettext("file name", "letter")
    return Prepared(f"{stem_of(body)}-{day.isoformat()}-{name}-{to}", letter.build(missing, sender))


def _organisation(database: Database) -> Organisation:
    with database.read() as read:
        return reads.organisation(read) or Organisation(name="")
