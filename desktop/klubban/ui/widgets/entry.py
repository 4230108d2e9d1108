"""One line to be typed in a box of its own, entered with Enter; nothing is saved before that."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.ui.theme import theme
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.editors import LineEditor
from klubban.ui.widgets.paint import draw_box, draw_focus, smooth

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Line(LineEditor):
    """A line whose Enter and arrows are its box's."""

    entered = Signal()
    arrow = Signal(int)
    ringed = Signal()
    """The caret came or went."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; Escape is for whoever holds the box."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.entered.emit()
        elif key in _ARROWS:
            self.arrow.emit(_ARROWS[key])
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the box."""
        super().focusInEvent(event)
        self.ringed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.ringed.emit()


class Entry(QWidget):
    """The box and its line."""

    entered = Signal(str)
    edited = Signal()
    left = Signal()
    arrow = Signal(int)

    def __init__(self, name: str, hint: str = "", words: str = "") -> None:
        super().__init__()
        self.line = _Line(name, "item")
        self.line.setPlaceholderText(hint)
        column = QVBoxLayout(self)
        spaced(column, (10, 6, 10, 6))
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.show_words(words)
        self.line.entered.connect(self._enter)
        self.line.edited.connect(self.edited)
        self.line.left.connect(self.left)
        self.line.arrow.connect(self.arrow)
        self.line.ringed.connect(self.update)

    def words(self) -> str:
        """Return what is typed."""
        return self.line.words()

    def show_words(self, words: str) -> None:
        """Show other words."""
        self.line.show_words(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, and the ring while the caret is in it."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        draw_box(painter, QRectF(self.rect()), tokens.surface, tokens.edge)
        if self.line.hasFocus():
            draw_focus(painter, QRectF(self.rect()))

    def _enter(self) -> None:
        self.entered.emit(self.words())
