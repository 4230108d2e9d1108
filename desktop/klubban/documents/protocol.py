"""The protocol of a meeting, or the notes of a body that keeps no protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import (
    appendix,
    appendix_numbers,
    comments,
    corrections,
    drafts,
    front_page,
    meeting_words,
    paragraph,
    public_words,
    signing,
    title_page,
)
from klubban.documents.beginning import beginning
from klubban.documents.tree import Heading, PageBreak, Separator
from klubban.domain import stages
from klubban.domain.public_record import PublicRecord, withheld
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.tree import Contents, Document, Node
    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Verification
    from klubban.i18n import Texts

_HANDFUL = 5
"""So many paragraphs are found without a list of contents."""


def build(
    meeting: Meeting,
    *,
    language: str = "sv",
    today: date | None = None,
    verification: Verification | None = None,
) -> Document:
    """Return the whole protocol: the first page (KL 5 kap. 66 §), then each paragraph (67 §).

    For a `verification` nobody else is asked to sign it. Notes tell from `today` on that nobody had comments.
    """
    texts = texts_of(language)
    kind = front_page.kind_of_record(meeting, texts)
    if meeting.body.rules.protocol:
        meeting = meeting if isinstance(meeting, PublicRecord) else _left_to_others(meeting, texts)
        made = _protocol(meeting, texts, verification)
    else:
        made = _notes(meeting, texts, today)
    nodes = (*made, *appendix.nodes(meeting, texts))
    return front_page.document(meeting, kind, nodes, texts, draft=drafts.is_draft(meeting))


def build_paragraph(meeting: Meeting, item_id: int, *, language: str = "sv", lines: int = 0) -> Document:
    """Return one item alone, as the whole protocol prints it; raises KeyError for an unknown id.

    With `lines` only as much of it as about so many lines show.
    """
    texts = texts_of(language)
    item = next((item for item in meeting.items if item.id == item_id), None)
    if item is None:
        raise KeyError(item_id)
    kind = front_page.kind_of_record(meeting, texts)
    nodes = paragraph.nodes(meeting, item, texts)
    shown = tuple(beginning(nodes, lines)) if lines else nodes
    return front_page.document(meeting, kind, shown, texts, draft=drafts.is_draft(meeting))


def _protocol(meeting: Meeting, texts: Texts, verification: Verification | None) -> Iterator[Node]:
    own = [verification] if verification else signing.shared(meeting)
    facts = front_page.filled(front_page.with_control(_facts(meeting, texts), meeting, own, texts))
    signatures = signing.lines_to_sign(meeting, texts, verification)
    said = (*signing.apart(meeting, texts), *corrections.told_on_first_page(meeting, texts))
    yield from front_page.head(meeting, texts)
    yield from title_page.arranged(facts, _contents(meeting, texts), signatures, said)
    yield from corrections.of_first_page(meeting, texts)
    yield from _items(meeting, texts)


def _left_to_others(meeting: Meeting, texts: Texts) -> Meeting:
    """Return the meeting with a neutral line for what is confidential and has a protocol of its own."""
    signs = public_words.signs(texts)
    for verification in meeting.verifications:
        if stages.own_document(meeting, verification) and stages.is_confidential(meeting, verification):
            for item in stages.items_of(meeting, verification):
                meeting = meeting.with_item(withheld(meeting, item, signs))
    return meeting


def _notes(meeting: Meeting, texts: Texts, today: date | None) -> Iterator[Node]:
    yield from front_page.head(meeting, texts)
    yield front_page.filled(_facts(meeting, texts))
    yield Separator()
    yield from _items(meeting, texts)
    yield from comments.nodes(meeting, today, texts)
    yield from signing.lines_to_sign(meeting, texts)


def _facts(meeting: Meeting, texts: Texts) -> tuple[front_page.Row, ...]:
    return front_page.facts(meeting, texts, listed=appendix_numbers.has_list(meeting))


def _items(meeting: Meeting, texts: Texts) -> Iterator[Node]:
    yield from _told(meeting_words.opened(meeting, texts))
    yield from paragraph.each(meeting, meeting.items, texts)
    closed = meeting_words.closed(meeting, texts)
    if closed and meeting.items and paragraph.is_apart(meeting, meeting.items[-1]):
        yield PageBreak(sheet=True)
    elif closed:
        yield Separator()
    yield from _told(closed)


def _told(sentence: str) -> Iterator[Node]:
    if sentence:
        yield Text(runs_of(sentence))


def _contents(meeting: Meeting, texts: Texts) -> Contents | None:
    """Return the list of contents where there is more than a handful to find."""
    if len(meeting.items) <= _HANDFUL:
        return None
    headings = [(item, paragraph.heading(meeting, item)) for item in meeting.items]
    appended = [node for node in appendix.nodes(meeting, texts) if isinstance(node, Heading) and node.number]
    return front_page.contents(headings, texts, appended)
