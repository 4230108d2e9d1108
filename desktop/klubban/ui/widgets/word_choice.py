"""One of a few words in a line, the chosen one in the accent. Arrow keys walk, Enter or a space chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.buttons import FlowLayout
from klubban.ui.widgets.chips import HIGH
from klubban.ui.widgets.paint import choice_width, draw_choice, draw_focus, smooth

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Word(QRadioButton):
    """One of the words; arrow keys only walk, so that nothing is chosen on the way."""

    walked = Signal(int)

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the room of the word, with its tick."""
        return QSize(choice_width(self.text()), HIGH)

    def hitButton(self, _pos: object) -> bool:
        """Take a click anywhere on it."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or choose."""
        if event.key() in _STEPS:
            self.walked.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word as a chip is drawn."""
        painter, box = smooth(QPainter(self)), QRectF(self.rect())
        draw_choice(painter, box, self.text(), chosen=self.isChecked(), under=self.underMouse())
        if self.hasFocus():
            draw_focus(painter, box)


class WordChoice(QWidget):
    """The words in a line; `chosen` carries a value, or None when the chosen one is taken back."""

    chosen = Signal(object)

    def __init__(self, name: str, words: Sequence[tuple[object, str]], now: object) -> None:
        super().__init__()
        self.setAccessibleName(name)
        column, line = QVBoxLayout(self), QWidget()
        spaced(column)
        flow = FlowLayout(line, gap=8)
        self._words: list[tuple[object, Word]] = []
        for value, told in words:
            word = Word(told)
            word.clicked.connect(self._teller(value))
            word.walked.connect(self._walk)
            flow.addWidget(word)
            self._words.append((value, word))
        column.addWidget(line)
        self.show_chosen(now)

    def show_chosen(self, now: object) -> None:
        """Show which is chosen; Tab stops there, or at the first where none is."""
        self._now = now
        stop = now if any(value == now for value, _word in self._words) else self._words[0][0]
        for value, word in self._words:
            word.setChecked(value == now)
            # One stop for Tab; arrow keys do the rest.
            policy = Qt.FocusPolicy.TabFocus if value == stop else Qt.FocusPolicy.ClickFocus
            word.setFocusPolicy(policy)

    def enter(self) -> None:
        """Give the keyboard to the word that is chosen, or to the first."""
        words = [word for _value, word in self._words]
        wanted = next((word for word in words if word.isChecked()), words[0])
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def _teller(self, value: object) -> Callable[[], None]:
        def tell() -> None:
            chosen = None if value == self._now else value
            self.show_chosen(chosen)
            self.chosen.emit(chosen)

        return tell

    def _walk(self, by: int) -> None:
        words = [word for _value, word in self._words]
        held = next((place for place, word in enumerate(words) if word.hasFocus()), 0)
        if 0 <= held + by < len(words):
            words[held + by].setFocus(Qt.FocusReason.TabFocusReason)
