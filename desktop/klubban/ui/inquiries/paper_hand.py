"""The paper beside what is in hand: where there is room, which one is shown, and how it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from klubban.ui.inquiries.looks import Looks
from klubban.ui.inquiries.papers import Papers
from klubban.ui.inquiries.surface import InquirySurface
from klubban.ui.widgets.basics import Rule
from klubban.ui.widgets.beside import give_room

if TYPE_CHECKING:
    from klubban.documents.forms import Form
    from klubban.operations.export import Prepared
    from klubban.store.database import Database
    from klubban.ui.inquiries.page import InquiriesPage
    from klubban.ui.inquiries.papers import Paper
    from klubban.ui.typesetter import Typesetter

_WIDE, _PAGE, _ALL = 1180, 364, 16_777_215
"""A page wider than the first has room for the paper beside."""


class PaperHand(QObject):
    """Knows the page of the room."""

    def __init__(self, page: InquiriesPage, database: Database, typesetter: Typesetter) -> None:
        super().__init__(page)
        self._page, self._asked = page, False
        self.papers, self.edge = Papers(database, typesetter), Rule(upright=True)
        self.papers.chosen.connect(self.show)

    @property
    def has_paper(self) -> bool:
        """Tell whether there is a paper of what is in hand."""
        one, book = self._page.received, self._page.book
        return self._page.inquiry is not None or (one is not None and one.id in book.answering)

    @property
    def _is_wide(self) -> bool:
        return self._page.width() >= _WIDE

    def share(self) -> None:
        """Show the paper beside what is in hand, or in its place where it was asked for and room is short."""
        shown = self.has_paper and (self._is_wide or self._asked)
        give_room(self.papers, self.edge, _PAGE if shown else 0, least=1)
        if shown and not self._is_wide:
            self.papers.setMinimumWidth(0)
            self.papers.setMaximumWidth(_ALL)
        if self._page.surface is not None:
            self._page.surface.setVisible(self._is_wide or not shown)

    def put_away(self) -> None:
        """Give the room back to what is in hand."""
        self._asked = False
        self.share()

    def ask_for(self, paper: Paper) -> None:
        """Show a paper; where room is short the same key puts it away."""
        if not self.has_paper or not self._page.flush():
            return
        received = self._page.look is Looks.RECEIVED
        again = self._asked and (paper is self.papers.paper or received)
        self._asked = not again and not self._is_wide
        if not received:
            self.papers.show_paper(paper)
        self.show()
        if not self._is_wide:
            at = self.papers.preview.sheet if self._asked else self._page.column.list
            at.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show(self) -> None:
        """Show the paper as it is now, if it is in sight."""
        self.share()
        page = self._page
        if not self.papers.isVisible():
            return
        if page.inquiry is not None:
            self.papers.follow_inquiry(page.inquiry.id, self._referee, page.book.today)
        elif page.received is not None:
            self.papers.follow_received(page.received.id)

    @property
    def _referee(self) -> int | None:
        surface = self._page.surface
        return surface.referees.held if isinstance(surface, InquirySurface) else None

    def _prepared(self) -> list[Prepared]:
        inquiry, one = self._page.inquiry, self._page.received
        if inquiry is not None:
            return [self.papers.of_inquiry(inquiry.id, self._referee, self._page.book.today)]
        return [self.papers.of_received(one.id)] if one is not None else []

    def save(self, form: Form) -> bool:
        """Save the paper that is shown in a form; tell whether there is one."""
        if not self.has_paper or not self._page.flush():
            return False
        self._page.exporter.write(self._page, self._prepared, form)
        return True
