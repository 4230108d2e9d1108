"""The words of a paper that has no pages: to read and to copy, and nothing in them leads anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from klubban.exchange.paper_lines import LineKind
from klubban.i18n import _
from klubban.ui.theme import font, theme
from klubban.ui.widgets.paint import draw_focus, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.exchange.paper_lines import PaperLine

_WIDEST, _ABOVE, _INDENT = 880, 8, 18
_HEADINGS = ("page", "title", "strong")


class LinesView(QTextEdit):
    """Shows lines in one column; what came from outside is text alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("The words of the paper"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.document().setDocumentMargin(48)
        self.setMaximumWidth(_WIDEST)

    def show_lines(self, lines: Sequence[PaperLine]) -> None:
        """Show other lines, from the first."""
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        number = 0
        for place, line in enumerate(lines):
            number = number + 1 if line.kind is LineKind.POINT else 0
            if place:
                cursor.insertBlock()
            _set(cursor, line, number)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read on; Escape is the page's."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface that the words lie on, and the ring where the keyboard is."""
        QPainter(self.viewport()).fillRect(self.viewport().rect(), QColor(theme().tokens.surface))
        super().paintEvent(event)
        if self.hasFocus():
            draw_focus(smooth(QPainter(self.viewport())), QRectF(self.viewport().rect()))


def _set(cursor: QTextCursor, line: PaperLine, number: int) -> None:
    block = QTextBlockFormat()
    heading = line.kind is LineKind.HEADING
    block.setTopMargin(2 * _ABOVE if heading else _ABOVE)
    if line.kind in (LineKind.POINT, LineKind.BULLET) or line.cell:
        block.setLeftMargin(_INDENT)
    cursor.setBlockFormat(block)
    role = _HEADINGS[min(line.level, len(_HEADINGS) - 1)] if heading else "body"
    mark = f"{number}. " if number else "\u2022 " if line.kind is LineKind.BULLET else ""
    cursor.insertText(mark, _format(font(role)))
    for run in line.runs:
        face = _format(font("strong" if run.bold and not heading else role))
        face.setFontItalic(run.italic)
        cursor.insertText(run.text.replace("\n", "\u2028"), face)


def _format(face: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(face)
    return made
