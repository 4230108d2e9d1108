"""One who is asked: the name, how it stands as word and tone, and what is known of it in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.paint import draw_box, draw_focus, smooth

if TYPE_CHECKING:
    from klubban.ui.theme import Tone

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RefereeCard(QWidget):
    """A card that takes the keyboard; what keys do with it is the page's."""

    taken = Signal(int)
    """The keyboard came to it."""
    followed = Signal(int)
    walked = Signal(int, int)

    def __init__(self, id_: int, name: str, pill: tuple[str, Tone], told: str) -> None:
        super().__init__()
        self.id = id_
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(", ".join(filter(None, (name, pill[0], told))))
        column, row = QVBoxLayout(self), QHBoxLayout()
        spaced(column, (14, 9, 14, 9), 2)
        spaced(row, gap=10)
        row.addWidget(Text(name, "item_strong", wrap=True), 1, TOP)
        row.addWidget(Pill(*pill), 0, TOP)
        column.addLayout(row)
        if told:
            column.addWidget(Text(told, "small", QUIET, wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, and the ring where the keyboard is."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        line = QColor(tokens.edge if self.underMouse() else tokens.line).name()
        draw_box(painter, box, tokens.surface, line, radius=10)
        if self.hasFocus():
            draw_focus(painter, box)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.taken.emit(self.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Go to what was answered."""
        self.followed.emit(self.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or go to what was answered."""
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        elif key in _ARROWS:
            self.walked.emit(self.id, _ARROWS[key])
        elif key in _ENTER:
            self.followed.emit(self.id)
        else:
            event.ignore()
