"""The line at a page's end that offers the parts which are empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.widgets.basics import QUIET, TOP, Rule, Text, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.section import LABEL_WIDTH


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
        row.addWidget(offers, 1)
        self.hide()

    def offer(self, name: str, label: str) -> None:
        """Offer one more part."""
        link = Link(label, "item")
        link.setAccessibleName(_("Add: {part}").format(part=label))
        link.clicked.connect(lambda: self.asked.emit(name))
        self._flow.addWidget(link)
        self._links[name] = link

    def take(self, name: str, *, there: bool) -> None:
        """Offer a part, or no longer."""
        self._links[name].setVisible(not there)
        if self.parentWidget() is not None:  # before, it would be a window of its own
            self.show_if_any()

    def show_if_any(self) -> None:
        """Show the line as long as it offers anything."""
        self.setHidden(all(link.isHidden() for link in self._links.values()))
