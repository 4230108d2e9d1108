"""Lines into a Qt document, each with the list and the spacing that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextList,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from klubban.ui.texts.lines import Kind, Line, wanted
from klubban.ui.texts.reading import kind_of, list_of, read, walk
from klubban.ui.texts.styles import mask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.text import Runs

_HAIR_LINE = QColor(128, 128, 128, 110)  # in both schemes: a document does not follow the palette
_LINE_BREAK = "\u2028"
# Qt draws nothing for an undefined style; editors draw the dash that documents have, no heavy disc.
LIST_STYLES = {
    Kind.POINT: QTextListFormat.Style.ListDecimal,
    Kind.BULLET: QTextListFormat.Style.ListStyleUndefined,
}


def write(document: QTextDocument, lines: Sequence[Line], gap: int) -> None:
    """Set a document anew; `gap` is the space in pixels between running texts."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    cursor.setBlockFormat(QTextBlockFormat())
    if (listed := list_of(cursor.block())) is not None:
        listed.remove(cursor.block())
    for place, line in enumerate(lines):
        after_table = place and lines[place - 1].kind is Kind.TABLE
        if place and not after_table:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        if line.kind is Kind.TABLE:
            _write_table(cursor, line.rows)
        else:
            insert(cursor, line.runs)
    cursor.endEditBlock()  # Qt knows of new tables only after this
    shape(document, lines, gap)


def table_style() -> QTextTableFormat:
    """Return how documents set a table: no grid, a hair line below each row."""
    style = QTextTableFormat()
    style.setBorder(0)
    style.setCellSpacing(0)
    style.setHeaderRowCount(1)
    return style


def cell_style() -> QTextTableCellFormat:
    """Return the style of one of its cells."""
    cell = QTextTableCellFormat()
    cell.setBottomBorder(1)
    cell.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    cell.setBottomBorderBrush(_HAIR_LINE)
    cell.setTopPadding(2)
    cell.setBottomPadding(2)
    cell.setRightPadding(16)
    return cell


def _write_table(cursor: QTextCursor, rows: Sequence[Sequence[Runs]]) -> None:
    """Set a table."""
    table = cursor.insertTable(len(rows), max(map(len, rows)), table_style())
    for number, row in enumerate(rows):
        for column, runs in enumerate(row):
            table.cellAt(number, column).setFormat(cell_style())
            insert(table.cellAt(number, column).firstCursorPosition(), runs)
    cursor.setPosition(table.lastPosition() + 1)


def insert(cursor: QTextCursor, runs: Runs) -> None:
    """Insert words in their styles."""
    for run in runs:
        style = QTextCharFormat()
        if run.bold:
            style.setFontWeight(QFont.Weight.Bold)
        if run.italic:
            style.setFontItalic(True)
        if run.masked:
            mask(style)
        cursor.insertText(wanted(run.text).replace("\n", _LINE_BREAK), style)


def shape(document: QTextDocument, lines: Sequence[Line], gap: int) -> None:
    """Give each block the list and the spacing that its line asks for."""
    before: QTextList | None = None
    for line, (_, block) in zip(_with_gaps(lines, document), list(walk(document)), strict=True):
        if line.kind is Kind.TABLE:
            before = None
            continue
        before = _shape_block(block, line, before, gap)


def _with_gaps(lines: Sequence[Line], document: QTextDocument) -> list[Line]:
    """Add the empty lines that Qt keeps before and after tables."""
    found, left = [], list(lines)
    for line in read(document):
        fits = bool(left) and (line.kind is Kind.TABLE) == (left[0].kind is Kind.TABLE)
        found.append(left.pop(0) if fits else Line(Kind.TEXT))
    return found


def _shape_block(block: QTextBlock, line: Line, before: QTextList | None, gap: int) -> QTextList | None:
    """Shape one block after the list of the block before it; return its own list."""
    cursor, listed = QTextCursor(block), list_of(block)
    space = QTextBlockFormat()
    space.setBottomMargin(gap if line.kind is Kind.TEXT else gap / 2)
    if line.kind is Kind.TEXT:
        if listed is not None:
            listed.remove(block)
        cursor.setBlockFormat(space)
        return None
    same = listed is not None and before is not None and listed.objectIndex() == before.objectIndex()
    if not line.first and before is not None:
        if not same:
            before.add(block)
    elif listed is None or same or kind_of(listed) is not line.kind:
        style = QTextListFormat()
        style.setStyle(LIST_STYLES[line.kind])
        cursor.createList(style)
    cursor.mergeBlockFormat(space)
    return list_of(block)
