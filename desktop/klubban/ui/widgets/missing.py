"""The line at a page's end that offers the parts which are empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.widgets.basics import QUIET, TOP, Rule, Text, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.section import LABEL_WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence


class Missing(QWidget):
    """Offers the parts that are empty, in a line."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column, row = QVBoxLayout(self), QHBoxLayout()
        spaced(column)
        spaced(row, (0, 10, 0, 10))
        column.addWidget(Rule())
        column.addLayout(row)
        label = Text(_("Add"), "label", QUIET)
        label.setFixedWidth(LABEL_WIDTH - 6)  # so that the words, not the rings, of the links stand in line
        label.setContentsMargins(0, 4, 0, 0)
        row.addWidget(label, 0, TOP)
        offers = QWidget()
        self._flow = FlowLayout(offers)
        self._links: dict[str, Link] = {}
        self._there: set[str] = set()
        self._folded: set[str] = set()
        self._more = Link(_("More fields …"), "item")
        self._more.clicked.connect(self._unfold)
        self._more.hide()
        row.addWidget(offers, 1)
        self.hide()

    def offer(self, name: str, label: str) -> None:
        """Offer one more part."""
        link = Link(label, "item")
        link.setAccessibleName(_("Add: {part}").format(part=label))
        link.clicked.connect(lambda: self.asked.emit(name))
        self._flow.addWidget(link)
        self._links[name] = link

    def put_first(self, names: Sequence[str]) -> None:
        """Let these lead, in their order; the others stand behind words that unfold them."""
        first = [name for name in names if name in self._links]
        rest = [name for name in self._links if name not in first]
        while self._flow.takeAt(0) is not None:
            pass
        for name in (*first, *rest):
            self._flow.addWidget(self._links[name])
        self._flow.addWidget(self._more)
        self._folded = set(rest)
        self._show()

    def _unfold(self) -> None:
        unfolded = [name for name in self._folded if name not in self._there]
        first = next((name for name in self._links if name in unfolded), None)
        self._folded.clear()
        self._show()
        if first is not None:
            self._links[first].setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        for name, link in self._links.items():
            link.setHidden(name in self._there or name in self._folded)
        self._more.setHidden(self._folded <= self._there)

    def take(self, name: str, *, there: bool) -> None:
        """Offer a part, or no longer."""
        if there:
            self._there.add(name)
        else:
            self._there.discard(name)
        self._show()
        if self.parentWidget() is not None:  # before, it would be a window of its own
            self.show_if_any()

    def show_if_any(self) -> None:
        """Show the line as long as it offers anything."""
        self.setHidden(self._links.keys() <= self._there)
