"""Boxes to write answers in by hand, each below what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.pdf.blocks import Block, TextBlock
from klubban.documents.pdf.groups import Cell, Row, Space, Stack
from klubban.documents.pdf.styles import BODY_TEXT, EDGE, PART, STEP, WHOLE
from klubban.documents.pdf.tags import Element
from klubban.domain.text import runs_of

if TYPE_CHECKING:
    from klubban.documents.pdf.canvas import TaggedCanvas
    from klubban.documents.tree import Field

_LINE = 3 * STEP
"""A hand needs some eight millimetres."""
_INSIDE = 1.0 * STEP


class Box(Block):
    """A frame, as high as so many lines of handwriting, or as what stands in it."""

    def __init__(self, lines: int, within: Block | None) -> None:
        """Take the lines, and what is written there already."""
        self.lines = lines
        self.within = within

    def height(self, width: float) -> float:
        """Return the height of the frame."""
        written = self.within.height(width - 2 * _INSIDE) + _INSIDE if self.within else 0.0
        return max(self.lines * _LINE, written)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the frame, and what stands in it."""
        with canvas.artifact():
            canvas.bar(x, top, (width, self.height(width)), EDGE, filled=False)
        if self.within:
            self.within.draw(canvas, x + _INSIDE, top + _INSIDE / 2, width - 2 * _INSIDE)


def build(node: Field, root: Element) -> Block:
    """Return the label with its box, which no page parts."""
    label = TextBlock(runs_of(node.label), PART, Element("P", root))
    written = TextBlock(runs_of(node.value), BODY_TEXT, Element("P", root)) if node.value else None
    box = Row([Cell(0, WHOLE, Box(node.high, written))])
    return Stack([label, Space(STEP / 2), box], together=True)
