"""One type scale and one grid for every document; all measures in points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klubban.documents.pdf.fonts import Face

if TYPE_CHECKING:
    from klubban.domain.look import Look

Colour = tuple[float, float, float]

INK: Colour = (0.118, 0.133, 0.149)  # #1E2226
QUIET: Colour = (0.290, 0.318, 0.345)  # #4A5158: 8:1 on white
HAIR: Colour = (0.682, 0.659, 0.624)  # #AEA89F
EDGE: Colour = (0.522, 0.506, 0.478)  # #85817A


def colour_of(look: Look) -> Colour:
    """Return the colour of titles and of the line below the running head."""
    return of_hex(look.colour)


def of_hex(written: str) -> Colour:
    """Return a colour that is written as `#2F6B3A`."""
    red, green, blue = (int(written[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


# --- the grid: a label column, then the text

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89  # A4
MILLIMETRE = 72 / 25.4
WHOLE = PAGE_WIDTH - 40 * MILLIMETRE  # a look's margin moves it, and leaves it as wide
LABEL = 119.0
TEXT = WHOLE - LABEL  # about 72 characters a line

HEAD_LINE = 70.0
STEP = 7.0
"""Half a line of text: heights and spaces are made of it, and all letters stand on a grid of it.

The grid begins at the paper's upper edge, so that lines on two pages, or in two columns, are level.
"""
BODY_TOP = 12.5 * STEP
BODY = 98 * STEP
BODY_BOTTOM = BODY_TOP + BODY
FOOT_LINE = 786.0


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """How a text is set; each is itself, and found again quickly."""

    face: Face
    size: float
    leading: float
    colour: Colour = INK
    italic: Face | None = None
    strong: Face | None = None
    strong_italic: Face | None = None
    divides: bool = False
    """Words may be divided where a line would be short."""
    even: bool = False
    """Lines are about as long, as those of a heading."""

    def face_for(self, *, bold: bool, italic: bool) -> Face:
        """Return the face of a run; a style without the variants sets every run alike."""
        wished = {(True, True): self.strong_italic, (True, False): self.strong, (False, True): self.italic}
        return wished.get((bold, italic)) or self.face

    @property
    def baseline(self) -> float:
        """Return how far below the top of a line its letters stand; all end as far above the next."""
        return self.leading - STEP / 2


# --- the scale: running heads 8, what is said beside 9, texts 10.5, headings 12, titles 20

BODY_TEXT = Style(
    Face.TEXT,
    10.5,
    14,
    italic=Face.ITALIC,
    strong=Face.STRONG,
    strong_italic=Face.STRONG_ITALIC,
    divides=True,
)
NAME = replace(BODY_TEXT, divides=False)
"""Of people, and of the rows of a table."""
TICK = replace(BODY_TEXT, size=16)
"""A box to tick, as large as a pen needs."""
BODY_OFF = Style(Face.ITALIC, 10.5, 14, QUIET, divides=True)
TITLE = Style(Face.SANS_STRONG, 20, 28, even=True)
SUBTITLE = Style(Face.SANS, 10.5, 14, QUIET)
HEADING = Style(Face.SANS_STRONG, 12, 14, even=True)
ENTRY = Style(Face.SANS_STRONG, 10.5, 14)
ENTRY_OFF = Style(Face.SANS, 10.5, 14, QUIET)
GROUP = Style(Face.SANS_STRONG, 10.5, 14)
PART = Style(Face.SANS_STRONG, 9, 14)
BESIDE = Style(Face.SANS_STRONG, 9, 14, QUIET)
LABEL_TEXT = Style(Face.SANS_STRONG, 9, 14, QUIET)
DETAIL = Style(Face.SANS, 9, 14)
SMALL = Style(Face.SANS, 9, 14, QUIET)
SMALL_INK = DETAIL
CELL_HEAD = PART
RUNNING = Style(Face.SANS, 8, 11, QUIET)
RUNNING_STRONG = Style(Face.SANS_STRONG, 8, 11)
