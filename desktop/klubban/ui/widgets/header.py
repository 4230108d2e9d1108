"""The head of a page: title, the actions at the right, and the line of stages below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.theme import font, theme
from klubban.ui.widgets.basics import Ground, Short, spaced
from klubban.ui.widgets.paint import VCENTRE, draw_text, draw_tick, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

_DASH, _GAP, _TICK, _LINE, _BUTTON = 13, 6, 14, 20, 36


class StageLine(QLabel):
    """Where something stands, as words on a line: a tick before what is passed, what is now in the accent.

    Where room is short the line goes on below; a stage is never left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self._stages: tuple[str, ...] = ()
        self._current = 0
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_stage(self, stages: Sequence[str], current: int) -> None:
        """Show stages and which of them is now."""
        self._stages, self._current = tuple(stages), current
        told = _("Stage {number} of {count}: {stage}")
        self.setAccessibleName(
            told.format(number=current + 1, count=len(stages), stage=self._stages[current])
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(200, _LINE)

    def heightForWidth(self, width: int) -> int:
        """Return the height of as many lines as are needed."""
        return _LINE * max(1, len(self.lines(width)))

    def lines(self, width: int) -> list[list[int]]:
        """Return which stages stand on each line at a width."""
        found: list[list[int]] = []
        room = 0
        for number in range(len(self._stages)):
            wide = self._width(number) + (_DASH + 2 * _GAP if number + 1 < len(self._stages) else 0)
            if not found or wide > room:
                found.append([])
                room = width
            found[-1].append(number)
            room -= wide
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines; a dash at the end of one says that it goes on."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        for row, line in enumerate(self.lines(self.width())):
            x, middle = 0.0, row * _LINE + _LINE // 2
            for number in line:
                self._draw(painter, QRectF(x, row * _LINE, self._width(number), _LINE), number)
                x += self._width(number)
                if number + 1 < len(self._stages):
                    painter.fillRect(QRectF(x + _GAP, middle, _DASH, 1), QColor(tokens.edge))
                    x += _DASH + 2 * _GAP

    def _draw(self, painter: QPainter, box: QRectF, number: int) -> None:
        tokens = theme().tokens
        if number < self._current:
            draw_tick(painter, QPointF(box.left() + 4, box.center().y()), tokens.done)
            box = box.adjusted(_TICK, 0, 0, 0)
        now = number == self._current
        role, ink = ("label", tokens.accent) if now else ("small", tokens.quiet)
        draw_text(painter, box, self._stages[number], role, ink, VCENTRE)

    def _width(self, number: int) -> int:
        role = "label" if number == self._current else "small"
        tick = _TICK if number < self._current else 0
        return QFontMetrics(font(role)).horizontalAdvance(self._stages[number]) + 1 + tick


class Header(Ground):
    """Title and the page's actions, at most one of them chief; below them a line, and what is beside it."""

    def __init__(self, below: QWidget, beside: QWidget, actions: Sequence[QWidget]) -> None:
        super().__init__()
        column, row, line = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        spaced(column, (28, 13, 28, 13), 5)
        spaced(row, gap=8)
        row.addStrut(_BUTTON)  # what is below stays where it is when the actions go
        self.title = Short("", "page")
        self.title.setFixedHeight(30)
        row.addWidget(self.title, 1)
        for action in actions:
            row.addWidget(action)
        column.addLayout(row)
        spaced(line, gap=12)
        line.addWidget(below, 1)
        line.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
