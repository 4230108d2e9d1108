"""A paper to look at while the look of papers is chosen: a real protocol of the file where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import protocol, specimen
from klubban.documents.tree import Heading
from klubban.domain.body import Organisation
from klubban.domain.meeting import Stage
from klubban.operations.export import Kind, prepare
from klubban.store import reads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.documents.tree import Document
    from klubban.domain.meeting import MeetingLine
    from klubban.store.database import Database

_AHEAD = (Stage.PLANNED, Stage.SUMMONED)
_LOOKED_AT = 5
"""So many of the last protocols are looked through for one that shows more."""


def telling_meeting(database: Database, body_id: int | None) -> int | None:
    """Return the meeting whose protocol shows most of a look: one where an alternate served, if any did.

    It is one of the body's if that has met, else anybody's; None where nothing has been planned.
    """
    with database.read() as read:
        keep = {body.id for body in reads.bodies(read) if body.rules.protocol}
        lines = [line for line in reads.meetings(read) if line.body in keep and not line.cancelled]
    own = [line for line in lines if line.body == body_id]
    for among in (own, lines):
        held = [line for line in among if line.stage not in _AHEAD]
        if held:
            return _most_telling(database, held[-_LOOKED_AT:])
    return next((line.id for among in (own, lines) for line in among), None)


def _most_telling(database: Database, lines: Sequence[MeetingLine]) -> int:
    """Return the last at which an alternate served, or else the last."""
    with database.read() as read:
        for line in reversed(lines):
            if any(one.serves_for for one in reads.meeting(read, line.id).attendance):
                return line.id
    return lines[-1].id


def page_of(database: Database, meeting_id: int | None) -> Document:
    """Return the protocol of a meeting as it would be printed now, or one of a meeting that never was."""
    if meeting_id is not None:
        return prepare(database, meeting_id, Kind.PROTOCOL)[0].document
    with database.read() as read:
        own = reads.organisation(read) or Organisation(name="")
    return protocol.build(specimen.meeting_of(own), language=own.language)


def telling_heading(document: Document) -> int | None:
    """Return which heading, counted from 0, begins the paragraph that has most parts; None without any."""
    headings = [node for node in document.nodes if isinstance(node, Heading)]
    begins = [place for place, each in enumerate(headings) if each.number]
    ends = [*begins[1:], len(headings)]
    parts = [end - place for place, end in zip(begins, ends, strict=True)] if begins else []
    return begins[parts.index(max(parts))] if parts else None
