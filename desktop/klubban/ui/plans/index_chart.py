"""A goal's index by year: a bar for each year with its number and shape, and lines where colours begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from klubban.documents import goal_words
from klubban.domain.index import FULL
from klubban.i18n import _, current, pgettext
from klubban.ui.plans.words import COLOURS
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.paint import CENTRE, VCENTRE, draw_box, draw_text, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.goal import Goal
    from klubban.domain.index import IndexYear

_HEAD, _HIGH, _FOOT, _TOLD = 22, 132, 22, 92
_CELL_LEAST, _CELL_MOST, _BAR = 38, 74, 34


class IndexChart(QLabel):
    """Painted; readers that do not see it are given every number."""

    def __init__(self, goal: Goal, years: Sequence[IndexYear]) -> None:
        super().__init__()
        self._goal, self._years = goal, tuple(years)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(goal_words.chart_words(self._years, current()))

    def sizeHint(self) -> QSize:
        """Return its height."""
        return QSize(320, _HEAD + _HIGH + _FOOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the thresholds, then the years that have room, the last ones first to be kept."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        room = self.width() - _TOLD
        shown = self._years[-max(1, int(room // _CELL_LEAST)) :]
        cell = min(room / max(len(shown), 1), _CELL_MOST)
        base, wide = _HEAD + _HIGH, cell * len(shown)
        for word, value in (
            (_("green from {value}"), self._goal.green_from),
            (_("yellow from {value}"), self._goal.yellow_from),
        ):
            at = base - _HIGH * value / FULL
            pen = QPen(QColor(tokens.edge), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(0, at), QPointF(wide, at))
            box = QRectF(wide + 6, at - 9, _TOLD - 6, 18)
            draw_text(painter, box, word.format(value=value), "tiny", tokens.quiet, VCENTRE)
        for place, year in enumerate(shown):
            self._draw_year(painter, QRectF(place * cell, 0, cell, base), year)
        painter.fillRect(QRectF(0, base, wide, 1), QColor(tokens.edge))

    @staticmethod
    def _draw_year(painter: QPainter, box: QRectF, year: IndexYear) -> None:
        tokens = theme().tokens
        below = QRectF(box.left(), box.bottom() + 3, box.width(), _FOOT - 3)
        draw_text(painter, below, str(year.year), "tiny", tokens.quiet, CENTRE)
        if year.value is None or year.colour is None:
            told = QRectF(box.left(), box.bottom() - 20, box.width(), 18)
            draw_text(painter, told, "–", "small", tokens.quiet, CENTRE)
            return
        ink, fill = tokens.tone(COLOURS[year.colour])
        high = max(_HIGH * year.value / FULL, 2)
        wide = min(box.width() - 10, _BAR)
        bar = QRectF(box.center().x() - wide / 2, box.bottom() - high, wide, high)
        draw_box(painter, bar, fill, ink, radius=3)
        told = QRectF(box.left(), bar.top() - 20, box.width(), 18)
        painter.fillRect(told.adjusted(2, 2, -2, 0), QColor(tokens.surface))  # over the lines of thresholds
        words = f"{goal_words.SHAPES[year.colour]} {year.value}"
        draw_text(painter, told, words, "pill", ink, CENTRE)


def index_part(goal: Goal, years: Sequence[IndexYear]) -> QWidget:
    """Return the chart, its table, and what the colours mean."""
    whole, table = QWidget(), QWidget()
    column, grid = QVBoxLayout(whole), QGridLayout(table)
    spaced(column, (0, 0, 0, 12), 10)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(3)
    heads = (
        pgettext("goal", "Year"),
        pgettext("goal", "Index"),
        pgettext("goal", "Colour"),
        _("Against the year before"),
    )
    for at, head in enumerate(heads):
        grid.addWidget(Text(head, "small", QUIET), 0, at)
    for row, year in enumerate(reversed(years), 1):
        value = "–" if year.value is None else str(year.value)
        grid.addWidget(Text(str(year.year), "item"), row, 0)
        grid.addWidget(Text(value, "item_strong"), row, 1)
        if year.colour is not None:
            pill = Pill(goal_words.marked(year.colour, current()), COLOURS[year.colour])
            grid.addWidget(pill, row, 2)
        grid.addWidget(Text(goal_words.trend(year, current()), "item"), row, 3)
    grid.setColumnStretch(4, 1)
    column.addWidget(IndexChart(goal, years))
    column.addWidget(Text(goal_words.thresholds(goal, current()), "small", QUIET, wrap=True))
    column.addWidget(table, 0, TOP)
    return whole
