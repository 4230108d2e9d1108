"""A chart of bars, read in black and white as well: what is there is filled, the whole is an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.pdf.blocks import Block, Parted
from klubban.documents.pdf.characters import visible
from klubban.documents.pdf.lines import break_runs
from klubban.documents.pdf.page import shortened
from klubban.documents.pdf.styles import EDGE, LABEL, QUIET, SMALL_INK, STEP
from klubban.documents.pdf.tags import Element, for_figure, placed
from klubban.domain.text import runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.documents.pdf.tags import TaggedCanvas
    from klubban.documents.tree import Bar, Chart

_ROW, _BAR, _DOWN = 17.0, 9.0, 3.0
_TOLD = 72.0
_FEW = 4
"""So many bars stand together on a page."""


class ChartBlock(Block):
    """Bars below each other: label, bar, and its numbers."""

    def __init__(self, bars: Sequence[Bar], most: int, element: Element) -> None:
        """Take the bars, and the number that fills the width."""
        self.bars = list(bars)
        self.most = most
        self.element = element

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
        return ChartBlock(first, self.most, self.element), ChartBlock(rest, self.most, self.element)

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
            canvas.bar(left, top + _DOWN, (bar.value * unit, _BAR), QUIET, filled=True)
        _write(canvas, bar.told, left + wide + STEP, top, _TOLD)


def build(chart: Chart, parent: Element) -> ChartBlock:
    """Return the bars; the longest whole fills the width."""
    most = max(bar.of for bar in chart.bars)
    return ChartBlock(chart.bars, most, Element("Figure", parent, **for_figure(visible(chart.alternative))))


def _write(canvas: TaggedCanvas, text: str, x: float, top: float, wide: float) -> None:
    line = break_runs(runs_of(shortened(text, SMALL_INK, wide)), SMALL_INK, wide)[0]
    line.joint = " "  # parts it from the next for those who read the text
    canvas.lines_of_text([line], SMALL_INK, x, top)
