"""Bars made of shaded cells beside their words, all on one fine grid."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from klubban.documents.word.pieces import new, say, styled
from klubban.documents.word.tables import begin, fresh_row, join

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

    from klubban.documents.tree import Bar, Chart

_LABEL, _STEP, _STEPS = 2900, 100, 48
"""The longest bar has so many steps; Word knows at the most 63 columns."""
_TOLD = 1938
_TOGETHER = 12
"""So many bars stand together on a page."""
_REST = "DCD8D2"


def add(into: Document, chart: Chart, colour: str) -> None:
    """Add the bars below each other, all to one scale."""
    most = max(1, *(bar.of for bar in chart.bars))
    for said in into.paragraphs[-1:]:  # what is said of the bars stays above them
        said.paragraph_format.keep_with_next = True
    table = begin(into, (_LABEL, *[_STEP] * _STEPS, _TOLD), chart.alternative, ruled=False)
    for left, bar in zip(reversed(range(len(chart.bars))), chart.bars, strict=True):
        cells = fresh_row(table)
        label = styled(cells[0].paragraphs[0], "TableText")
        label.paragraph_format.keep_with_next = 0 < left < _TOGETHER
        say(label, bar.label)
        say(styled(cells[-1].paragraphs[0], "Told"), bar.told)
        own = (bar.tone or colour).removeprefix("#")
        _draw(cells[1:-1], bar, most, own, halved=bool(chart.caption))


def _draw(steps: tuple[_Cell, ...], bar: Bar, most: int, colour: str, *, halved: bool) -> None:
    """Draw what is there, and what is left of the whole; half of it is marked where the caption says so."""
    whole = round(_STEPS * bar.of / most)
    filled = round(_STEPS * bar.value / most)
    half = whole // 2 if halved else 0
    ends = sorted({0, filled, half, whole, _STEPS})
    for start, end in pairwise(ends):
        join(steps[start:end])
        styled(steps[start].paragraphs[0], "Bar")
        shade = colour if end <= filled else _REST if end <= whole else None
        if shade:
            _shade(steps[start], shade, marked=bool(half) and start == half)


def _shade(cell: _Cell, colour: str, *, marked: bool) -> None:
    borders = new("tcBorders")
    for side, thick in (("top", 36), ("left", 18 if marked else 0), ("bottom", 36)):
        if thick:
            borders.append(new(side, val="single", sz=thick, space=0, color="FFFFFF"))
    properties = cell._tc.get_or_add_tcPr()
    properties.append(borders)
    properties.append(new("shd", val="clear", color="auto", fill=colour))
