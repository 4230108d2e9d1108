"""Words in boxes to choose among: one of several, or as many as hold. What is chosen has a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QWidget

from klubban.ui.widgets.buttons import FlowLayout
from klubban.ui.widgets.paint import choice_width, draw_choice, draw_focus, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

HIGH = 30
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class _Boxed:
    """How a chip looks, whether it is one of several or not."""

    def sizeHint(self) -> QSize:
        """Return the room that the word and its tick need."""
        assert isinstance(self, QAbstractButton)  # noqa: S101 - mixed into these alone
        return QSize(choice_width(self.text()), HIGH)

    def minimumSizeHint(self) -> QSize:
        """Never be shortened."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - Qt's own signature
        """Take a click anywhere on it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        assert isinstance(self, QAbstractButton)  # noqa: S101 - mixed into these alone
        painter, box = smooth(QPainter(self)), QRectF(self.rect())
        draw_choice(painter, box, self.text(), chosen=self.isChecked(), under=self.underMouse())
        if self.hasFocus():
            draw_focus(painter, box)


class Chip(_Boxed, QRadioButton):
    """One of several, as a word in a box; the one in force has a tick."""


class CheckChip(_Boxed, QCheckBox):
    """One of several that may all hold."""


class OneOf(QWidget):
    """Chips of which one holds; `chosen` carries its value when another does."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]], now: object) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group, flow = QButtonGroup(self), FlowLayout(self, gap=8)
        self._values: dict[QAbstractButton, object] = {}
        self.options = list(options)
        for value, words in options:
            chip = Chip(words)
            chip.setChecked(value == now)
            self._group.addButton(chip)
            self._values[chip] = value
            flow.addWidget(chip)
        self._group.buttonToggled.connect(self._tell)

    @property
    def value(self) -> object:
        """Return what holds."""
        chip = self._group.checkedButton()
        return None if chip is None else self._values[chip]

    @property
    def chips(self) -> list[QAbstractButton]:
        """Return the chips in order."""
        return list(self._values)

    def hold(self, value: object) -> None:
        """Let something hold, without telling of it."""
        self._group.blockSignals(True)
        for chip, each in self._values.items():
            if each == value:
                chip.setChecked(True)
        self._group.blockSignals(False)

    def enter(self) -> None:
        """Give the keyboard to the one that holds."""
        wanted = self._group.checkedButton() or self.chips[0]
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, chip: QAbstractButton, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if on:
            self.chosen.emit(self._values[chip])


class SomeOf(QWidget):
    """Chips of which any may hold; `chosen` carries the values of those that do. Arrow keys walk them."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]], now: Sequence[object]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        flow = FlowLayout(self, gap=8)
        self._values: dict[CheckChip, object] = {}
        for value, words in options:
            chip = CheckChip(words)
            chip.setChecked(value in now)
            chip.clicked.connect(self._tell)
            self._values[chip] = value
            flow.addWidget(chip)

    @property
    def values(self) -> tuple[object, ...]:
        """Return what holds, in order."""
        return tuple(value for chip, value in self._values.items() if chip.isChecked())

    @property
    def chips(self) -> list[CheckChip]:
        """Return the chips in order."""
        return list(self._values)

    def enter(self) -> None:
        """Give the keyboard to the first."""
        self.chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the chips."""
        chips = self.chips
        held = next((place for place, chip in enumerate(chips) if chip.hasFocus()), None)
        by = _STEPS.get(Qt.Key(event.key()))
        if held is None or by is None:
            event.ignore()
            return
        chips[min(max(held + by, 0), len(chips) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        self.chosen.emit(self.values)
