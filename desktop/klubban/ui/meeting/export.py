"""Export from the window: where to, in the background, and a quiet word when it is done."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from klubban.documents.forms import Form
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
    from klubban.ui.summons.jobs import Progress
    from klubban.ui.typesetter import Typesetter
    from klubban.ui.widgets.foot import Foot

    Ready: TypeAlias = Prepared | PreparedSheets | PreparedMail

_NAMED = 3
"""So many files are told by name."""
_WORTH_A_WORD = 400
"""Milliseconds after which an export that goes on is told of, with a way to stop it."""


class Exporter(QObject):
    """Writes documents to the folder that was chosen last; the first time it asks for one."""

    bug = Signal(str)

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter, foot: Foot) -> None:
        super().__init__(foot)
        self._database, self._settings, self._typesetter, self._foot = database, settings, typesetter, foot
        self._running: Export | None = None
        self._done = 0
        """So many files are written of what is running."""
        self._again: Callable[[], None] = self._clear
        self._over = False
        """All went well, and that is what the foot says, and was seen to say."""
        self._waiting = QTimer(self, singleShot=True, interval=_WORTH_A_WORD)
        self._waiting.timeout.connect(self._tell_it_goes_on)
        typesetter.answered.connect(self._take)
        typesetter.progressed.connect(self._follow)

    @property
    def busy(self) -> bool:
        """Tell whether something is being written."""
        return self._running is not None

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

    def write(self, parent: QWidget, make: Callable[[], Sequence[Ready]], form: Form = Form.PDF) -> None:
        """Write the documents that `make` prepares; asks for a folder when none is known."""
        folder, self._over = self._settings.export_folder, False
        self._again = partial(self.choose_folder, parent, lambda: self.write(parent, make, form))
        if folder is None:
            self._again()
            return
        try:
            documents = make()
        except RuleBroken as broken:
            self._tell((broken.template,), broken.facts)
            return
        except Trouble as trouble:
            self._tell(trouble.sentences, trouble.facts)
            return
        self._running, self._done = Export(tuple(documents), folder, form), 0
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
        self._foot.say(self._how_far(), [(_("Cancel"), self._cancel)])

    def _how_far(self) -> str:
        count = len(self._running.documents) if self._running is not None else 1
        if count == 1:
            return _("Exporting …")
        return _("Exporting file {number} of {count} …").format(number=self._done + 1, count=count)

    def _follow(self, job: object, at: Progress) -> None:
        if job is self._running and self._running is not None:
            self._done = at.done
            if not self._waiting.isActive():
                self._tell_it_goes_on()

    def _cancel(self) -> None:
        """End the process: what it is at may take long. What was written before stays."""
        self._running = None
        self._waiting.stop()
        self._typesetter.stop()
        told = _("The export was cancelled.")
        if self._done:
            line = ngettext(
                "{count} file was written before that.", "{count} files were written before that.", self._done
            )
            told = f"{told} {line.format(count=self._done)}"
        self._foot.say(told, [(_("Close"), self._clear)])

    def _take(self, job: object, answer: object) -> None:
        if job is not self._running or self._running is None:
            return
        self._running = None
        self._waiting.stop()
        if isinstance(answer, Written):
            self._tell_written(answer)
        elif isinstance(answer, Failed) and answer.sentences:
            self._tell(answer.sentences, answer.facts, [(_("Choose the folder …"), self._again)])
        elif isinstance(answer, Failed):
            self._foot.say(_("The export failed."), [(_("Close"), self._clear)])
            self.bug.emit(answer.details)

    def _tell(
        self,
        sentences: Sequence[str],
        facts: Mapping[str, object],
        ways: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        told = " ".join(_(sentence).format(**facts) for sentence in sentences)
        self._foot.say(told, [*ways, (_("Close"), self._clear)])

    def _tell_written(self, written: Written) -> None:
        paths = written.paths
        folder = paths[0].parent if paths else self._database.path.parent
        told = f"{_what_was_written(paths, folder)} {_what_was_replaced(written)}".rstrip()

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        self._foot.say(told, [(_("Show in folder"), show), (_("Close"), self._clear)])
        self._over = self._foot.isVisible()

    def go_on(self) -> None:
        """Give the foot back once something else is done; what did not go well is still said."""
        if self._over:
            self._over = False
            self._clear()

    def _clear(self) -> None:
        self._foot.say("")


def _what_was_written(paths: Sequence[Path], folder: Path) -> str:
    if len(paths) > _NAMED:
        return _("Exported {count} files to {folder}.").format(count=len(paths), folder=folder)
    names = ", ".join(path.name for path in paths)
    told = ngettext("Exported {names} to {folder}", "Exported {names} to {folder}", len(paths))
    return told.format(names=names, folder=folder)


def _what_was_replaced(written: Written) -> str:
    """Return which files that were there before had other content."""
    count = len(written.replaced)
    if not count:
        return ""
    if count > _NAMED:
        return _("{count} of them were there before and were replaced.").format(count=count)
    names = ", ".join(path.name for path in written.replaced)
    return ngettext("Replaced what was there: {names}", "Replaced what was there: {names}", count).format(
        names=names
    )
