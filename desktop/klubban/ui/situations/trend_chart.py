"""The steps of each area from report to report: a bar for each, with its number, the days above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from klubban.documents import situation_words as say
from klubban.domain.situation import STEPS
from klubban.i18n import current, pgettext
from klubban.ui.situations.step_strip import tone_of
from klubban.ui.theme import font, theme
from klubban.ui.widgets.paint import CENTRE, VCENTRE, draw_box, draw_text, smooth

if TYPE_CHECKING:
    from klubban.domain.trend import Trend

_HEAD, _ROW, _BAR, _NUMBER = 24, 46, 26, 16
_NAME_MOST, _CELL_MOST, _CELL_LEAST, _TOLD = 180, 64, 48, 128


class TrendChart(QLabel):
    """Painted as a table; readers that do not see it are given every number."""

    def __init__(self) -> None:
        super().__init__()
        self._trend: Trend | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_trend(self, trend: Trend) -> None:
        """Show other courses."""
        self._trend = trend
        days = self._days()
        self.setAccessibleName(" ".join(say.chart_words(course, days, current()) for course in trend.courses))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a heading and a row for each area."""
        count = len(self._trend.courses) if self._trend else 0
        return QSize(320, _HEAD + _ROW * count)

    def _days(self) -> list[str]:
        pattern = pgettext("date pattern", "d MMM")
        return [current().date(day, pattern) for day in self._trend.days] if self._trend else []

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the days, then each area with its bars and where it went."""
        if self._trend is None:
            return
        painter, tokens = smooth(QPainter(self)), theme().tokens
        metrics = QFontMetrics(font("item"))
        widest = max((metrics.horizontalAdvance(each.name) for each in self._trend.courses), default=0)
        left = min(widest + 16, _NAME_MOST)
        room = self.width() - left - _TOLD
        shown = max(1, min(len(self._trend.days), room // _CELL_LEAST))
        cell = min(room / shown, _CELL_MOST)
        for place, day in enumerate(self._days()[-shown:]):
            draw_text(painter, QRectF(left + place * cell, 0, cell, _HEAD), day, "tiny", tokens.quiet, CENTRE)
        for row, course in enumerate(self._trend.courses):
            box = QRectF(0, _HEAD + row * _ROW, self.width(), _ROW)
            painter.fillRect(QRectF(0, box.top(), box.width(), 1), QColor(tokens.line))
            draw_text(painter, QRectF(0, box.top(), left - 8, _ROW), course.name, "item", tokens.ink, VCENTRE)
            for place, step in enumerate(course.steps[-shown:]):
                self._draw(painter, QRectF(left + place * cell, box.top(), cell, _ROW), step)
            told = QRectF(left + shown * cell + 12, box.top(), _TOLD - 12, _ROW)
            draw_text(painter, told, say.direction(course, current()), "small", tokens.quiet, VCENTRE)

    @staticmethod
    def _draw(painter: QPainter, box: QRectF, step: int | None) -> None:
        tokens = theme().tokens
        told = QRectF(box.left(), box.top() + 2, box.width(), _NUMBER)
        draw_text(painter, told, "–" if step is None else str(step), "tiny", tokens.ink, CENTRE)
        if step is None:
            return
        ink, fill = tokens.tone(tone_of(step))
        high = _BAR * step / STEPS
        wide = min(box.width() - 8, 26)
        bar = QRectF(box.center().x() - wide / 2, box.bottom() - 2 - high, wide, high)
        draw_box(painter, bar, fill, ink, radius=2)
