"""Where the words of a document stand: in which paragraph, below which heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import agenda, wording
from klubban.documents.public_words import gaps, programs_own
from klubban.documents.tree import AgendaEntry, Contents, Heading, words_of
from klubban.domain.findings import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.tree import Document
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts

_ITEM, _PART = 2, 3
"""The levels of headings."""


def lines_of(document: Document, meeting: Meeting, texts: Texts) -> Iterator[Line]:
    """Walk the words of a document with their places: `§ 19, Sammanfattning`, `Försättsblad`, `Punkt 3`.

    The list of contents, which says again what stands elsewhere, is passed over.
    """
    items = _items(meeting)
    where, part = texts.gettext("First page"), ""
    for node in document.nodes:
        if isinstance(node, Contents):
            continue
        if isinstance(node, AgendaEntry):
            line = texts.pgettext("place in a document", "Item {number}")
            where, part = line.format(number=node.number), ""
            items[where] = items.get(node.key, 0)
        elif isinstance(node, Heading) and node.level == _ITEM:
            where, part = node.number or node.text, ""
        elif isinstance(node, Heading) and node.level == _PART:
            part = node.text
        place = f"{where}, {part}" if part else where
        for text in words_of(node):
            yield line_of(text, place, items.get(where) or None, texts)


def line_of(text: str, where: str, item: int | None, texts: Texts) -> Line:
    """Return words with their place, without the signs in them; a line of the program's own says so."""
    by_program = any(each in text for each in programs_own(texts))
    for sign in gaps(texts):
        text = text.replace(sign, "")
    return Line(text, where, item, by_program=by_program)


def _items(meeting: Meeting) -> dict[str, int]:
    """Return ids of items by what their headings, and their entries on an agenda, are known by."""
    found: dict[str, int] = {}
    for place, item in enumerate(meeting.items, 1):
        names = (wording.sign_of(meeting, item), f"{place}.", item.title, item.public_title)
        found |= {name: item.id for name in (*names, agenda.item_key(item)) if name}
    return found
