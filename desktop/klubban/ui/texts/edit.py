"""The smallest edit that turns one text of a Qt document into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from klubban.domain.text import Run, Runs, plain_runs
from klubban.ui.texts.lines import Kind, Line
from klubban.ui.texts.reading import walk
from klubban.ui.texts.writing import insert, shape, write

if TYPE_CHECKING:
    from collections.abc import Sequence


def apply(document: QTextDocument, lines: Sequence[Line], gap: int) -> QTextCursor | None:
    """Turn a document's text into another by the smallest edit, so that a caret elsewhere stays where it is.

    Return where the edit was, or None when there was nothing to change.
    """
    old = list(walk(document))
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
    shape(document, lines or [Line(Kind.TEXT)], gap)
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
    old = list(walk(document))
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
    insert(cursor, tuple(after[first : len(after) - same]))


def _letters(runs: Runs) -> list[Run]:
    return [run.saying(letter) for run in runs for letter in run.text]


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
            insert(cursor, line.runs)
        else:
            insert(cursor, line.runs)
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
