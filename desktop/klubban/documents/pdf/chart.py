"""A chart of bars, read in black and white as well: what is there is filled, the whole is an outline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents.pdf.blocks import Block, Parted
from klubban.documents.pdf.characters import visible
from klubban.documents.pdf.lines import break_runs
from klubban.documents.pdf.page import shortened
from klubban.documents.pdf.styles import EDGE, INK, LABEL, QUIET, SMALL_INK, STEP, of_hex
from klubban.documents.pdf.tags import Element, for_figure, placed
from klubban.domain.text import runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.documents.pdf.canvas import TaggedCanvas
    from klubban.documents.pdf.styles import Colour
    from klubban.documents.tree import Bar, Chart

_ROW, _BAR, _DOWN = 14.0, 7.0, 4.0
_TOLD = 72.0
_MARK, _OVER = 0.75, 2.0
_PAPER: Colour = (1.0, 1.0, 1.0)
_FEW = 12
"""So many bars stand together on a page."""


class ChartBlock(Block):
    """Bars below each other: label, bar, and its numbers."""

    def __init__(self, bars: Sequence[Bar], most: int, element: Element, *, halved: bool) -> None:
        """Take the bars, the number that fills the width, and whether half of each is marked."""
        self.bars = list(bars)
        self.most = most
        self.element = element
        self.halved = halved

    def height(self, _width: float) -> float:
        """Return the height of the bars."""
        return len(self.bars) * _ROW

    def least(self, _width: float) -> float:
        """Return the height of the bars that must stand together."""
        return min(len(self.bars), _FEW) * _ROW

    def part(self, _width: float, room: float) -> Parted | None:
        """Part between bars."""
        fit = int(room // _ROW)
        if not 0 < fit < len(self.bars):
            return None
        first, rest = self.bars[:fit], self.bars[fit:]
        return self._like(first), self._like(rest)

    def _like(self, bars: Sequence[Bar]) -> ChartBlock:
        return ChartBlock(bars, self.most, self.element, halved=self.halved)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the bars as the picture's content."""
        if not self.element.kids:  # a picture on two pages stands where it begins
            self.element.attributes |= placed(x, top, width, self.height(width))
        with canvas.content(self.element):
            for number, bar in enumerate(self.bars):
                self._bar(canvas, bar, x, top + number * _ROW, width - LABEL - _TOLD - STEP)

    def _bar(self, canvas: TaggedCanvas, bar: Bar, x: float, top: float, wide: float) -> None:
        left, unit = x + LABEL, wide / max(self.most, 1)
        _write(canvas, bar.label, x, top, LABEL - STEP)
        canvas.bar(left, top + _DOWN, (bar.of * unit, _BAR), EDGE, filled=False)
        if bar.value:
            colour = of_hex(bar.tone) if bar.tone else QUIET
            canvas.bar(left, top + _DOWN, (bar.value * unit, _BAR), colour, filled=True)
        if self.halved:
            half, above = left + bar.of * unit / 2, top + _DOWN - _OVER
            for wide_mark, colour in ((3 * _MARK, _PAPER), (_MARK, INK)):  # seen on what is filled as well
                size = (wide_mark, _BAR + 2 * _OVER)
                canvas.bar(half - wide_mark / 2, above, size, colour, filled=True)
        _write(canvas, bar.told, left + wide + STEP, top, _TOLD)


def build(chart: Chart, parent: Element) -> ChartBlock:
    """Return the bars; the longest whole fills the width."""
    most = max(bar.of for bar in chart.bars)
    element = Element("Figure", parent, **for_figure(visible(chart.alternative)))
    return ChartBlock(chart.bars, most, element, halved=bool(chart.caption))


def _write(canvas: TaggedCanvas, text: str, x: float, top: float, wide: float) -> None:
    line = break_runs(runs_of(shortened(text, SMALL_INK, wide)), SMALL_INK, wide)[0]
    parted = replace(line, joint=" ")  # from the next for those who read the text
    canvas.lines_of_text([parted], SMALL_INK, x, top)
