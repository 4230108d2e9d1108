"""A correction as a document of its own, which is signed as the protocol was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents import corrections, front_page, meeting_words, paragraph, signing
from klubban.documents.tree import Heading, Quiet
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.verification import Correction
    from klubban.i18n import Texts


def build(meeting: Meeting, correction: Correction, *, language: str = "sv") -> Document:
    """Return the document that is signed for a correction: what is corrected, how, and why."""
    texts = texts_of(language)
    item = next((each for each in meeting.items if each.id == correction.item), None)
    own = (correction.verification,) if correction.verification else ()
    told = replace(meeting, verifications=own)  # whose boxes for initials and lines to sign on these are
    kind = texts.gettext("Correction")
    return front_page.document(told, kind, _alone(told, correction, item, kind, texts), texts, plain=True)


def _alone(
    told: Meeting, correction: Correction, item: Item | None, kind: str, texts: Texts
) -> Iterator[Node]:
    yield Heading(1, kind)
    yield Quiet(meeting_words.named(told, texts))
    if item is None:
        yield Heading(2, texts.gettext("The first page of the protocol"))
    else:
        yield paragraph.heading(told, item)
    yield from corrections.nodes(told, correction, 3, texts, signed=False)
    line = texts.gettext("What was verified stands unchanged in the protocol, with this correction below it.")
    yield Quiet(line)
    rows = front_page.with_control((), told, told.verifications, texts)
    yield front_page.filled(rows)
    if correction.verification:
        for block in signing.lines_to_sign(told, texts, correction.verification):
            yield replace(block, covers=None)  # the heading says what is corrected
