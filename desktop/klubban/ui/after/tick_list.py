"""Rows that are ticked or not: the arrows walk them, a space ticks, and other keys are the list's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.options import Toggle
from klubban.ui.widgets.plain_key import plain_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_AROUND = 40
"""So much of what stands around the row in hand is seen with it."""
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Row(Toggle):
    """A row that tells when the keyboard comes to it."""

    reached = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell of it, and come into sight once the page is laid out."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._come_into_sight)
        self.reached.emit()

    def _come_into_sight(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea) and self.hasFocus():
            above.ensureWidgetVisible(self, 0, _AROUND)


class TickList(QWidget):
    """Rows of an id, words, what stands below them, and whether they are ticked."""

    ticked = Signal(object, bool)
    """A row's id, and whether it is ticked now."""
    reached = Signal(object)
    """The keyboard came to a row."""
    keyed = Signal(object, int)
    """One of the list's own keys was pressed on a row."""

    def __init__(
        self, name: str, rows: Sequence[tuple[object, str, str, bool]], keys: Sequence[int] = ()
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._keys = tuple(keys)
        self.rows: list[tuple[object, Toggle]] = []
        column = QVBoxLayout(self)
        spaced(column)
        for id_, words, below, on in rows:
            row = _Row(words, below)
            row.setChecked(on)
            row.clicked.connect(lambda on, id_=id_: self.ticked.emit(id_, on))
            row.reached.connect(lambda id_=id_: self.reached.emit(id_))
            column.addWidget(row)
            self.rows.append((id_, row))

    def enter(self, wanted: object = None) -> None:
        """Give the keyboard to a row, or else to the first."""
        found = [row for id_, row in self.rows if id_ == wanted] or [row for _id, row in self.rows]
        if found:
            found[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or tell of a key."""
        place = next((at for at, (_id, row) in enumerate(self.rows) if row.hasFocus()), None)
        key = plain_key(event)
        if place is None or key is None:
            super().keyPressEvent(event)
        elif key in self._keys:
            self.keyed.emit(self.rows[place][0], key)
        elif key in _ARROWS:
            wanted = place + _ARROWS[Qt.Key(key)]
            if 0 <= wanted < len(self.rows):
                self.rows[wanted][1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
