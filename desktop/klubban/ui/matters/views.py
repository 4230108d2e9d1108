"""The ways to look at matters, as words in a line; the one that is looked at has a line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from klubban.ui.theme import font, theme
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.paint import CENTRE, draw_focus, draw_text, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

_HIGH, _AROUND, _LINE = 30, 8, 2
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class View(QAbstractButton):
    """One word; the arrow keys go to the one beside it."""

    def __init__(self, title: str, tip: str) -> None:
        super().__init__()
        self.setText(title)
        self.setToolTip(tip)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room the word needs when it is the one that is looked at."""
        return QSize(QFontMetrics(font("item_strong")).horizontalAdvance(self.text()) + 2 * _AROUND, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word, and the line below it."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        on = self.isChecked()
        ink = tokens.ink if on else tokens.accent if self.underMouse() else tokens.quiet
        draw_text(painter, box, self.text(), "item_strong" if on else "item", ink, CENTRE)
        if on:
            below = QRectF(_AROUND, box.bottom() - _LINE - 1, box.width() - 2 * _AROUND, _LINE)
            painter.fillRect(below, QColor(tokens.accent))
        if self.hasFocus():
            draw_focus(painter, box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the line."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Views(QWidget):
    """The words; `chosen` carries the number of one."""

    chosen = Signal(int)

    def __init__(self, name: str, titles: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        spaced(row, (-_AROUND, 0, 0, 0), 8)
        self.buttons = [View(title, tip) for title, tip in titles]
        for number, button in enumerate(self.buttons):
            row.addWidget(button)
            button.clicked.connect(lambda _on=False, number=number: self.chosen.emit(number))
        row.addStretch()

    def show_view(self, number: int) -> None:
        """Mark another one as looked at."""
        self.buttons[number].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the word beside."""
        by = _STEPS.get(Qt.Key(event.key()))
        at = next((number for number, each in enumerate(self.buttons) if each.isChecked()), 0)
        if by is None or not 0 <= at + by < len(self.buttons):
            event.ignore()
            return
        self.buttons[at + by].setFocus(Qt.FocusReason.TabFocusReason)
        self.buttons[at + by].click()
