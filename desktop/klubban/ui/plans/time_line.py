"""The days on which something is followed up, on a line of its period; today has a mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from klubban.documents import commitment_words as say
from klubban.i18n import _, current, pgettext
from klubban.ui.plans import words
from klubban.ui.theme import theme
from klubban.ui.widgets.paint import CENTRE, RIGHT, draw_text, smooth

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.commitment import Commitment

_HIGH, _LINE_AT, _DOT, _SIDE = 62, 24.0, 5.0, 10.0
_LEAST_APART = 70


@dataclass(frozen=True, slots=True)
class Period:
    """The time that the line shows."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Return how far into it a day is, from 0 to 1; days outside stand at its ends."""
        whole = max((self.last - self.first).days, 1)
        return min(max((day - self.first).days / whole, 0.0), 1.0)


def period_of(one: Commitment) -> Period | None:
    """Return the period of a plan, or that of its follow-ups; None where there is too little to draw."""
    days = [each.day for each in one.checkpoints] + [each.day for each in one.follow_ups]
    first = one.from_date or one.decided_on or min(days, default=None)
    last = one.to_date or one.review or max(days, default=None)
    return Period(first, last) if first and last and first < last and days else None


class TimeLine(QLabel):
    """A ring for what is planned, a dot for what was followed up; readers are given the days."""

    def __init__(self, one: Commitment, period: Period, today: date) -> None:
        super().__init__()
        self._one, self._period, self._today = one, period, today
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        planned = [words.day(each.day, today) for each in one.checkpoints if each.done_on is None]
        noted = [words.day(each.day, today) for each in one.follow_ups]
        told = [say.period(period.first, period.last, current())]
        if noted:
            told.append(_("followed up {days}").format(days=", ".join(noted)))
        if planned:
            told.append(_("planned {days}").format(days=", ".join(planned)))
        self.setAccessibleName("; ".join(told))

    def sizeHint(self) -> QSize:
        """Return the height of the line and the days below it."""
        return QSize(300, _HIGH)

    def _x(self, day: date) -> float:
        return _SIDE + (self.width() - 2 * _SIDE) * self._period.share(day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the period, what is past stronger, and the days."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        now = self._x(self._today)
        begins = QPointF(_SIDE, _LINE_AT)
        painter.setPen(QPen(QColor(tokens.edge), 1.5))
        painter.drawLine(begins, QPointF(self.width() - _SIDE, _LINE_AT))
        painter.setPen(QPen(QColor(tokens.accent), 3))
        painter.drawLine(begins, QPointF(now, _LINE_AT))
        self._draw_today(painter, now)
        for each in self._one.follow_ups:
            self._draw_dot(painter, self._x(each.day), filled=True, tone=tokens.accent)
        for point in self._one.checkpoints:
            if point.done_on is None:
                late = point.day < self._today
                tone = tokens.late if late else tokens.accent
                self._draw_dot(painter, self._x(point.day), filled=False, tone=tone)
        self._draw_days(painter)

    def _draw_today(self, painter: QPainter, x: float) -> None:
        if not self._period.first <= self._today <= self._period.last:
            return
        tokens = theme().tokens
        painter.fillRect(QRectF(x - 0.75, _LINE_AT - 9, 1.5, 18), QColor(tokens.ink))
        box = QRectF(min(max(x - 40, 0), self.width() - 80), 0, 80, 14)
        at = CENTRE if 0 < box.left() < self.width() - box.width() else (RIGHT if box.left() else 0)
        draw_text(painter, box, pgettext("time line", "today"), "tiny", tokens.ink, at)

    @staticmethod
    def _draw_dot(painter: QPainter, x: float, *, filled: bool, tone: str) -> None:
        painter.setPen(QPen(QColor(tone), 2))
        painter.setBrush(QColor(tone if filled else theme().tokens.surface))
        painter.drawEllipse(QPointF(x, _LINE_AT), _DOT, _DOT)

    def _draw_days(self, painter: QPainter) -> None:
        """Draw the days below their dots, as many as have room; the ends stand at the ends."""
        quiet, period = theme().tokens.quiet, self._period
        below = QRectF(0, _LINE_AT + 12, self.width(), 18)
        draw_text(painter, below, self._short(period.first), "tiny", quiet)
        draw_text(painter, below, self._short(period.last), "tiny", quiet, RIGHT)
        taken = _SIDE + _LEAST_APART / 2
        days = {each.day for each in self._one.checkpoints if each.done_on is None}
        for day in sorted(days | {each.day for each in self._one.follow_ups}):
            x = self._x(day)
            if taken + _LEAST_APART / 2 <= x <= self.width() - _SIDE - _LEAST_APART:
                box = QRectF(x - _LEAST_APART / 2, below.top(), _LEAST_APART, 18)
                draw_text(painter, box, self._short(day), "tiny", quiet, CENTRE)
                taken = x + _LEAST_APART / 2

    @staticmethod
    def _short(day: date) -> str:
        return current().date(day, pgettext("date pattern", "MMM y"))
