"""The package that goes to the archive: what it will hold, what is lacking, and writing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, pgettext
from klubban.operations import archive
from klubban.operations.export_register import prepare_register
from klubban.ui import clock
from klubban.ui.after import archive_words as say
from klubban.ui.after.archive_job import PackArchive, Packed
from klubban.ui.after.part import Chief, Part
from klubban.ui.planning.parts import Acts, Said
from klubban.ui.registers.form import Form
from klubban.ui.registers.surface import sentence
from klubban.ui.summons.jobs import Progress, Stopped
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.chips import OneOf
from klubban.ui.widgets.key_foot import KeyName
from klubban.ui.widgets.leads import INSET
from klubban.ui.widgets.section import Sentences
from klubban.ui.worker import Failed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from klubban.domain.meeting import Meeting
    from klubban.operations.archive import Package
    from klubban.ui.after.part import Context

_WORTH_A_WORD = 400
"""Milliseconds after which what goes on is told of, with a way to stop it."""


class ArchivePart(Part):
    """One meeting's package, or that of its body's year."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._year = False
        self._package: Package | None = None
        self._why_not = ""
        self._running: PackArchive | None = None
        self._packing: Package | None = None
        """What is being written, whatever is shown meanwhile."""
        self._done = (0, 0)
        self._waiting = QTimer(self, singleShot=True, interval=_WORTH_A_WORD)
        self._waiting.timeout.connect(self._tell_it_goes_on)
        context.typesetter.answered.connect(self._take)
        context.typesetter.progressed.connect(self._follow)
        context.typesetter.stopped.connect(self._clean_up)

    # --- what is shown

    def title(self) -> str:
        """Return where it stands."""
        return say.title(self.meeting, self._package, clock.today()) if self.meeting is not None else ""

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what the package would hold now."""
        super().show_meeting(meeting)
        self._read(meeting)
        chips = OneOf(
            _("What is packed"),
            [(False, _("this meeting")), (True, _("all of {year}").format(year=meeting.date.year))],
            self._year,
        )
        chips.chosen.connect(self._choose)
        self.add(_("What is packed"), chips)
        if self._package is None:
            self.column.addWidget(Text(self._why_not, "body", QUIET, wrap=True))
            return
        self.add(_("The package"), Sentences([*say.contents(self._package)]))
        found = [*say.lacking(self._package)]
        if found:
            self.add(_("To think of"), Said(found))
        self.add(
            _("For the bound volume"), Acts([(self._register_words(meeting), self.save_register)]), INSET
        )
        before = [*say.packages(meeting, clock.today())]
        if before:
            self.add(_("Archived before"), Sentences(before))

    def _read(self, meeting: Meeting) -> None:
        database, today = self.context.database, clock.today()
        self._package, self._why_not = None, ""
        try:
            if self._year:
                body, year = meeting.body.id, meeting.date.year
                self._package = archive.package_of_year(database, body, year, today)
            else:
                self._package = archive.package_of_meeting(database, meeting.id, today)
        except RuleBroken as broken:
            self._why_not = sentence(broken)

    def _register_words(self, meeting: Meeting) -> str:
        return _("Register of decisions {year} as PDF").format(year=meeting.date.year)

    def _choose(self, year: object) -> None:
        self._year = bool(year)
        self.show_again()

    # --- what can be done

    def chief(self) -> Chief | None:
        """Write the package, where nothing else is being packed."""
        locked = self.context.database.read_only
        if self._package is None or locked or self._running is not None:
            return None
        return Chief(_("Write the package"), self.pack)

    def keys(self) -> Sequence[Sequence[KeyName]]:
        """Return the keys."""
        return (
            [
                KeyName("Y", pgettext("key", "meeting or year")),
                KeyName("R", pgettext("key", "register")),
            ],
        )

    def acts(self) -> Mapping[int, Callable[[], object]]:
        """Return what plain keys do."""
        return {
            Qt.Key.Key_Y: lambda: self._choose(not self._year),
            Qt.Key.Key_R: self.save_register,
        }

    def save_register(self) -> None:
        """Write the register of the year's decisions."""
        meeting = self.meeting
        if meeting is not None:
            database, body, year = self.context.database, meeting.body.id, meeting.date.year
            self.context.exporter.write(self, lambda: [prepare_register(database, body, year)])

    def pack(self) -> None:
        """Write the package into the folder of exports; what is not done with yet needs a reason."""
        package = self._package
        if package is None:
            return
        if not package.too_soon:
            self.context.in_folder(partial(self._start, ""))
            return
        form = Form(say.why_name(package), _("Write the package"), lambda: self._with_reason(form))
        form.add_line("because", _("Why now"), hint=_("The office moves; the archive has asked for it …"))
        self.context.ask(form)

    def _with_reason(self, form: Form) -> None:
        because = form.words("because").strip()
        if self._package is not None:
            archive.check_reason(self._package, because)
            self.context.in_folder(partial(self._start, because))

    def _start(self, because: str, folder: Path) -> None:
        meeting, package = self.meeting, self._package
        if meeting is None or package is None or self._running is not None:
            return
        try:
            archive.check_target(package, folder)
        except RuleBroken as broken:
            self._tell_there(sentence(broken), because)
            return
        self._running = PackArchive(
            file=self.context.database.path,
            meeting=meeting.id,
            body=meeting.body.id,
            year=meeting.date.year if self._year else None,
            folder=folder,
            because=because,
            today=clock.today(),
        )
        self._packing, self._done = package, (0, 0)
        self._waiting.start()
        self.context.typesetter.ask(self._running)
        self.context.refresh()

    def _tell_there(self, told: str, because: str) -> None:
        """Say that a package of that name is there, with the way to another folder."""

        def choose() -> None:
            again = partial(self.context.in_folder, partial(self._start, because))
            self.context.exporter.choose_folder(self, again)

        self.context.say(told, [(_("Choose the folder …"), choose)])

    def back(self) -> bool:
        """Leave what is being written."""
        if self._running is None:
            return False
        self.context.typesetter.leave()
        self.context.say(_("The package is given up …"))
        return True

    def _tell_it_goes_on(self) -> None:
        done, of = self._done
        told = _("Packing file {number} of {count} …").format(number=min(done + 1, of), count=of)
        self.context.say(told if of else _("Packing …"), [(_("Cancel (Esc)"), self.back)])

    def _follow(self, job: object, at: Progress) -> None:
        if job is self._running and self._running is not None:
            self._done = (at.done, at.of)
            if not self._waiting.isActive():
                self._tell_it_goes_on()

    def _take(self, job: object, answer: object) -> None:
        if job is not self._running or self._running is None:
            return
        because, folder, self._running = self._running.because, self._running.folder, None
        self._waiting.stop()
        if isinstance(answer, Failed) and self._packing is not None:
            archive.sweep(self._packing, folder)  # the process may have died over it
        self.context.say("")
        if isinstance(answer, Packed):
            self._note(answer, because)
        elif isinstance(answer, Stopped):
            self.context.say(_("The package was given up; nothing of it is left."))
        elif isinstance(answer, Failed) and answer.sentences:
            self.context.say(" ".join(_(each).format(**answer.facts) for each in answer.sentences))
        elif isinstance(answer, Failed):
            self.context.say(_("It could not be done."))
            self.context.room.bug.emit(answer.details)
        self.context.refresh()

    def _clean_up(self) -> None:
        """Take away what is left, where the process was ended for another job's sake."""
        if self._running is None:
            return
        folder, self._running = self._running.folder, None
        self._waiting.stop()
        if self._packing is not None:
            archive.sweep(self._packing, folder)
        self.context.say(_("The package was given up; nothing of it is left."))
        self.context.refresh()

    def _note(self, packed: Packed, because: str) -> None:
        bag = packed.bag

        def note() -> None:
            archive.note_archived(self.context.database, packed.meetings, bag, clock.today(), because)

        if self.context.attempt(note):
            told = _("{name} is written and checked: {count} files in {folder}.").format(
                name=bag.path.name, count=bag.files, folder=bag.path.parent
            )
            self.context.say(told, [(_("Show in folder"), partial(_show, bag.path))])


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
