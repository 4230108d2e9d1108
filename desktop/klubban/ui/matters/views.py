"""The ways to look at matters, as words in a line; the one that is looked at has a line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from klubban.ui.theme import font, theme
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.paint import VCENTRE, draw_focus, draw_text, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

_HIGH, _AROUND, _LINE = 30, 8, 2
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class View(QAbstractButton):
    """One word; the arrow keys go to the one beside it."""

    def __init__(self, title: str, tip: str, *, lead: bool) -> None:
        super().__init__()
        self._before = 0 if lead else _AROUND  # the first word stands in line with the title above it
        self.setText(title)
        self.setToolTip(tip)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room the word needs when it is the one that is looked at."""
        wide = QFontMetrics(font("item_strong")).horizontalAdvance(self.text())
        return QSize(self._before + wide + 1 + _AROUND, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word, and the line below it."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        on = self.isChecked()
        ink = tokens.ink if on else tokens.accent if self.underMouse() else tokens.quiet
        words = box.adjusted(self._before, 0, 0, 0)
        draw_text(painter, words, self.text(), "item_strong" if on else "item", ink, VCENTRE)
        if on:
            wide = box.width() - self._before - _AROUND
            below = QRectF(self._before, box.bottom() - _LINE - 1, wide, _LINE)
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
        spaced(row, gap=8)
        self.buttons = [View(title, tip, lead=not number) for number, (title, tip) in enumerate(titles)]
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
