"""The files that are made of a summons: documents, bundles, calendar, mail; long ones beside the window."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, ngettext
from klubban.operations.calendar import export_calendar
from klubban.operations.export import Kind, prepare
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.meeting.export import Exporter
from klubban.ui.summons.jobs import BindBundle, Bound, DraftMail, Progress, Stopped
from klubban.ui.typesetter import Typesetter
from klubban.ui.worker import Failed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.widgets.key_foot import KeyFoot

_PATIENCE = 4000
"""Milliseconds in which a job that was cancelled must be left; then its process is ended."""


class SummonsFiles(QObject):
    """Writes into the folder of exports, and asks for it the first time."""

    made = Signal(object)
    """What a long job wrote, and what could not be put in: a Bound."""
    bug = Signal(str)

    def __init__(
        self, database: Database, settings: Settings, typesetter: Typesetter, foot: KeyFoot, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._database, self._settings, self._foot, self._page = database, settings, foot, parent
        self._exporter = Exporter(database, settings, typesetter, foot)
        self._exporter.bug.connect(self.bug)
        self.beside = Typesetter(self)  # so that pages are still set while documents are bound
        self.beside.answered.connect(self._take)
        self.beside.progressed.connect(self._tell_progress)
        self._running: BindBundle | DraftMail | None = None
        self._cancelled = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._end)

    @property
    def busy(self) -> bool:
        """Tell whether something long goes on."""
        return self._running is not None

    # --- what can be written

    def write(self, meeting: int, kind: Kind, *, public: bool) -> None:
        """Write the summons, a supplement or the announcement alone."""
        self._exporter.write(self._page, lambda: prepare(self._database, meeting, kind, public=public))

    def calendar(self, meeting: int) -> None:
        """Write the calendar file."""
        self._in_folder(lambda folder: self._calendar(meeting, folder))

    def bundle(
        self,
        meeting: int,
        *,
        supplement: bool,
        public: bool,
        most_bytes: int | None = None,
    ) -> None:
        """Write the summons, or a supplement, with its documents."""

        def job(folder: Path, work: Path) -> BindBundle:
            return BindBundle(
                self._database.path,
                meeting,
                folder,
                work,
                supplement=supplement,
                public=public,
                most_bytes=most_bytes,
            )

        self._start(job)

    def confidential(self, meeting: int, copies: int | tuple[str, ...]) -> None:
        """Write the confidential documents alone, in numbered copies."""

        def job(folder: Path, work: Path) -> BindBundle:
            return BindBundle(self._database.path, meeting, folder, work, confidential=True, copies=copies)

        self._start(job)

    def mail(self, meeting: int, *, supplement: bool, documents: bool) -> None:
        """Write the draft of a mail, with what everybody may see."""

        def job(folder: Path, work: Path) -> DraftMail:
            return DraftMail(
                self._database.path,
                meeting,
                folder,
                work,
                clock.now(),
                supplement=supplement,
                documents=documents,
            )

        self._start(job)

    # --- the long ones

    def _start(self, job: Callable[[Path, Path], BindBundle | DraftMail]) -> None:
        if self.busy:
            self._foot.say(_("Something is being written already."), [self._to_cancel])
            return
        self._in_folder(lambda folder: self._begin(job, folder))

    def _begin(self, job: Callable[[Path, Path], BindBundle | DraftMail], folder: Path) -> None:
        self._running = job(folder, Path(tempfile.mkdtemp(prefix="klubban-")))
        self._cancelled = False
        self._foot.say(_("Collecting the documents …"), [self._to_cancel])
        self.beside.ask(self._running)

    def cancel(self) -> None:
        """Have what goes on left; nothing of it is written."""
        if self._running is not None and not self._cancelled:
            self._cancelled = True
            self._foot.say(_("Cancelling …"))
            self.beside.leave()
            self._patience.start()

    def stop(self) -> None:
        """End what goes on; the file is closed."""
        self.beside.stop()
        self._clear_away()

    def _end(self) -> None:
        """End the process that did not hear."""
        self.stop()
        self._say_cancelled()

    def _clear_away(self) -> None:
        self._patience.stop()
        if self._running is not None:
            shutil.rmtree(self._running.work, ignore_errors=True)
            self._running = None

    def _tell_progress(self, job: object, at: Progress) -> None:
        if job is not self._running or self._cancelled:
            return
        if at.done < at.documents:
            told = _("Document {number} of {count} …").format(number=at.done + 1, count=at.documents)
        else:
            percent = 100 * (at.done - at.documents) // max(at.of - at.documents, 1)
            told = _("All documents are there; writing, {percent} % …").format(percent=percent)
        self._foot.go_on(told)

    def _take(self, job: object, answer: object) -> None:
        if job is not self._running:
            return
        self._clear_away()
        if isinstance(answer, Bound):
            self._tell_written(answer.paths)
            self.made.emit(answer)
        elif isinstance(answer, Stopped):
            self._say_cancelled()
        elif isinstance(answer, Failed) and answer.sentences:
            self._tell(answer.sentences, answer.facts)
        elif isinstance(answer, Failed):
            self._foot.say(_("It could not be written."), [self._to_close])
            self.bug.emit(answer.details)

    # --- where to, and what is said

    def _in_folder(self, act: Callable[[Path], object]) -> None:
        """Do something with the folder of exports; asks for one when none is known."""
        folder = self._settings.export_folder
        if folder is not None:
            act(folder)
        else:
            self._exporter.choose_folder(self._page, lambda: self._in_folder(act))

    def _calendar(self, meeting: int, folder: Path) -> None:
        try:
            path = export_calendar(self._database, meeting, folder, stamped=clock.now())
        except RuleBroken as broken:
            self._tell((broken.template,), broken.facts)
        except Trouble as trouble:
            self._tell(trouble.sentences, trouble.facts)
        else:
            self._tell_written((path,))

    def _tell_written(self, paths: tuple[Path, ...]) -> None:
        folder = paths[0].parent
        names = ", ".join(path.name for path in paths)
        told = ngettext("Exported {names} to {folder}", "Exported {names} to {folder}", len(paths))

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        links = [(_("Show in folder"), show), self._to_close]
        self._foot.say(told.format(names=names, folder=folder), links)

    def _tell(self, sentences: Sequence[str], facts: Mapping[str, object]) -> None:
        self._foot.say(" ".join(_(each).format(**facts) for each in sentences), [self._to_close])

    def _say_cancelled(self) -> None:
        self._foot.say(_("It was cancelled; nothing was written."), [self._to_close])

    @property
    def _to_cancel(self) -> tuple[str, Callable[[], object]]:
        return _("Cancel (Esc)"), self.cancel

    @property
    def _to_close(self) -> tuple[str, Callable[[], object]]:
        return _("Close"), lambda: self._foot.say("")
