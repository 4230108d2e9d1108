"""Tables whose rows stand in groups, from margin to margin."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from klubban.documents.pdf.blocks import Block, TextBlock
from klubban.documents.pdf.groups import Cell, Row, Stack
from klubban.documents.pdf.styles import BODY_OFF, BODY_TEXT, GROUP, NAME, SMALL, WHOLE
from klubban.documents.pdf.tables import (
    GroupHead,
    TableBlock,
    TableRow,
    columns_of,
    row_of,
)
from klubban.documents.pdf.tags import Element, for_table
from klubban.domain.text import Run, runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.documents.pdf.tables import Columns
    from klubban.documents.tree import Grouped

_GUTTER = 10.0
_GROUP = 7.0
"""The room above a group's heading."""


def build(node: Grouped, parent: Element) -> TableBlock:
    """Return a table from margin to margin, each group below a heading across it."""
    head = tuple(map(runs_of, node.head))
    lines = [[tuple(map(runs_of, line)) for line in lines] for _, lines in node.groups]
    columns, wide = columns_of([head, *chain.from_iterable(lines)], WHOLE)
    if node.widths:
        columns = _fixed(node.widths, columns[1])
    element = Element("Table", parent)
    top = row_of(head, columns, Element("TR", Element("THead", element)), head=True)
    rows: list[Block] = []
    for title, cells in node.groups:
        body = Element("TBody", element)
        if title:
            rows.append(_group_head(title, len(head), wide, Element("TR", body)))
        for line in cells:
            row = Element("TR", body)
            if node.titled:
                rows.append(_titled_row(line, columns, row))
            else:
                style = BODY_OFF if line in node.quiet else BODY_TEXT
                rows.append(row_of(tuple(map(runs_of, line)), columns, row, style=style))
    return TableBlock(top, rows, wide=wide)


def _fixed(widths: Sequence[float], numeric: list[bool]) -> Columns:
    """Return columns of given widths; the last has what is left."""
    gutters = _GUTTER * (len(numeric) - 1)
    own = list(widths[: len(numeric) - 1])
    return [*own, WHOLE - sum(own) - gutters], numeric, _GUTTER


def _group_head(title: str, count: int, wide: float, row: Element) -> Block:
    element = Element("TH", row, **for_table("Column", span=count))
    text = TextBlock(runs_of(title), GROUP, element)
    return GroupHead(Row([Cell(0, wide, text)]), above=_GROUP).spaced(stays_with_next=True)


def _titled_row(cells: Sequence[str], columns: Columns, element: Element) -> Block:
    """Return a row that begins with a title, and below it what is said quietly."""
    title, *more = cells[0].split("\n")
    widths, _, gutter = columns
    tag = Element("TH", element, **for_table("Row"))
    parts: list[Block] = [TextBlock((Run(f"{title}\n", bold=True),), NAME, tag)]
    parts += [TextBlock(runs_of(f"{line}\n"), SMALL, tag) for line in more]
    made, x = [Cell(0, widths[0], Stack(parts))], widths[0] + gutter
    for number, cell in enumerate(cells[1:], 1):
        data = Element("TD", element)
        if cell:
            block = TextBlock(runs_of(cell), BODY_TEXT, data, right=columns[1][number])
            made.append(Cell(x, widths[number], block))
        x += widths[number] + gutter
    return TableRow(Row(made))
