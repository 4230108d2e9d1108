"""Tables that are parted between rows and repeat their head."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from klubban.documents.figures import are_figures
from klubban.documents.pdf.blocks import Block, Parted, TextBlock
from klubban.documents.pdf.groups import Cell, Row, Space, Stack
from klubban.documents.pdf.lines import break_runs, widest_word
from klubban.documents.pdf.styles import (
    BODY,
    BODY_TEXT,
    CELL_HEAD,
    EDGE,
    HAIR,
    STEP,
    TEXT,
    TICK,
    WHOLE,
)
from klubban.documents.pdf.tags import Element, for_table
from klubban.domain.text import plain_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.documents.pdf.canvas import TaggedCanvas
    from klubban.documents.pdf.styles import Style
    from klubban.domain.text import Runs, Table

_GUTTER = 2 * STEP
ABOVE, _BELOW = 0.0, STEP
"""Around a row's words; the line below them stands in the middle of what parts it from the next row."""
_HANDFUL = 6
"""With so many rows a table begins on a page, or with all that it has."""
_LEFT = 3
"""So many rows at least go on together on another page."""
_WHOLE_WORD = 16 * STEP
"""No word that is narrower is parted for want of room; longer ones have syllables."""
_ENDLESS = 100_000.0
_BOX = "☐"

Columns = tuple[list[float], list[bool], float]
"""The columns' widths, which of them hold numbers, and the space between them."""


class TableBlock(Block):
    """Rows below a head; the head on a later page is an artifact, since it was read on the first."""

    def __init__(
        self,
        head: Block,
        rows: Sequence[Block],
        *,
        wide: float,
        repeated: bool = False,
        group: Block | None = None,
    ) -> None:
        """Take head and rows, and the heading of the group that goes on on this page.

        A table wider than its column hangs out to the left.
        """
        self.columns = head
        self.group = group
        self.head = Stack([head, group]) if group else head
        self.rows = list(rows)
        self.wide = wide
        self.repeated = repeated

    def height(self, width: float) -> float:
        """Return the height of head and rows."""
        return self.head.height(width) + sum(row.height(width) for row in self.rows)

    def least(self, width: float) -> float:
        """Return the height of the head and what its first rows need."""
        if not self.rows:
            return self.head.height(width)
        first = self.head.height(width) + sum(row.height(width) for row in self.rows[:_HANDFUL])
        return first if first <= BODY / 2 else self.head.height(width) + self.rows[0].least(width)

    def part(self, width: float, room: float) -> Parted | None:
        """Part between rows; a row is parted only where it is the first below the head."""
        if not self.repeated and room < min(self.least(width), BODY / 2):
            return None
        left = room - self.head.height(width)
        fit, used = 0, 0.0
        while fit < len(self.rows) and used + self.rows[fit].height(width) <= left:
            used += self.rows[fit].height(width)
            fit += 1
        if 0 < len(self.rows) - fit < _LEFT < fit:  # a total never stands alone on the next page
            fit = len(self.rows) - _LEFT
        while fit and fit < len(self.rows) and self.rows[fit - 1].stays_with_next:
            fit -= 1
        if fit:
            return self._cut(self.rows[:fit], self.rows[fit:]) if fit < len(self.rows) else None
        parted = self.rows[0].part(width, left) if self.rows else None
        return self._cut([parted[0]], [parted[1], *self.rows[1:]]) if parted else None

    def _cut(self, first: Sequence[Block], rest: Sequence[Block]) -> Parted:
        group = next((row for row in reversed(first) if isinstance(row, GroupHead)), self.group)
        going_on = None if isinstance(rest[0], GroupHead) else group
        return (
            TableBlock(self.columns, first, wide=self.wide, repeated=self.repeated, group=self.group),
            TableBlock(self.columns, rest, wide=self.wide, repeated=True, group=going_on),
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw head and rows."""
        left = x + width - self.wide
        if self.repeated:
            with canvas.artifact():
                self.head.draw(canvas, left, top, self.wide)
        else:
            self.head.draw(canvas, left, top, self.wide)
        top += self.head.height(width)
        for row in self.rows:
            row.draw(canvas, left, top, self.wide)
            top += row.height(width)


class TableRow(Block):
    """A row with room around it and a hair line below; it is parted only when it is very high."""

    def __init__(self, row: Block, *, head: bool = False, above: float = ABOVE) -> None:
        """Take the cells and the room above them; a head's line is stronger."""
        self.row = row
        self.head = head
        self.above = above

    def height(self, width: float) -> float:
        """Return the height with the room around the cells."""
        return self.above + self.row.height(width) + _BELOW

    def least(self, width: float) -> float:
        """Return all of it, or what the beginning of a very high row needs."""
        high = self.height(width)
        return high if high <= BODY / 2 else self.above + self.row.least(width) + _BELOW

    def part(self, width: float, room: float) -> Parted | None:
        """Part a very high row inside its cells."""
        if self.height(width) <= BODY / 2:
            return None
        parted = self.row.part(width, room - self.above - _BELOW)
        return (TableRow(parted[0], head=self.head), TableRow(parted[1], head=self.head)) if parted else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the cells and the line below them."""
        self.row.draw(canvas, x, top + self.above, width)
        below = top + self.height(width) - STEP / 2
        canvas.rule(x, below, width, EDGE if self.head else HAIR, 0.75 if self.head else 0.4)


class GroupHead(TableRow):
    """The heading across a group of rows, which is said again where the group goes on on another page."""


def build(table: Table, parent: Element) -> TableBlock:
    """Return a table as wide as the text, or as the page where its columns need that."""
    count = max((len(row) for row in table.rows), default=1) or 1
    rows = [(*row, *((),) * (count - len(row))) for row in table.rows]
    columns, wide = columns_of(rows)
    element = Element("Table", parent)
    head_element, body_element = Element("THead", element), Element("TBody", element)
    head = row_of(rows[0], columns, Element("TR", head_element), head=True) if rows else Space(0)
    made = [row_of(row, columns, Element("TR", body_element)) for row in rows[1:]]
    if head.height(wide) > BODY / 3:  # too much to repeat on every page
        head, made = Space(0), [head, *made]
    return TableBlock(head, made, wide=wide)


def columns_of(rows: Sequence[Sequence[Runs]], wide: float | None = None) -> tuple[Columns, float]:
    """Return the columns and how wide they are together: as the text, or as the page where they need that."""
    count = len(rows[0]) if rows else 1
    natural = [_natural(column) for column in zip(*rows, strict=True)]
    gutters = _GUTTER * (count - 1)
    wide = wide or (TEXT if sum(natural) + gutters <= TEXT else WHOLE)
    least = [_least(column) for column in zip(*rows, strict=True)]
    widths = _shared(natural, least, max(wide - gutters, wide / 2))
    gutter = (wide - sum(widths)) / max(count - 1, 1)
    numeric = [are_figures(map(plain_runs, column[1:])) for column in zip(*rows, strict=True)]
    return (widths, numeric, gutter), wide


def _natural(cells: Sequence[Runs]) -> float:
    """Return how wide a column would be if no cell in it were broken."""
    styles = [CELL_HEAD, *[BODY_TEXT] * (len(cells) - 1)]
    lines = [break_runs(cell, style, _ENDLESS) for cell, style in zip(cells, styles, strict=True) if cell]
    return max((line.width for broken in lines for line in broken), default=0.0) + 1


def _least(cells: Sequence[Runs]) -> float:
    """Return what a column needs for its dates and short words to stay whole."""
    return min(max((widest_word(cell, BODY_TEXT) for cell in cells), default=0.0) + 1, _WHOLE_WORD)


def _shared(natural: Sequence[float], least: Sequence[float], wide: float) -> list[float]:
    """Return the columns' widths: narrow ones keep theirs, and of what is left the fuller ones have more."""
    if sum(natural) <= wide:
        spare = (wide - sum(natural)) / len(natural)
        return [one + spare for one in natural]
    if sum(least) > wide:
        least = [0.0] * len(natural)
    widths = [0.0] * len(natural)
    unsettled, left = list(range(len(natural))), wide
    while unsettled:
        unit = left / sum(sqrt(natural[number]) for number in unsettled)
        share = {number: unit * sqrt(natural[number]) for number in unsettled}
        fair = left / len(unsettled)
        settled = {
            number: natural[number] for number in unsettled if natural[number] <= max(share[number], fair)
        }
        settled = settled or {number: least[number] for number in unsettled if share[number] < least[number]}
        for number, own in (settled or share).items():
            widths[number] = own
            left -= own
            unsettled.remove(number)
    return widths


def row_of(
    cells: Sequence[Runs],
    columns: Columns,
    element: Element,
    *,
    head: bool = False,
    above: float = ABOVE,
    style: Style = BODY_TEXT,
) -> Block:
    """Return a row of cells in their columns; the words of a head in the style of heads."""
    widths, numeric, gutter = columns
    style = CELL_HEAD if head else style
    made, x = [], 0.0
    for number, cell in enumerate(cells):
        scope = "Column" if head else "Row" if number == 0 else None
        tag = Element("TH" if scope else "TD", element, **for_table(scope))
        if cell:
            own = TICK if plain_runs(cell) == _BOX else style
            made.append(Cell(x, widths[number], TextBlock(cell, own, tag, right=numeric[number])))
        x += widths[number] + gutter
    return TableRow(Row(made), head=head, above=above)
