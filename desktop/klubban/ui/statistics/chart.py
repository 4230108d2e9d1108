"""How many of the members came, a bar for each meeting: filled for those who came, drawn for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from klubban.documents import attendance_words as say
from klubban.i18n import current
from klubban.ui.theme import font, theme
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.paint import VCENTRE, draw_box, draw_text, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.statistics import Turnout

_ROW, _BAR, _GAP = 24, 12, 12
_MARK, _OVER = 1.5, 3


class Turnouts(QWidget):
    """The chart, and what its mark means."""

    def __init__(self, turnouts: Sequence[Turnout]) -> None:
        super().__init__()
        self.chart = TurnoutChart()
        self.chart.show_turnouts(turnouts)
        column = QVBoxLayout(self)
        spaced(column, gap=4)
        column.addWidget(self.chart)
        column.addWidget(Text(say.half(current()), "tiny", QUIET, wrap=True))


class TurnoutChart(QLabel):
    """Painted bars below each other; readers that do not see them are given every number."""

    def __init__(self) -> None:
        super().__init__()
        self._turnouts: tuple[Turnout, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_turnouts(self, turnouts: Sequence[Turnout]) -> None:
        """Show other meetings."""
        self._turnouts = tuple(turnouts)
        self.setAccessibleName(say.chart_words(self._turnouts, current()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of all bars."""
        return QSize(320, _ROW * len(self._turnouts))

    def bars(self) -> list[QRectF]:
        """Return the place of each bar as long as it would be if all had come, to one scale."""
        most = max((each.members for each in self._turnouts), default=0) or 1
        left = self._widest(self._days()) + _GAP
        wide = max(self.width() - left - _GAP - self._widest(self._told()), 0)
        return [
            QRectF(left, row * _ROW + (_ROW - _BAR) / 2, wide * each.members / most, _BAR)
            for row, each in enumerate(self._turnouts)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each day, its bar, and its numbers."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        right = self.width() - self._widest(self._told())
        rows = zip(self._turnouts, self.bars(), self._days(), self._told(), strict=True)
        for turnout, bar, day, told in rows:
            row = QRectF(0, bar.center().y() - _ROW / 2, self.width(), _ROW)
            draw_text(painter, row, day, "small", tokens.ink, VCENTRE)
            draw_text(painter, row.adjusted(right, 0, 0, 0), told, "small", tokens.ink, VCENTRE)
            self._draw(painter, turnout, bar)

    @staticmethod
    def _draw(painter: QPainter, turnout: Turnout, whole: QRectF) -> None:
        tokens = theme().tokens
        draw_box(painter, whole, tokens.sunk, tokens.edge, radius=2)
        if turnout.present:
            part = turnout.present / max(turnout.members, 1)
            came = QRectF(whole.topLeft(), QSize(round(whole.width() * part), _BAR))
            draw_box(painter, came, tokens.accent, tokens.accent, radius=2)
        half = QRectF(whole.center().x() - _MARK / 2, whole.top() - _OVER, _MARK, _BAR + 2 * _OVER)
        painter.fillRect(half.adjusted(-_MARK, 0, _MARK, 0), QColor(tokens.surface))
        painter.fillRect(half, QColor(tokens.ink))

    def _days(self) -> list[str]:
        return [current().date(each.day) for each in self._turnouts]

    def _told(self) -> list[str]:
        return [say.of_members(each, current()) for each in self._turnouts]

    @staticmethod
    def _widest(words: Sequence[str]) -> int:
        metrics = QFontMetrics(font("small"))
        return max((metrics.horizontalAdvance(each) for each in words), default=0) + 1
