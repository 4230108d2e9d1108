"""After the last signature: what was signed, how it was checked, and what to do when something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.signing import SigningWay
from klubban.i18n import _
from klubban.operations.verifying import withdraw
from klubban.store import attachments
from klubban.ui.after import correction_form
from klubban.ui.after import verify_words as words
from klubban.ui.after.hand import INSET
from klubban.ui.after.scan import TakesScan
from klubban.ui.after.steps import Step
from klubban.ui.after.trusted_list import TrustedList
from klubban.ui.planning.parts import Acts
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Pill, Text
from klubban.ui.widgets.section import Column, Rows, Sentences

if TYPE_CHECKING:
    from klubban.ui.after.hand import Act
    from klubban.ui.after.verify_part import VerifyPart

_ENDINGS = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}


class DoneHand(TakesScan):
    """It is verified; it is only added to."""

    def __init__(self, part: VerifyPart) -> None:
        """Begin with who is trusted folded."""
        super().__init__(part)
        self._trusted = TrustedList(self)

    def build(self) -> None:
        """Show who signed, how it was checked, and what can still be done."""
        sheet, signing = self.sheet, self.sheet.signing
        if sheet.signatures:
            rows = [
                (
                    words.signature(each, sheet.meeting),
                    words.signed(each, sheet.today),
                    None if each.signed_on else Pill(_("missing"), "late"),
                )
                for each in sheet.signatures
            ]
        else:
            rows = [(words.signer(each, sheet.meeting), "", None) for each in sheet.signers]
            told = _("was chosen, and is not among those who signed")
            rows += [
                (words.signer(each, sheet.meeting), told, Pill(_("missing"), "late")) for each in sheet.absent
            ]
        self.part.add(_("Who signed"), Rows(rows, quiet=True))
        if signing is not None and signing.verdict is not None:
            self.part.add(_("The file"), self._file(), INSET)
        elif signing is not None and signing.returned is not None:
            column = Column()
            column.column.addWidget(Acts([(_("Save the scan"), self._save)]))
            self.part.add(_("The scan"), column, INSET)
        elif self.takes_scan:
            self.part.add(_("The scan"), self.scan(), INSET)
        if signing is not None:
            self.add_report()
        if signing is not None and signing.way is not SigningWay.PEN:
            self._trusted.add()
        corrected = [*correction_form.told(sheet)]
        if corrected:
            self.part.add(_("Corrections"), Sentences(corrected))
        if not sheet.locked and sheet.correction is None and sheet.meeting.body.rules.protocol:
            self.part.add(_("Something is wrong"), self._wrong(), INSET)
        self.add_before()

    def _file(self) -> Column:
        column, signing = Column(), self.signing
        _word, _tone, told = words.verdict(signing)
        if signing.accepted_by and signing.accepted_on:
            day = words.short(signing.accepted_on, self.sheet.today)
            accepted = _("{name} accepted it {day}.").format(name=signing.accepted_by, day=day)
            told = f"{told} {accepted}"
        text = Text(told, wrap=True)
        text.setContentsMargins(INSET, 0, 0, 0)
        column.column.addWidget(text)
        if signing.returned is not None:
            column.column.addWidget(Acts([(_("Save the signed file"), self._save)]))
        return column

    def _save(self) -> None:
        """Write what was signed into the folder of exports."""
        sha256 = self.signing.returned
        if sha256 is not None:
            with self.context.database.read() as read:
                data = attachments.content(read, sha256)
            ending = _ENDINGS.get(self.signing.returned_type or "", ".pdf")
            name = _("{name}-signed{ending}").format(name=self.part.stem(), ending=ending)
            self.save_as(name, data)

    def _wrong(self) -> Column:
        """Offer the correction, and before it was announced the withdrawal."""
        sheet, context, column = self.sheet, self.context, Column()
        told = _("What is verified is never changed. A correction is dated, signed, and stands beside it.")
        text = Text(told, "body", QUIET, wrap=True)
        text.setContentsMargins(INSET, 0, 0, 0)
        column.column.addWidget(text)
        acts: list[Act] = [
            (
                _("Correct something …"),
                lambda: context.ask(correction_form.form(context, sheet, self._to_correction)),
            )
        ]
        if not sheet.announced and sheet.verification is not None and sheet.verification.signed_by:
            acts.append((_("It was registered by mistake …"), self._ask_to_withdraw))
        column.column.addWidget(Acts(acts))
        return column

    def _to_correction(self, correction: int) -> None:
        """Go to where a correction that was made is signed."""
        meeting = self.part.meeting
        found = (
            (each.verification for each in meeting.corrections if each.id == correction) if meeting else ()
        )
        for each in found:
            self.part.step_asked.emit(Step.VERIFY, each.id if each else None)

    def _ask_to_withdraw(self) -> None:
        """Ask for two names and why."""
        of = self.sheet.verification
        assert of is not None  # noqa: S101 - what is verified has one

        def act() -> None:
            names = (form.words("by"), form.words("and_by"))
            withdraw(self.context.database, of.id, *names, form.words("why"), self.sheet.today)

        name = _("The verification of {paragraphs} was registered by mistake").format(
            paragraphs=self.sheet.named
        )
        form = Form(name, _("Withdraw it"), act)
        form.add_line("by", _("Who says so"), self.context.database.who, _("a name"))
        form.add_line("and_by", _("And who else"), "", _("another name"))
        form.add_line("why", _("Why"), "", _("the reason; it is kept"))
        follows = _(
            "What was printed of it is void. That it was registered, and by whom it was withdrawn, stays."
        )
        form.add("", Text(follows, "small", QUIET, wrap=True))
        self.context.ask(form)
