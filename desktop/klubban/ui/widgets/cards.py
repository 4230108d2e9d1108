"""Cards to choose among: a name, a word in a pill, and what follows from the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from klubban.ui.theme import font, theme
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.paint import (
    CENTRE,
    draw_box,
    draw_focus,
    draw_pill,
    draw_text,
    draw_wrapped,
    pill_size,
    smooth,
    text_height,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAD, _LINE, _CAP = 12, 22, 18
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Card(QAbstractButton):
    """One choice. Enter chooses it; keys that are not its own go on to whoever holds it."""

    def __init__(
        self, title: str, told: str = "", *, pill: str = "", key: str = "", marked: bool = False
    ) -> None:
        super().__init__()
        self._told, self._pill, self._key, self._marked = told, pill, key, marked
        self.setText(title)
        self.setAccessibleName(", ".join(filter(None, (title, pill, told))))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def mark(self, *, marked: bool) -> None:
        """Show whether this is what Enter takes."""
        self._marked = marked
        self.update()

    def sizeHint(self) -> QSize:
        """Return a usual width with the height that goes with it."""
        return QSize(260, self._high(260))

    def minimumSizeHint(self) -> QSize:
        """Give way in width, not in height."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the height of the wrapped words; the width is the layout's and never changes here."""
        super().resizeEvent(event)
        high = self._high(self.width())
        if high != self.height() or high != self.minimumHeight():
            self.setFixedHeight(high)

    def _high(self, width: int) -> int:
        """Return the height of the wrapped words."""
        room = self._room(width)
        told = text_height(self._told, "item", room) + 2 if self._told else 0
        return 2 * (_PAD - 3) + self._title_height(room) + told

    def _room(self, width: float) -> float:
        return width - 2 * _PAD - (_CAP + 8 if self._key else 0)

    def _title_height(self, room: float) -> int:
        """Return one line, or what the title needs where the pill does not stand beside it."""
        own = text_height(self.text(), "item_strong", room)
        return own + (_LINE if self._pill and not self._beside(room) else 0)

    def _beside(self, room: float) -> bool:
        wide = QFontMetrics(font("item_strong")).horizontalAdvance(self.text())
        return wide + 8 + pill_size(self._pill).width() <= room

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card; what Enter takes has the accent round it."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        fill = tokens.sunk if self.isDown() else tokens.surface
        draw_box(painter, box, fill, tokens.accent if self._marked or self.underMouse() else tokens.edge)
        if self.hasFocus():
            draw_focus(painter, box)
        area = box.adjusted(_PAD, _PAD - 3, -_PAD, 0)
        if self._key:
            cap = QRectF(area.left(), area.top() + 1, _CAP, _CAP)
            draw_box(painter, cap, tokens.surface, tokens.edge, radius=4)
            draw_text(painter, cap, self._key, "key", tokens.quiet, CENTRE)
            area.setLeft(area.left() + _CAP + 8)
        self._draw_words(painter, area)

    def _draw_words(self, painter: QPainter, area: QRectF) -> None:
        tokens = theme().tokens
        high = text_height(self.text(), "item_strong", area.width())
        title = QRectF(area.left(), area.top(), area.width(), high)
        draw_wrapped(painter, title, self.text(), "item_strong", tokens.ink)
        if self._pill:
            beside = self._beside(area.width())
            wide = QFontMetrics(font("item_strong")).horizontalAdvance(self.text())
            corner = area.topLeft() + (QPointF(wide + 8, 0) if beside else QPointF(0, high + 1))
            draw_pill(painter, corner, self._pill, "accent")
        below = area.top() + self._title_height(area.width()) + 2
        room = QRectF(area.left(), below, area.width(), self.height() - below)
        draw_wrapped(painter, room, self._told, "item", tokens.quiet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, or let the key go on."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        else:
            event.ignore()


class Cards(QWidget):
    """Cards below each other; `chosen` carries the number of the one chosen."""

    chosen = Signal(int)

    def __init__(self, cards: Sequence[Card]) -> None:
        super().__init__()
        self.cards = tuple(cards)
        self.column = QVBoxLayout(self)
        spaced(self.column, gap=8)
        for number, card in enumerate(self.cards):
            self.column.addWidget(card)
            card.clicked.connect(lambda _on=False, number=number: self.chosen.emit(number))

    def put_below(self, number: int, widget: QWidget) -> None:
        """Put something right below a card."""
        self.column.insertWidget(self.column.indexOf(self.cards[number]) + 1, widget)

    def enter(self) -> None:
        """Take the keyboard, at the card that is marked or else the first."""
        marked = [card for card in self.cards if card._marked]  # noqa: SLF001 - the module's own
        for card in [*marked, *self.cards][:1]:
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the cards."""
        held = next((number for number, card in enumerate(self.cards) if card.hasFocus()), None)
        by = _ARROWS.get(Qt.Key(event.key()))
        if held is None or by is None:
            event.ignore()
            return
        wanted = min(max(held + by, 0), len(self.cards) - 1)
        self.cards[wanted].setFocus(Qt.FocusReason.ShortcutFocusReason)
