"""What is done with a referral that came here: registered, put on an agenda, given more time, answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from klubban.i18n import _, pgettext
from klubban.operations import received
from klubban.ui.inquiries import received_forms as forms

if TYPE_CHECKING:
    from klubban.domain.referral import ReceivedReferral
    from klubban.store.database import Database
    from klubban.ui.inquiries.page import InquiriesPage
    from klubban.ui.widgets.act_line import Act


class ReceivedHand(QObject):
    """Asks what is to be known first in a form on the page, and does it."""

    def __init__(self, page: InquiriesPage, database: Database) -> None:
        super().__init__(page)
        self._page, self._database = page, database

    def _ready(self) -> ReceivedReferral | None:
        """Return the one in hand when it may be changed, with all that is typed saved."""
        one = self._page.received
        return one if one is not None and not self._database.read_only and self._page.flush() else None

    def acts(self, one: ReceivedReferral) -> list[Act]:
        """Return what can be done with it now, as words."""
        if self._database.read_only:
            return []
        if one.answered_on is not None:
            return [("K", _("It is not answered"), self.answered)]
        found: list[Act] = []
        if one.id not in self._page.book.answering:
            found.append(("U", _("Prepare the answer as an item …"), self.ask_for_meeting))
        found.append(("K", pgettext("received", "It is answered …"), self.answered))
        found.append(("F", _("More time …"), self.ask_for_more_time))
        return found

    def ask_for_new(self) -> None:
        """Ask for one that came."""
        page = self._page
        page.ask(forms.new(self._database, page.book, page.hold))

    def ask_for_meeting(self) -> None:
        """Ask at which meeting the answer is given."""
        one = self._ready()
        if one is not None:
            self._page.ask(forms.on_agenda(self._database, one, self._page.book))

    def ask_for_more_time(self) -> None:
        """Ask until when the sender gives time."""
        one = self._ready()
        if one is not None:
            self._page.ask(forms.extend(self._database, one, self._page.book))

    def answered(self) -> None:
        """Ask when and how it was answered, or take that back."""
        one = self._ready()
        if one is None:
            return
        if one.answered_on is not None:
            self._page.attempt(lambda: received.not_answered(self._database, one.id), self._page.tell)
        else:
            self._page.ask(forms.answered(self._database, one, self._page.book))

    def remove(self) -> None:
        """Take away what was registered by mistake; the matter stays."""
        one = self._ready()
        if one is not None and self._page.column.list.hasFocus():
            self._page.attempt(lambda: received.remove_received(self._database, one.id), self._page.tell)
