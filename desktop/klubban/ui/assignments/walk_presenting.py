"""A walk put on an agenda with its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _
from klubban.operations.walk_agenda import report_walk_at
from klubban.operations.walk_report import prepare_walk
from klubban.ui import clock
from klubban.ui.after.paper_made import PaperMade

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from klubban.operations.paper_file import PaperFile
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter


class WalkPresenting(PaperMade):
    """One walk at a time."""

    def __init__(self, database: Database, typesetter: Typesetter, parent: QObject) -> None:
        super().__init__(typesetter, parent)
        self._database = database

    def present(self, walk_id: int, meeting_id: int) -> None:
        """Have the report set, and put the walk on the agenda when it is."""

        def put(paper: PaperFile) -> None:
            report_walk_at(self._database, walk_id, meeting_id, paper=paper, on=clock.today())

        made = prepare_walk(self._database, walk_id, clock.today())
        self.ask(made, put, _("The report could not be made; the walk was not put on the agenda."))
