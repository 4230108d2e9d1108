"""Those who are asked: a card for each, walked with the arrows, and a line where another is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from klubban.i18n import _
from klubban.ui.inquiries import words
from klubban.ui.inquiries.referee_card import RefereeCard
from klubban.ui.widgets.basics import emptied, spaced, widgets_in
from klubban.ui.widgets.entry import Entry
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from klubban.domain.referral import Inquiry
    from klubban.ui.inquiries.book import Book


class RefereesPart(Column):
    """Knows which of them is in hand, also while the keyboard is elsewhere."""

    taken = Signal()
    """Another is in hand."""
    followed = Signal(int)
    entered = Signal(QWidget)
    """The keyboard was given to a card."""
    named = Signal(str)
    """Another is to be added."""

    def __init__(self, *, locked: bool) -> None:
        super().__init__()
        self.held: int | None = None
        """Id of the one in hand."""
        self._cards = Column()
        spaced(self._cards.column, (0, 0, 0, 8), 8)
        self.new = Entry(_("New referee"), _("Another one; Enter adds it"))
        self.new.entered.connect(self._add)
        self.column.addWidget(self._cards)
        self.column.addWidget(self.new)
        self.new.setVisible(not locked)

    def take(self, inquiry: Inquiry, book: Book) -> None:
        """Show them as they stand now; the keyboard stays at the same one."""
        at = self.at_card
        emptied(self._cards.column)
        for each in inquiry.referees:
            pill = words.referee_pill(inquiry, each, book)
            card = RefereeCard(each.id, str(each.who), pill, words.referee_told(inquiry, each, book))
            card.taken.connect(self._hold)
            card.followed.connect(self.followed)
            card.walked.connect(self._walk)
            self._cards.column.addWidget(card)
            card.show()
        if self.held not in {each.id for each in inquiry.referees}:
            self.held = None
        if at is not None:
            self.enter(at)

    @property
    def cards(self) -> list[RefereeCard]:
        """Return the cards in order."""
        return widgets_in(self._cards.column, RefereeCard)

    @property
    def at_card(self) -> int | None:
        """Return the id of the one whose card has the keyboard."""
        at = QApplication.focusWidget()
        return at.id if isinstance(at, RefereeCard) and self.isAncestorOf(at) else None

    def enter(self, referee: int | None = None) -> bool:
        """Give the keyboard to a card, or to the first; False where there is none."""
        cards = self.cards
        wanted = next((card for card in cards if card.id == referee), cards[0] if cards else None)
        if wanted is None:
            return False
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        self.entered.emit(wanted)
        return True

    def _walk(self, referee: int, by: int) -> None:
        ids = [card.id for card in self.cards]
        at = ids.index(referee) + by
        if 0 <= at < len(ids):
            self.enter(ids[at])

    def _hold(self, referee: int) -> None:
        self.held = referee
        self.taken.emit()

    def _add(self, name: str) -> None:
        if name.strip():
            self.named.emit(name)
            self.new.show_words("")
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
