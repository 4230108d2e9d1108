"""Tables with a head that is repeated on each page, and rows that no page parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.shared import Emu, Twips

from klubban.documents.characters import in_one_line
from klubban.documents.figures import are_figures
from klubban.documents.word.columns import widths
from klubban.documents.word.pieces import TEXT, WHOLE, new, say, styled
from klubban.domain.text import Run, plain_runs, runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell, _Row

    from klubban.documents import tree
    from klubban.domain import text
    from klubban.domain.text import Runs

_GUTTER = 10.0
_NARROW = 4
"""So many columns have room in the text column."""
_BY_HAND = 460
"""How high a row is that a hand writes in, in twentieths of a point: eight millimetres."""


def simple(into: Document, node: text.Table, name: str) -> None:
    """Add a table whose first row is its head."""
    count = max(map(len, node.rows), default=0)
    if not count:
        return
    rows = [(*row, *((),) * (count - len(row))) for row in node.rows]
    left = TEXT if count <= _NARROW else 0
    words = [[plain_runs(cell) for cell in row] for row in rows]
    table = begin(into, widths(words, WHOLE - left), name, left=left)
    figures = [are_figures(column[1:]) for column in zip(*words, strict=True)]
    for number, row in enumerate(rows):
        _fill(fresh_row(table, head=number == 0), row, figures, head=number == 0)


def grouped(into: Document, node: tree.Grouped, name: str) -> None:
    """Add a table of groups, each below a heading across it."""
    lines = [line for _, group in node.groups for line in group]
    table = begin(into, _widths(node) or widths([node.head, *lines], WHOLE), name)
    figures = [are_figures(line[place] for line in lines) for place in range(len(node.head))]
    _fill(fresh_row(table, head=True), [runs_of(each) for each in node.head], figures, head=True)
    for title, group in node.groups:
        if title:
            _group_head(fresh_row(table), title)
        for line in group:
            cells = fresh_row(table, high=_BY_HAND if node.by_hand else 0)
            _fill(cells, _styled(node, line), figures)


def names(into: Document, items: Sequence[str]) -> None:
    """Add names two beside each other, to be read line by line."""
    table = begin(into, ((WHOLE - TEXT) // 2,) * 2, "", left=TEXT, ruled=False)
    for start in range(0, len(items), 2):
        for cell, name in zip(fresh_row(table), items[start : start + 2], strict=False):
            say(styled(cell.paragraphs[0], "Fact"), name)


def begin(into: Document, columns: Sequence[int], name: str, *, left: int = 0, ruled: bool = True) -> Table:
    """Add a table without rows, with columns of these widths; its name is what readers are told.

    A table that is not ruled says by its place alone what belongs together.
    """
    table: Table = into.add_table(0, len(columns), "Rows" if ruled else "Normal Table")
    properties = table._tbl.tblPr
    for child in list(properties)[1:]:  # all but the style
        properties.remove(child)
    for made in (
        new("tblW", w=sum(columns), type="dxa"),
        new("tblInd", w=left, type="dxa"),
        new("tblLayout", type="fixed"),
        margins(160 if ruled else 0),
        new(
            "tblLook",
            val="04A0" if ruled else "0480",
            firstRow=int(ruled),
            lastRow=0,
            firstColumn=1,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        *([new("tblCaption", val=in_one_line(name))] if name else []),
    ):
        properties.append(made)
    for column, width in zip(table.columns, columns, strict=True):
        column.width = Twips(width)
    return table


def margins(right: int) -> BaseOxmlElement:
    """Return the room beside a table's words: none on the left, so that they stand where texts do."""
    made = new("tblCellMar")
    made.append(new("left", w=0, type="dxa"))
    made.append(new("right", w=right, type="dxa"))
    return made


def _widths(node: tree.Grouped) -> list[int]:
    """Return the columns' widths where they are given; the last has what is left."""
    if not node.widths:
        return []
    given = [round(20 * (width + _GUTTER)) for width in node.widths[: len(node.head) - 1]]
    return [*given, WHOLE - sum(given)]


def _styled(node: tree.Grouped, line: Sequence[str]) -> list[Runs]:
    """Return a row's cells; a row that is off stands in italics, and a title stands out."""
    off = tuple(line) in node.quiet
    cells: list[Runs] = [(Run(cell, italic=off),) if cell else () for cell in line]
    if node.titled and line:
        title, *more = line[0].split("\n", 1)
        cells[0] = (Run(title, bold=True), *(Run(f"\n{each}") for each in more))
    return cells


def fresh_row(table: Table, *, head: bool = False, high: int = 0) -> tuple[_Cell, ...]:
    """Add a row that no page parts, and return its cells."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    properties = row._tr.get_or_add_trPr()
    properties.append(new("cantSplit"))
    if high:
        properties.append(new("trHeight", val=high, hRule="atLeast"))
    if head:
        properties.append(new("tblHeader"))
    return row.cells


def _fill(
    cells: Sequence[_Cell], texts: Sequence[Runs], figures: Sequence[bool], *, head: bool = False
) -> None:
    for cell, words, is_figure in zip(cells, texts, figures, strict=True):
        paragraph = cell.paragraphs[0]
        styled(paragraph, "TableHead" if head else "TableText")
        if is_figure:
            paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
        say(paragraph, words)


def join(cells: Sequence[_Cell]) -> None:
    """Make one cell of neighbours, which is quicker than python-docx's way of merging any."""
    first, *more = [cell._tc for cell in cells]
    wide = sum(each.width or 0 for each in (first, *more))
    for each in more:
        first.getparent().remove(each)
    first.grid_span, first.width = len(cells), Emu(wide)


def _group_head(cells: Sequence[_Cell], title: str) -> None:
    join(cells)
    say(styled(cells[0].paragraphs[0], "TableGroup"), title)
