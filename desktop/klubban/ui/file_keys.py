"""The keys of an open file that work wherever the caret is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from klubban.ui.columns import go_round

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget

    from klubban.ui.beyond import Beyond
    from klubban.ui.file_page import FilePage
    from klubban.ui.rooms import Rooms


class FileKeys:
    """Does on the page that is seen what the keys are for."""

    def __init__(self, page: FilePage, pages: QStackedWidget, rooms: Rooms, beyond: Beyond) -> None:
        """Bind the keys; `pages` has all pages of the file."""
        self._page, self._pages, self._rooms, self._beyond = page, pages, rooms, beyond
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Z": page.undo,
            "Ctrl+Shift+Z": page.redo,
            "Ctrl+Y": page.redo,
            "Ctrl+E": self.export,
            "F7": page.show_registers,
            "Alt+Down": partial(self.step, 1),
            "Alt+Up": partial(self.step, -1),
            "F8": self._swap_page,
            "F9": self._swap_roll,
            "F3": partial(page.swap_room, "summons"),
            "Shift+F3": partial(page.swap_room, "after"),
            "F4": partial(page.swap_room, "matters"),
            "F5": partial(page.swap_room, "planning"),
            "Shift+F4": partial(page.swap_room, "assignments"),
            "Shift+F5": partial(page.swap_room, "overview"),
            "Shift+F7": partial(page.swap_room, "inquiries"),
            "Shift+F8": partial(page.swap_room, "plans"),
            "Shift+F9": partial(page.swap_room, "situations"),
            "F10": partial(page.swap_room, "look"),
            "F11": partial(page.swap_room, "chair"),
            "F6": partial(self.go_round, 1),
            "Shift+F6": partial(self.go_round, -1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)
        at_desk: dict[str, Callable[[], object]] = {  # other rooms print their own lists
            "Ctrl+P": partial(page.swap_room, "output"),
            "Ctrl+Shift+C": page.meeting.copy_text,
        }
        for key, act in at_desk.items():
            shortcut = QShortcut(QKeySequence(key), page.meeting)  # while that is seen
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)

    def step(self, by: int) -> None:
        """Go to the next line of what is shown, or the one before."""
        at, desk = self._pages.currentWidget(), self._page.desk
        if at is self._page.meeting:
            self._page.meeting.agenda.list.step(by)
        elif desk is at:
            self._page.registers.step(by)
        elif self._beyond.roll is not None and at is self._beyond.roll:
            self._beyond.roll.step(by)
        elif (room := self._rooms.shown(at)) is not None:
            room.step(by)

    def export(self) -> None:
        """Export what the page that is seen shows."""
        at = self._pages.currentWidget()
        room, statistics = self._rooms.shown(at), self._beyond.statistics
        if room is not None:
            room.export_record()
        elif statistics is not None and at is statistics:
            statistics.export_statistics()
        else:
            self._page.desk.export_record()

    def go_round(self, by: int) -> None:
        """Give the keyboard to the next column: rail, agenda, text, preview."""
        at, desk = self._pages.currentWidget(), self._page.desk
        room = self._rooms.shown(at)
        columns = desk.columns() if desk is at else room.columns() if room is not None else [at]
        go_round([self._page.rail.list, *columns], by)

    def _swap_page(self) -> None:
        if self._pages.currentWidget() is self._page.meeting:
            self._page.meeting.swap_page()

    def _swap_roll(self) -> None:
        """Go from the meeting to its roll, and back."""
        at = self._pages.currentWidget()
        if self._beyond.roll is not None and at is self._beyond.roll:
            self._page.show_desk()
        elif at is self._page.meeting:
            self._page.meeting.ask_for_roll()
