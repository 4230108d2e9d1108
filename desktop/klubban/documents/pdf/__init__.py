"""A tree set as a PDF file, and its pages as pictures; the one place that knows ReportLab and PDFium.

Both libraries are imported at the first call, so that a start does not wait for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.documents.tree import Document


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a page something stands that leads elsewhere: its corners in points from the page's foot."""

    key: str
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished file."""

    data: bytes
    pages: int
    heading_pages: tuple[int, ...]
    """The page, counted from 1, on which each heading of the tree begins, in the tree's order."""
    places: tuple[Place, ...] = ()
    """What links may lead from, in a file that holds what they lead to."""
    item_pages: tuple[tuple[str, int], ...] = ()
    """The page on which each entry of an agenda begins, by its key."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels of four bytes, blue, green, red and one unused (QImage.Format_RGB32)."""

    width: int
    height: int
    stride: int
    pixels: bytes


def typeset(document: Document) -> Typeset:
    """Return the document as PDF/A-2a and PDF/UA-1; the same tree gives the same bytes.

    Raises FontMissing when the faces have not been made.
    """
    from klubban.documents.pdf import setting

    return setting.set_document(document)


def picture(data: bytes, page: int, scale: float) -> Picture:
    """Return one page, counted from 1, at a scale of which 1 is 72 dots an inch."""
    from klubban.documents.pdf import pictures

    return pictures.render(data, page, scale)


def count(data: bytes) -> int:
    """Return how many pages a finished file has."""
    from klubban.documents.pdf import pictures

    return pictures.count(data)
