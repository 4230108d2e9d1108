"""A walk put on an agenda with its report, which the process beside the window sets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations.paper_file import paper_file
from klubban.operations.walk_agenda import report_walk_at
from klubban.operations.walk_report import prepare_walk
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.after.jobs import FileMade, MakeFile
from klubban.ui.registers.surface import sentence

if TYPE_CHECKING:
    from klubban.operations.export import Prepared
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter


class WalkPresenting(QObject):
    """One walk at a time."""

    saved = Signal()
    refused = Signal(str)
    """Why it was not done."""
    failed = Signal(Exception)

    def __init__(self, database: Database, typesetter: Typesetter, parent: QObject) -> None:
        super().__init__(parent)
        self._database, self._typesetter = database, typesetter
        self._wanted: tuple[MakeFile, Prepared, int, int] | None = None
        typesetter.answered.connect(self._take)

    def present(self, walk_id: int, meeting_id: int) -> None:
        """Have the report set, and put the walk on the agenda when it is."""
        made = prepare_walk(self._database, walk_id, clock.today())
        job = MakeFile(made.document)
        self._wanted = (job, made, walk_id, meeting_id)
        self._typesetter.ask(job)

    def _take(self, job: object, answer: object) -> None:
        if self._wanted is None or job is not self._wanted[0]:
            return
        _job, made, walk_id, meeting_id = self._wanted
        self._wanted = None
        if not isinstance(answer, FileMade):
            self.refused.emit(_("The report could not be made; the walk was not put on the agenda."))
            return
        try:
            paper = replace(paper_file(f"{made.stem}.pdf", answer.data), title=made.document.title)
            report_walk_at(self._database, walk_id, meeting_id, paper=paper, on=clock.today())
        except RuleBroken as broken:
            self.refused.emit(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()
