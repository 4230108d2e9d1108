"""The row below the page: which page it is, the ones beside it, and the way to see it larger."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.widgets.basics import QUIET, KeyCap, Text, spaced
from klubban.ui.widgets.buttons import Link

_BACK, _ON = "\u2039", "\u203a"
_TARGET = 28
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Pager(QWidget):
    """The page's number in the middle, and at the right the swap of page and desk."""

    turned = Signal(int)
    """By how many pages."""
    swapped = Signal()

    def __init__(self, *, larger: bool = True) -> None:
        """Turn pages; `larger` offers the swap."""
        super().__init__()
        self.where = Text("", "tiny", QUIET)
        self.back, self.on = self._turner(_BACK, _("Previous page"), -1), self._turner(_ON, _("Next page"), 1)
        self._swap, self._cap = Link(""), KeyCap()
        self._swap.clicked.connect(self.swapped)
        turn, swap, grid = QHBoxLayout(), QHBoxLayout(), QGridLayout(self)
        spaced(turn, gap=4)
        spaced(swap, gap=2)
        spaced(grid)
        for widget in (self.back, self.where, self.on):
            turn.addWidget(widget)
        swap.addWidget(self._swap)
        swap.addWidget(self._cap)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        grid.addLayout(turn, 0, 1)
        grid.addLayout(swap, 0, 2, _RIGHT)
        self.offer(back=False)
        if not larger:
            self._swap.hide()
            self._cap.hide()

    def offer(self, *, back: bool) -> None:
        """Offer the page at full height, or the way back to the desk."""
        self._swap.setText(_("Back") if back else _("Larger"))
        self._swap.setAccessibleName(_("Back to the desk") if back else _("Show the page larger"))
        self._cap.setText(_("Esc") if back else "F8")
        self._cap.updateGeometry()

    def show_place(self, words: str, *, before: bool, after: bool) -> None:
        """Say which page is shown, and whether there are others before and after it."""
        self.where.setText(words)
        self.back.setEnabled(before)
        self.on.setEnabled(after)

    def _turner(self, sign: str, name: str, by: int) -> Link:
        link = Link(sign, "strong")
        link.setProperty("centred", True)
        link.setFixedSize(_TARGET, _TARGET)
        link.setAccessibleName(name)
        link.setToolTip(name)
        link.setEnabled(False)
        link.clicked.connect(partial(self._turn, by))
        return link

    def _turn(self, by: int, *_checked: bool) -> None:
        self.turned.emit(by)


class PageWay(QWidget):
    """The way to the page, where there is no room for it beside the text."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        link, row = Link(_("Show the page")), QHBoxLayout(self)
        link.clicked.connect(self.asked)
        spaced(row, gap=2)
        row.addWidget(link)
        row.addWidget(KeyCap("F8"))
        self.hide()
