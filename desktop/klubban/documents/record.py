"""The record of a meeting as it is shown beside the text and as it is exported: one tree, the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import protocol
from klubban.domain import stages

if TYPE_CHECKING:
    from datetime import date

    from klubban.documents.tree import Document
    from klubban.domain.meeting import Meeting


def build(meeting: Meeting, today: date | None, verification: int | None = None) -> Document:
    """Return the protocol, or the notes, in the organisation's language.

    For a verification by its id the document that is signed for it. Raises LookupError for no such one.
    """
    if verification is not None:
        stages.verification_by_id(meeting, verification)
    return protocol.build(meeting, language=meeting.organisation.language, today=today)
