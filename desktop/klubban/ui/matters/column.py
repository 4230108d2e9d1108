"""The list of matters or decisions, narrowed by what is typed above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from klubban.i18n import _, pgettext
from klubban.ui.matters.rows import MatterRow
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import Ground, Rule, spaced
from klubban.ui.widgets.entry import Entry
from klubban.ui.widgets.lists import Row, RowDelegate, RowList
from klubban.ui.widgets.paint import draw_pill, draw_raised, draw_text, draw_wrapped, pill_size, text_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

WIDE, LEAST = 372, 240
_PAD = 10
_DETAIL, _PILLED = 18, 24
"""The height of the line below a title, without and with a pill."""


class MatterDelegate(RowDelegate):
    """Draws a title with what is known below, and a pill at the end of that line."""

    def height(self, row: MatterRow, width: int) -> int:
        """Return the height of a wrapped title and a line below."""
        if row.heading:
            return 14 + text_height(row.title, "pill", width - 2 * _PAD) + 6
        below = _PILLED if row.pill else _DETAIL if row.detail else 0
        return text_height(row.title, "item_strong", width - 2 * _PAD) + below + 12

    def draw(self, painter: QPainter, box: QRectF, row: MatterRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if row.heading:
            draw_wrapped(painter, box.adjusted(_PAD, 13, -_PAD, 0), row.title, "pill", tokens.quiet)
            return
        if chosen:
            draw_raised(painter, box.adjusted(0, 0, -1, -1))
        area = box.adjusted(_PAD, 5, -_PAD, 0)
        ink = tokens.accent if under and not chosen else tokens.ink
        role = "item_strong" if chosen else "item"
        draw_wrapped(painter, area, row.title, role, ink)
        area.setTop(area.top() + text_height(row.title, role, area.width()) + 1)
        wide = pill_size(row.pill).width() if row.pill else 0
        if row.pill:
            draw_pill(painter, QPointF(area.right() - wide, area.top() + 1), row.pill, row.tone)
        if row.detail:
            below = QRectF(area.left(), area.top() + (3 if row.pill else 0), area.width() - wide - 8, 20)
            draw_text(painter, below, row.detail, "tiny", tokens.quiet)


class MatterColumn(Ground):
    """Search and list; `chosen` carries an id, `searched` that other words are searched for."""

    chosen = Signal(int)
    searched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDE)
        self._quiet = False
        across, column, well = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        spaced(across)
        spaced(column, (18, 14, 2, 8), 4)
        spaced(well, (0, 0, 8, 0))
        self.search = Entry(pgettext("matters", "Search"), _("Search by title, number or name"))
        self.search.edited.connect(self.searched)
        self.search.entered.connect(self._take_first)
        self.search.arrow.connect(self._enter_list)
        well.addWidget(self.search)
        self.above = QVBoxLayout()
        spaced(self.above)
        column.addLayout(self.above)
        column.addLayout(well)
        self.list = RowList(_("Matters"))
        self.list.setItemDelegate(MatterDelegate(self.list))
        column.addWidget(self.list, 1)
        across.addLayout(column, 1)
        across.addWidget(Rule(upright=True))
        self.list.selectionModel().currentChanged.connect(self._tell)

    def take(self, rows: Sequence[Row], chosen: int | None) -> None:
        """Show lines, with one chosen."""
        self._quiet = True  # what is chosen from outside is no news to the page
        self.list.rows.set_rows(rows)
        if chosen is None or not self.list.choose(chosen):
            self.list.selectionModel().clear()
        elif self.list.currentIndex().row() <= 1:
            self.list.scrollToTop()  # with the heading above the first line
        self._quiet = False

    def _take_first(self, _words: str) -> None:
        self.list.selectionModel().clear()
        self.list.step(1)

    def _enter_list(self, by: int) -> None:
        if by > 0 and not self.list.currentIndex().isValid():
            self.list.step(1)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, now: QModelIndex) -> None:
        row = self.list.rows.row(now.row())
        if row is not None and row.id is not None and not self._quiet:
            self.chosen.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the search up by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.search.words():
            self.search.show_words("")
            self.searched.emit()
        else:
            super().keyPressEvent(event)
