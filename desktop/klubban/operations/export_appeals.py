"""What is exported of appeals: how to appeal, and the certificate of legal force."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from klubban.documents import how_to_appeal, legal_force_certificate
from klubban.i18n import texts

if TYPE_CHECKING:
    from klubban.documents.tree import Document
    from klubban.domain.meeting import Meeting


def how(meeting: Meeting, paragraph: int | None) -> tuple[str, Document]:
    """Return how a paragraph, or all, can be appealed against, with the last part of its file's name."""
    language = meeting.organisation.language
    name = texts(language).pgettext("file name", "how to appeal")
    document = how_to_appeal.build(meeting, _numbers(paragraph), language=language)
    return _named(name, paragraph), document


def force(meeting: Meeting, paragraph: int | None, today: date | None) -> tuple[str, Document]:
    """Return the certificate of a paragraph, or of all that have legal force, with the end of its name."""
    language = meeting.organisation.language
    name = texts(language).pgettext("file name", "legal force")
    day = today or date.max  # it only tells how long the time for appeal goes on
    document = legal_force_certificate.build(meeting, day, _numbers(paragraph), language=language)
    return _named(name, paragraph), document


def _numbers(paragraph: int | None) -> tuple[int, ...] | None:
    return None if paragraph is None else (paragraph,)


def _named(name: str, paragraph: int | None) -> str:
    return name if paragraph is None else f"{name}-{paragraph}"
