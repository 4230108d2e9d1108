"""Printing from the window: which printers there are, what goes on, and a way to leave it."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.i18n import _
from klubban.ui import beside
from klubban.ui.output import press, words
from klubban.ui.output.print_jobs import FindPrinters, How, PrintDocuments, Printed, Printers
from klubban.ui.summons.jobs import Progress, Stopped
from klubban.ui.typesetter import Typesetter
from klubban.ui.worker import Failed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.documents.tree import Document
    from klubban.settings import Settings
    from klubban.ui.output.print_jobs import FoundPrinter
    from klubban.ui.widgets.key_foot import KeyFoot


class Printing(QObject):
    """Has documents printed by another process; says at the foot how far it is."""

    found = Signal()
    """It is known which printers there are, or how it is printed has changed."""
    bug = Signal(str)

    def __init__(self, settings: Settings, foot: KeyFoot, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._foot = settings, foot
        self.beside = Typesetter(self, press.serve, "klubban-printing")
        self.beside.answered.connect(self._take)
        self.beside.progressed.connect(self._tell_progress)
        self.printers: tuple[FoundPrinter, ...] | None = None
        """None while it is not known."""
        self.how = _remembered(settings)
        self._looking = False
        self._running: PrintDocuments | None = None

    @property
    def busy(self) -> bool:
        """Tell whether something is being printed."""
        return self._running is not None

    @property
    def printer(self) -> FoundPrinter | None:
        """Return the printer that is used: the one that was chosen, or else the system's own."""
        there = self.printers or ()
        chosen = (each for each in there if each.name == self.how.printer)
        return next(chosen, there[0] if there else None)

    @property
    def possible(self) -> How:
        """Return how it is printed: as was chosen, as far as the printer can."""
        found = self.printer
        if found is None:
            return self.how
        duplex, colour = self.how.duplex and found.duplex, self.how.colour and found.colour
        return replace(self.how, printer=found.name, duplex=duplex, colour=colour)

    def look(self) -> None:
        """Look for printers; some take a while to answer."""
        if not self._looking:
            self._looking = True
            self.beside.ask(FindPrinters())

    def choose(self, how: How) -> None:
        """Print so from now on; printer, sides and colour are remembered."""
        self.how = how
        self._settings.printing = {"printer": how.printer, "duplex": how.duplex, "colour": how.colour}
        self.found.emit()

    def begin_anew(self) -> None:
        """Let the next job be one copy of all pages."""
        self.how = replace(self.how, copies=1, pages=())

    # --- what goes on

    def start(self, name: str, documents: Sequence[Document]) -> None:
        """Print documents as one job."""
        if self.busy or self.printer is None:
            return
        work = Path(tempfile.mkdtemp(prefix="klubban-"))
        self._running = PrintDocuments(name, tuple(documents), self.possible, work)
        self._foot.say(_("Preparing to print …"), [self._to_cancel])
        self.beside.ask(self._running)

    def cancel(self) -> None:
        """End the process: the printer gets a job when it is whole, and so nothing of this one."""
        if self.busy:
            self.stop()
            self._say_cancelled()

    def finish(self) -> None:
        """Let what is being printed come to its end before the file is closed, but not wait for ever."""
        beside.wait_out(lambda: self.busy)

    def stop(self) -> None:
        """End what goes on."""
        self._looking = False
        self.beside.stop()
        self._clear_away()

    def _clear_away(self) -> None:
        if self._running is not None:
            shutil.rmtree(self._running.work, ignore_errors=True)
            self._running = None

    def _tell_progress(self, job: object, at: Progress) -> None:
        if job is not self._running or self._running is None:
            return
        pages = at.of - at.documents
        if pages:
            self._foot.go_on(
                _("Printing page {number} of {count} …").format(
                    number=at.done - at.documents + 1, count=pages
                )
            )

    def _take(self, job: object, answer: object) -> None:
        if isinstance(answer, Printers):
            self._looking, self.printers = False, answer.found
            self.found.emit()
        elif isinstance(job, FindPrinters):
            self._looking, self.printers = False, ()
            self.found.emit()
            self._fail(answer)
        elif job is self._running:
            self._clear_away()
            self._tell_end(answer)

    def _tell_end(self, answer: object) -> None:
        if isinstance(answer, Printed):
            told = _("Handed to {printer}: {what}.")
            name = self.printer.name if self.printer else ""
            self._foot.say(
                told.format(printer=name, what=words.printed(answer.pages, answer.sheets)), [self._to_close]
            )
        elif isinstance(answer, Stopped):
            self._say_cancelled()
        else:
            self._fail(answer)

    def _fail(self, answer: object) -> None:
        if isinstance(answer, Failed) and answer.sentences:
            told = " ".join(_(each).format(**answer.facts) for each in answer.sentences)
            self._foot.say(told, [self._to_close])
        elif isinstance(answer, Failed):
            self._foot.say(_("It could not be printed."), [self._to_close])
            self.bug.emit(answer.details)

    def _say_cancelled(self) -> None:
        self._foot.say(_("Printing was cancelled."), [self._to_close])

    @property
    def _to_cancel(self) -> tuple[str, Callable[[], object]]:
        return _("Cancel (Esc)"), self.cancel

    @property
    def _to_close(self) -> tuple[str, Callable[[], object]]:
        return _("Close"), lambda: self._foot.say("")


def _remembered(settings: Settings) -> How:
    kept = settings.printing
    name = kept.get("printer")
    return How(
        printer=name if isinstance(name, str) else "",
        duplex=kept.get("duplex", True) is True,
        colour=kept.get("colour") is True,
    )
