"""The heads of the roll's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from klubban.i18n import _
from klubban.ui.roll.person_row import Columns
from klubban.ui.roll.strip import cell_box
from klubban.ui.theme import font, theme
from klubban.ui.widgets.paint import CENTRE, VCENTRE, draw_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD, _APART = 34, 6


class ColumnHead(QWidget):
    """The heads of the columns, and over the strips the sign of the item in hand."""

    def __init__(self, rows: QAbstractScrollArea) -> None:
        """Keep in line with rows, which give way to a scroll bar."""
        super().__init__()
        self.setFixedHeight(_HEAD)
        self._rows = rows
        rows.verticalScrollBar().rangeChanged.connect(self._follow)
        self._signs: tuple[str, ...] = ()
        self._place = 0

    def show_place(self, signs: Sequence[str], place: int) -> None:
        """Show the signs of the items, one of them in hand."""
        self._signs, self._place = tuple(signs), place
        self.update()

    @property
    def row_width(self) -> int:
        """Return how wide the rows below are."""
        return self._rows.viewport().width()

    def _follow(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the heads, each over its column."""
        painter, tokens = QPainter(self), theme().tokens
        wide = self.row_width
        columns = Columns.of(QRectF(0, 0, wide, _HEAD))
        tops = [(columns.who, _("Name"))]
        if not columns.narrow and self._signs:
            now = _("At {item}").format(item=self._signs[self._place])
            tops += [(columns.now, now), (columns.served, _("Serves"))]
        for column, title in tops:
            area = QRectF(column.left(), 0, column.width(), _HEAD - 1)
            draw_text(painter, area, title, "label", tokens.quiet, VCENTRE)
        self._draw_signs(painter, QRectF(columns.strip.left(), 0, columns.strip.width(), _HEAD - 1))
        painter.fillRect(QRectF(0, _HEAD - 1, wide, 1), QColor(tokens.line))

    def _draw_signs(self, painter: QPainter, area: QRectF) -> None:
        """Draw the sign in hand over its cell, and the first and the last where they do not meet it."""
        if not self._signs:
            return
        tokens, wide = theme().tokens, QFontMetrics(font("label")).horizontalAdvance
        signs, place = self._signs, self._place
        first = QRectF(area.left(), 0, wide(signs[0]), area.height())
        last = QRectF(area.right() - wide(signs[-1]), 0, wide(signs[-1]), area.height())
        own = wide(signs[place]) + 2
        least = first.right() + _APART if place else area.left()
        centre = cell_box(area, place, len(signs)).center().x()
        left = min(max(centre - own / 2, least), area.right() - own)
        hand = QRectF(left, 0, own, area.height())
        draw_text(painter, hand, signs[place], "label", tokens.accent, CENTRE)
        for box, sign in ((first, signs[0]), (last, signs[-1])):
            if not box.adjusted(2 - _APART, 0, _APART - 2, 0).intersects(hand):
                draw_text(painter, box, sign, "small", tokens.quiet, VCENTRE)
