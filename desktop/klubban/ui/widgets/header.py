"""The head of a page: title, the line of stages below it, and the actions at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.theme import font, theme
from klubban.ui.widgets.basics import Ground, Short, spaced
from klubban.ui.widgets.paint import VCENTRE, draw_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_DASH, _GAP = 13, 6


class StageLine(QLabel):
    """Where something stands, as words on a line; the current one is named in the accent.

    Where room is short, the stages furthest from the current one are left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self._stages: tuple[str, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_stage(self, stages: Sequence[str], current: int) -> None:
        """Show stages and which of them is now."""
        self._stages, self._current = tuple(stages), current
        told = _("Stage {number} of {count}: {stage}")
        self.setAccessibleName(
            told.format(number=current + 1, count=len(stages), stage=self._stages[current])
        )
        self.setToolTip(" – ".join(stages))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(200, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stages that there is room for."""
        painter, tokens, x = QPainter(self), theme().tokens, 0.0
        for place, number in enumerate(self._fitting()):
            if place:
                dash = QRectF(x + _GAP, self.height() // 2, _DASH, 1)
                painter.fillRect(dash, QColor(tokens.edge))
                x += _DASH + 2 * _GAP
            now = number == self._current
            role, ink = ("label", tokens.accent) if now else ("small", tokens.quiet)
            wide = self._width(number)
            draw_text(painter, QRectF(x, 0, wide, self.height()), self._stages[number], role, ink, VCENTRE)
            x += wide

    def _fitting(self) -> list[int]:
        """Return the stages that fit, nearest to the current one first to stay."""
        kept: list[int] = []
        for number in sorted(range(len(self._stages)), key=lambda n: abs(n - self._current)):
            room = sum(map(self._width, [*kept, number])) + len(kept) * (_DASH + 2 * _GAP)
            if kept and room > self.width():
                break
            kept.append(number)
        return sorted(kept)

    def _width(self, number: int) -> int:
        role = "label" if number == self._current else "small"
        return QFontMetrics(font(role)).horizontalAdvance(self._stages[number]) + 1


class Header(Ground):
    """Title, a line below it, and the page's actions, at most one of them chief."""

    def __init__(self, below: QWidget, actions: Sequence[QWidget]) -> None:
        super().__init__()
        row, words = QHBoxLayout(self), QVBoxLayout()
        spaced(row, (28, 17, 28, 15), 8)
        spaced(words, gap=6)
        self.title = Short("", "page")
        self.title.setFixedHeight(30)
        words.addWidget(self.title)
        words.addWidget(below)
        row.addLayout(words, 1)
        for action in actions:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
