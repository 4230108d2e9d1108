"""Referrals and rounds of reports: who was asked what, and what they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents.forms import Form as Makes
from klubban.domain.referral import InquiryKind
from klubban.i18n import _
from klubban.ui import clock
from klubban.ui.asking.act_form import ActForm
from klubban.ui.inquiries import named_keys, rows, words
from klubban.ui.inquiries.answers_hand import AnswersHand
from klubban.ui.inquiries.book import Book
from klubban.ui.inquiries.hand import InquiryHand
from klubban.ui.inquiries.head import InquiriesHead
from klubban.ui.inquiries.looks import Looks
from klubban.ui.inquiries.page_keys import add_keys
from klubban.ui.inquiries.paper_hand import PaperHand
from klubban.ui.inquiries.received_hand import ReceivedHand
from klubban.ui.inquiries.showing import Showing
from klubban.ui.inquiries.surface import InquirySurface
from klubban.ui.meeting.export import Exporter
from klubban.ui.registers.surface import sentence
from klubban.ui.room import Room
from klubban.ui.widgets.basics import Rule, spaced
from klubban.ui.widgets.key_foot import KeyFoot, KeyName
from klubban.ui.widgets.list_column import ListColumn, nothing_found

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from klubban.domain.errors import RuleBroken
    from klubban.domain.referral import Inquiry, ReceivedReferral
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.inquiries.showing import Shown
    from klubban.ui.registers.form import Form
    from klubban.ui.typesetter import Typesetter
    from klubban.ui.widgets.act_line import Act

_TIGHT = 1320
"""A page narrower than that has a narrow list."""


class InquiriesPage(Room):
    """Header with the three sorts, the list, the one in hand, its paper beside it, and foot."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self.look, self.book = Looks.SENT, Book.of(database, clock.today())
        self.chosen: dict[Looks, Hashable | None] = dict.fromkeys(Looks)
        self.foot = KeyFoot(_("State"))
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.exporter.bug.connect(self.bug)
        self.column = ListColumn(_("Referrals"), _("Search by words, body or who is asked"))
        self.column.searched.connect(self.show_list)
        self.column.chosen.connect(self.choose)
        self.column.followed.connect(self._follow)
        self.paper_hand = PaperHand(self, database, typesetter)
        self.hand = InquiryHand(self, database, settings, typesetter)
        self.answers_hand = AnswersHand(self, database)
        self.received_hand = ReceivedHand(self, database)
        self._row = QHBoxLayout()
        self.showing = Showing(self, database, self._row)
        self._build()
        add_keys(self)

    def _build(self) -> None:
        self._head = InquiriesHead(self.export_record, self.ask_for_new)
        self._head.look_chosen.connect(lambda number: self.show_look(Looks(number)))
        whole = QVBoxLayout(self)
        spaced(self._row)
        spaced(whole)
        for part in (self.column, self.paper_hand.edge, self.paper_hand.papers):
            self._row.addWidget(part)
        whole.addWidget(self._head)
        whole.addWidget(Rule())
        whole.addLayout(self._row, 1)
        whole.addWidget(Rule())
        whole.addWidget(self.foot)

    # --- what a room does

    def show_for(self, id_: int | None) -> None:
        """Show all, or one inquiry; the keyboard is at the list."""
        self.reload()
        inquiry = self.book.inquiry(id_)
        if inquiry is not None and not self.holds_form():
            self.column.search.show_words("")
            self._look_at(_look_of(inquiry), inquiry.id)
        QTimer.singleShot(0, self, self._enter)  # once the room is the page that is seen

    def _enter(self) -> None:
        if self.asked is not None:
            self.asked.enter()
        else:
            self.column.enter()

    def shows(self, id_: int) -> bool:
        """Tell whether an inquiry is in hand."""
        inquiry = self.inquiry
        return inquiry is not None and inquiry.id == id_

    def reload(self) -> bool:
        """Show what is new; the page is laid out anew where its questions are others."""
        self.book = Book.of(self._database, clock.today())
        self.show_list()
        return True

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        thing = self.showing.thing
        return thing is None or thing.flush()

    def end_run(self) -> None:
        """Let what is typed next be a step of its own."""
        if self.showing.thing is not None:
            self.showing.thing.end_run()

    def step(self, by: int) -> None:
        """Go to the next line of the list."""
        self.column.list.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        shown = [self.surface] if self.surface is not None and self.surface.isVisible() else []
        papers = self.paper_hand.papers
        return [self.column.list, *shown, *([papers.preview.sheet] if papers.isVisible() else [])]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: the paper stands beside where there is room for it."""
        super().resizeEvent(event)
        self.column.fit(self.width(), _TIGHT)
        self.paper_hand.share()

    # --- what is in hand

    @property
    def surface(self) -> Shown | None:
        """Return what stands beside the list."""
        return self.showing.surface

    @property
    def inquiry(self) -> Inquiry | None:
        """Return the inquiry in hand."""
        return self.book.inquiry(self.chosen[self.look]) if self.look is not Looks.RECEIVED else None

    @property
    def received(self) -> ReceivedReferral | None:
        """Return the received referral in hand."""
        held = self.chosen[self.look]
        if self.look is not Looks.RECEIVED or not isinstance(held, int):
            return None
        return self.book.received.get(held)

    @property
    def decided(self) -> int | None:
        """Return the item in hand that decided a referral which nobody has begun."""
        held = self.chosen[self.look]
        return held[1] if self.look is Looks.SENT and isinstance(held, tuple) else None

    @property
    def asked(self) -> Form | None:
        """Return the form that is asked, if one is."""
        return self.surface.slot.form if self.surface is not None else None

    def show_look(self, look: Looks) -> None:
        """Look at what was sent, at rounds, or at what came."""
        if self.holds_form() or not self.flush():
            self._show_around()
            return
        self._look_at(look, self.chosen[look])
        if self.asked is None:
            self._enter()

    def _look_at(self, look: Looks, chosen: Hashable | None) -> None:
        if look is not self.look:
            self.column.search.show_words("")
        self.look, self.chosen[look] = look, chosen
        self.foot.say("")
        self.show_list()

    def hold(self, id_: int) -> None:
        """Let what was begun just now be in hand once it is read."""
        self.chosen[self.look] = id_
        self.column.search.show_words("")

    def choose(self, what: object) -> None:
        """Take something in hand."""
        if what == self.chosen[self.look]:
            return
        if self.holds_form() or not self.flush():
            self.column.hold(self.chosen[self.look])
            return
        self.chosen[self.look] = what
        self.foot.say("")
        self._show_one()

    # --- what is shown

    def show_list(self) -> None:
        """Show the list anew; what was in hand stays so if it is still there."""
        search = self.column.search.words()
        if self.look is Looks.RECEIVED:
            found = list(rows.received(self.book, search))
        else:
            kind = InquiryKind.REPORTS if self.look is Looks.ROUNDS else InquiryKind.REFERRAL
            found = list(rows.inquiries(self.book, kind, search))
        there = [row.id for row in found if row.id is not None]
        if self.chosen[self.look] not in there and self.asked is None:
            self.chosen[self.look] = next(iter(there), None)
        self.column.take(found or nothing_found(search), self.chosen[self.look])
        self._show_one()

    def _show_one(self) -> None:
        self.showing.show()
        self._show_around()
        self.paper_hand.show()

    def show_referee(self) -> None:
        """Show what depends on which referee is in hand."""
        self._show_foot()
        self.paper_hand.show()

    def _show_around(self) -> None:
        """Show what surrounds the one in hand."""
        asked = self.asked is not None
        begins = not self._database.read_only and not asked and bool(self.book.bodies)
        self._head.take(self.look, begins=begins, has_paper=self.paper_hand.has_paper)
        if self.showing.thing is not None:
            self.showing.thing.show_acts([] if asked else self._acts())
        self._show_foot()

    def _acts(self) -> Sequence[Act]:
        if self.inquiry is not None:
            return self.hand.acts(self.inquiry)
        return self.received_hand.acts(self.received) if self.received is not None else []

    def _show_foot(self) -> None:
        inquiry, one = self.inquiry, self.received
        told = words.answered(inquiry) if inquiry and inquiry.sent_on is not None else ""
        if one is not None:
            told = words.received_pill(one, self.book.today)[0]
        self.foot.show_state("", "plain", told)
        self.foot.show_keys(self._keys())

    def _keys(self) -> list[list[KeyName]]:
        if self.asked is not None:
            return [named_keys.of_form()]
        around = named_keys.around(self.look, has_paper=self.paper_hand.has_paper)
        if self._database.read_only:
            return [around]
        if self.look is Looks.RECEIVED:
            one = self.received
            on_agenda = one is not None and one.id in self.book.answering
            return [named_keys.of_received(one, on_agenda=on_agenda), around]
        if self.decided is not None:
            return [named_keys.of_decided(), around]
        inquiry = self.inquiry
        referee = self.hand.referee(inquiry) if inquiry else None
        return [named_keys.of_inquiry(inquiry, referee), around]

    def export_record(self) -> None:
        """Save the paper that is shown as a PDF."""
        self.export_as(Makes.PDF)

    def export_as(self, form: Makes) -> None:
        """Save the paper that is shown in a form."""
        if not self.paper_hand.save(form):
            super().export_record()

    # --- what is asked and said

    def ask(self, form: Form) -> None:
        """Ask something above what is in hand."""
        surface = self.surface
        if surface is None:
            return
        form.left.connect(self.leave)
        form.done.connect(self._done)
        form.failed.connect(self.failed)
        self.paper_hand.put_away()
        surface.slot.put(form, surface)
        form.enter()
        self._show_around()

    def leave(self) -> None:
        """Take away what is asked; the keyboard is where it was."""
        surface = self.surface
        if surface is None:
            return
        surface.slot.clear()
        self._show_around()
        referees = surface.referees if isinstance(surface, InquirySurface) else None
        if referees is None or referees.held is None or not referees.enter(referees.held):
            self.column.enter()

    def _done(self) -> None:
        self.leave()
        self.acted()

    def submit(self) -> None:
        """Do what is asked, if something is."""
        if self.asked is not None:
            self.asked.submit()

    def holds_form(self) -> bool:
        """Tell whether something is typed in a form that is not done, and say so; others are taken away."""
        form, surface = self.asked, self.surface
        if form is None or surface is None:
            return False
        if isinstance(form, ActForm) and form.is_touched:
            self.say(_("The form is not done: Ctrl+Enter does it, Esc leaves it."))
            return True
        surface.slot.clear()
        self._show_around()
        return False

    def ask_for_new(self) -> None:
        """Ask for a new one of the sort that is looked at."""
        if self._database.read_only or self.asked is not None or not self.flush():
            return
        if not self.book.bodies:
            self.say(_("Add a body first, under Bodies and people (F7)."))
        elif self.look is Looks.RECEIVED:
            self.received_hand.ask_for_new()
        else:
            self.hand.ask_for_new()

    def _follow(self) -> None:
        """Go into what is chosen: to those who are asked, or to the first line."""
        if self.decided is not None:
            self.hand.begin(self.decided)
        elif self.showing.thing is not None:
            self.showing.thing.enter()

    def enter_search(self) -> None:
        """Give the keyboard to the search."""
        self.column.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def acted(self) -> None:
        """Show what was done."""
        self.reload()
        self.saved.emit()

    def say(self, told: str) -> None:
        """Say something at the foot."""
        self.foot.say(told, [(_("Close"), lambda: self.foot.say(""))])

    def tell(self, told: str) -> None:
        """Say below the title why something was not done."""
        if self.showing.thing is not None:
            self.showing.thing.tell(told)
        else:
            self.say(told)

    def refuse(self, broken: RuleBroken) -> None:
        """Say below the title which rule refused it."""
        self.tell(sentence(broken))


def _look_of(inquiry: Inquiry) -> Looks:
    return Looks.ROUNDS if inquiry.kind is InquiryKind.REPORTS else Looks.SENT
