"""A situation report presented at an item with its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _
from klubban.operations.export_situation import prepare_situation
from klubban.operations.situations import present_at
from klubban.ui.after.paper_made import PaperMade

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from klubban.operations.paper_file import PaperFile
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter


class Presenting(PaperMade):
    """One report at a time."""

    def __init__(self, database: Database, typesetter: Typesetter, parent: QObject) -> None:
        super().__init__(typesetter, parent)
        self._database = database

    def present(self, report_id: int, item_id: int) -> None:
        """Have the paper set, and present the report when it is."""

        def put(paper: PaperFile) -> None:
            present_at(self._database, report_id, item_id, paper=paper)

        made = prepare_situation(self._database, report_id)
        self.ask(made, put, _("The page could not be made; the report was not presented."))
