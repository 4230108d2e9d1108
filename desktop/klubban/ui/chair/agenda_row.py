"""One item of the chair's agenda: a line that can be chosen, large enough to be read at arm's length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from klubban.ui.theme import theme
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.paint import (
    RIGHT,
    draw_focus,
    draw_raised,
    draw_text,
    draw_tick,
    draw_wrapped,
    smooth,
    text_height,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBER, TITLE, _TIME = 20, 76, 132
_AIR, _USUAL, _LINE = 13, 700, 25


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a line says."""

    number: str
    title: str
    starts: str = ""
    minutes: str = ""
    below: str = ""
    off: bool = False
    """It is withdrawn or postponed; a word below says which."""
    done: bool = False
    clash: bool = False
    """Its clock time cannot be kept; a word below says so."""

    @property
    def whole(self) -> str:
        """Return all of it, for those who hear it."""
        return ", ".join(filter(None, (f"{self.number} {self.title}", self.below, self.starts, self.minutes)))


class ItemRow(QAbstractButton):
    """The line itself; all keys but the space bar are for the page."""

    reached = Signal()
    """The keyboard came to it."""
    ring_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = RowWords("", "")
        self._open = self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def said(self) -> RowWords:
        """Return what it says."""
        return self._said

    def show_words(self, said: RowWords, *, opened: bool) -> None:
        """Show what the item is, and whether it is in hand."""
        if (said, opened) == (self._said, self._open):
            return
        self._said, self._open = said, opened
        self.setText(said.title)
        self.setAccessibleName(said.whole)
        self._grow()
        self.update()

    def _grow(self) -> None:
        """Follow the height of the wrapped words; the width is the layout's and never changes here."""
        high = self._high(self.width())
        if high != self.height() or high != self.minimumHeight():
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self._grow()

    def _high(self, width: int) -> int:
        room, said = self._room(width), self._said
        below = text_height(said.below, "item", room) + 2 if said.below else 0
        return max(text_height(said.title, self._role, room), _LINE) + below + 2 * _AIR

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(_USUAL, self._high(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(300, self.sizeHint().height())

    @property
    def _role(self) -> str:
        return "title" if self._open else "large"

    @property
    def _drop(self) -> int:
        """Return how far smaller words stand below the top of a larger title, so that they share its line."""
        return 3 if self._open else 0

    def _room(self, width: float) -> float:
        return width - TITLE - _TIME

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw number, title, time, and the line below."""
        painter, tokens, said = smooth(QPainter(self)), theme().tokens, self._said
        ink = tokens.quiet if said.off or (said.done and not self._open) else tokens.ink
        if self.underMouse() and not self._open:
            ink = tokens.accent
        room = self._room(self.width())
        area = QRectF(TITLE, _AIR, room, self.height())
        draw_text(
            painter, QRectF(NUMBER, _AIR, TITLE - NUMBER - 6, 28), said.number, self._role, tokens.quiet
        )
        draw_wrapped(painter, area, said.title, self._role, ink)
        high = max(text_height(said.title, self._role, room), _LINE)
        if said.below:
            ink = tokens.soon if said.clash else tokens.quiet
            draw_wrapped(painter, area.translated(0, high + 2), said.below, "item", ink)
        if said.done:
            draw_tick(painter, QPointF(self.width() - 24, _AIR + 12), tokens.done)
        else:
            self._draw_time(painter)
        if self.ringed and not self._open:
            draw_focus(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2))

    def _draw_time(self, painter: QPainter) -> None:
        tokens, said = theme().tokens, self._said
        right = QRectF(self.width() - _TIME, _AIR + self._drop, _TIME - NUMBER, 24)
        if said.starts and said.minutes:
            draw_text(painter, right.adjusted(0, 0, -66, 0), said.starts, "large", tokens.quiet, RIGHT)
            draw_text(painter, right.adjusted(46, 3, 0, 0), said.minutes, "item", tokens.quiet, RIGHT)
        elif said.starts or said.minutes:
            role = "large" if said.starts else "item"
            draw_text(painter, right, said.starts or said.minutes, role, tokens.quiet, RIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a ring where the keyboard brought it."""
        super().focusInEvent(event)
        self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.ring_changed.emit()
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the ring."""
        super().focusOutEvent(event)
        self.ring_changed.emit()

    @property
    def ringed(self) -> bool:
        """Tell whether a ring shows that the keyboard is here."""
        return self.hasFocus() and self._ring

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the page."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the page."""
        event.ignore()


class Entry(QWidget):
    """An item's place in the column: its line, and below it what is open of it, on a card of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.row = ItemRow()
        self._part: QWidget | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column)
        self._column.addWidget(self.row)
        self.row.ring_changed.connect(self.update)

    def open(self, part: QWidget) -> None:
        """Show a part below the line."""
        self._part = part
        self._column.addWidget(part)
        self.update()

    def close_part(self) -> None:
        """Take the part away."""
        if self._part is not None:
            self._part.hide()
            self._part.deleteLater()
            self._part = None
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card of what is in hand, with the ring round all of it."""
        if self._part is not None:
            painter, box = smooth(QPainter(self)), QRectF(self.rect()).adjusted(0, 0, 0, -2)
            draw_raised(painter, box)
            if self.row.ringed:
                draw_focus(painter, box)


def beside(order: Sequence[int], item: int, by: int) -> tuple[bool, int | None]:
    """Return whether an item can go a place down (1) or up (-1), and which item it then stands after."""
    at = order.index(item) + by
    after = at if by > 0 else at - 1
    return 0 <= at < len(order), order[after] if 0 <= after < len(order) else None
