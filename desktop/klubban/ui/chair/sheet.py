"""The column of the chair's agenda: its lines in their order, the one in hand open on a card."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from klubban.i18n import _
from klubban.ui.chair import view_words
from klubban.ui.chair.agenda_row import TITLE, Entry, ItemRow, RowWords
from klubban.ui.chair.asking import Asking
from klubban.ui.meeting import agenda
from klubban.ui.meeting.surface import Surface
from klubban.ui.widgets.basics import QUIET, ROLE, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from klubban.domain.meeting import Meeting
    from klubban.ui.chair.source import Source

_MEASURE, _LEFT = 900, 20


class ChairSheet(Surface):
    """On the warm ground; lines that stay keep the keyboard when the agenda changes."""

    reached = Signal(int)
    """An item was clicked, or the keyboard came to it."""

    def __init__(self) -> None:
        super().__init__(_("Agenda"), _MEASURE)
        self._entries: dict[int, Entry] = {}
        self._order: Sequence[object] = ()
        self._new: Asking | None = None
        self._hand: int | None = None
        self._ground.setBackgroundRole(ROLE.Window)
        if (across := self._ground.layout()) is not None:
            across.setContentsMargins(28 - _LEFT, 12, _LEFT, 24)  # the numbers stand below the title

    def row(self, item: int | None) -> ItemRow | None:
        """Return the line of an item."""
        entry = self._entries.get(item or 0)
        return entry.row if entry is not None else None

    def show_meeting(self, meeting: Meeting, hand: int | None, source: Source) -> None:
        """Show an agenda as it stands, with an item in hand."""
        self._hand = hand
        shown = agenda.rows(meeting)
        gaps, told = view_words.gaps(meeting), view_words.to_know(meeting, source.unreported())
        order = [told, gaps, *((row.id, row.number) for row in shown)]
        if order != self._order or not meeting.items:
            self._order = order
            self._lay(shown, told, gaps, closed=bool(source.closed()))
        lines, times = {row.id: row for row in shown if row.item}, view_words.times(meeting)
        for item in meeting.items:
            row, (starts, minutes) = lines[item.id], times.get(item.id, ("", ""))
            off = bool(row.state) and not row.done
            parts = [row.state if not row.done else "", *agenda.marks(item), *source.changes(item.id)]
            if item.id != hand and not row.done:
                parts.append(", ".join(item.presenters))
            below = " · ".join(filter(None, (*parts, row.clash)))
            said = RowWords(
                row.number, row.title, starts, minutes, below, off=off, done=row.done, clash=bool(row.clash)
            )
            self._entries[item.id].row.show_words(said, opened=item.id == hand)
        for id_, entry in self._entries.items():  # Tab comes to the line in hand; the arrows walk from there
            policy = Qt.FocusPolicy.StrongFocus if id_ == hand else Qt.FocusPolicy.ClickFocus
            entry.row.setFocusPolicy(policy)

    def _lay(
        self, shown: Sequence[agenda.AgendaRow], told: str, gaps: Mapping[int, str], *, closed: bool
    ) -> None:
        focused = QApplication.focusWidget()
        self._empty()
        self._let_go({row.id for row in shown if row.item})
        if told:
            self.add(_words(told, "item", 4))
        for row, below in zip_longest(shown, shown[1:]):
            if row.item and row.id is not None:
                self.add(self._entry(row.id))
            if row.heading and row.parted:
                self.add(_words(row.number, "label", 14))
            # A break is told above the heading of the part that begins after it.
            after = shown[shown.index(below) + 1] if below is not None and below.heading else below
            gap = gaps.get(after.id or 0) if after is not None and not row.heading else None
            if gap:
                self.add(_words(gap, "item", 6, TITLE))
        if not self._entries:
            empty = _("There is nothing on the agenda yet. Ctrl+N adds an item.")
            self.add(_words(_("There is nothing on the agenda.") if closed else empty, "large", 20))
        self.end()
        self._place_new()
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self) -> None:
        """Take all out of the column; lines are kept, and a title that is being typed."""
        while (place := self.column.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None and not isinstance(widget, Entry | Asking):
                widget.hide()
                widget.deleteLater()

    def _let_go(self, kept: set[int | None]) -> None:
        for gone in self._entries.keys() - kept:
            entry = self._entries.pop(gone)
            entry.hide()
            entry.deleteLater()

    def _entry(self, item: int) -> Entry:
        if item not in self._entries:
            entry = self._entries[item] = Entry()
            entry.row.clicked.connect(lambda: self.reached.emit(item))
            entry.row.reached.connect(lambda: self.reached.emit(item))
        return self._entries[item]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the page: a scroll area would take the arrows."""
        event.ignore()

    # --- what is open

    def open(self, item: int, part: QWidget) -> None:
        """Open an item: a part goes below its line."""
        entry = self._entries[item]
        entry.open(part)
        self.bring_into_sight(entry)
        self.bring_into_sight(entry.row)

    def close_item(self, item: int) -> None:
        """Close an item, if it is there."""
        if item in self._entries:
            self._entries[item].close_part()

    # --- a new item

    @property
    def new(self) -> Asking | None:
        """Return where a title is typed, while one is."""
        return self._new

    def ask_for_new(self, act: Callable[[str], str]) -> Asking:
        """Let a title be typed below the item in hand."""
        self.close_new()
        self._new = Asking(_("Title of the new item"), _("New item"), "", act)
        self._new.inset()
        self._place_new()
        self._new.begin()
        self.bring_into_sight(self._new)
        return self._new

    def go_on(self) -> None:
        """Let the next title be typed, below what was added."""
        if self._new is not None:
            self._place_new()
            self._new.entry.show_words("")
            self._new.begin()
            self.bring_into_sight(self._new)

    def close_new(self) -> None:
        """Stop typing titles."""
        if self._new is not None:
            new, self._new = self._new, None
            self.column.removeWidget(new)
            new.hide()
            new.deleteLater()

    def _place_new(self) -> None:
        if self._new is None:
            return
        self.column.removeWidget(self._new)
        entry = self._entries.get(self._hand or 0)
        self.column.insertWidget(self.column.indexOf(entry) + 1 if entry is not None else 0, self._new)


def _words(told: str, role: str, above: int, left: int = _LEFT) -> QWidget:
    words = Text(told, role, QUIET, wrap=True)
    words.setContentsMargins(left, above, 0, 4)
    return words
