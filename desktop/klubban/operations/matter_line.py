"""A matter's line of events as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import matter_line
from klubban.documents.public_words import signs
from klubban.domain.body import Organisation
from klubban.domain.matter_history import events, shown
from klubban.i18n import texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import slug
from klubban.store import matter_events, matters, reads

if TYPE_CHECKING:
    from datetime import date

    from klubban.store.database import Database


def prepare_matter(database: Database, matter_id: int, day: date) -> Prepared:
    """Return all that happened to a matter, as known on a day; raises LookupError for an unknown one."""
    with database.read() as read:
        organisation = reads.organisation(read) or Organisation(name="")
        words = texts(organisation.language)
        handled = matters.handled(read, matter_id).get(matter_id, ())
        matter = shown(matters.matter(read, matter_id), handled, signs(words).title)
        found = matter_line.Line(
            organisation=organisation,
            matter=matter,
            handled=handled,
            events=events(
                matter, handled, matters.delegated(read), matter_events.noted(read, matter_id, handled)
            ),
            day=day,
            decides=next((each.name for each in reads.bodies(read) if each.id == matter.body), ""),
        )
    name = words.pgettext("file name", "line of events")
    return Prepared(f"{slug(matter.registry_number or matter.title)}-{slug(name)}", matter_line.build(found))
