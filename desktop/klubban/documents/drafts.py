"""What is not finished says so on each of its pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.meeting import Stage
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.documents.tree import Document
    from klubban.domain.meeting import Item, Meeting
    from klubban.i18n import Texts


def sign(texts: Texts) -> str:
    """Return the word: `UTKAST`."""
    return texts.pgettext("on every page", "DRAFT")


def is_draft(meeting: Meeting, items: Iterable[Item] | None = None) -> bool:
    """Tell whether a record is one: while the meeting is not closed, but for what is verified."""
    held = meeting.stage.has_reached(Stage.CLOSED)
    return not (held or meeting.protocol_verified) and not (
        items is not None and all(map(meeting.is_fixed, items))
    )


def marked(document: Document) -> Document:
    """Return the document as a draft, in its own language."""
    language = document.language.partition("-")[0]
    return replace(document, running=replace(document.running, draft=sign(texts_of(language))))
