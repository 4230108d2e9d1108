"""What each way of signing adds to the part on verification, and what they all have."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from klubban.i18n import _
from klubban.operations.files import check_target, write_file
from klubban.operations.signing import Made, prepare_for_pen, to_pen, withdraw_signing
from klubban.store import attachments
from klubban.ui import clock
from klubban.ui.after import verify_words as words
from klubban.ui.after.jobs import FileMade, MakeFile
from klubban.ui.after.part import Chief
from klubban.ui.after.report_words import report_lines
from klubban.ui.after.signer_list import SignerList
from klubban.ui.planning.parts import Acts
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.section import Column, Sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from klubban.domain.signing import Signature, Signing
    from klubban.operations.signing import Begun
    from klubban.ui.after.part import Context
    from klubban.ui.after.verify_part import VerifyPart
    from klubban.ui.after.verify_sheet import VerifySheet
    from klubban.ui.widgets.key_foot import KeyName

    Act = tuple[str, Callable[[], object]]

INSET = 6
"""Of the words of a link, and of a choice."""


class Hand:
    """One phase of a verification, as the part shows it."""

    def __init__(self, part: VerifyPart) -> None:
        """Work in a part; what is shown is the part's sheet."""
        self.part = part
        self.report_shown = False

    @property
    def sheet(self) -> VerifySheet:
        """Return what is shown."""
        assert self.part.sheet is not None  # noqa: S101 - a hand is at work on one
        return self.part.sheet

    @property
    def context(self) -> Context:
        """Return what the page lends."""
        return self.part.context

    @property
    def signing(self) -> Signing:
        """Return the signing in hand."""
        assert self.sheet.signing is not None  # noqa: S101 - asked for while one goes on, or ended well
        return self.sheet.signing

    # --- what each fills

    def build(self) -> None:
        """Put what there is to see into the part."""

    def chief(self) -> Chief | None:
        """Return the one main act."""
        return None

    def keys(self) -> Sequence[KeyName]:
        """Return its own keys."""
        return ()

    def acts(self) -> Mapping[int, Callable[[], object]]:
        """Return what its own keys do."""
        return {}

    def take_files(self, _paths: Sequence[Path]) -> bool:
        """Take dropped files; False where none are wanted."""
        return False

    def enter(self) -> bool:
        """Give the keyboard to where work begins; False where that is the first thing to press."""
        return False

    # --- what several have

    def add_way_out(self, *more: Act, pen: bool = True) -> None:
        """Offer what to do when the signing cannot go on as it is."""
        if self.sheet.locked:
            return
        acts = [*more, (_("Take it back to correct it …"), self.ask_to_withdraw)]
        if pen:
            acts.append((_("Let all sign by pen instead …"), self.ask_for_pen))
        self.part.add(_("If something is in the way"), Acts(acts), INSET)

    def signers(self, keys: Sequence[int]) -> SignerList:
        """Return a line for each who signs, with keys of the list's own."""
        sheet = self.sheet
        rows = [
            (
                each.id,
                words.signature(each, sheet.meeting),
                words.signed(each, sheet.today),
                each.signed_on is not None,
            )
            for each in sheet.signatures
        ]
        return SignerList(_("Who signs"), rows, keys)

    def add_report(self) -> None:
        """Offer the report of the check, and show it where it was asked for."""
        report = self.signing.report
        if not report:
            return
        column = Column()
        turn = _("Hide the report") if self.report_shown else _("Show the report")
        column.column.addWidget(Acts([(turn, self._turn_report)]))
        if self.report_shown:
            told = Sentences(list(report_lines(report)), "small")
            told.setContentsMargins(INSET, 4, 0, 0)
            column.column.addWidget(told)
        self.part.add(_("The check"), column, INSET)

    def _turn_report(self) -> None:
        self.report_shown = not self.report_shown
        self.part.show_again()

    def ask_to_withdraw(self) -> None:
        """Ask why it is taken back from being signed."""
        form = self.reason_form(
            _("Take it back to correct it"),
            _("Take it back"),
            _("What was signed of it counts no more; that it was is kept. The texts can be changed again."),
            lambda why: withdraw_signing(self.context.database, self.signing.id, why, clock.now()),
        )
        self.context.ask(form)

    def ask_for_pen(self) -> None:
        """Ask why all sign by pen instead."""
        form = self.reason_form(
            _("Let all sign by pen instead"),
            _("Change to pen"),
            _("The digital copy is discarded, and that it was is kept. Two ways are never mixed."),
            self._to_pen,
        )
        self.context.ask(form)

    def _to_pen(self, why: str) -> None:
        """Have the paper made beside the window, and change to it."""
        database, signing = self.context.database, self.signing.id
        prepared = prepare_for_pen(database, signing, why, today=self.sheet.today)

        def put(answer: object) -> None:
            if isinstance(answer, FileMade):
                ready = Made(prepared, answer.data)
                self.context.attempt(
                    lambda: self.put_in_folder(to_pen(database, signing, why, clock.now(), ready=ready))
                )

        self.part.working.do(MakeFile(prepared.document), _("Making the file …"), put)

    def reason_form(self, name: str, submit: str, follows: str, act: Callable[[str], object]) -> Form:
        """Return a form that asks for a reason, and says what follows."""
        form = Form(name, submit, lambda: act(form.words("why")))
        form.add_line("why", _("Why"), "", _("the reason; it is kept"))
        form.add("", Text(follows, "small", QUIET, wrap=True))
        return form

    def ask_about_missing(
        self, missing: Sequence[Signature], act: Callable[[dict[int, str]], object]
    ) -> None:
        """Ask of each who has not signed why that is not to be had."""
        told = _("It is verified by those who have signed; who has not, and why, is told in what is kept.")

        def submit() -> None:
            act({each.id: form.words(str(each.id)) for each in missing})

        form = Form(_("Somebody is not going to sign"), _("Register as verified"), submit)
        for each in missing:
            form.add_line(str(each.id), str(each.who), "", _("why: is away, refuses, has died …"))
        form.add("", Text(told, "small", QUIET, wrap=True))
        self.context.ask(form)

    def add_before(self) -> None:
        """Tell of earlier attempts."""
        told = list(words.before(self.sheet))
        if told:
            self.part.add(_("Before this"), Sentences(told))

    def put_in_folder(self, begun: Begun) -> None:
        """Write a file into the folder of exports, and say where it is."""
        self.save_as(begun.file_name, begun.data)

    def save_again(self) -> None:
        """Write the file that is signed once more."""
        sha256 = self.signing.original
        if sha256 is not None:
            with self.context.database.read() as read:
                data = attachments.content(read, sha256)
            self.save_as(f"{self.part.stem()}.pdf", data)

    def save_as(self, name: str, data: bytes) -> None:
        """Write bytes under a name into the folder of exports; asks for one when none is known."""

        def write(folder: Path) -> None:
            path = folder / name

            def put() -> None:
                check_target(path, self.context.database.path)
                write_file(path, data)

            if self.context.attempt(put):
                told = _("Saved {file} in {folder}.").format(file=name, folder=folder)
                self.context.say(told, [(_("Close"), lambda: self.context.say(""))])

        self.context.in_folder(write)

    def choose_file(self, title: str, filters: Sequence[str], then: Callable[[Path], object]) -> None:
        """Ask for one file, without holding anything else up."""
        start = self.context.settings.export_folder or Path.home()
        dialog = QFileDialog(self.part, title, str(start))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([*filters, _("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()


def chief(told: str, act: Callable[..., object], *args: object) -> Chief:
    """Return a main act with what it is given."""
    return Chief(told, partial(act, *args))
