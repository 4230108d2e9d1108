"""The rail at the left: the product's name, then bodies and under each its meetings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from klubban.i18n import _
from klubban.ui.theme import SERIF, theme
from klubban.ui.widgets.basics import Ground, Rule, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.lists import Row, RowDelegate, RowList
from klubban.ui.widgets.paint import draw_box, draw_text, draw_wrapped, line_of, text_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

WIDTH = 216
_PAD = 10
_LINE = 22
_HEADING_TOP = 16


@dataclass(frozen=True, slots=True)
class RailRow:
    """A body as a heading, or one of its meetings."""

    id: int | None
    title: str
    detail: str = ""

    @property
    def heading(self) -> bool:
        """Tell whether this is a body."""
        return self.id is None

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return ", ".join(filter(None, (self.title, self.detail)))


class RailDelegate(RowDelegate):
    """Draws a body's name, or a meeting's day with its stage below."""

    def height(self, row: RailRow, width: int) -> int:
        """Return two lines for a meeting; a body's name takes what it needs."""
        if row.heading:
            return _HEADING_TOP + text_height(row.title, "pill", width - 2 * _PAD) + 4
        return 2 * _LINE + 6

    def draw(self, painter: QPainter, box: QRectF, row: RailRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if row.heading:
            area = box.adjusted(_PAD, _HEADING_TOP, -_PAD, 0)
            draw_wrapped(painter, area, row.title, "pill", tokens.quiet)
            return
        box = box.adjusted(0, 0, 0, -2)
        if chosen or under:
            fill = tokens.accent_soft if chosen else tokens.sunk
            draw_box(painter, box, fill, line_of(fill) if chosen else fill)
        words = box.adjusted(_PAD, 3, -_PAD, 0)
        role, ink = ("strong", tokens.accent) if chosen else ("body", tokens.ink)
        draw_text(painter, words, row.title, role, ink)
        draw_text(painter, words.adjusted(0, _LINE - 1, 0, 0), row.detail, "tiny", tokens.quiet)


class Rail(Ground):
    """The rail; `chosen` carries the meeting's id."""

    chosen = Signal(int)
    others_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        across, column = QHBoxLayout(self), QVBoxLayout()
        spaced(across)
        spaced(column, (14, 18, 5, 8), 0)
        across.addLayout(column, 1)
        across.addWidget(Rule(upright=True))
        brand = Text("Klubban", "brand", family=SERIF)
        brand.setContentsMargins(_PAD, 0, 0, 0)
        column.addWidget(brand)
        self.list = RowList(_("Meetings"))
        self.list.setItemDelegate(RailDelegate(self.list))
        column.addWidget(self.list, 1)
        others = Link(_("Other files"))
        others.clicked.connect(self._ask_for_others)
        foot = QHBoxLayout()
        spaced(foot, (_PAD - 6, 0, 0, 0))  # so that its words, not its ring, stand in line
        foot.addWidget(others)
        foot.addStretch()
        column.addLayout(foot)
        self.list.selectionModel().currentChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[RailRow]) -> None:
        """Show other rows, and keep what was chosen."""
        row = self.list.rows.row(self.list.currentIndex().row())
        kept: Sequence[Row] = rows
        self.list.rows.set_rows(kept)
        if row is not None:
            self.choose(row.id)

    def choose(self, meeting_id: int | None) -> bool:
        """Choose a meeting; False where there is none such."""
        return self.list.choose(meeting_id)

    def _ask_for_others(self) -> None:
        self.others_asked.emit()

    def _tell(self, current: QModelIndex) -> None:
        row = self.list.rows.row(current.row())
        if row is not None and row.id is not None:
            self.chosen.emit(row.id)
