"""What a Qt document says, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from klubban.domain.text import Run, Runs
from klubban.ui.texts.lines import Kind, Line, wanted
from klubban.ui.texts.styles import is_masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BULLETS = (
    QTextListFormat.Style.ListStyleUndefined,
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


def read(document: QTextDocument) -> list[Line]:
    """Return the lines of a document, empty ones too."""
    return [line for line, _block in walk(document)]


def walk(document: QTextDocument) -> Iterator[tuple[Line, QTextBlock]]:
    """Walk the lines with their blocks; a table comes with its first block."""
    block, before = document.begin(), None
    while block.isValid():
        table = _table_at(block)
        if table is not None:
            yield Line(Kind.TABLE, rows=_rows(table)), block
            block, before = document.findBlock(table.lastPosition() + 1), None
            continue
        listed = list_of(block)
        number = listed.objectIndex() if listed is not None else None
        yield Line(kind_of(listed), _runs(block), first=number is None or number != before), block
        block, before = block.next(), number


def _table_at(block: QTextBlock) -> QTextTable | None:
    """Return the outermost table that a block stands in."""
    found = None
    for frame in _frames(QTextCursor(block).currentFrame()):
        if isinstance(frame, QTextTable):
            found = frame
    return found


def _frames(frame: QTextFrame | None) -> Iterator[QTextFrame]:
    """Walk from a frame outwards."""
    while frame is not None:
        yield frame
        frame = frame.parentFrame()


def list_of(block: QTextBlock) -> QTextList | None:
    """Return the list that a block stands in (the stubs do not know that it may be none)."""
    return block.textList()


def kind_of(listed: QTextList | None) -> Kind:
    """Return what the blocks of a list are; running text stands in none."""
    if listed is None:
        return Kind.TEXT
    return Kind.BULLET if listed.format().style() in _BULLETS else Kind.POINT


def _runs(block: QTextBlock) -> Runs:
    runs: list[Run] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        style = fragment.charFormat()
        text = wanted(fragment.text())
        if text:
            bold = style.fontWeight() >= QFont.Weight.DemiBold
            runs.append(Run(text, bold, style.fontItalic(), is_masked(style)))
        place += 1
    return tuple(runs)


def bullets(blocks: Iterable[QTextBlock]) -> Iterator[QTextBlock]:
    """Walk those of some blocks that are bullets."""
    for block in blocks:
        listed = list_of(block)
        if listed is not None and listed.format().style() in _BULLETS:
            yield block


def each_block(document: QTextDocument) -> Iterator[QTextBlock]:
    """Walk all blocks, those in cells too."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def blocks_at(document: QTextDocument, top: float, bottom: float) -> Iterator[QTextBlock]:
    """Walk the blocks that stand at least partly between two heights, in the document's own measure."""
    layout = document.documentLayout()
    block = document.findBlock(layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit))
    in_row = QTextCursor(block).currentTable()  # the cells beside it come before it
    if in_row is not None:
        block = document.findBlock(in_row.firstPosition())
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() > bottom and QTextCursor(block).currentTable() is None:
            return
        if box.bottom() >= top and box.top() <= bottom:
            yield block
        block = block.next()


def line_at(block: QTextBlock) -> Line:
    """Return one block as a line that begins a list, if it stands in one."""
    return Line(kind_of(list_of(block)), _runs(block))


def _rows(table: QTextTable) -> tuple[tuple[Runs, ...], ...]:
    return tuple(
        tuple(_cell(table, row, column) for column in range(table.columns())) for row in range(table.rows())
    )


def _cell(table: QTextTable, row: int, column: int) -> Runs:
    """Return the runs of a cell, its blocks parted by line breaks; a merged cell says its words once."""
    cell = table.cellAt(row, column)
    if (cell.row(), cell.column()) != (row, column):
        return ()
    runs: list[Run] = []
    block, end = cell.firstCursorPosition().block(), cell.lastCursorPosition().position()
    while block.isValid() and block.position() <= end:
        runs += [Run("\n"), *_runs(block)] if runs else _runs(block)
        block = block.next()
    return tuple(runs)
