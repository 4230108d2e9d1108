"""What is done with the inquiry in hand: begun, sent, reminded of, put on an agenda, closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from klubban.domain.inquiries_due import to_remind
from klubban.domain.inquiry_replies import standing_questions
from klubban.domain.referral import InquiryKind
from klubban.i18n import _, pgettext
from klubban.operations import inquiries, referees
from klubban.ui.inquiries import forms
from klubban.ui.inquiries.going_out import GoingOut
from klubban.ui.inquiries.in_hand import InHand
from klubban.ui.inquiries.looks import Looks
from klubban.ui.matters.meeting_choice import MeetingForm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from klubban.domain.referral import Inquiry
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.inquiries.page import InquiriesPage
    from klubban.ui.typesetter import Typesetter
    from klubban.ui.widgets.act_line import Act


class InquiryHand(InHand):
    """Asks what is to be known first in a form on the page, and does it."""

    def __init__(
        self, page: InquiriesPage, database: Database, settings: Settings, typesetter: Typesetter
    ) -> None:
        super().__init__(page, database)
        self._settings = settings
        self.going = GoingOut(database, typesetter, page.foot, self)
        self.going.saved.connect(page.acted)
        self.going.refused.connect(page.tell)
        self.going.failed.connect(page.failed)
        self.going.bug.connect(page.bug)

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
            found.append(("I", _("Read a form …"), self._page.answers_hand.ask_for_form))
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
        inquiry = self.out()
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
        inquiry = self.out()
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
        found = self.one()
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
        inquiry = self.out()
        if inquiry is None:
            return
        if standing_questions(inquiry):
            self._page.ask(forms.withdraw(self._database, inquiry, self._page.book))
        else:
            self._page.say(_("There is no question to withdraw."))

    # --- compiled

    def ask_for_meeting(self) -> None:
        """Ask which meeting is to have the answers."""
        inquiry = self.out()
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
        inquiry = self.out()
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
