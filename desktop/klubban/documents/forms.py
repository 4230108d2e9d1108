"""The forms that a document can be given: one tree, and bytes for a file of each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.documents import tree


class Form(StrEnum):
    """A kind of file."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TXT = "txt"

    @property
    def ending(self) -> str:
        """Return how the names of such files end, with the dot."""
        return f".{self}"


def made(document: tree.Document, form: Form) -> bytes:
    """Return the file; the same document gives the same bytes."""
    if form is Form.PDF:
        from klubban.documents import pdf

        return pdf.typeset(document).data
    if form is Form.HTML:
        from klubban.documents.html.page import page

        return page(document).encode()
    if form is Form.TXT:
        from klubban.documents.plain import plain_file

        return plain_file(document).encode()
    from klubban.documents.word.file import word_file

    return word_file(document)
