"""A line to type in, and below it what is found; the arrows go along both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.registers.form import FormLine
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SHOWN = 6


class Finder(QWidget):
    """What is found is offered in `_below`, as links."""

    def __init__(self, label: str, hint: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=2)
        self.line = FormLine(label)
        self.line.setPlaceholderText(hint)
        column.addWidget(self.line)
        self._below = QVBoxLayout()
        spaced(self._below)
        column.addLayout(self._below)
        self.line.went_down.connect(lambda: self._walk(1))

    def _offer_first(self, found: Iterable[tuple[str, Callable[[], object]]]) -> None:
        """Offer the first that are found, and say whether there are more."""
        offered = list(found)
        for words, act in offered[:SHOWN]:
            self._offer(words, act)
        if len(offered) > SHOWN:
            self._below.addWidget(Text(_("… and more; go on typing"), "small", QUIET))

    def _offer(self, words: str, act: Callable[[], object]) -> None:
        link = Link(words, "item")
        link.clicked.connect(lambda _on=False: act())
        self._below.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along what was found, and back to the line."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._walk(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        order: list[QWidget] = [self.line, *(link for link in self.findChildren(Link) if link.isVisible())]
        at = next((place for place, widget in enumerate(order) if widget.hasFocus()), 0)
        order[max(0, min(at + by, len(order) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
