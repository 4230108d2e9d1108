"""What the patterns of the strips mean, in one quiet line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from klubban.ui.roll.person_row import LEFT
from klubban.ui.roll.rows import Cell, cell_word
from klubban.ui.roll.strip import HIGH, draw_sample
from klubban.ui.theme import font, theme
from klubban.ui.widgets.paint import VCENTRE, draw_text, smooth

_LINE, _SAMPLE, _GAP = 28, 24, 18


class Legend(QWidget):
    """The patterns, drawn as in the strips, each with its word."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_LINE)
        self.setAccessibleName(", ".join(word for _cell, _remote, word in _entries()))

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(300, _LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the patterns as far as there is room."""
        painter, x = smooth(QPainter(self)), float(LEFT)
        for cell, remote, word in _entries():
            wide = QFontMetrics(font("small")).horizontalAdvance(word) + 2
            if x + _SAMPLE + 6 + wide > self.width():
                return
            draw_sample(painter, QRectF(x, (_LINE - HIGH) / 2, _SAMPLE, HIGH), cell, remote=remote)
            told = QRectF(x + _SAMPLE + 6, 0, wide, _LINE)
            draw_text(painter, told, word, "small", theme().tokens.quiet, VCENTRE)
            x += _SAMPLE + 6 + wide + _GAP


def _entries() -> tuple[tuple[Cell, bool, str], ...]:
    return (
        (Cell.SERVES, False, cell_word(Cell.SERVES)),
        (Cell.PRESENT, False, cell_word(Cell.PRESENT)),
        (Cell.SERVES, True, cell_word(None)),
        (Cell.OUT, False, cell_word(Cell.OUT)),
    )
