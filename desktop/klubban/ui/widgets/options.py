"""Choices in a page: each with what follows from it. Arrow keys walk them, Enter or a space chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from klubban.ui.theme import theme
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.paint import draw_box, draw_focus, draw_tick, draw_wrapped, smooth, text_height

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LEFT, _DOWN, _AROUND = 28, 6, 10
_MARK = 7.0
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Button: TypeAlias = QRadioButton | QCheckBox


class _Painted:
    """How a choice looks: its mark, its words, and below them what follows."""

    def __init__(self, title: str, follows: str) -> None:
        self.title, self.follows = title, follows

    def height(self, width: int) -> int:
        """Return the height at a width."""
        room = width - _LEFT - _AROUND
        below = text_height(self.follows, "small", room) if self.follows else 0
        return 2 * _DOWN + text_height(self.title, "body", room) + below

    def paint(self, button: Button, *, round_: bool) -> None:
        """Draw the choice."""
        painter, tokens, box = smooth(QPainter(button)), theme().tokens, QRectF(button.rect())
        if button.underMouse():
            draw_box(painter, box, tokens.sunk, tokens.sunk)
        room = box.adjusted(_LEFT, _DOWN, -_AROUND, 0)
        _draw_mark(painter, QPointF(_MARK + 5, _DOWN + 11), round_=round_, on=button.isChecked())
        draw_wrapped(painter, room, self.title, "body", tokens.ink)
        if self.follows:
            below = room.adjusted(0, text_height(self.title, "body", room.width()), 0, 0)
            draw_wrapped(painter, below, self.follows, "small", tokens.quiet)
        if button.hasFocus():
            draw_focus(painter, box)


def _draw_mark(painter: QPainter, centre: QPointF, *, round_: bool, on: bool) -> None:
    """Draw a ring with a dot, or a box with a tick."""
    tokens = theme().tokens
    painter.setPen(QPen(QColor(tokens.accent if on else tokens.edge), 1.5))
    painter.setBrush(QColor(tokens.accent if on and not round_ else tokens.surface))
    if round_:
        painter.drawEllipse(centre, _MARK, _MARK)
        if on:
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(centre, _MARK / 2, _MARK / 2)
        return
    painter.drawRoundedRect(QRectF(centre.x() - _MARK, centre.y() - _MARK, 2 * _MARK, 2 * _MARK), 4, 4)
    if on:
        draw_tick(painter, centre, tokens.on_accent)


def _prepare(button: Button, title: str, follows: str) -> None:
    button.setAccessibleName(title)
    button.setAccessibleDescription(follows)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


class _Wrapping:
    """What both sorts of choice have in common: words that wrap, painted by their look."""

    _look: _Painted

    def hasHeightForWidth(self) -> bool:
        """Tell that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._look.height(width)

    def sizeHint(self) -> QSize:
        """Return the size at a usual width."""
        return QSize(420, self._look.height(420))

    def minimumSizeHint(self) -> QSize:
        """Give way where room is short."""
        assert isinstance(self, Button)  # noqa: S101 - mixed into these alone
        return QSize(160, self._look.height(max(self.width(), 160)))

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - Qt's own signature
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        assert isinstance(self, Button)  # noqa: S101 - mixed into these alone
        self._look.paint(self, round_=isinstance(self, QRadioButton))


class Option(_Wrapping, QRadioButton):
    """One of several; arrow keys only walk, so that nothing is chosen on the way."""

    taken = Signal()

    def __init__(self, title: str, follows: str) -> None:
        super().__init__(title)
        self._look = _Painted(title, follows)
        _prepare(self, title, follows)
        self.clicked.connect(self._take)

    def _take(self) -> None:
        self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or choose."""
        if event.key() in _STEPS:
            self._walk(_STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        parent = self.parentWidget()
        others = parent.findChildren(Option) if parent else []
        place = others.index(self) + by
        if 0 <= place < len(others):
            others[place].setFocus(Qt.FocusReason.TabFocusReason)


class Toggle(_Wrapping, QCheckBox):
    """One of several that may all be on."""

    def __init__(self, title: str, follows: str = "") -> None:
        super().__init__(title)
        self._look = _Painted(title, follows)
        _prepare(self, title, follows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what a space does."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class Options(QWidget):
    """Choices below each other; `chosen` carries the value, also when it is the one that was."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str, str]], now: object) -> None:
        super().__init__()
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        spaced(column)
        self.buttons: list[Option] = []
        for value, title, follows in options:
            button = Option(title, follows)
            button.setChecked(value == now)
            button.taken.connect(self._teller(value))
            column.addWidget(button)
            self.buttons.append(button)

    def _teller(self, value: object) -> Callable[[], None]:
        return lambda: self.chosen.emit(value)

    def enter(self) -> None:
        """Give the keyboard to the one that is chosen."""
        wanted = next((each for each in self.buttons if each.isChecked()), self.buttons[0])
        wanted.setFocus(Qt.FocusReason.TabFocusReason)


class Toggles(QWidget):
    """Things that may each be on; `chosen` carries the values that are."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str, str]], now: Sequence[object]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        spaced(column)
        self.buttons: list[tuple[object, Toggle]] = []
        for value, title, follows in options:
            button = Toggle(title, follows)
            button.setChecked(value in now)
            button.clicked.connect(self._tell)
            column.addWidget(button)
            self.buttons.append((value, button))

    def enter(self) -> None:
        """Give the keyboard to the first."""
        self.buttons[0][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        self.chosen.emit(tuple(value for value, button in self.buttons if button.isChecked()))
