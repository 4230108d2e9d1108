"""Texts to and from Qt's documents, and the smallest edit that turns one text into another.

A text is seen as lines: a running text, a point, a bullet, or a whole table. A line is one of Qt's blocks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from klubban.domain.text import Block, Blocks, Bullets, Points, Run, Runs, Table, Text, plain_runs, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE_BREAK = "\u2028"
# What no document can print, Qt's own marks for objects and frames, and lone halves of pairs.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0\ufdd1\ufffc\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\u2028\u2029]")


class Kind(Enum):
    """What a line is."""

    TEXT = "text"
    POINT = "point"
    BULLET = "bullet"
    TABLE = "table"


# Qt draws nothing for an undefined style; editors draw the dash that documents have, no heavy disc.
LIST_STYLES = {
    Kind.POINT: QTextListFormat.Style.ListDecimal,
    Kind.BULLET: QTextListFormat.Style.ListStyleUndefined,
}
_BULLETS = (
    QTextListFormat.Style.ListStyleUndefined,
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text."""

    kind: Kind
    runs: Runs = ()
    first: bool = True
    """It begins a list; the points after it go on counting."""
    rows: tuple[tuple[Runs, ...], ...] = ()


def wanted(text: str) -> str:
    """Return the characters that a text may hold, with plain line breaks."""
    return _UNWANTED.sub("", _BREAKS.sub("\n", text))


def plain_line(text: str) -> Line:
    """Return one line of running text."""
    return Line(Kind.TEXT, (Run(text),) if text else ())


def lines_of(blocks: Blocks) -> list[Line]:
    """Return the lines of a text."""
    lines: list[Line] = []
    for block in blocks:
        match block:
            case Text(runs):
                lines.append(Line(Kind.TEXT, runs))
            case Table(rows):
                lines.append(Line(Kind.TABLE, rows=rows))
            case Points(items) | Bullets(items):
                kind = Kind.POINT if isinstance(block, Points) else Kind.BULLET
                lines += [Line(kind, item, first=not place) for place, item in enumerate(items)]
    return lines


def blocks_of(lines: Sequence[Line]) -> Blocks:
    """Return the text that lines make, tidy."""
    blocks: list[Block] = []
    for line in lines:
        last = blocks[-1] if blocks else None
        if line.kind is Kind.TABLE:
            blocks.append(Table(line.rows))
        elif line.kind is Kind.TEXT:
            blocks.append(Text(line.runs))
        elif not line.first and isinstance(last, Points | Bullets):
            blocks[-1] = type(last)((*last.items, line.runs))
        else:
            blocks.append((Points if line.kind is Kind.POINT else Bullets)((line.runs,)))
    return tidy(blocks)


# --- reading


def read(document: QTextDocument) -> list[Line]:
    """Return the lines of a document, empty ones too."""
    return [line for line, _block in _walk(document)]


def _walk(document: QTextDocument) -> Iterator[tuple[Line, QTextBlock]]:
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
        yield Line(_kind(listed), _runs(block), first=number is None or number != before), block
        block, before = block.next(), number


def list_of(block: QTextBlock) -> QTextList | None:
    """Return the list that a block stands in (the stubs do not know that it may be none)."""
    return block.textList()


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


def _kind(listed: QTextList | None) -> Kind:
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
            runs.append(Run(text, style.fontWeight() >= QFont.Weight.DemiBold, style.fontItalic()))
        place += 1
    return tuple(runs)


def bullets(document: QTextDocument) -> Iterator[QTextBlock]:
    """Walk the blocks that are bullets."""
    block = document.begin()
    while block.isValid():
        listed = list_of(block)
        if listed is not None and listed.format().style() in _BULLETS:
            yield block
        block = block.next()


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


# --- writing


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
            _insert(cursor, line.runs)
    cursor.endEditBlock()  # Qt knows of new tables only after this
    _shape(document, lines, gap)


def _write_table(cursor: QTextCursor, rows: Sequence[Sequence[Runs]]) -> None:
    style = QTextTableFormat()
    style.setBorderCollapse(True)
    style.setBorder(1)
    style.setCellPadding(4)
    style.setHeaderRowCount(1)
    table = cursor.insertTable(len(rows), max(map(len, rows)), style)
    for number, row in enumerate(rows):
        for column, runs in enumerate(row):
            _insert(table.cellAt(number, column).firstCursorPosition(), runs)
    cursor.setPosition(table.lastPosition() + 1)


def _insert(cursor: QTextCursor, runs: Runs) -> None:
    for run in runs:
        style = QTextCharFormat()
        if run.bold:
            style.setFontWeight(QFont.Weight.Bold)
        if run.italic:
            style.setFontItalic(True)
        cursor.insertText(wanted(run.text).replace("\n", _LINE_BREAK), style)


def _shape(document: QTextDocument, lines: Sequence[Line], gap: int) -> None:
    """Give each block the list and the spacing that its line asks for."""
    before: QTextList | None = None
    for line, (_, block) in zip(_with_gaps(lines, document), list(_walk(document)), strict=True):
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
    elif listed is None or same or _kind(listed) is not line.kind:
        style = QTextListFormat()
        style.setStyle(LIST_STYLES[line.kind])
        cursor.createList(style)
    cursor.mergeBlockFormat(space)
    return list_of(block)


# --- the smallest edit


def apply(document: QTextDocument, lines: Sequence[Line], gap: int) -> QTextCursor | None:
    """Turn a document's text into another by the smallest edit, so that a caret elsewhere stays where it is.

    Return where the edit was, or None when there was nothing to change.
    """
    old = list(_walk(document))
    first, last_old, last_new = _differing([line for line, _ in old], lines)
    if first == last_old == last_new:
        return None
    places = [block.position() for _, block in old]
    if any(line.kind is Kind.TABLE for line in (*lines, *(line for line, _ in old))):
        return _apply_with_tables(document, lines, gap, (first, last_old, last_new))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    both = min(last_old, last_new)
    for number in reversed(range(first, both)):
        _edit_block(cursor, document.findBlock(places[number]), old[number][0].runs, lines[number].runs)
    if last_new > last_old:
        _add_blocks(cursor, both, lines[both:last_new])
    elif last_old > last_new:
        _remove_blocks(cursor, both, last_old - both)
    _shape(document, lines or [Line(Kind.TEXT)], gap)
    cursor.endEditBlock()
    return cursor


def _differing(old: Sequence[Line], new: Sequence[Line]) -> tuple[int, int, int]:
    """Return the first line that differs, and the ends of what differs in each."""
    shortest = min(len(old), len(new))
    first = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    same = 0
    while same < shortest - first and old[-1 - same] == new[-1 - same]:
        same += 1
    return first, len(old) - same, len(new) - same


def _apply_with_tables(
    document: QTextDocument, lines: Sequence[Line], gap: int, span: tuple[int, int, int]
) -> QTextCursor:
    """Edit one line between tables, or else set the whole text anew: Qt guards the blocks around tables."""
    first, last_old, last_new = span
    cursor = QTextCursor(document)
    old = list(_walk(document))
    if last_old == last_new == first + 1:
        line, block = old[first]
        if line.kind is not Kind.TABLE and (line.kind, line.first) == (lines[first].kind, lines[first].first):
            _edit_block(cursor, block, line.runs, lines[first].runs)
            return cursor
    write(document, lines, gap)
    return cursor


def _edit_block(cursor: QTextCursor, block: QTextBlock, old: Runs, new: Runs) -> None:
    """Replace only the characters that differ."""
    before, after = _letters(old), _letters(new)
    shortest = min(len(before), len(after))
    first = next((n for n in range(shortest) if before[n] != after[n]), shortest)
    same = 0
    while same < shortest - first and before[-1 - same] == after[-1 - same]:
        same += 1
    start = block.position() + _units(before[:first])
    cursor.setPosition(start)
    cursor.setPosition(start + _units(before[first : len(before) - same]), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    _insert(cursor, tuple(after[first : len(after) - same]))


def _letters(runs: Runs) -> list[Run]:
    return [Run(letter, run.bold, run.italic) for run in runs for letter in run.text]


def _units(letters: Sequence[Run]) -> int:
    """Return how many of Qt's UTF-16 units letters take."""
    return len(plain_runs(tuple(letters)).encode("utf-16-le")) // 2


def _add_blocks(cursor: QTextCursor, number: int, lines: Sequence[Line]) -> None:
    """Put new blocks before the one with a number, or at the end."""
    follower = cursor.document().findBlockByNumber(number)
    if number and follower.isValid():
        cursor.setPosition(follower.position() - 1)
    elif follower.isValid():
        cursor.setPosition(0)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.End)
    for line in lines:
        if number or not follower.isValid():
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            _insert(cursor, line.runs)
        else:
            _insert(cursor, line.runs)
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())


def _remove_blocks(cursor: QTextCursor, number: int, count: int) -> None:
    """Take blocks out, with the line ends that part them from their neighbours."""
    document = cursor.document()
    start, follower = document.findBlockByNumber(number), document.findBlockByNumber(number + count)
    if number:
        cursor.setPosition(start.position() - 1)
        end = follower.position() - 1 if follower.isValid() else document.characterCount() - 1
    else:
        cursor.setPosition(0)
        end = follower.position() if follower.isValid() else document.characterCount() - 1
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
