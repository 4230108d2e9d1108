"""One part of a plan or goal as a calm line that takes the keyboard: an activity, a follow-up, a comment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.paint import draw_box, draw_focus, smooth

if TYPE_CHECKING:
    from klubban.ui.theme import Tone

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
INSET = 8
"""The words stand so much further in than the ring."""


class Sort(Enum):
    """What a line is of."""

    ACTIVITY = 0
    CHECKPOINT = 1
    FOLLOW_UP = 2
    INDICATOR = 3
    YEAR = 4


@dataclass(frozen=True, slots=True)
class Part:
    """What a line says: its heading, what is known of it, quietly what is beside it, and how it stands."""

    sort: Sort
    id: int
    title: str
    told: str = ""
    beside: str = ""
    pill: tuple[str, Tone] = ("", "plain")
    item: int | None = None

    @property
    def words(self) -> str:
        """Return all that the line says."""
        return ", ".join(filter(None, (self.title, self.pill[0], self.told, self.beside)))


class PartRow(QWidget):
    """The line; what keys do with it is the page's."""

    taken = Signal(object)
    """The keyboard came to it."""
    left = Signal()
    followed = Signal(object)
    """Enter was pressed, or it was pressed twice."""
    moved = Signal(object, int)
    """It is to stand before (-1) or after (1) the one beside."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(part.words)
        row, column = QHBoxLayout(self), QVBoxLayout()
        spaced(row, (INSET, 5, INSET, 7), 12)
        spaced(column, gap=1)
        column.addWidget(Text(part.title, "body", wrap=True))
        if part.told:
            column.addWidget(Text(part.told, "item", wrap=True))
        if part.beside:
            column.addWidget(Text(part.beside, "small", QUIET, wrap=True))
        row.addLayout(column, 1)
        if part.pill[0]:
            row.addWidget(Pill(*part.pill), 0, TOP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring where the keyboard is."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        if self.underMouse():
            draw_box(painter, box, tokens.sunk, tokens.sunk)
        if self.hasFocus():
            draw_focus(painter, box)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it plain again."""
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.taken.emit(self.part)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away, and tell that the keyboard went."""
        super().focusOutEvent(event)
        self.update()
        self.left.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Go where it was noted."""
        self.followed.emit(self.part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move it, or go where it was noted."""
        key, held = Qt.Key(event.key()), event.modifiers() & (_ALT | _SHIFT)
        if key in _ARROWS and held == _ALT | _SHIFT:
            self.moved.emit(self.part, _ARROWS[key])
        elif key in _ARROWS and not held:
            self._walk(_ARROWS[key])
        elif key in _ENTER:
            self.followed.emit(self.part)
        else:
            event.ignore()

    def _walk(self, by: int) -> None:
        others = self.window().findChildren(PartRow)
        others = [each for each in others if each.isVisible()]
        place = others.index(self) + by
        if 0 <= place < len(others):
            others[place].setFocus(Qt.FocusReason.TabFocusReason)
