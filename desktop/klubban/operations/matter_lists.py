"""Lists of matters as documents: what is unanswered, and delegated decisions."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from klubban.documents import delegated, submissions
from klubban.domain.body import Organisation
from klubban.domain.rules import BodyKind
from klubban.domain.submissions import raised
from klubban.i18n import texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import slug, stem_of
from klubban.store import agendas, matters, reads
from klubban.store.database import Database


def prepare_unanswered(database: Database, day: date) -> Prepared:
    """Return the list of what members and citizens raised and nobody has answered on a day."""
    with database.read() as read:
        found = submissions.Waiting(
            organisation=reads.organisation(read) or Organisation(name=""),
            raised=raised(reads.matters(read), matters.handled(read)),
            assemblies=tuple(each.id for each in reads.bodies(read) if each.kind is BodyKind.ASSEMBLY),
            day=day,
        )
    name = texts(found.organisation.language).pgettext("file name", "unanswered motions")
    return Prepared(f"{slug(name)}-{day.isoformat()}", submissions.build(found))


def prepare_delegated(
    database: Database, body_id: int, day: date, *, item: int | None = None, ids: Collection[int] = ()
) -> Prepared:
    """Return the list of a body's delegated decisions: those that an item reports, or else those with ids.

    Without either, those that are not reported yet. Raises LookupError for no such body.
    """
    with database.read() as read:
        organisation = reads.organisation(read) or Organisation(name="")
        body = {each.id: each for each in reads.bodies(read)}[body_id]
        found = [
            each
            for each in agendas.delegated(read, body_id)
            if (each.id in ids if ids else each.item == item)
        ]
        at = {row["date"] for row in matters.reported(read, [item]).values()} if item is not None else set()
    listed = delegated.Reported(
        organisation=organisation,
        body=body,
        decisions=tuple(found),
        day=next(iter(at), day),
        at_meeting=bool(at),
    )
    name = texts(organisation.language).pgettext("file name", "delegated decisions")
    return Prepared(f"{stem_of(body)}-{listed.day.isoformat()}-{slug(name)}", delegated.build(listed))
