"""A card among others that takes the keyboard: arrows walk to the next, Enter goes where it leads."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from klubban.ui.theme import theme
from klubban.ui.widgets.paint import draw_box, draw_focus, smooth

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class WalkedCard(QWidget):
    """Stands for a row by its id; what other keys do with it is the page's."""

    taken = Signal(int)
    """The keyboard came to it."""
    followed = Signal(int)
    """Enter was pressed, or it was pressed twice."""
    walked = Signal(int, int)

    def __init__(self, id_: int, *, radius: int) -> None:
        super().__init__()
        self.id, self._radius = id_, radius
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, and the ring where the keyboard is."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        line = QColor(tokens.edge if self.underMouse() else tokens.line).name()
        draw_box(painter, box, tokens.surface, line, radius=self._radius)
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
        """Go where it leads."""
        self.followed.emit(self.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or go where it leads."""
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        elif key in _ARROWS:
            self.walked.emit(self.id, _ARROWS[key])
        elif key in _ENTER:
            self.followed.emit(self.id)
        else:
            event.ignore()
