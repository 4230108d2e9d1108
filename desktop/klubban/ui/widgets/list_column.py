"""The list beside what is in hand: search, chips above it where there are states, and painted rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout

from klubban.i18n import _
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import Ground, Rule, spaced
from klubban.ui.widgets.entry import Entry
from klubban.ui.widgets.lists import Row, RowDelegate, RowList
from klubban.ui.widgets.paint import draw_pill, draw_raised, draw_text, draw_wrapped, pill_size, text_height

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtGui import QPainter

    from klubban.ui.theme import Tone

WIDE, LEAST = 404, 300
_PAD = 10
_AT_ONCE = 200
"""Rows that are laid out before the page is shown; the rest follow."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One thing; without an id it heads those that follow."""

    id: Hashable | None
    title: str
    detail: str = ""
    pill: str = ""
    tone: Tone = "plain"
    note: str = ""
    past: bool = False

    @property
    def heading(self) -> bool:
        """Tell whether this only heads what follows."""
        return self.id is None

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return ", ".join(filter(None, (self.title, self.detail, self.pill, self.note)))


def nothing_found(search: str) -> list[ListRow]:
    """Return the line that says that a search found nothing."""
    return [ListRow(None, _("Nothing is called so"))] if search else []


class ListDelegate(RowDelegate):
    """Draws what it is, below it whose it is with a pill at the end, and what gives cause for concern."""

    def height(self, row: ListRow, width: int) -> int:
        """Return the height of the wrapped words."""
        return _height(row.heading, row.title, bool(row.pill), row.note, width)

    def draw(self, painter: QPainter, box: QRectF, row: ListRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if row.heading:
            draw_text(painter, box.adjusted(_PAD, 15, -_PAD, 0), row.title, "pill", tokens.quiet)
            return
        if chosen:
            draw_raised(painter, box.adjusted(0, 0, -1, -1))
        area = box.adjusted(_PAD, 6, -_PAD, 0)
        ink = tokens.accent if under and not chosen else tokens.quiet if row.past else tokens.ink
        role = "item_strong" if chosen else "item"
        draw_wrapped(painter, area, row.title, role, ink)
        area.setTop(area.top() + text_height(row.title, role, area.width()) + 1)
        wide = pill_size(row.pill).width() if row.pill else 0
        if row.pill:
            draw_pill(painter, QPointF(area.right() - wide, area.top() + 1), row.pill, row.tone)
        below = QRectF(area.left(), area.top() + (3 if row.pill else 0), area.width() - wide - 8, 20)
        draw_text(painter, below, row.detail, "tiny", tokens.quiet)
        if row.note:
            area.setTop(area.top() + (23 if row.pill else 17))
            draw_wrapped(painter, area, row.note, "tiny", tokens.tone("soon")[0])


@lru_cache(20_000)
def _height(heading: bool, title: str, pill: bool, note: str, width: int) -> int:  # noqa: FBT001 - cached
    room = width - 2 * _PAD
    if heading:
        return 14 + text_height(title, "pill", room) + 6
    noted = text_height(note, "tiny", room) + 2 if note else 0
    return text_height(title, "item_strong", room) + (24 if pill else 18) + noted + 13


class ListColumn(Ground):
    """Search and list; `chosen` carries what a row stands for, `searched` that other words are searched."""

    chosen = Signal(object)
    searched = Signal()
    followed = Signal()
    """Enter was pressed on what is chosen."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setFixedWidth(WIDE)
        self._quiet = False
        across, column, self.above = QHBoxLayout(self), QVBoxLayout(), QVBoxLayout()
        spaced(across)
        spaced(column, (18, 14, 2, 8), 6)
        spaced(self.above, (0, 0, 8, 0), 8)
        self.search = Entry(hint, hint)
        self.search.edited.connect(self.searched)
        self.search.entered.connect(self._take_first)
        self.search.arrow.connect(self._enter_list)
        self.above.addWidget(self.search)
        column.addLayout(self.above)
        self.list = RowList(name)
        self.list.setItemDelegate(ListDelegate(self.list))
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(_AT_ONCE)
        column.addWidget(self.list, 1)
        across.addLayout(column, 1)
        across.addWidget(Rule(upright=True))
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.activated.connect(self.followed)

    def take(self, rows: Sequence[Row], chosen: Hashable | None) -> None:
        """Show lines, with one chosen."""
        self._quiet = True  # what is chosen from outside is no news to the page
        self.list.rows.set_rows(rows)
        if chosen is None or not self.list.choose(chosen):
            self.list.selectionModel().clear()
        elif self.list.currentIndex().row() <= 1:
            self.list.scrollToTop()  # with the heading above the first line
        self._quiet = False

    def hold(self, chosen: Hashable | None) -> None:
        """Let what is chosen be so still."""
        self._quiet = True
        self.list.choose(chosen)
        self._quiet = False

    def enter(self) -> None:
        """Give the keyboard to the list; an empty one has it too, for the keys of the page."""
        if not self.list.currentIndex().isValid():
            self.list.step(1)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, self._seek)  # once the page has its height

    def _seek(self) -> None:
        self.list.scrollTo(self.list.currentIndex())

    def fit(self, room: int, tight: int) -> None:
        """Give way first where the page is narrow."""
        self.setFixedWidth(WIDE if room >= tight else LEAST)

    def _take_first(self, _words: str) -> None:
        self.list.selectionModel().clear()
        self.list.step(1)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

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
            self.enter()
        else:
            super().keyPressEvent(event)
