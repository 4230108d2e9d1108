"""Signing by pen: the paper is printed, who has signed is ticked with the day, and the scan comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.domain.errors import RuleBroken
from klubban.domain.signing import SigningWay
from klubban.i18n import N_, _, pgettext
from klubban.operations.signing_by_pen import finish_pen, record_signature
from klubban.ui.after.hand import INSET, chief
from klubban.ui.after.scan import TakesScan
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.widgets.key_foot import KeyName

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from klubban.domain.signing import Signature
    from klubban.ui.after.part import Chief

_TODAY = (Qt.Key.Key_J,)


class PenHand(TakesScan):
    """The paper is out; each who signs has a line."""

    def build(self) -> None:
        """Show who has signed, the scan, and what else can be done."""
        self.list = self.signers((*_TODAY, Qt.Key.Key_D))
        self.list.taken.connect(self._turn)
        self.list.keyed.connect(self._take_key)
        self.part.add(_("Who signs"), self.list, INSET)
        self.part.add(_("The scan"), self.scan(), INSET)
        more = [(_("Somebody is not going to sign …"), self._ask_missing)] if self._some else []
        self.add_way_out(*more, pen=False)
        self.add_before()

    def chief(self) -> Chief | None:
        """Register it once all have signed; before that the paper is printed."""
        if self.sheet.locked:
            return None
        if not self.signing.awaited:
            return chief(_("Register as verified"), self._finish)
        return chief(_("Print the paper"), self.print)

    def keys(self) -> Sequence[KeyName]:
        """Name the keys."""
        return (
            KeyName(_("Enter"), pgettext("key", "has signed today")),
            KeyName("D", pgettext("key", "signed another day")),
            KeyName("S", pgettext("key", "scan")),
            KeyName("P", pgettext("key", "print")),
        )

    def acts(self) -> Mapping[int, Callable[[], object]]:
        """Do what the keys are for."""
        return {Qt.Key.Key_S: self.ask_for_scan, Qt.Key.Key_P: self.print}

    def enter(self) -> bool:
        """Begin at the first who has not signed."""
        self.list.enter()
        return True

    # --- who has signed

    def _signature(self, id_: int) -> Signature:
        return next(each for each in self.signing.signatures if each.id == id_)

    def _turn(self, id_: int) -> None:
        """Note that somebody signed today; of who has, take that back."""
        day = None if self._signature(id_).signed_on else self.sheet.today
        self._record(id_, day)

    def _record(self, id_: int, day: date | None) -> None:
        done = self.context.attempt(
            lambda: record_signature(self.context.database, id_, day, today=self.sheet.today)
        )
        if done and day is not None:
            self.list.enter()

    def _take_key(self, id_: int, key: int) -> None:
        if key in _TODAY:
            self._record(id_, self.sheet.today)
        else:
            self._ask_day(self._signature(id_))

    def _ask_day(self, of: Signature) -> None:
        form = Form(_("{name} has signed").format(name=of.who), _("Save"), lambda: self._save_day(of, form))
        form.add_line("day", _("Day"), written(of.signed_on or self.sheet.today), "2026-12-31")
        self.context.ask(form)

    def _save_day(self, of: Signature, form: Form) -> None:
        day = read_day(form.words("day"))
        record_signature(self.context.database, of.id, day, today=self.sheet.today)

    # --- the paper

    def print(self) -> None:
        """Print the paper as it went out."""
        document = self.sheet.document(SigningWay.PEN)
        if document is not None:
            self.context.print(self.part.stem(), [document])

    # --- the end

    @property
    def _some(self) -> bool:
        return bool(self.signing.awaited) and len(self.signing.awaited) < len(self.signing.signatures)

    def _finish(self) -> None:
        self.context.attempt(
            lambda: finish_pen(self.context.database, self.signing.id, today=self.sheet.today)
        )

    def _ask_missing(self) -> None:
        def finish(without: dict[int, str]) -> None:
            if not without:
                raise RuleBroken(N_("All have signed"))
            finish_pen(self.context.database, self.signing.id, today=self.sheet.today, without=without)

        self.ask_about_missing(self.signing.awaited, finish)
