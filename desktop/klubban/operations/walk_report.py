"""The report of a walk with its pictures, ready to be set in every format."""

from __future__ import annotations

from datetime import date

from klubban.documents import walk as document
from klubban.documents import wording
from klubban.documents.tree import Photo
from klubban.domain.body import Organisation
from klubban.domain.errors import RuleBroken
from klubban.domain.walk import Walk
from klubban.i18n import Texts, texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import slug
from klubban.store import attachments, reads
from klubban.store.assigned import some_undertaken
from klubban.store.database import Database
from klubban.store.walks import walk


def prepare_walk(database: Database, walk_id: int, today: date) -> Prepared:
    """Return the report of a walk; raises LookupError for an unknown one."""
    with database.read() as read:
        known = walk(read, walk_id)
        organisation = reads.organisation(read) or Organisation(name="")
        body = next(each for each in reads.bodies(read) if each.id == known.body)
        given = [each.assignment for each in known.observations if each.assignment is not None]
        led_to = {one.assignment.id: one for one in some_undertaken(read, given, today)}
    words = texts(organisation.language)
    built = document.build(
        document.Walked(
            organisation=organisation,
            body=body,
            walk=known,
            day=today,
            photos=_photos(database, known),
            led_to=led_to,
            reported=_reported(database, known, words),
        )
    )
    name = words.pgettext("file name", "walk")
    return Prepared(f"{name}-{known.day.isoformat()}-{slug(known.title)}", built)


def _photos(database: Database, known: Walk) -> dict[int, Photo]:
    """Return the pictures by observation; one that cannot be read keeps no report waiting."""
    from klubban.documents.pdf.photo import photo

    found = {}
    for each in known.observations:
        if each.sha256 is None:
            continue
        try:
            with database.read() as read:
                data = attachments.content(read, each.sha256)
            found[each.id] = photo(data, each.picture_says or each.text)
        except (RuleBroken, LookupError):
            continue
    return found


def _reported(database: Database, known: Walk, words: Texts) -> str:
    """Return at which meeting it was reported: `Trygghetsrådet den 3 mars 2026, § 12`."""
    if known.item is None:
        return ""
    with database.read() as read:
        meeting = reads.around(read, known.item)
    item = meeting.item_by_id(known.item)
    parts = (meeting.body.name, words.date(meeting.date), wording.sign_of(meeting, item))
    return ", ".join(filter(None, parts))
