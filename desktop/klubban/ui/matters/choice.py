"""What is chosen, as words with a link that opens the choices where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.widgets.basics import TOP, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.options import Options

if TYPE_CHECKING:
    from collections.abc import Sequence


class Choice(QWidget):
    """Words, a link, and below them the choices while they are open; Esc closes them."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str, str]], *, locked: bool) -> None:
        super().__init__()
        self._name, self._options, self._now = name, tuple(options), None
        self._open: Options | None = None
        self.setAccessibleName(name)
        self._column, row = QVBoxLayout(self), QHBoxLayout()
        spaced(self._column)
        spaced(row, gap=4)
        self._words = Text("", wrap=True)
        self.link = Link(_("Change"))
        self.link.setAccessibleName(_("Change: {rule}").format(rule=name))
        self.link.clicked.connect(self._swap)
        if locked:
            self.link.hide()
        row.addWidget(self._words, 0, TOP)
        row.addWidget(self.link, 0, TOP)
        row.addStretch()
        self._column.addLayout(row)

    _now: object

    def take(self, now: object, options: Sequence[tuple[object, str, str]] | None = None) -> None:
        """Show what is chosen now, of these choices or those that were."""
        if options is not None:
            self._options = tuple(options)
        self._now = now
        self._words.setText(next((title for value, title, _told in self._options if value == now), ""))

    def _swap(self) -> None:
        if self._open is not None:
            self._close()
            return
        self._open = Options(self._name, self._options, self._now)
        self._open.chosen.connect(self._take)
        self._column.addWidget(self._open)
        self._open.show()
        self._open.enter()

    def _take(self, value: object) -> None:
        self._close()
        if value != self._now:
            self.chosen.emit(value)

    def _close(self) -> None:
        if self._open is not None:
            self._open.hide()
            self._open.deleteLater()
            self._open = None
            self.link.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape and self._open is not None:
            self._close()
        else:
            super().keyPressEvent(event)
