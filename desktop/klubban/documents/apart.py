"""The protocol of paragraphs that are verified apart: at once, or since they are confidential."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents import appendix, drafts, front_page, paragraph, signing, title_page, wording
from klubban.documents.tree import Quiet
from klubban.domain.stages import items_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Item, Meeting, Verification
    from klubban.i18n import Texts


def build(meeting: Meeting, verification: Verification, *, language: str = "sv") -> Document:
    """Return a protocol of a verification's paragraphs alone: the first page, those paragraphs, who signs."""
    texts = texts_of(language)
    items = items_of(meeting, verification)
    kind = front_page.kind_of_record(meeting, texts)
    # What stands on the first page is of these paragraphs; the rest of the protocol is told of nowhere here.
    told = replace(meeting, verifications=(verification,))
    nodes = (*_nodes(meeting, told, verification, items, texts), *_appendices(meeting, items, texts))
    made = front_page.document(told, kind, nodes, texts, draft=drafts.is_draft(meeting, items))
    if meeting.is_done(verification):
        made = replace(made, running=replace(made.running, initials=None))
    return made


def _nodes(
    meeting: Meeting, told: Meeting, verification: Verification, items: Sequence[Item], texts: Texts
) -> Iterator[Node]:
    yield from front_page.head(meeting, texts)
    if verification.paragraphs:
        yield Quiet(_which(meeting, verification, texts))
    facts = front_page.with_control(front_page.facts(told, texts), told, [verification], texts)
    signatures = signing.lines_to_sign(told, texts, verification)
    yield from title_page.arranged(front_page.filled(facts), None, signatures)
    yield from paragraph.each(meeting, items, texts)


def _which(meeting: Meeting, verification: Verification, texts: Texts) -> str:
    assert verification.paragraphs is not None  # noqa: S101 - only then there is a document of its own
    count = len(list(verification.paragraphs))
    line = texts.ngettext("Confidential paragraph, {signs}", "Confidential paragraphs, {signs}", count)
    if verification.immediate:
        line = texts.ngettext(
            "Immediately verified paragraph, {signs}", "Immediately verified paragraphs, {signs}", count
        )
    return line.format(signs=wording.signs_in(meeting, verification.paragraphs))


def _appendices(meeting: Meeting, items: Sequence[Item], texts: Texts) -> Iterator[Node]:
    return appendix.nodes(meeting, texts, items={item.id for item in items})
