"""What is done with the inquiry in hand: begun, sent, reminded of, answered, put on an agenda, closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from klubban.domain.errors import RuleBroken
from klubban.domain.inquiries_due import to_remind
from klubban.domain.inquiry_replies import standing_questions
from klubban.domain.referral import InquiryKind
from klubban.i18n import _, pgettext
from klubban.operations import inquiries, inquiry_replies, referees
from klubban.store.attachments import digest
from klubban.ui.inquiries import forms
from klubban.ui.inquiries.going_out import GoingOut
from klubban.ui.inquiries.looks import Looks
from klubban.ui.inquiries.surface import InquirySurface
from klubban.ui.matters.meeting_choice import MeetingForm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from klubban.domain.referral import Inquiry, Referee
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.inquiries.page import InquiriesPage
    from klubban.ui.typesetter import Typesetter
    from klubban.ui.widgets.act_line import Act

_FORMS = (".docx", ".html", ".htm", ".json")


class InquiryHand(QObject):
    """Asks what is to be known first in a form on the page, and does it."""

    def __init__(
        self, page: InquiriesPage, database: Database, settings: Settings, typesetter: Typesetter
    ) -> None:
        super().__init__(page)
        self._page, self._database, self._settings = page, database, settings
        self.going = GoingOut(database, typesetter, page.foot, self)
        self.going.saved.connect(page.acted)
        self.going.refused.connect(page.tell)
        self.going.failed.connect(page.failed)
        self.going.bug.connect(page.bug)

    # --- which one

    @property
    def surface(self) -> InquirySurface | None:
        """Return the page of the inquiry in hand."""
        surface = self._page.surface
        return surface if isinstance(surface, InquirySurface) else None

    def ready(self) -> Inquiry | None:
        """Return the inquiry in hand when it may be changed, with all that is typed saved."""
        surface = self.surface
        if surface is None or self._database.read_only or not surface.flush():
            return None
        return self._page.book.inquiry(surface.inquiry_id)

    def _out(self) -> Inquiry | None:
        """Return the inquiry in hand when it is out; say so where it is not."""
        inquiry = self.ready()
        if inquiry is not None and inquiry.sent_on is None:
            self._page.say(_("It is not sent yet. S sends it."))
            return None
        return inquiry

    def referee(self, inquiry: Inquiry) -> Referee | None:
        """Return the referee in hand."""
        held = self.surface.referees.held if self.surface is not None else None
        return next((each for each in inquiry.referees if each.id == held), None)

    def _one(self) -> tuple[Inquiry, Referee] | None:
        """Return what is out with the referee in hand; say what is missing."""
        inquiry = self._out()
        if inquiry is None:
            return None
        found = self.referee(inquiry)
        if found is None:
            self._page.say(_("Choose who it is about first: Enter leads to those who are asked."))
            return None
        return inquiry, found

    def acts(self, inquiry: Inquiry) -> list[Act]:
        """Return what can be done with an inquiry now, as words."""
        if self._database.read_only:
            return []
        found: list[Act] = []
        unsent = any(each.sent_on is None for each in inquiry.referees)
        if unsent:
            more = _("Send it …") if inquiry.sent_on is None else _("Send it to the new ones …")
            found.append(("S", more, self.ask_to_send))
        awaited, sent = any(each.is_awaited for each in inquiry.referees), inquiry.sent_on is not None
        if awaited:
            found.append(("P", _("Remind …"), self.ask_to_remind))
        if sent:
            found.append(("I", _("Read a form …"), self.ask_for_form))
            if any(each.replies for each in inquiry.referees):
                found.append(("U", _("Put the answers on an agenda …"), self.ask_for_meeting))
        if awaited:
            found.append(("F", _("More time …"), self.ask_for_more_time))
        if sent:
            if standing_questions(inquiry):
                found.append(("T", _("Withdraw a question …"), self.ask_to_withdraw))
            closed = inquiry.closed_on is not None
            found.append(("K", _("Open it again") if closed else pgettext("inquiry", "Close it"), self.close))
            found.append(("C", _("The same once more …"), self.ask_again))
        return found

    # --- begun

    def ask_for_new(self) -> None:
        """Ask for an inquiry out of the air."""
        page = self._page
        kind = InquiryKind.REPORTS if page.look is Looks.ROUNDS else InquiryKind.REFERRAL
        inquiry = page.inquiry
        body = inquiry.body if inquiry else None
        page.ask(forms.new(self._database, page.book, kind, body, page.hold))

    def begin(self, item: int) -> None:
        """Begin what an item decided."""
        decided = self._page.book.decided.get(item)
        if decided is not None and not self._database.read_only:
            self._page.attempt(lambda: forms.begin(self._database, decided, self._page.hold), self._page.say)

    def ask_again(self) -> None:
        """Ask by when the same questions are answered once more."""
        inquiry = self.ready()
        if inquiry is not None:
            self._page.ask(forms.again(self._database, inquiry, self._page.book, self._page.hold))

    # --- sent

    def ask_to_send(self) -> None:
        """Ask to whom it goes now."""
        inquiry = self.ready()
        if inquiry is None:
            return
        if all(each.sent_on is not None for each in inquiry.referees):
            told = _("It was sent to all.") if inquiry.referees else _("Write first who is to be asked.")
            self._page.say(told)
            return
        self._page.ask(forms.send(inquiry, self._page.book, self._send))

    def _send(self, ids: tuple[int, ...], day: date) -> None:
        inquiry = self._page.inquiry
        if inquiry is not None:
            self._into_folder(lambda folder: self.going.send(inquiry.id, ids, day, folder))

    def ask_to_remind(self) -> None:
        """Ask who is reminded: the one in hand, or else those who are late."""
        inquiry = self._out()
        if inquiry is None:
            return
        held, today = self.referee(inquiry), self._page.book.today
        awaited = [each for each in inquiry.referees if each.is_awaited]
        if not awaited:
            self._page.say(_("Nobody’s answer is awaited."))
            return
        at_card = self.surface is not None and self.surface.referees.at_card is not None
        late = to_remind(inquiry, today) or tuple(awaited)
        chosen = [held] if at_card and held is not None and held.is_awaited else late
        ids = [each.id for each in chosen]
        self._page.ask(forms.remind(inquiry, self._page.book, ids, self._remind))

    def _remind(self, ids: tuple[int, ...], day: date) -> None:
        inquiry = self._page.inquiry
        if inquiry is not None:
            referees.check_awaited(inquiry, ids)
            self._into_folder(lambda folder: self.going.remind(inquiry.id, ids, day, folder))

    def _into_folder(self, act: Callable[[Path], None]) -> None:
        """Do something with the folder of exports; where none is known it is asked for first."""
        folder = self._settings.export_folder
        if folder is not None:
            act(folder)
            return

        def later() -> None:
            known = self._settings.export_folder
            if known is not None:
                self._page.attempt(lambda: act(known), self._page.tell)

        self._page.exporter.choose_folder(self._page, later)

    def ask_for_more_time(self) -> None:
        """Ask who gets more time, until when, and why."""
        inquiry = self._out()
        if inquiry is None:
            return
        awaited = [each for each in inquiry.referees if each.is_awaited]
        if not awaited:
            self._page.say(_("Nobody’s answer is awaited."))
            return
        held = self.referee(inquiry)
        ids = [held.id] if held is not None and held.is_awaited else [each.id for each in awaited]
        self._page.ask(forms.extend(self._database, inquiry, self._page.book, ids))

    def decline(self) -> None:
        """Note that the one in hand declines, or take that back."""
        found = self._one()
        if found is None:
            return
        _inquiry, referee = found
        if referee.declined_on is not None:
            self._page.attempt(lambda: referees.await_again(self._database, referee.id), self._page.tell)
        elif referee.is_awaited:
            self._page.ask(forms.decline(self._database, referee, self._page.book))
        else:
            self._page.say(_("Nothing is awaited of {name}.").format(name=referee.who))

    def ask_for_address(self) -> None:
        """Ask where the one in hand is reached."""
        inquiry = self.ready()
        found = self.referee(inquiry) if inquiry is not None else None
        if found is not None:
            self._page.ask(forms.address(self._database, found))
        elif inquiry is not None:
            self._page.say(_("Choose who it is about first: Enter leads to those who are asked."))

    def ask_to_withdraw(self) -> None:
        """Ask which question need not be answered, and why."""
        inquiry = self._out()
        if inquiry is None:
            return
        if standing_questions(inquiry):
            self._page.ask(forms.withdraw(self._database, inquiry, self._page.book))
        else:
            self._page.say(_("There is no question to withdraw."))

    # --- answered

    def ask_for_reply(self) -> None:
        """Ask what the one in hand answered."""
        found = self._one()
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
        if self._out() is None:
            return
        dialog = QFileDialog(self._page, _("A form that came back"), str(self._database.path.parent))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setModal(False)
        dialog.fileSelected.connect(self.take_form)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_form(self, name: str) -> None:
        """Read a form that came back; a paper that is none is registered as somebody's answer."""
        inquiry, path = self._out(), Path(name)
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

    # --- compiled

    def ask_for_meeting(self) -> None:
        """Ask which meeting is to have the answers."""
        inquiry = self._out()
        if inquiry is None:
            return
        if not any(each.replies for each in inquiry.referees):
            self._page.say(_("Nobody has answered yet."))
            return
        book = self._page.book
        form = MeetingForm(
            _("The answers on an agenda"),
            _("Put them there"),
            lambda meeting: self.going.compile(inquiry.id, meeting, book.today),
        )
        form.offer(book, [book.bodies[inquiry.body]])
        self._page.ask(form)

    def close(self) -> None:
        """Note that it is ended, or open it again."""
        inquiry = self._out()
        if inquiry is None:
            return
        if inquiry.closed_on is not None:
            self._page.attempt(lambda: inquiries.reopen(self._database, inquiry.id), self._page.tell)
        else:
            day = self._page.book.today
            self._page.attempt(lambda: inquiries.close(self._database, inquiry.id, day), self._page.tell)

    def remove(self) -> None:
        """Take away the referee in hand, or the inquiry; what was sent stays, and that is said."""
        inquiry, surface = self.ready(), self.surface
        if inquiry is None or surface is None:
            return
        held = surface.referees.at_card
        if held is not None:
            self._page.attempt(lambda: referees.remove_referee(self._database, held), self._page.tell)
        elif self._page.column.list.hasFocus():
            self._page.attempt(lambda: inquiries.remove_inquiry(self._database, inquiry.id), self._page.tell)

    def turn_answers(self) -> None:
        """Read the answers by referee, or by question."""
        if self.surface is not None:
            self.surface.answers.show_by(by_referee=not self.surface.answers.by_referee)
