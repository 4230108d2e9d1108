"""The record of a meeting as it is shown beside the text, exported and signed: one tree, the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import apart, correction, protocol
from klubban.domain import stages

if TYPE_CHECKING:
    from datetime import date

    from klubban.documents.tree import Document
    from klubban.domain.meeting import Meeting


def build(meeting: Meeting, today: date | None, verification: int | None = None) -> Document:
    """Return the protocol, or the notes, in the organisation's language.

    For a verification by its id the document that is signed for it: the protocol, one of its paragraphs
    alone, or a correction. Raises LookupError for no such one.
    """
    language = meeting.organisation.language
    if verification is None:
        return protocol.build(meeting, language=language, today=today)
    signed = stages.verification_by_id(meeting, verification)
    for each in meeting.corrections:
        if each.verification == signed:
            return correction.build(meeting, each, language=language)
    if stages.own_document(meeting, signed):
        return apart.build(meeting, signed, language=language)
    return protocol.build(meeting, language=language, today=today, verification=signed)
