"""A paper that the process beside the window sets, and that is put where it belongs when it is made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.domain.errors import RuleBroken
from klubban.operations.paper_file import paper_file
from klubban.store.trouble import Trouble
from klubban.ui.after.jobs import FileMade, MakeFile
from klubban.ui.registers.surface import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.operations.export import Prepared
    from klubban.operations.paper_file import PaperFile
    from klubban.ui.typesetter import Typesetter


class PaperMade(QObject):
    """One paper at a time."""

    saved = Signal()
    refused = Signal(str)
    """Why it was not done."""
    failed = Signal(Exception)

    def __init__(self, typesetter: Typesetter, parent: QObject) -> None:
        super().__init__(parent)
        self._typesetter = typesetter
        self._wanted: tuple[MakeFile, Prepared, Callable[[PaperFile], object], str] | None = None
        typesetter.answered.connect(self._take)

    def ask(self, made: Prepared, put: Callable[[PaperFile], object], lost: str) -> None:
        """Have a paper set, and put it where it belongs when it is; `lost` is said where it cannot be."""
        job = MakeFile(made.document)
        self._wanted = (job, made, put, lost)
        self._typesetter.ask(job)

    def _take(self, job: object, answer: object) -> None:
        if self._wanted is None or job is not self._wanted[0]:
            return
        _job, made, put, lost = self._wanted
        self._wanted = None
        if not isinstance(answer, FileMade):
            self.refused.emit(lost)
            return
        try:
            put(replace(paper_file(f"{made.stem}.pdf", answer.data), title=made.document.title))
        except RuleBroken as broken:
            self.refused.emit(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()
