"""How many of the members came, a column for each meeting: filled for those who came, drawn for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from klubban.documents import attendance_words as say
from klubban.i18n import _, current, pgettext
from klubban.ui.theme import font, theme
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.paint import draw_box, draw_text, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.statistics import Turnout

_HEIGHT, _ABOVE, _BELOW = 184, 20, 22
_WIDEST, _GAP, _SLIM = 64, 8, 22
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
_UNDER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class Turnouts(QWidget):
    """The chart, and what its line means."""

    def __init__(self, turnouts: Sequence[Turnout]) -> None:
        super().__init__()
        self.chart = TurnoutChart()
        self.chart.show_turnouts(turnouts)
        column = QVBoxLayout(self)
        spaced(column, gap=4)
        column.addWidget(self.chart)
        column.addWidget(Text(_("The dotted line is at half of the members."), "tiny", QUIET, wrap=True))


class TurnoutChart(QLabel):
    """Painted columns; readers that do not see them are given every number."""

    def __init__(self) -> None:
        super().__init__()
        self._turnouts: tuple[Turnout, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_turnouts(self, turnouts: Sequence[Turnout]) -> None:
        """Show other meetings."""
        self._turnouts = tuple(turnouts)
        self.setAccessibleName(say.chart_words(self._turnouts, current()))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the fixed height."""
        return QSize(320, _HEIGHT)

    def columns(self) -> list[QRectF]:
        """Return the place of each column, in which the whole would stand."""
        count = len(self._turnouts)
        if not count:
            return []
        gap = _GAP if self.width() / count > _SLIM else 2
        wide = min(_WIDEST, (self.width() - gap * (count - 1)) / count)
        high = _HEIGHT - _ABOVE - _BELOW
        return [QRectF(number * (wide + gap), _ABOVE, wide, high) for number in range(count)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the columns, their numbers above and their days below."""
        painter = smooth(QPainter(self))
        most = max((each.members for each in self._turnouts), default=0) or 1
        columns = self.columns()
        for turnout, column in zip(self._turnouts, columns, strict=True):
            whole = column.adjusted(0, column.height() * (1 - turnout.members / most), 0, 0)
            self._draw(painter, turnout, whole)
        self._draw_days(painter, columns)

    def _draw(self, painter: QPainter, turnout: Turnout, whole: QRectF) -> None:
        tokens = theme().tokens
        draw_box(painter, whole, tokens.sunk, tokens.line, radius=3)
        if turnout.present:
            part = turnout.present / max(turnout.members, 1)
            colour = tokens.accent if 2 * turnout.present >= turnout.members else tokens.soon
            draw_box(painter, whole.adjusted(0, whole.height() * (1 - part), 0, 0), colour, colour, radius=3)
        half = whole.center().y()
        painter.setPen(QPen(QColor(tokens.ink), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(whole.left(), half, whole.right(), half))
        above = QRectF(whole.left() - _GAP, whole.top() - _ABOVE, whole.width() + 2 * _GAP, _ABOVE - 2)
        told = say.of_members(turnout, current())
        if QFontMetrics(font("tiny")).horizontalAdvance(told) > above.width() - _GAP:
            told = str(turnout.present)
        draw_text(painter, above, told, "tiny", tokens.ink, _CENTRE)

    def _draw_days(self, painter: QPainter, columns: Sequence[QRectF]) -> None:
        """Write as many days as there is room for."""
        pattern = pgettext("date pattern", "d MMM")
        room = QFontMetrics(font("tiny")).horizontalAdvance("28 sep.") + _GAP
        free = 0.0
        for turnout, column in zip(self._turnouts, columns, strict=True):
            box = QRectF(column.center().x() - room / 2, column.bottom() + 4, room, _BELOW - 4)
            if box.left() < free - room / 4:
                continue
            box.moveLeft(max(box.left(), 0))
            draw_text(
                painter, box, current().date(turnout.day, pattern), "tiny", theme().tokens.quiet, _UNDER
            )
            free = box.right()
