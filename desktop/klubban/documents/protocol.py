"""The protocol of a meeting, or the notes of a body that keeps no protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import (
    appendix,
    appendix_numbers,
    comments,
    drafts,
    front_page,
    meeting_words,
    paragraph,
    signing,
)
from klubban.documents.beginning import beginning
from klubban.documents.tree import Heading, Names, PageBreak, Separator
from klubban.domain.text import Text, plain_runs, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.tree import Contents, Document, Facts, Node, Signatures
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts

_HANDFUL = 5
"""So many paragraphs are found without a list of contents."""
_FIRST_PAGE = 48
"""So many lines has the first page."""
_LINE = 64
"""So many letters are about a line."""
_LINE_TO_SIGN, _FIELD = 2.7, 3.6
"""So many lines of text are as high as one to sign on, or as a field to sign in."""


def build(meeting: Meeting, *, language: str = "sv", today: date | None = None) -> Document:
    """Return the whole protocol: the first page (KL 5 kap. 66 §), then each paragraph (67 §).

    From `today` on, notes tell that nobody had comments; never where it is not known.
    """
    texts = texts_of(language)
    kind = front_page.kind_of_record(meeting, texts)
    made = _protocol(meeting, texts) if meeting.body.rules.protocol else _notes(meeting, texts, today)
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


def _protocol(meeting: Meeting, texts: Texts) -> Iterator[Node]:
    facts = _facts(meeting, texts)
    contents = _contents(meeting, texts)
    signatures = signing.lines_to_sign(meeting, texts)
    # What is signed stands on the first page where it fits there; else on the next, and the contents first.
    beside = _fit_first_page(facts, contents, signatures) or not _fit_first_page(facts, None, signatures)
    yield from front_page.head(meeting, texts)
    yield facts
    if contents and beside:
        yield Separator()
        yield contents
    yield from signatures
    yield PageBreak()
    if contents and not beside:
        yield contents
        yield Separator()
    yield from _items(meeting, texts)


def _notes(meeting: Meeting, texts: Texts, today: date | None) -> Iterator[Node]:
    yield from front_page.head(meeting, texts)
    yield _facts(meeting, texts)
    yield Separator()
    yield from _items(meeting, texts)
    yield from comments.nodes(meeting, today, texts)
    yield from signing.lines_to_sign(meeting, texts)


def _facts(meeting: Meeting, texts: Texts) -> Facts:
    listed = appendix_numbers.has_list(meeting)
    return front_page.filled(front_page.facts(meeting, texts, listed=listed))


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


def _fit_first_page(facts: Facts, contents: Contents | None, signatures: tuple[Signatures, ...]) -> bool:
    """Tell, roughly but carefully, whether contents and signatures fit below the facts.

    A document's order is settled before it is set; else signatures might stand alone on a page.
    """
    stated = sum(0.5 + _fact_lines(parts) for _, parts in facts.rows)
    entries = 1.5 + sum(1.5 + len(headings) for _, headings in contents.groups) if contents else 0
    signed = sum(1 + (_FIELD if block.digital else _LINE_TO_SIGN) * len(block.lines) for block in signatures)
    return 4 + stated + entries + signed <= _FIRST_PAGE


def _fact_lines(parts: tuple[Text | Names, ...]) -> float:
    return sum(
        len(part.items) if isinstance(part, Names) else 1 + len(plain_runs(part.runs)) // _LINE
        for part in parts
    )
