"""The parts recorded at the table on a page of their own, and what presses keys there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from klubban.domain.attendance import with_roll
from klubban.operations.roll_call import begin_roll, call_present
from klubban.store import reads
from klubban.ui.meeting.surface import Surface
from klubban.ui.minutes.parts import PARTS, Minutes
from ui.evening import DAY, Evening
from ui.helpers import press, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database

AT = datetime(DAY.year, DAY.month, DAY.day, 14, 2, tzinfo=UTC)


class Desk:
    """A page that reads the meeting again after each thing that was saved, as the meeting's page does."""

    def __init__(
        self, qtbot: QtBot, database: Database, made: Callable[[Database], Evening], place: int = 3
    ) -> None:
        self.database, self._evening = database, made(database)
        begin_roll(database, self._evening.meeting)
        lines = self.meeting.roll.lines
        absent = ("Gun Älg", "Jan Rask")
        there = [line.id for line in lines if line.who and line.who.name not in absent]
        call_present(database, self._evening.meeting, there)
        self._place = place
        self.minutes = Minutes(database, lambda: AT)
        self.page = Surface("Page")
        qtbot.addWidget(self.page)
        for name in PARTS:
            self.page.add(self.minutes.part(name))
        self.page.end()
        self.minutes.saved.connect(self.reload)
        self.page.resize(600, 800)
        self.page.show()
        self.page.activateWindow()
        self.reload()
        settle()

    @property
    def meeting(self) -> Meeting:
        """Return the meeting as the store has it."""
        with self.database.read() as read:
            return with_roll(reads.meeting(read, self._evening.meeting))

    @property
    def item(self) -> Item:
        """Return the item in hand."""
        return self.meeting.items[self._place]

    def reload(self) -> None:
        """Show what the store has."""
        self.minutes.take(self.meeting, self.item)

    def go_to(self, place: int) -> None:
        """Take another item in hand."""
        self._place = place
        self.reload()

    @property
    def held(self) -> QWidget:
        """Return what has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def type(self, *keys: str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        """Press keys, and type letters, wherever the keyboard is."""
        for key in keys:
            if isinstance(key, str):
                type_text(self.held, key)
            elif isinstance(key, tuple):
                press(self.held, *key)
            else:
                press(self.held, key)
            settle()

    def says(self, words: str) -> bool:
        """Tell whether words stand on the page."""
        from klubban.ui.widgets.basics import Text

        return any(words in text.text() and text.isVisible() for text in self.page.findChildren(Text))
