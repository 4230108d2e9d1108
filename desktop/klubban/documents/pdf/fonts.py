"""The faces that documents are set in, made by `packaging/fonts.py` and always embedded."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from klubban import paths

if TYPE_CHECKING:
    from pathlib import Path


_END_OF_TABLE = 0xFFFF  # stands last in a face's table of characters, and is none


class Face(StrEnum):
    """A face by the name of its file; Serif for text, Sans for headings, labels and running heads."""

    TEXT = "KlubbanSerif-Regular"
    ITALIC = "KlubbanSerif-Italic"
    STRONG = "KlubbanSerif-Semibold"
    STRONG_ITALIC = "KlubbanSerif-SemiboldItalic"
    SANS = "KlubbanSans-Regular"
    SANS_STRONG = "KlubbanSans-Semibold"


class FontMissing(Exception):
    """A face is not where it should be; nothing is ever set in another one instead."""

    def __init__(self, file: Path) -> None:
        """Keep which file was looked for."""
        super().__init__(f"The typeface {file} is missing: run packaging/setup, which makes it")
        self.file = file


@cache
def font(face: Face) -> TTFont:
    """Return a face, loaded and registered at its first use."""
    file = paths.fonts() / f"{face}.ttf"
    if not file.is_file():
        raise FontMissing(file)
    loaded = TTFont(face.value, str(file))
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def characters(face: Face) -> frozenset[int]:
    """Return the code points that a face can print."""
    return frozenset(font(face).face.charToGlyph) - {_END_OF_TABLE}


def width(text: str, face: Face, size: float) -> float:
    """Return how wide a text runs, in points."""
    return _width_of_one(text, face) * size


@lru_cache(maxsize=1 << 15)
def _width_of_one(text: str, face: Face) -> float:
    """Return how wide a text runs at a size of one point; the same words come again on every page."""
    return font(face).stringWidth(text, 1)
