"""The small charts of the overview: how many came, as upright bars; the wheel of the year, month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy

from klubban.documents import attendance_words, overview_words
from klubban.domain.year_wheel import State
from klubban.i18n import current
from klubban.ui.theme import theme
from klubban.ui.widgets.paint import CENTRE, draw_box, draw_text, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.statistics import Turnout
    from klubban.domain.year_wheel import Month

_HIGH, _LABEL, _GAP, _WIDEST = 64, 18, 8, 44
_MOST, _MARK, _STEP = 4, 9.0, 14


class _Chart(QLabel):
    """As wide as the card."""

    def __init__(self, said: str, high: int) -> None:
        super().__init__()
        self._high = high
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of the chart."""
        return QSize(280, self._high)


class UprightBars(_Chart):
    """A bar for each meeting, its number above it; a line is at half of the members."""

    def __init__(self, turnouts: Sequence[Turnout]) -> None:
        super().__init__(attendance_words.chart_words(turnouts, current()), _HIGH + 2 * _LABEL)
        self._turnouts = tuple(turnouts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, their numbers and months."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        count = max(len(self._turnouts), 1)
        wide = min((self.width() - _GAP * (count - 1)) / count, _WIDEST)
        most = max((each.members for each in self._turnouts), default=1) or 1
        for number, each in enumerate(self._turnouts):
            left, whole = number * (wide + _GAP), _HIGH * each.members / most
            high = _HIGH * each.present / most
            few = 2 * each.present < each.members
            fill = tokens.soon if few else tokens.accent
            foot = _LABEL + _HIGH
            draw_box(painter, QRectF(left, foot - whole, wide, whole), tokens.sunk, tokens.line, radius=3)
            if each.present:
                draw_box(painter, QRectF(left, foot - high, wide, high), fill, fill, radius=3)
            above = QRectF(left - _GAP, foot - whole - _LABEL, wide + 2 * _GAP, _LABEL)
            draw_text(painter, above, str(each.present), "pill", tokens.ink, CENTRE)
            painter.fillRect(QRectF(left - 2, foot - whole / 2 - 1, wide + 4, 3), QColor(tokens.surface))
            painter.fillRect(QRectF(left - 2, foot - whole / 2, wide + 4, 1), QColor(tokens.ink))
            month, _day = overview_words.short_day(each.day, current())
            below = QRectF(left - _GAP, foot, wide + 2 * _GAP, _LABEL)
            draw_text(painter, below, month, "tiny", tokens.quiet, CENTRE)


class WheelChart(_Chart):
    """A column for each month: a shape for what it has, and below it how many meetings."""

    def __init__(self, months: Sequence[Month], today_month: int) -> None:
        self._months, self._now = tuple(months), today_month
        self._rows = min(max((len(each.spokes) for each in months), default=1) or 1, _MOST)
        said = overview_words.wheel_said(self._months, current())
        super().__init__(said, self._rows * _STEP + 8 + 2 * _LABEL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the months."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        wide = self.width() / max(len(self._months), 1)
        foot = self._rows * _STEP + 6
        for number, each in enumerate(self._months):
            column = QRectF(number * wide + 1, 0, wide - 2, self.height())
            if each.month == self._now:
                draw_box(painter, column, tokens.accent_soft, tokens.accent_soft, radius=6)
            for place, spoke in enumerate(each.spokes[:_MOST]):
                centre = QPointF(column.center().x(), foot - (place + 0.5) * _STEP)
                if place == _MOST - 1 and len(each.spokes) > _MOST:
                    more = QRectF(column.left(), centre.y() - 8, column.width(), 16)
                    told = f"+{len(each.spokes) - place}"
                    draw_text(painter, more, told, "tiny", tokens.quiet, CENTRE)
                else:
                    draw_mark(painter, centre, spoke.state)
            name = overview_words.month(each, current())[:3].lower()
            ink = tokens.accent if each.month == self._now else tokens.quiet
            row = QRectF(column.left(), foot + 2, column.width(), _LABEL)
            draw_text(painter, row, name, "tiny", ink, CENTRE)
            meetings = each.held + each.planned
            if meetings:
                below = row.translated(0, _LABEL - 2)
                draw_text(painter, below, str(meetings), "pill", tokens.ink, CENTRE)


def draw_mark(painter: QPainter, centre: QPointF, state: State) -> None:
    """Draw the shape of a state: filled circle, triangle, diamond or open circle."""
    tokens = theme().tokens
    tones = {State.DONE: tokens.done, State.MISSED: tokens.late, State.NOW: tokens.soon}
    colour, half = QColor(tones.get(state, tokens.edge)), _MARK / 2
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush if state is State.COMING else colour)
    x, y = centre.x(), centre.y()
    if state is State.MISSED:
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - half), QPointF(x + half, y + half), QPointF(x - half, y + half)])
        )
    elif state is State.NOW:
        painter.drawPolygon(
            QPolygonF(
                [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
            )
        )
    else:
        painter.drawEllipse(centre, half - 0.5, half - 0.5)
