"""Reading finished PDF files: their text as a page gives it, and as the structure tree gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]  # it has no types

from documents.tag_tree import Node, spoken, tagged
from klubban.documents import tree
from klubban.documents.pdf.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klubban.documents.tree import Document

_DIVISIONS = "[\u00ad\ufffe\x02]"
"""A soft hyphen, and what PDFium makes of one at a line's end."""


def folded(text: str) -> str:
    """Return the text without white space and line-end hyphens: where lines end is the page's affair."""
    return re.sub(rf"\s+|{_DIVISIONS}", "", text)


def missing(wanted: Iterable[str], text: str) -> list[str]:
    """Return what does not stand in the text, in this order."""
    position, absent = 0, []
    for each in wanted:
        found = text.find(folded(each), position)
        if found < 0:
            absent.append(each)
        else:
            position = found + len(folded(each))
    return absent


def words(document: Document) -> list[str]:
    """Return what the document must say, as a page can show it."""
    return [visible(word) for word in tree.words(document) if word]


def page_text(data: bytes, running: tree.Running, pages: int) -> str:
    """Return the text of all pages, each without its head and foot."""
    file = pypdfium2.PdfDocument(data)
    found = ""
    for number, page in enumerate(file, 1):
        text_page = page.get_textpage()
        text = folded(text_page.get_text_range())
        text_page.close()
        for part in _running(running, number, pages):
            text = text.replace(folded(part), "", 1)
        found += text
    file.close()
    return found


def _running(running: tree.Running, number: int, pages: int) -> Iterator[str]:
    yield from running.left
    yield running.right[0]
    yield f"{number} ({pages})"
    yield running.right[1]
    if running.draft:
        yield running.draft
    if running.initials:
        yield running.initials[0]
    if running.certification:
        yield running.certification


def structure_text(data: bytes) -> str:
    """Return the text in the order of the structure tree, with the spaces that a screen reader would find."""
    found = tagged(data)
    with found.file:
        return spoken(found.root, found.content.words)


def elements(data: bytes) -> list[tuple[str, int]]:
    """Return the tags of the structure tree with their depth, in order."""

    def walk(node: Node, depth: int) -> Iterator[tuple[str, int]]:
        for below in node.below:
            yield below.tag, depth
            yield from walk(below, depth + 1)

    found = tagged(data)
    with found.file:
        return list(walk(found.root, 1))
