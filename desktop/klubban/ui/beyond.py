"""The pages beyond a meeting's and a body's own: roll and statistics, made when they are first asked for."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from klubban.store.database import Database


class Beyond(QObject):
    """Puts these pages on the stack, and tells what they tell."""

    saved = Signal()
    failed = Signal(Exception)
    desk_asked = Signal()
    export_asked = Signal(str)

    def __init__(self, database: Database, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._database, self._stack = database, stack
        self.roll: Any = None
        self.statistics: Any = None

    def show_roll(self, meeting_id: int, item_id: int | None) -> bool:
        """Show the roll of a meeting; False when there is no such page."""
        if self.roll is None:
            self.roll = self._make("klubban.ui.roll.page", "RollPage")
            if self.roll is None:
                return False
            for name in ("saved", "failed", "desk_asked", "export_asked"):
                getattr(self.roll, name).connect(getattr(self, name))
        self.roll.show_meeting(meeting_id, item_id)
        self._stack.setCurrentWidget(self.roll)
        return True

    def show_statistics(self, body_id: int) -> bool:
        """Show how those with seats in a body attend; False when there is no such page."""
        if self.statistics is None:
            self.statistics = self._make("klubban.ui.statistics.page", "StatisticsPage")
            if self.statistics is None:
                return False
        self.statistics.show_body(body_id)
        self._stack.setCurrentWidget(self.statistics)
        return True

    def _make(self, module: str, name: str) -> QWidget | None:
        if find_spec(module.rpartition(".")[0]) is None or find_spec(module) is None:
            return None
        page: QWidget = getattr(import_module(module), name)(self._database)
        self._stack.addWidget(page)
        return page
