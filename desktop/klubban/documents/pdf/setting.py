"""A document set: its blocks are made, given their places, and then drawn, when every page is known."""

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


def set_document(document: Document) -> Typeset:
    """Return the finished file."""
    for face in Face:
        font(face)
    target = BytesIO()
    canvas = TaggedCanvas(target, document, Face.TEXT)
    page, flow = Page(document, canvas.document), Flow()
    flow.place(Builder(document, canvas.document, flow.headings).blocks())
    flow.draw(canvas, page)
    canvas.finish()
    return Typeset(
        target.getvalue(),
        flow.pages,
        tuple(flow.headings[number] for number in sorted(flow.headings)),
        tuple(canvas.places),
        tuple(flow.entries.items()),
    )
