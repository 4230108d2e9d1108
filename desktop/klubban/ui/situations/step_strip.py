"""Five boxes, one for each step: keys 1 to 5 judge, 0 takes it back, the word stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klubban.documents import situation_words as say
from klubban.domain.situation import NORMAL, STEPS
from klubban.i18n import _, current
from klubban.ui.theme import Tone, font, theme
from klubban.ui.widgets.paint import CENTRE, VCENTRE, draw_box, draw_focus, draw_text, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

_BOX, _GAP, _HIGH, _INSET = 28, 4, 34, 3
_FIRST, _SEVERE = Qt.Key.Key_1, 4
_NONE = (Qt.Key.Key_0, Qt.Key.Key_Backspace)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_UP_AND_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def tone_of(step: int | None) -> Tone:
    """Return the tone of a step; its number and word are always beside it."""
    if step is None:
        return "plain"
    if step == NORMAL:
        return "done"
    return "late" if step >= _SEVERE else "soon"


class StepStrip(QWidget):
    """The scale of one area."""

    judged = Signal(object)
    """A step from 1 to 5, or None."""
    walked = Signal(int)
    """To the area below (1), or above (-1)."""
    moved = Signal(int)
    """The area is to stand further down (1), or up (-1)."""
    removed = Signal()
    """The area is to go."""

    def __init__(self, area: str, names: Sequence[str], *, locked: bool) -> None:
        super().__init__()
        self._area, self._names, self._locked = area, tuple(names), locked
        self.step: int | None = None
        self._program = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if not locked:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def take(self, area: str, step: int | None, names: Sequence[str], *, locked: bool, program: bool) -> None:
        """Show a step, and whether the program wrote it."""
        self._area, self.step, self._names = area, step, tuple(names)
        self._locked, self._program = locked, program
        told = say.step(step, self._names, current())
        self.setAccessibleName(_("{area}: {step}").format(area=area, step=told))
        self.setToolTip("\n".join(f"{number} {name}" for number, name in enumerate(names, 1)))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the boxes and the longest name."""
        metrics = QFontMetrics(font("item_strong"))
        widest = max((metrics.horizontalAdvance(name) for name in self._names), default=0)
        return QSize(STEPS * (_BOX + _GAP) + 12 + widest + 2 * _INSET, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """Keep the boxes; the word gives way."""
        return QSize(STEPS * (_BOX + _GAP) + 80, _HIGH)

    def _box(self, number: int) -> QRectF:
        return QRectF(_INSET + (number - 1) * (_BOX + _GAP), _INSET, _BOX, _HIGH - 2 * _INSET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the boxes up to the step filled, the chosen one strong, then its word."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        ink, fill = tokens.tone(tone_of(self.step))
        for number in range(1, STEPS + 1):
            box, here = self._box(number), number == self.step
            passed = self.step is not None and number <= self.step
            draw_box(
                painter, box, fill if passed else tokens.surface, ink if passed else tokens.edge, radius=5
            )
            role = "item_strong" if here else "item"
            draw_text(painter, box, str(number), role, ink if passed else tokens.quiet, CENTRE)
            if here:
                bar = QRectF(box.left() + 6, box.bottom() - 4, box.width() - 12, 2)
                painter.fillRect(bar, QColor(ink))
        left = self._box(STEPS).right() + 12
        room = QRectF(left, 0, self.width() - left - _INSET, self.height())
        judged = self.step is not None
        told = self._names[self.step - 1] if self.step else say.step(None, self._names, current())
        if self._program:
            painter.fillRect(QRectF(left, 8, 3, self.height() - 16), QColor(tokens.accent))
            room = room.adjusted(10, 0, 0, 0)
        draw_text(
            painter,
            room,
            told,
            "item_strong" if judged else "item",
            tokens.ink if judged else tokens.quiet,
            VCENTRE,
        )
        if self.hasFocus():
            draw_focus(painter, QRectF(0, 0, self._box(STEPS).right() + _INSET, self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge, walk, move, or take away."""
        key = Qt.Key(event.key())
        held = event.modifiers() & (_ALT | _SHIFT)
        if key in _UP_AND_DOWN and not held:
            self.walked.emit(_UP_AND_DOWN[key])
        elif self._locked:
            super().keyPressEvent(event)
        elif key in _UP_AND_DOWN and held == _ALT | _SHIFT:
            self.moved.emit(_UP_AND_DOWN[key])
        elif _FIRST <= key < _FIRST + STEPS:
            self.judged.emit(key - _FIRST + 1)
        elif key in _NONE:
            self.judged.emit(None)
        elif key in _SIDEWAYS:
            self.judged.emit(min(max((self.step or 0) + _SIDEWAYS[key], 1), STEPS))
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Judge by a click on a box."""
        for number in range(1, STEPS + 1):
            if not self._locked and self._box(number).contains(event.position()):
                self.judged.emit(number)
