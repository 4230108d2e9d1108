"""A document set: once, and once more when the pages turn out to be others than was believed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from klubban.documents.pdf import Typeset
from klubban.documents.pdf.building import Builder
from klubban.documents.pdf.canvas import TaggedCanvas
from klubban.documents.pdf.flow import Flow
from klubban.documents.pdf.fonts import Face, font
from klubban.documents.pdf.page import Page

if TYPE_CHECKING:
    from klubban.documents.tree import Document

_TRIES = 3
"""The second try knows every page number, and numbers take no room from text: the third is never needed."""


def set_document(document: Document) -> Typeset:
    """Return the finished file; the number of pages and the contents' are believed, and then known."""
    for face in Face:
        font(face)
    pages, headings = 1, dict[int, int]()
    for _ in range(_TRIES):
        target = BytesIO()
        canvas = TaggedCanvas(target, document, Face.TEXT)
        flow = Flow(canvas, Page(document.running, pages))
        flow.place(Builder(document, canvas.document, headings).blocks())
        if (flow.pages, flow.headings) == (pages, headings) or (flow.pages == pages and not _lists(document)):
            break
        pages, headings = flow.pages, flow.headings
    canvas.finish()
    return Typeset(
        target.getvalue(),
        flow.pages,
        tuple(flow.headings[number] for number in sorted(flow.headings)),
        tuple(canvas.places),
        tuple(flow.entries.items()),
    )


def _lists(document: Document) -> bool:
    """Tell whether the document prints the pages of its headings."""
    from klubban.documents.tree import Contents

    return any(isinstance(node, Contents) for node in document.nodes)
