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
    from klubban.documents.tree import Document
    from klubban.domain.meeting import MeetingLine
    from klubban.store.database import Database

_AHEAD = (Stage.PLANNED, Stage.SUMMONED)
_LOOKED_AT = 5
"""So many of the last protocols are looked through for one that shows more."""


def telling_meeting(database: Database, body_id: int | None) -> MeetingLine | None:
    """Return the meeting of a body, or of any, whose protocol shows most; None where none has been held.

    That is the last, but one at which an alternate served rather than another, and one in session, whose
    protocol is a draft, only where there is no other.
    """
    with database.read() as read:
        keep = {body.id for body in reads.bodies(read) if body.rules.protocol}
        lines = [
            line
            for line in reads.meetings(read, body_id)
            if line.body in keep and line.stage not in _AHEAD and not line.cancelled
        ]
        closed = [line for line in lines if line.stage is not Stage.IN_SESSION]
        for line in reversed(closed[-_LOOKED_AT:]):
            if any(one.serves_for for one in reads.meeting(read, line.id).attendance):
                return line
    return next(reversed(closed or lines), None)


def page_of(database: Database, meeting_id: int | None, body_id: int | None = None) -> Document:
    """Return the protocol of a meeting as it would be printed now, or of one of the body that never was."""
    if meeting_id is not None:
        return prepare(database, meeting_id, Kind.PROTOCOL)[0].document
    with database.read() as read:
        own = reads.organisation(read) or Organisation(name="")
        body = next((body for body in reads.bodies(read) if body.id == body_id), None)
    return protocol.build(specimen.meeting_of(own, body), language=own.language)


def telling_heading(document: Document) -> int | None:
    """Return which heading, counted from 0, begins the paragraph that has most parts; None without any."""
    headings = [node for node in document.nodes if isinstance(node, Heading)]
    begins = [place for place, each in enumerate(headings) if each.number]
    ends = [*begins[1:], len(headings)]
    parts = [end - place for place, end in zip(begins, ends, strict=True)] if begins else []
    return begins[parts.index(max(parts))] if parts else None
