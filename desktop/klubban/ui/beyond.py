"""The pages beyond a meeting's and a body's own: roll and statistics, made when they are first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.ui.meeting.export import Exporter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.roll.page import RollPage
    from klubban.ui.statistics.page import StatisticsPage
    from klubban.ui.typesetter import Typesetter


class Beyond(QObject):
    """Puts these pages on the stack, and tells what they tell."""

    saved = Signal()
    failed = Signal(Exception)
    desk_asked = Signal()
    bug = Signal(str)

    def __init__(
        self, database: Database, settings: Settings, typesetter: Typesetter, stack: QStackedWidget
    ) -> None:
        super().__init__(stack)
        self._database, self._settings, self._typesetter = database, settings, typesetter
        self._stack = stack
        self.roll: RollPage | None = None
        self.statistics: StatisticsPage | None = None

    def show_roll(self, meeting_id: int, item_id: int | None) -> None:
        """Show the roll of a meeting."""
        page = self.roll or self._make_roll()
        page.show_meeting(meeting_id, item_id)
        self._stack.setCurrentWidget(page)

    def show_statistics(self, body_id: int) -> None:
        """Show how those with seats in a body attend."""
        page = self.statistics or self._make_statistics()
        page.show_body(body_id)
        self._stack.setCurrentWidget(page)

    def _make_roll(self) -> RollPage:
        from klubban.ui.roll.page import RollPage

        page = RollPage(self._database)
        exporter = Exporter(self._database, self._settings, self._typesetter, page.foot)
        exporter.bug.connect(self.bug)
        page.saved.connect(self.saved)
        page.failed.connect(self.failed)
        page.desk_asked.connect(self.desk_asked)
        page.export_asked.connect(lambda kind: self._export(page, exporter, kind))
        self.roll = page
        self._stack.addWidget(page)
        return page

    def _export(self, page: RollPage, exporter: Exporter, kind: str) -> None:
        if page.meeting_id is not None and page.flush():
            exporter.export(page, page.meeting_id, kind)

    def _make_statistics(self) -> StatisticsPage:
        from klubban.ui.statistics.page import StatisticsPage

        page = StatisticsPage(self._database, self._settings, self._typesetter)
        page.exporter.bug.connect(self.bug)
        self.statistics = page
        self._stack.addWidget(page)
        return page

    def reload(self, shown: QWidget | None, *, gone: bool) -> bool:
        """Show what is new in the page that is shown; False when it is a roll whose meeting is gone."""
        if shown is self.roll and self.roll is not None:
            if gone:
                return False
            self.roll.reload()
        elif self.statistics is not None:
            self.statistics.reload()
        return True
