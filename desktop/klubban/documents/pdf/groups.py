"""Blocks made of blocks: below each other, beside each other, and the lines and spaces between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klubban.documents.pdf.blocks import Block, Parted
from klubban.documents.pdf.styles import BODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.documents.pdf.canvas import TaggedCanvas
    from klubban.documents.pdf.styles import Colour


class Stack(Block):
    """Blocks below each other; one that is kept together is parted only when a page is too small for it."""

    def __init__(self, blocks: Sequence[Block], *, together: bool = False) -> None:
        """Take the blocks from above."""
        self.blocks = list(blocks)
        self.together = together

    def _tops(self, width: float) -> list[float]:
        """Return where each block begins, and last where the stack ends."""
        tops, below = [0.0], 0.0
        for number, block in enumerate(self.blocks):
            gap = max(self.blocks[number - 1].after, block.before) if number else 0.0
            tops[-1] = below + gap
            below = tops[-1] + block.height(width)
            tops.append(below)
        return tops

    def height(self, width: float) -> float:
        """Return the height of all blocks with the spaces between them."""
        return self._tops(width)[-1]

    def least(self, width: float) -> float:
        """Return the first block's least height, or all of it when kept together."""
        if self.together and self.height(width) <= BODY:
            return self.height(width)
        return self.blocks[0].least(width) if self.blocks else 0.0

    def part(self, width: float, room: float) -> Parted | None:
        """Part between blocks, or inside the one that crosses the edge."""
        if self.together and self.height(width) <= BODY:
            return None
        tops = self._tops(width)
        whole = sum(top + block.height(width) <= room for top, block in zip(tops, self.blocks, strict=False))
        if whole == len(self.blocks):
            return None
        parted = self.blocks[whole].part(width, room - tops[whole])
        if parted is None:
            return self._cut(self.blocks[:whole], self.blocks[whole:]) if whole else None
        return self._cut([*self.blocks[:whole], parted[0]], [parted[1], *self.blocks[whole + 1 :]])

    def _cut(self, first: Sequence[Block], rest: Sequence[Block]) -> Parted:
        return Stack(first), Stack(rest, together=self.together)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the blocks from above."""
        for offset, block in zip(self._tops(width), self.blocks, strict=False):
            block.draw(canvas, x, top + offset, width)


@dataclass(frozen=True, slots=True)
class Cell:
    """A block in its place beside others: how far from the left, and how wide."""

    x: float
    width: float
    block: Block


class Row(Block):
    """Cells beside each other; too high for the page, each goes on over the next one."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        """Take the cells in reading order."""
        self.cells = list(cells)

    def height(self, _width: float) -> float:
        """Return the height of the highest cell."""
        return max((cell.block.height(cell.width) for cell in self.cells), default=0.0)

    def least(self, _width: float) -> float:
        """Return what the most demanding cell needs to begin."""
        return max((cell.block.least(cell.width) for cell in self.cells), default=0.0)

    def part(self, _width: float, room: float) -> Parted | None:
        """Part every cell that is too high."""
        first, rest = [], []
        for cell in self.cells:
            if cell.block.height(cell.width) <= room:
                first.append(cell)
                continue
            parted = cell.block.part(cell.width, room)
            if parted is None:
                return None
            first.append(replace(cell, block=parted[0]))
            rest.append(replace(cell, block=parted[1]))
        return (Row(first), Row(rest)) if rest else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, _width: float) -> None:
        """Draw the cells in reading order."""
        for cell in self.cells:
            cell.block.draw(canvas, x + cell.x, top, cell.width)


class Space(Block):
    """Nothing, so high."""

    def __init__(self, high: float) -> None:
        """Take the height."""
        self.high = high

    def height(self, _width: float) -> float:
        """Return the height."""
        return self.high

    def draw(self, _canvas: TaggedCanvas, _x: float, _top: float, _width: float) -> None:
        """Leave the place empty."""


class Rule(Block):
    """A hair line across the column, so far below the top of its space."""

    def __init__(self, high: float, down: float, colour: Colour, thickness: float = 0.5) -> None:
        """Take the height of the space and where the line lies in it."""
        self.high = high
        self.down = down
        self.colour = colour
        self.thickness = thickness

    def height(self, _width: float) -> float:
        """Return the height of the space."""
        return self.high

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the line."""
        canvas.rule(x, top + self.down, width, self.colour, self.thickness)
