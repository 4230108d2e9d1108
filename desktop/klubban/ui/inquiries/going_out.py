"""What takes time: papers set by the process beside the window, then written and noted in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, ngettext
from klubban.operations import compiling, inquiry_mail
from klubban.store.trouble import Trouble
from klubban.ui.after.jobs import FileMade, MakeFile
from klubban.ui.inquiries.jobs import MakePapers, PapersMade
from klubban.ui.registers.surface import sentence
from klubban.ui.worker import Failed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from klubban.operations.export import Prepared
    from klubban.operations.inquiry_mail import Gone, Outgoing
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter
    from klubban.ui.widgets.foot import Foot


@dataclass(frozen=True, eq=False)
class _Wanted:
    """A job, and what is done with what it made."""

    job: MakePapers | MakeFile
    then: Callable[[object], None]


class GoingOut(QObject):
    """One at a time; tells at the foot how it goes."""

    saved = Signal()
    refused = Signal(str)
    """Why it was not done."""
    failed = Signal(Exception)
    bug = Signal(str)

    def __init__(self, database: Database, typesetter: Typesetter, foot: Foot, parent: QObject) -> None:
        super().__init__(parent)
        self._database, self._typesetter, self._foot = database, typesetter, foot
        self._wanted: _Wanted | None = None
        typesetter.answered.connect(self._take)

    @property
    def busy(self) -> bool:
        """Tell whether something is being set."""
        return self._wanted is not None

    def send(self, inquiry_id: int, ids: tuple[int, ...], day: date, folder: Path) -> None:
        """Send letter and form to some; raises RuleBroken."""
        ready = inquiry_mail.prepare_papers(self._database, inquiry_id, day, ids)
        self._papers(
            MakePapers(tuple(ready)),
            lambda made: inquiry_mail.send(self._database, inquiry_id, made, folder, day),
            folder,
        )

    def remind(self, inquiry_id: int, ids: tuple[int, ...], day: date, folder: Path) -> None:
        """Remind some; raises RuleBroken."""
        ready = inquiry_mail.prepare_reminders(self._database, inquiry_id, ids, day)
        self._papers(
            MakePapers(tuple(ready)),
            lambda made: inquiry_mail.remind(self._database, inquiry_id, made, folder, day),
            folder,
        )

    def compile(self, inquiry_id: int, meeting_id: int, day: date) -> None:
        """Put what was answered on an agenda; raises RuleBroken."""
        prepared: Prepared = compiling.prepare(self._database, inquiry_id, day)

        def then(answer: object) -> None:
            data = answer.data if isinstance(answer, FileMade) else b""
            compiled = compiling.Compiled(prepared, data)
            compiling.compile_for_meeting(self._database, inquiry_id, meeting_id, day, compiled=compiled)
            self._foot.say(_("What was answered is on the agenda, as a document of its item."))

        self._begin(MakeFile(prepared.document), then)

    def _papers(self, job: MakePapers, write: Callable[[tuple[Outgoing, ...]], Gone], folder: Path) -> None:
        def then(answer: object) -> None:
            made = answer.outgoing if isinstance(answer, PapersMade) else ()
            self._tell_gone(write(made), len(made), folder)

        self._begin(job, then)

    def _begin(self, job: MakePapers | MakeFile, then: Callable[[object], None]) -> None:
        if self._wanted is not None:
            raise RuleBroken("Something is being made already; wait a moment")
        self._wanted = _Wanted(job, then)
        self._foot.say(_("Making the papers …"))
        self._typesetter.ask(job)

    def _take(self, job: object, answer: object) -> None:
        wanted = self._wanted
        if wanted is None or job is not wanted.job:
            return
        self._wanted = None
        self._foot.say("")
        if isinstance(answer, Failed):
            self._tell_failed(answer)
            return
        try:
            wanted.then(answer)
        except RuleBroken as broken:
            self.refused.emit(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()

    def _tell_failed(self, failed: Failed) -> None:
        told = " ".join(_(each).format(**failed.facts) for each in failed.sentences)
        self.refused.emit(told or _("The papers could not be made; nothing was sent."))
        if failed.details:
            self.bug.emit(failed.details)

    def _tell_gone(self, gone: Gone, count: int, folder: Path) -> None:
        mailed = count - len(gone.by_hand)
        told = [
            ngettext(
                "The papers for {count} referee are in {folder}, with {mails} mail drafts.",
                "The papers for {count} referees are in {folder}, with {mails} mail drafts.",
                count,
            ).format(count=count, folder=folder, mails=mailed)
        ]
        if gone.by_hand:
            names = ", ".join(gone.by_hand)
            told.append(_("No mail reaches {names}: send those on paper.").format(names=names))
        if gone.too_large:
            names = ", ".join(gone.too_large)
            told.append(
                _("The papers beside the letter have no room in the mail to {names}.").format(names=names)
            )

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        links = [(_("Show in folder"), show), (_("Close"), lambda: self._foot.say(""))]
        self._foot.say(" ".join(told), links)
