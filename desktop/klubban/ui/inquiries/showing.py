"""What stands beside the list: the page of what is in hand, laid out anew only where it must be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from klubban.ui.asking.surface import AskingSurface
from klubban.ui.inquiries import empty
from klubban.ui.inquiries import received_surface as received_page
from klubban.ui.inquiries import surface as inquiry_page
from klubban.ui.inquiries.head import new_words
from klubban.ui.inquiries.nothing_surface import decided_surface, nothing_surface
from klubban.ui.inquiries.received_surface import ReceivedSurface
from klubban.ui.inquiries.surface import InquirySurface

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QHBoxLayout

    from klubban.domain.referral import Inquiry, ReceivedReferral
    from klubban.store.database import Database
    from klubban.ui.inquiries.page import InquiriesPage

Shown: TypeAlias = InquirySurface | ReceivedSurface | AskingSurface


class Showing(QObject):
    """Knows the page of the room, and the row in which all stands."""

    def __init__(self, page: InquiriesPage, database: Database, row: QHBoxLayout) -> None:
        super().__init__(page)
        self._page, self._database, self._row = page, database, row
        self.surface: Shown | None = None

    @property
    def thing(self) -> InquirySurface | ReceivedSurface | None:
        """Return the page of an inquiry or a received referral, if that is what is shown."""
        return self.surface if isinstance(self.surface, InquirySurface | ReceivedSurface) else None

    def show(self) -> None:
        """Show what is in hand now; what is typed in the same page stays."""
        inquiry, one, surface = self._page.inquiry, self._page.received, self.surface
        if inquiry is not None:
            same = isinstance(surface, InquirySurface) and surface.shape == inquiry_page.shape_of(inquiry)
        elif one is not None:
            shape = received_page.shape_of(one, self._page.book)
            same = isinstance(surface, ReceivedSurface) and surface.shape == shape
        else:
            self._show_nothing()
            return
        if same and self.thing is not None:
            self.thing.take(self._page.book)
        elif inquiry is not None:
            self._lay_out(self._surface_of(inquiry))
        elif one is not None:
            self._lay_out(self._received_of(one))

    def _surface_of(self, inquiry: Inquiry) -> InquirySurface:
        surface = InquirySurface(self._database, self._page.book, inquiry)
        surface.taken.connect(self._page.show_referee)
        surface.followed.connect(self._page.answers_hand.follow)
        surface.dropped.connect(self._page.answers_hand.take_form)
        self._connect(surface)
        return surface

    def _received_of(self, one: ReceivedReferral) -> ReceivedSurface:
        surface = ReceivedSurface(self._database, self._page.book, one)
        self._connect(surface)
        return surface

    def _connect(self, surface: InquirySurface | ReceivedSurface) -> None:
        surface.saved.connect(self._page.saved)
        surface.failed.connect(self._page.failed)
        surface.acted.connect(self._page.acted)
        surface.meeting_asked.connect(self._page.meeting_asked)

    def _show_nothing(self) -> None:
        page, locked = self._page, self._database.read_only
        if page.decided is not None and page.decided in page.book.decided:
            surface = decided_surface(page.book, page.decided, None if locked else page.hand.begin)
        else:
            searched = bool(page.column.search.words())
            told = empty.not_found() if searched else empty.nothing(page.look)
            begins = not searched and not locked and bool(page.book.bodies)
            surface = nothing_surface(told, (new_words(page.look), page.ask_for_new) if begins else None)
        if page.asked is None or not isinstance(self.surface, AskingSurface):
            self._lay_out(surface)

    def _lay_out(self, fresh: Shown) -> None:
        """Put a page in the place of the one before; the keyboard is not lost with it."""
        before, held, give_back = self.surface, QApplication.focusWidget(), self._way_back(fresh)
        inside = before is not None and held is not None and before.isAncestorOf(held)
        if before is not None:
            self._row.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.surface = fresh
        self._row.insertWidget(1, fresh, 1)
        fresh.show()
        self._page.paper_hand.share()
        if inside:
            give_back()

    def _way_back(self, fresh: Shown) -> Callable[[], object]:
        """Let a page of the same inquiry stand as the one before; return what gives it the keyboard."""
        before = self.surface
        if not isinstance(before, InquirySurface) or not isinstance(fresh, InquirySurface):
            return self._page.column.enter
        if before.inquiry_id != fresh.inquiry_id:
            return self._page.column.enter
        at, question = before.verticalScrollBar().value(), before.question_in_hand
        fresh.referees.held = before.referees.held
        QTimer.singleShot(0, fresh, lambda: fresh.verticalScrollBar().setValue(at))
        return fresh.enter if question is None else partial(fresh.enter_question, question)
