"""Names in columns that are filled downwards, as a roll is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.pdf.blocks import Block, Parted
from klubban.documents.pdf.groups import Stack
from klubban.documents.pdf.styles import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.documents.pdf.blocks import TextBlock
    from klubban.documents.pdf.canvas import TaggedCanvas

_COLUMNS = 2
_FEW = 16
"""So many names stand below each other in one column, whose order no reader of the page can mistake.

Programs that guess the order from the places of words (poppler's) take a label further down the page before a
second column, so columns are for rolls that would fill the page without them.
"""
_GUTTER = 2 * STEP


class Names(Block):
    """A list of names; on each page the first column is read to its end before the second."""

    def __init__(self, names: Sequence[TextBlock]) -> None:
        """Take the names in order."""
        self.names = list(names)

    def _columns(self, names: Sequence[TextBlock], width: float) -> tuple[list[Stack], float]:
        """Return the columns, as even as they can be, and how wide each is."""
        if len(names) <= _FEW:
            return [Stack(names)], width
        wide = (width - _GUTTER) / 2
        heights = [name.height(wide) for name in names]
        total, above, split = sum(heights), 0.0, 0
        while split < len(names) and above + heights[split] / 2 < total / 2:
            above += heights[split]
            split += 1
        return [Stack(names[:split]), Stack(names[split:])], wide

    def _height(self, names: Sequence[TextBlock], width: float) -> float:
        stacks, wide = self._columns(names, width)
        return max((stack.height(wide) for stack in stacks), default=0.0)

    def height(self, width: float) -> float:
        """Return the height of the deepest column."""
        return self._height(self.names, width)

    def least(self, width: float) -> float:
        """Return what the first names need."""
        return self._height(self.names[: _COLUMNS * 2], width)

    def part(self, width: float, room: float) -> Parted | None:
        """Part so that the names on each page go on where those of the page before it ended."""
        fit = len(self.names)
        while fit and self._height(self.names[:fit], width) > room:
            fit -= 1
        if 0 < fit < len(self.names):
            return Names(self.names[:fit]), Names(self.names[fit:])
        return None if fit else self._part_first(width, room)

    def _part_first(self, width: float, room: float) -> Parted | None:
        """Part a name that is longer than the room, alone in the whole width."""
        parted = self.names[0].part(width, room)
        if parted is None:
            return None
        rest = [parted[1], Names(self.names[1:])] if self.names[1:] else [parted[1]]
        return parted[0], Stack(rest)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw one column after the other."""
        stacks, wide = self._columns(self.names, width)
        for number, stack in enumerate(stacks):
            stack.draw(canvas, x + number * (wide + _GUTTER), top, wide)
