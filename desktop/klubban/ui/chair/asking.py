"""One line that is asked for in the page: a title, a time, a remark. Enter does it, Esc leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.ui.chair.agenda_row import TITLE
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.entry import Entry
from klubban.ui.widgets.section import LABEL_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable


class Asking(QWidget):
    """The line, and below it why it could not be done."""

    left = Signal()

    def __init__(self, name: str, hint: str, words: str, act: Callable[[str], str]) -> None:
        """`act` is given what was typed, and returns why that cannot be; no words when it was done."""
        super().__init__()
        self._act, self._name = act, name
        self.entry, self._note = Entry(name, hint, words), Text("", "small", wrap=True)
        self._column = column = QVBoxLayout(self)
        spaced(column, (0, 4, 0, 8), 4)
        self._row = QHBoxLayout()
        spaced(self._row)
        self._row.addWidget(self.entry, 1)
        column.addLayout(self._row)
        column.addWidget(self._note)
        self._note.hide()
        self.entry.entered.connect(self._enter)
        self.setFocusProxy(self.entry)

    def show_name(self) -> None:
        """Say at the left what is asked for, where other parts have their labels."""
        label = Text(self._name, "label", QUIET)
        label.setFixedWidth(LABEL_WIDTH)
        self._row.insertWidget(0, label)
        self._note.setContentsMargins(LABEL_WIDTH, 0, 0, 0)

    def inset(self) -> None:
        """Stand in the column of the agenda's titles."""
        self._column.setContentsMargins(TITLE - 10, 4, 24, 8)

    def begin(self) -> None:
        """Take the keyboard, with what stands there chosen."""
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.line.selectAll()

    def _enter(self, words: str) -> None:
        told = self._act(words)
        self._note.setText(told)
        self._note.setVisible(bool(told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
