"""The plan of a year, of one body or of all, as a file in a folder."""

from __future__ import annotations

from pathlib import Path

from klubban.documents import plan
from klubban.documents.forms import Form
from klubban.domain.body import Organisation
from klubban.domain.chain import Chains
from klubban.domain.errors import RuleBroken
from klubban.i18n import texts
from klubban.operations.export import Prepared, write
from klubban.operations.file_names import stem_of
from klubban.store import agendas, plans, reads
from klubban.store.database import Database


def prepare_plan(database: Database, year: int, body_id: int | None = None) -> Prepared:
    """Return the plan of a year, of one body or of all.

    Raises RuleBroken when nobody meets that year, LookupError for an unknown body.
    """
    with database.read() as read:
        bodies = {body.id: body for body in reads.bodies(read)}
        found = plan.Plan(
            organisation=reads.organisation(read) or Organisation(name=""),
            year=year,
            chains=Chains(bodies, plans.planned(read)),
            patterns={body: agendas.patterns(read, body) for body in bodies},
            body=None if body_id is None else bodies[body_id],
        )
    if not found.meetings():
        raise RuleBroken("No meeting is planned in {year}", year=year)
    name = texts(found.organisation.language).pgettext("file name", "plan")
    stem = f"{stem_of(found.body)}-" if found.body else ""
    return Prepared(f"{stem}{name}-{year}", plan.build(found))


def export_plan(
    database: Database, year: int, folder: Path, body_id: int | None = None, form: Form = Form.PDF
) -> Path:
    """Write the plan of a year into a folder and return its path; raises RuleBroken, LookupError, Trouble."""
    return write(prepare_plan(database, year, body_id), folder, form)
