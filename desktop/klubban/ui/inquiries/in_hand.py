"""Which inquiry is in hand, and which of those who are asked; what is missing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from klubban.i18n import _
from klubban.ui.inquiries.surface import InquirySurface

if TYPE_CHECKING:
    from klubban.domain.referral import Inquiry, Referee
    from klubban.store.database import Database
    from klubban.ui.inquiries.page import InquiriesPage


class InHand(QObject):
    """What all that is done with an inquiry asks first."""

    def __init__(self, page: InquiriesPage, database: Database) -> None:
        super().__init__(page)
        self._page, self._database = page, database

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

    def out(self) -> Inquiry | None:
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

    def one(self) -> tuple[Inquiry, Referee] | None:
        """Return what is out with the referee in hand; say what is missing."""
        inquiry = self.out()
        if inquiry is None:
            return None
        found = self.referee(inquiry)
        if found is None:
            self._page.say(_("Choose who it is about first: Enter leads to those who are asked."))
            return None
        return inquiry, found
