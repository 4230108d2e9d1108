"""The heads of the roll's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from klubban.i18n import _
from klubban.ui.roll.person_row import Columns
from klubban.ui.roll.strip import cell_box
from klubban.ui.theme import font, theme
from klubban.ui.widgets.lists import AIR
from klubban.ui.widgets.paint import CENTRE, VCENTRE, draw_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = 34


class ColumnHead(QWidget):
    """The heads of the columns, and over the strips the sign of the item in hand."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEAD)
        self._signs: tuple[str, ...] = ()
        self._place = 0

    def show_place(self, signs: Sequence[str], place: int) -> None:
        """Show the signs of the items, one of them in hand."""
        self._signs, self._place = tuple(signs), place
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the heads, each over its column."""
        painter, tokens = QPainter(self), theme().tokens
        columns = Columns.of(QRectF(0, 0, self.width() - AIR, _HEAD))
        tops = [(columns.who, _("Name"))]
        if not columns.narrow and self._signs:
            tops += [(columns.now, _("Now")), (columns.served, _("Serves"))]
        for column, title in tops:
            area = QRectF(column.left(), 0, column.width(), _HEAD - 1)
            draw_text(painter, area, title, "label", tokens.quiet, VCENTRE)
        self._draw_signs(painter, QRectF(columns.strip.left(), 0, columns.strip.width(), _HEAD - 1))
        painter.fillRect(QRectF(0, _HEAD - 1, self.width() - AIR, 1), QColor(tokens.line))

    def _draw_signs(self, painter: QPainter, area: QRectF) -> None:
        """Draw the sign in hand over its cell, and the first and the last where they do not meet it."""
        if not self._signs:
            return
        tokens, wide = theme().tokens, QFontMetrics(font("label")).horizontalAdvance
        cell = cell_box(area, self._place, len(self._signs))
        own = wide(self._signs[self._place]) + 6
        left = min(max(cell.center().x() - own / 2, area.left()), area.right() - own)
        hand = QRectF(left, 0, own, area.height())
        draw_text(painter, hand, self._signs[self._place], "label", tokens.accent, CENTRE)
        first = QRectF(area.left(), 0, wide(self._signs[0]), area.height())
        last_wide = wide(self._signs[-1])
        last = QRectF(area.right() - last_wide, 0, last_wide, area.height())
        for box, sign in ((first, self._signs[0]), (last, self._signs[-1])):
            if not box.adjusted(-6, 0, 6, 0).intersects(hand):
                draw_text(painter, box, sign, "small", tokens.quiet, VCENTRE)
