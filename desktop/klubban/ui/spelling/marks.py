"""Misspelt words in an editor: a wavy line is drawn below them, the document itself is never touched.

So checking makes no edit, lays nothing out anew and costs only what is painted.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextCursor

from klubban.ui.spelling.words import words_in
from klubban.ui.texts.reading import blocks_at
from klubban.ui.texts.stretches import stretches
from klubban.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QTextEdit

    from klubban.ui.spelling.speller import Speller

_LONGEST = 20_000
"""Characters of a block beyond which it is no text that somebody writes, and is not checked."""
_WAVE, _HIGH = 3.0, 1.6


def wrong_in(block: QTextBlock, speller: Speller) -> Iterator[tuple[int, str]]:
    """Walk the misspelt words of a block, with their places in the document."""
    text = block.text()
    if len(text) <= _LONGEST:
        for start, word in words_in(text):
            if speller.is_wrong(word):
                yield block.position() + start, word


def wrong_at(cursor: QTextCursor, speller: Speller) -> tuple[int, str] | None:
    """Return the misspelt word that a place is in, or at the end of."""
    at = cursor.selectionStart()
    for start, word in wrong_in(cursor.block(), speller):
        if start <= at <= start + len(word):
            return start, word
    return None


def nearest(cursor: QTextCursor, speller: Speller) -> tuple[int, str] | None:
    """Return the misspelt word nearest before a place, or else the next after it."""
    at, block, after = cursor.position(), cursor.document().begin(), None
    before = None
    while block.isValid():
        for start, word in wrong_in(block, speller):
            if start <= at:
                before = start, word
            else:
                after = after or (start, word)
        if after:
            break
        block = block.next()
    return before or after


def draw(editor: QTextEdit, painter: QPainter, rect: QRectF, speller: Speller) -> None:
    """Draw the lines in the part of an editor that is painted; the word that is being typed gets none."""
    caret = editor.textCursor().position() if editor.hasFocus() else -1
    painter.setPen(QPen(QColor(theme().tokens.late), 1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for block in blocks_at(editor.document(), rect.top(), rect.bottom()):
        corner = editor.document().documentLayout().blockBoundingRect(block).topLeft()
        for start, word in wrong_in(block, speller):
            if start + len(word) != caret:
                _underline(painter, block, corner, start - block.position(), len(word))


def _underline(painter: QPainter, block: QTextBlock, corner: QPointF, start: int, length: int) -> None:
    for line, left, right in stretches(block, start, start + length):
        low = corner.y() + line.y() + line.ascent() + 3
        painter.drawPath(_wave(round((right - left) / _WAVE)).translated(corner.x() + left, low))


@lru_cache(maxsize=128)
def _wave(teeth: int) -> QPainterPath:
    """Return a wavy line; only a few lengths ever occur."""
    path = QPainterPath(QPointF(0, 0))
    for tooth in range(1, teeth + 1):
        path.lineTo(tooth * _WAVE, -_HIGH if tooth % 2 else 0)
    return path
