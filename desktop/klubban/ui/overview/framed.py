"""A card of the overview: its title, a link at the right where it has one, and what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, TOP, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.paint import draw_box, smooth

if TYPE_CHECKING:
    from collections.abc import Callable

_CORNER = 12


class Framed(QWidget):
    """A white card on the ground."""

    def __init__(self, title: str, *, padded: tuple[int, int, int, int] = (20, 14, 20, 16)) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.column, self.head = QVBoxLayout(self), QHBoxLayout()
        spaced(self.column, padded, 8)
        spaced(self.head, gap=8)
        self.title = Text(title, "strong", wrap=True)
        self.head.addWidget(self.title, 1)
        self.column.addLayout(self.head)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card below its children."""
        tokens = theme().tokens
        draw_box(smooth(QPainter(self)), QRectF(self.rect()), tokens.surface, tokens.line, radius=_CORNER)


class Charted(Framed):
    """A card with a sentence and a chart, or in its place the chart's table."""

    turned = Signal()
    """The table is wanted in place of the chart, or the chart again."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._turn = Link("", "small", flush=True)
        self._turn.clicked.connect(self.turned)
        self.head.addWidget(self._turn, 0, TOP)
        self.told = Text("", "item", QUIET, wrap=True)
        self.column.addWidget(self.told)
        self._body = QVBoxLayout()
        spaced(self._body, gap=8)
        self.column.addLayout(self._body)

    def show_one(
        self, told: str, *, table: bool, make_chart: Callable[[], QWidget], make_table: Callable[[], QWidget]
    ) -> None:
        """Show a sentence, and below it the chart or the table."""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self._turn.setText(_("As a chart") if table else _("As a table"))
        emptied(self._body)
        self._body.addWidget(make_table() if table else make_chart())
