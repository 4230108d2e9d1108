"""One row of what is noted: who at the left, what at the right, and at the end words about how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from klubban.ui.theme import Tone, theme
from klubban.ui.widgets.basics import INK, QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.paint import draw_box, draw_focus, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

INSET = 6
_WHO, _WHAT = 10, 12
_LEAST, _NARROW = 40, 280
_SHORT = 14
"""So many letters leave room for a pill beside them."""


class KeyRow(QAbstractButton):
    """What the keyboard can be at: Enter presses it, its other keys are for the part."""

    pressed_key = Signal(object, QKeyEvent)
    held = Signal(bool)
    """The keyboard came, or went."""

    def __init__(self, id_: int) -> None:
        super().__init__()
        self.id = id_
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it; other keys are the part's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            self.pressed_key.emit(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.held.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.held.emit(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing but where the keyboard is."""
        if self.hasFocus():
            draw_focus(smooth(QPainter(self)), QRectF(self.rect()))


class Row(KeyRow):
    """Pressed, it is changed in place."""

    def __init__(
        self,
        id_: int,
        who: str,
        what: str,
        pills: Sequence[tuple[str, Tone]] = (),
        *,
        quiet: bool = False,
        inner: bool = False,
        below: Sequence[str] = (),
    ) -> None:
        """Show words; quiet ones are past, inner ones belong to the row above, those below tell more."""
        super().__init__(id_)
        self.setAccessibleName(
            ", ".join(filter(None, (who, what, *(words for words, _tone in pills), *below)))
        )
        self._row = row = QHBoxLayout(self)
        spaced(row, (INSET + (16 if inner else 0), 2, INSET, 2), 12)
        ink = QUIET if quiet else INK
        name = Text(who, "body", ink, wrap=True)
        name.setMinimumWidth(_LEAST)  # so that the columns of all rows stand in line
        row.addWidget(name, _WHO if what else _WHO + _WHAT, TOP)
        told = [Pill(words, tone) for words, tone in pills]
        if what:
            right = _right(Text(what, "body", ink, wrap=True), told, beside=len(what) <= _SHORT and not below)
            for each in below:
                right.addWidget(Text(each, "small", QUIET, wrap=True))
            right.addSpacing(4 if below else 0)
            row.addLayout(right, _WHAT)
        else:
            for pill in told:
                row.addWidget(pill, 0, TOP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set who above what where the columns would be too narrow."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._row.setSpacing(0 if narrow else 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing but where the keyboard or the mouse is."""
        super().paintEvent(event)
        if self.underMouse() and not self.hasFocus():
            tokens = theme().tokens
            draw_box(smooth(QPainter(self)), QRectF(self.rect()), tokens.surface, tokens.line)


def _right(what: Text, pills: Sequence[Pill], *, beside: bool) -> QBoxLayout:
    """Return what stands at the right: words with their pills beside them, or below where they are long."""
    what.setMinimumWidth(_LEAST)
    whole: QBoxLayout = QHBoxLayout() if beside else QVBoxLayout()
    spaced(whole, gap=8 if beside else 2)
    whole.addWidget(what, 1, TOP)
    below = QHBoxLayout()
    spaced(below, gap=6)
    for pill in pills:
        below.addWidget(pill, 0, TOP)
    if pills:
        whole.addLayout(below)
        if not beside:
            below.addStretch()
    return whole
