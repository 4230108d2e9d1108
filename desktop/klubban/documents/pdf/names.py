"""Names in columns that are filled downwards, as a roll is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.pdf.blocks import Block, Parted
from klubban.documents.pdf.groups import Stack
from klubban.documents.pdf.styles import STEP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from klubban.documents.pdf.blocks import TextBlock
    from klubban.documents.pdf.canvas import TaggedCanvas

_COLUMNS = 2
_FEW = 16
"""So many names stand below each other in one column, whose order no reader of the page can mistake.

Programs that guess the order from the places of words (poppler's) take a label further down the page before a
second column, so beside a label columns are for rolls that would fill the page without them.
"""
ALONE = 6
"""So many names with nothing beside them stand in one column; more of them in two, where none is broken."""
_GUTTER = 2 * STEP
_ENDLESS = 100_000.0

Column = tuple[float, float, Stack]
"""Where it begins, how wide it is, and its names."""


class Names(Block):
    """A list of names; on each page the first column is read to its end before the second."""

    def __init__(self, names: Sequence[TextBlock], few: int = _FEW) -> None:
        """Take the names in order, and how many of them are too few for columns."""
        self.names = list(names)
        self.few = few

    def _columns(self, names: Sequence[TextBlock], width: float) -> list[Column]:
        """Return the columns, as even as they can be."""
        half = (width - _GUTTER) / 2
        if len(names) > self.few:
            middle = (len(names) + 1) // 2
            first, second = (_widest(part) for part in (names[:middle], names[middle:]))
            if first + second + _GUTTER <= width:
                return _beside(names, middle, min(max(half, first), width - _GUTTER - second), width)
        if len(names) <= _FEW:
            return [(0.0, width, Stack(names))]
        heights = [name.height(half) for name in names]
        total, above, split = sum(heights), 0.0, 0
        while split < len(names) and above + heights[split] / 2 < total / 2:
            above += heights[split]
            split += 1
        return _beside(names, split, half, width)

    def _height(self, names: Sequence[TextBlock], width: float) -> float:
        return max((stack.height(wide) for _, wide, stack in self._columns(names, width)), default=0.0)

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
            return Names(self.names[:fit], self.few), Names(self.names[fit:], self.few)
        return None if fit else self._part_first(width, room)

    def _part_first(self, width: float, room: float) -> Parted | None:
        """Part a name that is longer than the room, alone in the whole width."""
        parted = self.names[0].part(width, room)
        if parted is None:
            return None
        rest = [parted[1], Names(self.names[1:], self.few)] if self.names[1:] else [parted[1]]
        return parted[0], Stack(rest)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw one column after the other."""
        for left, wide, stack in self._columns(self.names, width):
            stack.draw(canvas, x + left, top, wide)


def _widest(names: Iterable[TextBlock]) -> float:
    return max((name.set(_ENDLESS).lines[0].width for name in names), default=0.0)


def _beside(names: Sequence[TextBlock], split: int, first: float, width: float) -> list[Column]:
    """Return two columns, the first of which has so many names and is so wide."""
    left = first + _GUTTER
    return [(0.0, first, Stack(names[:split])), (left, width - left, Stack(names[split:]))]
