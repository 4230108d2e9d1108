"""The rows of a card: a leaf of a calendar, what it is, what is known of it, a bar, a word in a pill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from klubban.ui.theme import Tone, font, theme
from klubban.ui.widgets.lists import RowDelegate, RowList
from klubban.ui.widgets.paint import (
    CENTRE,
    PILL_HEIGHT,
    draw_box,
    draw_pill,
    draw_text,
    draw_wrapped,
    pill_size,
    text_height,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPainter

_AIR, _LEAF, _LEAF_HIGH, _GAP = 8, 54, 42, 12
_BAR, _ENOUGH = 6, 170


def text_width(text: str, role: str) -> int:
    """Return how wide words are on one line."""
    return QFontMetrics(font(role)).horizontalAdvance(text)


@dataclass(frozen=True, slots=True)
class FactRow:
    """One thing that leads somewhere."""

    id: Hashable
    title: str
    detail: str = ""
    pill: str = ""
    tone: Tone = "plain"
    leaf: tuple[str, str] | None = None
    """Month and day."""
    bar: tuple[int, int, int] | None = None
    """So much of it is late, so much there is, and the most that any row has."""

    heading = False

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return ", ".join(
            filter(None, (" ".join(reversed(self.leaf or ())), self.title, self.detail, self.pill))
        )


class FactList(RowList):
    """Rows at their full height: the page scrolls, not the list. `asked` carries what a row stands for."""

    asked = Signal(object)

    def __init__(self, name: str, rows: Sequence[FactRow]) -> None:
        super().__init__(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setViewportMargins(0, 0, 0, 0)
        self.setTabKeyNavigation(False)
        self._delegate = FactDelegate(self)
        self.setItemDelegate(self._delegate)
        self.point_at_rows()
        self.shown = tuple(rows)
        self.rows.set_rows(rows)
        self.activated.connect(self._ask)
        self.clicked.connect(self._ask)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(300, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows are at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        high = sum(self._delegate.height(row, self.width()) for row in self.shown)
        if high != self.height():
            self.setFixedHeight(high)

    def _ask(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row is not None:
            self.asked.emit(row.id)


class FactDelegate(RowDelegate):
    """Draws a row over its hair line."""

    def __init__(self, view: FactList) -> None:
        super().__init__(view)
        self._list = view

    def height(self, row: FactRow, width: int) -> int:
        """Return what the wrapped words need, or the leaf."""
        words = self._title(row, width) + self._detail(row, width) + (_BAR + 6 if row.bar else 0)
        words += 0 if self._beside(row, width) else PILL_HEIGHT + 4
        return max(words, _LEAF_HIGH if row.leaf else 0) + 2 * _AIR

    def _wide(self, row: FactRow, width: float) -> float:
        room = self._room(row, width)
        return room - pill_size(row.pill).width() - _GAP if row.pill and self._beside(row, width) else room

    @staticmethod
    def _room(row: FactRow, width: float) -> float:
        return width - (_LEAF + _GAP if row.leaf else 0)

    def _beside(self, row: FactRow, width: float) -> bool:
        """Tell whether the words have room enough beside the pill; it stands below them otherwise."""
        left = self._room(row, width) - pill_size(row.pill).width() - _GAP
        return not row.pill or left >= min(_ENOUGH, text_width(row.title, self._role(row)))

    def _title(self, row: FactRow, width: float) -> int:
        return text_height(row.title, self._role(row), self._wide(row, width))

    @staticmethod
    def _role(row: FactRow) -> str:
        return "item_strong" if row.leaf else "item"

    def _detail(self, row: FactRow, width: float) -> int:
        return text_height(row.detail, "small", self._wide(row, width)) if row.detail else 0

    def draw(self, painter: QPainter, box: QRectF, row: FactRow, *, chosen: bool, under: bool) -> None:  # noqa: ARG002 - a ring shows what is chosen
        """Draw the leaf, the words, the bar and the pill."""
        tokens = theme().tokens
        if row != self._list.shown[-1]:
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))
        left, top = box.left(), box.top() + _AIR
        if row.leaf:
            self._draw_leaf(painter, QRectF(left, top, _LEAF, _LEAF_HIGH), row.leaf)
            left += _LEAF + _GAP
        wide, high = self._wide(row, box.width()), self._title(row, box.width())
        ink = tokens.accent if under else tokens.ink
        draw_wrapped(painter, QRectF(left, top, wide, high), row.title, self._role(row), ink)
        if row.detail:
            below = QRectF(left, top + high, wide, box.height())
            draw_wrapped(painter, below, row.detail, "small", tokens.quiet)
        if row.bar:
            under_words = top + high + self._detail(row, box.width()) + 4
            self._draw_bar(painter, QRectF(left, under_words, wide, _BAR), row.bar)
        if row.pill and not self._beside(row, box.width()):
            corner = QPointF(left, box.bottom() - _AIR - PILL_HEIGHT)
            draw_pill(painter, corner, row.pill, row.tone)
        elif row.pill:
            corner = QPointF(box.right() - pill_size(row.pill).width(), top + (10 if row.leaf else 0))
            draw_pill(painter, corner, row.pill, row.tone)

    @staticmethod
    def _draw_leaf(painter: QPainter, box: QRectF, leaf: tuple[str, str]) -> None:
        tokens, (month, day) = theme().tokens, leaf
        draw_box(painter, box, tokens.surface, tokens.line)
        draw_text(
            painter, QRectF(box.left(), box.top() + 3, box.width(), 16), month, "tiny", tokens.quiet, CENTRE
        )
        draw_text(
            painter, QRectF(box.left(), box.top() + 18, box.width(), 20), day, "strong", tokens.ink, CENTRE
        )

    @staticmethod
    def _draw_bar(painter: QPainter, box: QRectF, bar: tuple[int, int, int]) -> None:
        """Draw all that there is as an outline, and what is late of it filled."""
        tokens, (late, count, most) = theme().tokens, bar
        whole = QRectF(box.left(), box.top(), max(box.width() * count / max(most, 1), _BAR), _BAR)
        draw_box(painter, whole, tokens.sunk, tokens.edge, radius=2)
        if late:
            part = QRectF(whole.left(), whole.top(), max(whole.width() * late / count, _BAR), _BAR)
            draw_box(painter, part, tokens.late, tokens.late, radius=2)
