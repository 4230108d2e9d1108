"""What is answered: as it was told, on a form that came back, or in a paper of another sort."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations import inquiry_replies
from klubban.store.attachments import digest
from klubban.ui.inquiries import forms
from klubban.ui.inquiries.in_hand import InHand

if TYPE_CHECKING:
    from klubban.domain.referral import Inquiry

_FORMS = (".docx", ".html", ".htm", ".json")


class AnswersHand(InHand):
    """Registers answers, and shows them."""

    def ask_for_reply(self) -> None:
        """Ask what the one in hand answered."""
        found = self.one()
        if found is None:
            return
        inquiry, referee = found
        if referee.sent_on is None:
            self._page.say(_("Nothing was sent to {name} yet.").format(name=referee.who))
            return
        self._page.ask(forms.reply(self._database, inquiry, referee, self._page.book))

    def follow(self, referee_id: int) -> None:
        """Show what a referee answered, or ask for it."""
        inquiry, surface = self._page.inquiry, self.surface
        if inquiry is None or surface is None:
            return
        surface.referees.held = referee_id
        referee = self.referee(inquiry)
        if referee is not None and referee.replies:
            surface.show_answer(referee_id)
        elif not self._database.read_only:
            self.ask_for_reply()

    def ask_for_form(self) -> None:
        """Ask for a form that came back, without holding anything else up."""
        if self.out() is None:
            return
        dialog = QFileDialog(self._page, _("A form that came back"), str(self._database.path.parent))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setModal(False)
        dialog.fileSelected.connect(self.take_form)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_form(self, name: str) -> None:
        """Read a form that came back; a paper that is none is registered as somebody's answer."""
        inquiry, path = self.out(), Path(name)
        if inquiry is None:
            return
        if path.suffix.lower() not in _FORMS:
            if inquiry.referees:
                held = self.referee(inquiry) or inquiry.referees[0]
                self._page.ask(forms.paper(self._database, inquiry, path, held, self._page.book))
            return
        try:
            read = inquiry_replies.read_form(self._database, inquiry.id, path)
        except RuleBroken as broken:
            self._page.refuse(broken)
            return
        sha256 = digest(read.data)
        known = any(reply.sha256 == sha256 for each in inquiry.referees for reply in each.replies)
        if read.referee is None and not known:
            who = read.filled.who or read.filled.by or ""
            self._page.ask(forms.not_asked(self._database, inquiry, path, who, self._page.book))
            return
        self._take(inquiry, path, read)

    def _take(self, inquiry: Inquiry, path: Path, read: inquiry_replies.FormRead) -> None:
        day = self._page.book.today
        try:
            inquiry_replies.import_form(self._database, inquiry.id, path, day=day, adding=path.stem)
        except RuleBroken as broken:
            self._page.refuse(broken)
            return
        told = _("The answer of {name} is read.").format(name=read.referee.who if read.referee else "")
        if read.again:
            told += " " + _("It stands for the one before, which is kept.")
        if read.placed.withdrawn:
            told += " " + _("What answers a withdrawn question stands beside the questions.")
        self._page.acted()
        self._page.say(told)

    def turn_answers(self) -> None:
        """Read the answers by referee, or by question."""
        if self.surface is not None:
            self.surface.answers.show_by(by_referee=not self.surface.answers.by_referee)
