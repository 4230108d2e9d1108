"""The chair's view: the agenda in one column, large, with the item in hand open; of the file or of a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.store.trouble import Trouble
from klubban.ui.chair import view_keys, view_words
from klubban.ui.chair.hand import Hand
from klubban.ui.chair.open_item import OpenItem
from klubban.ui.chair.sheet import ChairSheet
from klubban.ui.chair.speakers_part import Speaking
from klubban.ui.meeting import words
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import QUIET, Pill, Rule, Short, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_foot import KeyFoot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from klubban.domain.meeting import Item, Meeting
    from klubban.ui.chair.agenda_row import ItemRow
    from klubban.ui.chair.source import Source

_PACE = 15_000
"""Milliseconds after which it is said again how the time stands."""


class ChairView(QWidget):
    """Knows its source, not what lies behind it. The page that holds it tells of what is saved."""

    saved = Signal()
    failed = Signal(Exception)
    paper_asked = Signal(int)
    left = Signal()

    def __init__(self, clock: Callable[[], datetime], actions: Sequence[QWidget]) -> None:
        super().__init__()
        self._clock = clock
        self.source: Source | None = None
        self.meeting: Meeting | None = None
        self._item: int | None = None
        self.opened: OpenItem | None = None
        self._as_of: object = None
        self.speaking = Speaking(clock)
        self.banner, self.foot, self.sheet = Banner(), KeyFoot(_("Keys")), ChairSheet()
        self.hand = Hand(self)
        self._below, self._pace, self._ends = Short("", "body", QUIET), Pill(), Text("", "small", QUIET)
        beside, row, column = QWidget(), QHBoxLayout(), QVBoxLayout(self)
        beside.setLayout(row)
        spaced(row, gap=8)
        row.addWidget(self._ends)
        row.addWidget(self._pace)
        self.back, below, line = Link("", "body", flush=True), QWidget(), QHBoxLayout()
        below.setLayout(line)
        spaced(line, gap=12)
        line.addWidget(self.back)
        line.addWidget(self._below, 1)
        self.back.hide()
        self.back.clicked.connect(self.left)
        self._header = Header(below, beside, actions)
        spaced(column)
        for widget in (self._header, Rule(), self.banner, self.sheet, Rule(), self.foot):
            column.addWidget(widget, 1 if widget is self.sheet else 0)
        self.sheet.reached.connect(self.take)
        self._again = QTimer(self, interval=_PACE)
        self._again.timeout.connect(self.show_pace)

    # --- showing

    @property
    def in_hand(self) -> Item | None:
        """Return the item in hand."""
        items = self.meeting.items if self.meeting else ()
        return next((item for item in items if item.id == self._item), None)

    @property
    def rows(self) -> list[ItemRow]:
        """Return the lines in their order."""
        items = self.meeting.items if self.meeting else ()
        return [row for item in items if (row := self.sheet.row(item.id))]

    def show_source(self, source: Source) -> None:
        """Show another agenda, with the first item that waits in hand; raises LookupError."""
        items = source.read().items
        self.sheet.close_new()
        self._close()
        self._end_speech()
        self.foot.say("")
        self.source, self.meeting = source, None
        waiting = (item.id for item in items if item.outcome is None and not item.decision)
        self._item = next(waiting, items[0].id if items else None)
        self.reload()
        self._again.start()

    def _end_speech(self) -> None:
        """Note for how long somebody spoke who still does, before another meeting is shown."""
        speaker, seconds = self.speaking.speaker, self.speaking.seconds
        self.speaking.end()
        if speaker is None or self.source is None or self.source.floor is None:
            return
        try:
            self.source.floor.finish(speaker, seconds)
        except LookupError:  # undo took them off the list
            pass
        except Trouble as trouble:
            self.failed.emit(trouble)

    def reload(self) -> bool:
        """Show what is new; False when the meeting is gone."""
        if self.source is None:
            return False
        before = self.meeting
        try:
            meeting = self.meeting = self.source.read()
        except LookupError:
            return False
        self._item = _next_in_hand(before, meeting, self._item)
        self._header.title.setText(words.title(meeting, self._clock().date()))
        self._below.setText(view_words.below_title(meeting))
        self.show_pace()
        closed = bool(self.source.closed())
        if self.opened is not None and (
            self.opened.item != self._item or self._as_of != (meeting.stage, closed)
        ):
            self._close()
        self.sheet.show_meeting(meeting, self._item, self.source)
        self._show_open(self.source, meeting)
        speakers = self.opened is not None and self.opened.speakers is not None
        self.foot.show_keys(view_keys.names(self.in_hand, closed=closed, speakers=speakers))
        return True

    def show_pace(self) -> None:
        """Say how the time stands."""
        if self.meeting is not None:
            pill, tone, told = view_words.time_standing(self.meeting, self._clock())
            self._pace.say(pill, tone)
            self._pace.setVisible(bool(pill))
            self._ends.setText(told)

    def _show_open(self, source: Source, meeting: Meeting) -> None:
        item = self.in_hand
        if item is None:
            return
        if self.opened is not None:
            self.opened.take(meeting, item)
            return
        self.opened = opened = OpenItem(source, meeting, item, self.speaking)
        self._as_of = meeting.stage, bool(source.closed())
        opened.saved.connect(self.saved)
        opened.failed.connect(self.failed)
        opened.told.connect(self.foot.say)
        opened.paper_asked.connect(self.paper_asked)
        opened.left.connect(self.enter)
        opened.sought.connect(self.sheet.bring_into_sight)
        self.sheet.keep_in_sight(opened.note)
        self.sheet.open(item.id, opened)

    def _close(self) -> None:
        """Close what is open."""
        if self.opened is not None:
            self.opened.flush()
            self.sheet.close_item(self.opened.item)
            self.opened = None

    # --- what is in hand

    def take(self, item: int, *, adding: bool = False) -> None:
        """Take an item in hand; the one before stays when its notes cannot be saved."""
        if item == self._item or self.sheet.row(item) is None or not self.flush():
            return
        self._item = item
        if not adding:
            self.sheet.close_new()
            self.foot.say("")
        self.reload()

    def step(self, by: int) -> None:
        """Take the next item in hand, or the one before, and give it the keyboard."""
        order = [item.id for item in self.meeting.items] if self.meeting else []
        if order:
            at = order.index(self._item) if self._item in order else 0
            self.take(order[max(0, min(at + by, len(order) - 1))])
            self.enter()

    def enter(self) -> None:
        """Give the keyboard to the line in hand."""
        self.sheet.close_new()
        if self.opened is not None:
            self.opened.close_asking()
        line = self.sheet.row(self._item) or self
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> bool:
        """Save what is not saved."""
        return self.opened is None or self.opened.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for; letters only while no text is being typed."""
        act = view_keys.act(self, event)
        if act is None:
            super().keyPressEvent(event)
        else:
            self.foot.say("")
            act()


def _next_in_hand(before: Meeting | None, now: Meeting, item: int | None) -> int | None:
    """Return what is in hand when an item may be gone: it, or what is in its place."""
    left = [each.id for each in now.items]
    if item in left or not left:
        return item if left else None
    there = [each.id for each in before.items] if before else []
    return left[min(there.index(item), len(left) - 1)] if item in there else left[0]
