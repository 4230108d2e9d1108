"""How one person's row is drawn: its columns, and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from klubban.ui.roll.rows import RollRow
from klubban.ui.roll.strip import HIGH, draw_now, draw_strip, place_at
from klubban.ui.theme import font, theme
from klubban.ui.widgets.lists import ROW_ROLE, RowDelegate
from klubban.ui.widgets.paint import PILL_HEIGHT, RIGHT, VCENTRE, draw_box, draw_text, line_of

_ROW, _TALL, _HEADING = 36, 58, 42
LEFT = 38
"""Where names begin."""
_INDENT, _GAP, _NARROW = 18, 12, 520


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a row lie; in a narrow list how it stands and the strip go below the name."""

    who: QRectF
    now: QRectF
    strip: QRectF
    served: QRectF
    narrow: bool

    @classmethod
    def of(cls, box: QRectF) -> Columns:
        """Share a row's box."""
        left, right, mid = box.left() + LEFT, box.right() - 6, box.center().y()
        if box.width() < _NARROW:
            upper, lower = box.top() + 5, box.top() + 30
            strip = max(60.0, min(140.0, (right - left - 130 - 2 * _GAP) * 0.6))
            return cls(
                QRectF(left, upper, right - left, 24),
                QRectF(left, lower, 130, PILL_HEIGHT),
                QRectF(left + 130 + _GAP, lower + 3, strip, HIGH),
                QRectF(left + 130 + strip + 2 * _GAP, lower, right - left - 130 - strip - 2 * _GAP, 20),
                narrow=True,
            )
        room = right - left
        served = max(96.0, min(176.0, room * 0.21))
        strip = max(80.0, min(240.0, room * 0.26))
        now = max(126.0, min(150.0, room * 0.17))
        who = room - served - strip - now - 3 * _GAP
        x = [left, left + who + _GAP, left + who + now + 2 * _GAP, right - served]
        return cls(
            QRectF(x[0], box.top(), who, box.height()),
            QRectF(x[1], mid - PILL_HEIGHT / 2, now, PILL_HEIGHT),
            QRectF(x[2], mid - HIGH / 2, strip, HIGH),
            QRectF(x[3], box.top(), served, box.height()),
            narrow=False,
        )


class PersonDelegate(RowDelegate):
    """Draws one person: number, name, how it stands now, the strip, where they serve."""

    def height(self, row: RollRow, width: int) -> int:
        """Return one line's height, or two in a narrow list."""
        if row.heading:
            return _HEADING
        return _TALL if width < _NARROW else _ROW

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Say what the cell under the pointer means."""
        row = index.data(ROW_ROLE)
        told = self.told_at(row, QRectF(option.rect), QPointF(event.pos())) if row is not None else ""
        QToolTip.showText(event.globalPos(), told, view.viewport())
        return bool(told)

    def told_at(self, row: RollRow, box: QRectF, at: QPointF) -> str:
        """Return what a row's strip says at a point; nothing beside the strip."""
        if row.strip is None:
            return ""
        strip = Columns.of(box.adjusted(0, 0, 0, -1)).strip
        place = place_at(strip, at.x(), len(row.strip.cells))
        return row.told_at(place) if place is not None else ""

    def draw(self, painter: QPainter, box: QRectF, row: RollRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if row.heading:
            words = box.adjusted(LEFT, 18, 0, -2)
            draw_text(painter, words, row.name, "label", tokens.quiet)
            return
        if chosen or under:
            fill = tokens.accent_soft if chosen else tokens.ground
            draw_box(painter, box.adjusted(0, 0, 0, -1), fill, line_of(fill) if chosen else fill)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))
        columns = Columns.of(box.adjusted(0, 0, 0, -1))
        number = QRectF(box.left(), columns.who.top(), LEFT - 14, columns.who.height())
        draw_text(painter, number, row.number, "body", tokens.quiet, RIGHT | VCENTRE)
        _draw_who(painter, columns.who, row)
        if row.now is not None:
            draw_now(painter, columns.now.topLeft(), row.now, columns.now.width())
        if row.strip is not None:
            draw_strip(painter, columns.strip, row.strip, row.place)
        draw_text(painter, columns.served, row.served, "item", tokens.ink, VCENTRE)


def _draw_who(painter: QPainter, box: QRectF, row: RollRow) -> None:
    """Draw the name, then the party and what stands quietly after it, as far as there is room."""
    tokens = theme().tokens
    ink = tokens.quiet if row.away or row.stands_in else tokens.ink
    x = box.left()
    if row.stands_in:
        _draw_arrow(painter, QPointF(x + 2, box.center().y()))
        x += _INDENT
    words = ((row.name, "strong", ink), (row.party, "body", ink), (row.note, "small", tokens.quiet))
    for text, role, colour in words:
        room = box.right() - x
        if text and room > _GAP:
            draw_text(painter, QRectF(x, box.top(), room, box.height()), text, role, colour, VCENTRE)
            x += QFontMetrics(font(role)).horizontalAdvance(text) + 5


def _draw_arrow(painter: QPainter, corner: QPointF) -> None:
    """Draw the arrow that leads from a member to the one who steps in."""
    painter.setPen(QColor(theme().tokens.quiet))
    turn, tip = corner + QPointF(0, 4), corner + QPointF(10, 4)
    painter.drawPolyline([corner + QPointF(0, -6), turn, tip])
    painter.drawPolyline([tip + QPointF(-3, -3), tip, tip + QPointF(-3, 3)])
