"""The register of a body's decisions in a year, to be shown, printed or written."""

from __future__ import annotations

from klubban.documents import decision_register
from klubban.documents.public_copy import public_copy
from klubban.domain.body import Organisation
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.i18n import texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import slug, stem_of
from klubban.store import reads
from klubban.store.database import Database

_NOT_HELD = (Stage.PLANNED, Stage.SUMMONED)


def prepare_register(database: Database, body_id: int, year: int) -> Prepared:
    """Return the register; raises RuleBroken where the body did not meet, LookupError for no body."""
    with database.read() as read:
        organisation = reads.organisation(read) or Organisation(name="")
        body = {each.id: each for each in reads.bodies(read)}[body_id]
        meetings = [
            reads.meeting(read, each.id)
            for each in reads.meetings(read, body_id)
            if each.date.year == year and not each.cancelled and each.stage not in _NOT_HELD
        ]
    if not meetings:
        raise RuleBroken("{body} has not met in {year}", body=body.name, year=year)
    register = decision_register.Register(
        organisation=organisation, body=body, year=year, meetings=tuple(map(public_copy, meetings))
    )
    name = slug(texts(organisation.language).pgettext("file name", "register"))
    return Prepared(f"{stem_of(body)}-{name}-{year}", decision_register.build(register))
