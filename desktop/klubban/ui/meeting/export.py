"""Export from the window: where to, in the background, and a quiet word when it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, ngettext
from klubban.operations.export import prepare
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.output.jobs import Export, Written
from klubban.ui.worker import Failed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from klubban.operations.export import Prepared
    from klubban.operations.notes_mail import PreparedMail
    from klubban.operations.remuneration import PreparedSheets
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter
    from klubban.ui.widgets.foot import Foot

    Ready: TypeAlias = Prepared | PreparedSheets | PreparedMail

_WORTH_A_WORD = 400
"""Milliseconds after which an export that goes on is told of, with a way to stop it."""


class Exporter(QObject):
    """Writes documents to the folder that was chosen last; the first time it asks for one."""

    bug = Signal(str)

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter, foot: Foot) -> None:
        super().__init__(foot)
        self._database, self._settings, self._typesetter, self._foot = database, settings, typesetter, foot
        self._running: Export | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_WORTH_A_WORD)
        self._waiting.timeout.connect(self._tell_it_goes_on)
        typesetter.answered.connect(self._take)

    def export(self, parent: QWidget, meeting: int, kind: str, paragraph: int | None = None) -> None:
        """Export one document of a meeting; asks for a folder when none is known."""
        self.write(
            parent,
            lambda: prepare(self._database, meeting, kind, paragraph=paragraph, today=clock.today()),
        )

    def mail_notes(self, parent: QWidget, meeting: int) -> None:
        """Draft the mail with which the notes go out."""
        from klubban.operations.notes_mail import prepare_notes_mail

        self.write(parent, lambda: [prepare_notes_mail(self._database, meeting, today=clock.today())])

    def write(self, parent: QWidget, make: Callable[[], Sequence[Ready]]) -> None:
        """Write the documents that `make` prepares; asks for a folder when none is known."""
        folder = self._settings.export_folder
        if folder is None:
            self.choose_folder(parent, lambda: self.write(parent, make))
            return
        try:
            documents = make()
        except RuleBroken as broken:
            self._tell((broken.template,), broken.facts)
            return
        except Trouble as trouble:
            self._tell(trouble.sentences, trouble.facts)
            return
        self._running = Export(tuple(documents), folder)
        self._waiting.start()
        self._typesetter.ask(self._running)

    def choose_folder(self, parent: QWidget, then: Callable[[], None] | None = None) -> None:
        """Ask for the folder of exports, without holding anything else up."""
        start = self._settings.export_folder or self._database.path.parent
        dialog = QFileDialog(parent, _("Folder for exported documents"), str(start))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setModal(False)
        dialog.fileSelected.connect(self._remember)
        if then is not None:
            dialog.fileSelected.connect(lambda _folder: then())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _remember(self, folder: str) -> None:
        self._settings.export_folder = Path(folder)

    def _tell_it_goes_on(self) -> None:
        self._foot.say(_("Exporting …"), [(_("Cancel"), self._cancel)])

    def _cancel(self) -> None:
        self._running = None
        self._typesetter.stop()
        self._foot.say(_("The export was cancelled."), [(_("Close"), self._clear)])

    def _take(self, job: object, answer: object) -> None:
        if job is not self._running or self._running is None:
            return
        self._running = None
        self._waiting.stop()
        if isinstance(answer, Written):
            self._tell_written(answer.paths)
        elif isinstance(answer, Failed) and answer.sentences:
            self._tell(answer.sentences, answer.facts)
        elif isinstance(answer, Failed):
            self._foot.say(_("The export failed."), [(_("Close"), self._clear)])
            self.bug.emit(answer.details)

    def _tell(self, sentences: Sequence[str], facts: Mapping[str, object]) -> None:
        told = " ".join(_(sentence).format(**facts) for sentence in sentences)
        self._foot.say(told, [(_("Close"), self._clear)])

    def _tell_written(self, paths: tuple[Path, ...]) -> None:
        folder = paths[0].parent if paths else self._database.path.parent
        names = ", ".join(path.name for path in paths)
        told = ngettext("Exported {names} to {folder}", "Exported {names} to {folder}", len(paths))

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        links = [(_("Show in folder"), show), (_("Close"), self._clear)]
        self._foot.say(told.format(names=names, folder=folder), links)

    def _clear(self) -> None:
        self._foot.say("")
