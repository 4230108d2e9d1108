"""Documents of a body, as files in a folder: its terms of reference."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from klubban.documents import terms
from klubban.documents.forms import Form
from klubban.domain.body import Organisation
from klubban.i18n import texts
from klubban.operations.assigned import assigned_of
from klubban.operations.export import Prepared, write
from klubban.operations.file_names import stem_of
from klubban.store import reads
from klubban.store.database import Database


def prepare_terms(database: Database, body_id: int, today: date) -> Prepared:
    """Return a body's terms of reference as they are on a day; raises LookupError for an unknown body."""
    with database.read() as read:
        bodies = {body.id: body for body in reads.bodies(read)}
        found = terms.Terms(
            organisation=reads.organisation(read) or Organisation(name=""),
            body=bodies[body_id],
            bodies=bodies,
            people={person.id: person for person in reads.people(read)},
            seats=reads.seats(read, body_id),
            day=today,
        )
    name = texts(found.organisation.language).pgettext("file name", "terms of reference")
    return Prepared(f"{stem_of(found.body)}-{name}", terms.build(found))


def prepare_assignments(database: Database, body_id: int, today: date, *, public: bool = False) -> Prepared:
    """Return all open assignments of a body with how late they are; raises LookupError for an unknown one."""
    document = assigned_of(database, body_id, today, public=public)
    with database.read() as read:
        body = next(each for each in reads.bodies(read) if each.id == body_id)
        organisation = reads.organisation(read) or Organisation(name="")
    words = texts(organisation.language)
    ending = "-" + words.pgettext("file name", "public") if public else ""
    name = words.pgettext("file name", "assignments")
    return Prepared(f"{stem_of(body)}-{name}-{today.isoformat()}{ending}", document)


def export_terms(database: Database, body_id: int, today: date, folder: Path, form: Form = Form.PDF) -> Path:
    """Write a body's terms of reference into a folder, and return the path; raises Trouble."""
    return write(prepare_terms(database, body_id, today), folder, form)
