"""Rows of a table without a grid: a name, what it belongs to, and the numbers with a bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy

from klubban.ui.theme import font, theme
from klubban.ui.widgets.lists import AIR, RowDelegate, RowList
from klubban.ui.widgets.paint import RIGHT, VCENTRE, draw_box, draw_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW, _HEAD = 32, 26
_BAR, _BAR_HIGH, _SHARE, _GAP = 96, 6, 52, 12
_COUNT = 84
PAD = 8
"""The room in a row before its words."""
_NARROW = 420


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line: who, of what, how often; with a share also a bar. A heading names the columns."""

    title: str
    detail: str = ""
    counts: tuple[str, ...] = ()
    share: float | None = None
    told: str = ""
    """The share in words."""
    spoken: str = ""
    """All of it as a sentence, for readers that do not see the columns."""
    heading: bool = False
    number: int = 0

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return self.spoken or ", ".join(part for part in (self.title, self.detail, *self.counts) if part)

    @property
    def id(self) -> int:
        """Return the number of the row."""
        return self.number


class Table(RowList):
    """All rows at their full height: the page scrolls, not the table."""

    def __init__(self, name: str, rows: Sequence[TableRow]) -> None:
        super().__init__(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setViewportMargins(0, 0, 0, 0)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Delegate(self))
        self.rows.set_rows(rows)
        self._high = sum(_HEAD if row.heading else _ROW for row in rows) + AIR
        self.setFixedHeight(self._high)

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(320, self._high)


class _Delegate(RowDelegate):
    """Paints a row over its hair line."""

    def height(self, row: Any, _width: int) -> int:
        """Return the height of a row."""
        return _HEAD if row.heading else _ROW

    def draw(self, painter: QPainter, box: QRectF, row: Any, *, chosen: bool, under: bool) -> None:  # noqa: ARG002 - nothing is chosen here
        """Draw the columns from the right, and the name in what is left."""
        tokens = theme().tokens
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))
        box = box.adjusted(PAD, 0, -PAD, -1)
        role, ink = ("pill", tokens.quiet) if row.heading else ("item", tokens.ink)
        right = self._share(painter, box, row, ink)
        for count in reversed(row.counts):
            draw_text(
                painter,
                QRectF(right - _COUNT, box.top(), _COUNT, box.height()),
                count,
                role,
                ink,
                RIGHT | VCENTRE,
            )
            right -= _COUNT + _GAP
        room = QRectF(box.left(), box.top(), right - box.left(), box.height())
        draw_text(painter, room, row.title, role, ink, VCENTRE)
        if row.detail:
            wide = QFontMetrics(font(role)).horizontalAdvance(row.title) + _GAP
            room.setLeft(room.left() + wide)
            draw_text(painter, room, row.detail, role, tokens.quiet, VCENTRE)

    def _share(self, painter: QPainter, box: QRectF, row: Any, ink: str) -> float:
        """Draw the share in words and as a bar, if the row has one; return where the next column ends."""
        if not row.told:
            return box.right()
        role = "pill" if row.heading else "item"
        place = QRectF(box.right() - _SHARE, box.top(), _SHARE, box.height())
        draw_text(painter, place, row.told, role, ink, RIGHT | VCENTRE)
        right = place.left() - _GAP
        if box.width() < _NARROW:
            return right
        if not row.heading:
            tokens = theme().tokens
            bar = QRectF(right - _BAR, box.center().y() - _BAR_HIGH / 2, _BAR, _BAR_HIGH)
            draw_box(painter, bar, tokens.sunk, tokens.line, radius=_BAR_HIGH / 2)
            if row.share:
                bar.setWidth(max(_BAR * row.share, _BAR_HIGH))
                draw_box(painter, bar, tokens.accent, tokens.accent, radius=_BAR_HIGH / 2)
        return right - _BAR - _GAP
