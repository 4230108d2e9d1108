"""A report presented at an item with its paper, which the process beside the window sets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations.export_situation import prepare_situation
from klubban.operations.paper_file import paper_file
from klubban.operations.situations import present_at
from klubban.store.trouble import Trouble
from klubban.ui.after.jobs import FileMade, MakeFile
from klubban.ui.registers.surface import sentence

if TYPE_CHECKING:
    from klubban.operations.export import Prepared
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter


class Presenting(QObject):
    """One report at a time."""

    saved = Signal()
    refused = Signal(str)
    """Why it was not done."""
    failed = Signal(Exception)

    def __init__(self, database: Database, typesetter: Typesetter, parent: QObject) -> None:
        super().__init__(parent)
        self._database, self._typesetter = database, typesetter
        self._wanted: tuple[MakeFile, Prepared, int, int] | None = None
        typesetter.answered.connect(self._take)

    def present(self, report_id: int, item_id: int) -> None:
        """Have the paper set, and present the report when it is."""
        made = prepare_situation(self._database, report_id)
        job = MakeFile(made.document)
        self._wanted = (job, made, report_id, item_id)
        self._typesetter.ask(job)

    def _take(self, job: object, answer: object) -> None:
        if self._wanted is None or job is not self._wanted[0]:
            return
        _job, made, report_id, item_id = self._wanted
        self._wanted = None
        if not isinstance(answer, FileMade):
            self.refused.emit(_("The page could not be made; the report was not presented."))
            return
        try:
            paper = replace(paper_file(f"{made.stem}.pdf", answer.data), title=made.document.title)
            present_at(self._database, report_id, item_id, paper=paper)
        except RuleBroken as broken:
            self.refused.emit(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()
