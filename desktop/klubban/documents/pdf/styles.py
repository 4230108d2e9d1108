"""One type scale and one grid for every document; all measures in points."""

from __future__ import annotations

from dataclasses import dataclass
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
    red, green, blue = (int(look.colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


# --- the grid: a label column, then the text

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89  # A4
MILLIMETRE = 72 / 25.4
WHOLE = PAGE_WIDTH - 40 * MILLIMETRE  # a look's margin moves it, and leaves it as wide
LABEL = 119.0
TEXT = WHOLE - LABEL  # about 72 characters a line

HEAD_LINE = 70.0
BODY_TOP = 90.0
BODY_BOTTOM = 774.0
FOOT_LINE = 786.0
BODY = BODY_BOTTOM - BODY_TOP

STEP = 7.0  # half a line of text: spaces are made of it


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
        """Return how far below the top of a line its letters stand; equal for equal leading."""
        return self.leading * 0.75


BODY_TEXT = Style(
    Face.TEXT,
    10.5,
    14,
    italic=Face.ITALIC,
    strong=Face.STRONG,
    strong_italic=Face.STRONG_ITALIC,
    divides=True,
)
TITLE = Style(Face.SANS_STRONG, 20, 26)
SUBTITLE = Style(Face.SANS, 10.5, 14, QUIET)
HEADING = Style(Face.SANS_STRONG, 13, 17)
ENTRY = Style(Face.SANS_STRONG, 11, 15)
ENTRY_OFF = Style(Face.SANS, 11, 15, QUIET)
BESIDE = Style(Face.SANS_STRONG, 9.5, 15, QUIET)
DETAIL = Style(Face.SANS, 9.5, 14)
BODY_OFF = Style(Face.ITALIC, 10.5, 14, QUIET)
GROUP = Style(Face.SANS_STRONG, 10.5, 14)
PART = Style(Face.SANS_STRONG, 9.5, 14)
LABEL_TEXT = Style(Face.SANS_STRONG, 9, 14, QUIET)
SMALL = Style(Face.SANS, 9, 14, QUIET)
SMALL_INK = Style(Face.SANS, 9, 14)
CELL_HEAD = Style(Face.SANS_STRONG, 9, 14)
RUNNING = Style(Face.SANS, 8, 11, QUIET)
RUNNING_STRONG = Style(Face.SANS_STRONG, 8, 11)
