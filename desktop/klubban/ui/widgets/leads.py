"""Sentences that each lead somewhere: they wrap, Enter follows one, and the arrows walk them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from klubban.ui.theme import theme
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.paint import draw_focus, draw_wrapped, smooth, text_height

if TYPE_CHECKING:
    from collections.abc import Sequence

INSET = 6
"""The words of a lead stand so much further in than its ring."""
_ABOVE, _ARROW = 4, 26
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Lead(QAbstractButton):
    """One sentence, with a chevron at its end."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a usual width with the height that goes with it."""
        return QSize(420, self._high(420))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the height of the wrapped words."""
        super().resizeEvent(event)
        if self._high(self.width()) != self.height():
            self.setFixedHeight(self._high(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sentence and its chevron."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        ink = tokens.accent if self.underMouse() or self.hasFocus() else tokens.ink
        draw_wrapped(painter, box.adjusted(INSET, _ABOVE, -_ARROW, 0), self.text(), "body", ink)
        painter.setPen(QPen(QColor(ink), 1.5))
        tip = QPointF(box.right() - 9, box.top() + _ABOVE + 11)
        painter.drawPolyline([tip + QPointF(-4, -4), tip, tip + QPointF(-4, 4)])
        if self.hasFocus():
            draw_focus(painter, box)

    def _high(self, width: int) -> int:
        return text_height(self.text(), "body", width - INSET - _ARROW) + 2 * _ABOVE


class Leads(QWidget):
    """Several of them; `chosen` carries the number of one, from 0."""

    chosen = Signal(int)

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column)
        self.leads = [Lead(each) for each in sentences]
        for number, lead in enumerate(self.leads):
            lead.clicked.connect(lambda _on=False, number=number: self.chosen.emit(number))
            column.addWidget(lead)

    def enter(self) -> None:
        """Give the keyboard to the first."""
        if self.leads:
            self.leads[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow one by Enter; walk by the arrows, on to the next group too."""
        held = next((lead for lead in self.leads if lead.hasFocus()), None)
        key = Qt.Key(event.key())
        if held is not None and key in _ENTER:
            held.click()
        elif held is not None and key in _ARROWS:
            self._walk(held, _ARROWS[key])
        else:
            super().keyPressEvent(event)

    def _walk(self, held: Lead, by: int) -> None:
        whole = self.window().findChildren(Lead)
        wanted = whole.index(held) + by
        if 0 <= wanted < len(whole):
            whole[wanted].setFocus(Qt.FocusReason.TabFocusReason)
