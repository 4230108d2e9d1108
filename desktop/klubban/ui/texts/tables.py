"""Tables under the caret: begun, walked, given rows and columns, and left."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextTable, QTextTableCell

from klubban.ui.texts.reading import list_of
from klubban.ui.texts.writing import cell_style, table_style

_COLUMNS, _ROWS = 2, 2


def table_of(cursor: QTextCursor) -> QTextTable | None:
    """Return the table that the caret stands in (the stubs do not know that it may be none)."""
    return cursor.currentTable()


def begin(cursor: QTextCursor) -> QTextCursor:
    """Begin a table after the line in hand, or in its place where it is empty; return its first cell."""
    cursor.beginEditBlock()
    if cursor.block().text():
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock()
    if (listed := list_of(cursor.block())) is not None:
        listed.remove(cursor.block())
    table = cursor.insertTable(_ROWS, _COLUMNS, table_style())
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            table.cellAt(row, column).setFormat(cell_style())
    cursor.endEditBlock()
    return table.cellAt(0, 0).firstCursorPosition()


def step(cursor: QTextCursor, table: QTextTable, *, forward: bool) -> QTextCursor | None:
    """Return the end of the next cell, or what follows the table; None before its first cell."""
    cell = table.cellAt(cursor)
    number = cell.row() * table.columns() + cell.column() + (1 if forward else -1)
    if number >= table.rows() * table.columns():
        return after(table)
    if number < 0:
        return None
    return table.cellAt(*divmod(number, table.columns())).lastCursorPosition()


def after(table: QTextTable) -> QTextCursor:
    """Return the place after a table; Qt always keeps a line there."""
    cursor = table.lastCursorPosition()
    cursor.setPosition(table.lastPosition() + 1)
    return cursor


def add_row(cursor: QTextCursor, table: QTextTable) -> QTextCursor:
    """Add a row below the one in hand and return its first cell; an empty last row is left instead."""
    row = table.cellAt(cursor).row()
    last = row == table.rows() - 1
    if last and row and all(_is_empty(table.cellAt(row, column)) for column in range(table.columns())):
        table.removeRows(row, 1)
        return after(table)
    table.insertRows(row + 1, 1)
    for column in range(table.columns()):
        table.cellAt(row + 1, column).setFormat(cell_style())
    return table.cellAt(row + 1, 0).firstCursorPosition()


def add_column(cursor: QTextCursor, table: QTextTable) -> QTextCursor:
    """Add a column after the one in hand, and return its cell in this row."""
    cell = table.cellAt(cursor)
    row, column = cell.row(), cell.column() + 1
    table.insertColumns(column, 1)
    for each in range(table.rows()):
        table.cellAt(each, column).setFormat(cell_style())
    return table.cellAt(row, column).firstCursorPosition()


def remove_row(cursor: QTextCursor, table: QTextTable) -> None:
    """Take the row in hand away, and with the last one the table."""
    table.removeRows(table.cellAt(cursor).row(), 1)


def remove_column(cursor: QTextCursor, table: QTextTable) -> None:
    """Take the column in hand away, and with the last one the table."""
    table.removeColumns(table.cellAt(cursor).column(), 1)


def is_empty(table: QTextTable) -> bool:
    """Tell whether no cell has words."""
    return all(
        _is_empty(table.cellAt(row, column))
        for row in range(table.rows())
        for column in range(table.columns())
    )


def _is_empty(cell: QTextTableCell) -> bool:
    return cell.firstPosition() == cell.lastPosition()
