"""One assignment in hand: what it is, who has it, by when, where it came from, and what happened since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from klubban.documents.wording import capital, enumerated
from klubban.i18n import _, current, pgettext
from klubban.store.matters import reported
from klubban.ui.asking.surface import AskingSurface, fact, said
from klubban.ui.assignments import words
from klubban.ui.assignments.timeline import Timeline, items_of
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.leads import INSET, Leads
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.undertaken import Undertaken
    from klubban.store.database import Database
    from klubban.ui.assignments.book import Book
    from klubban.ui.widgets.act_line import Act


class AssignmentSurface(AskingSurface):
    """Shows an assignment; what is done with it is asked above."""

    meeting_asked = Signal(int, object)
    walk_asked = Signal(int)

    def __init__(self, database: Database) -> None:
        super().__init__(pgettext("one", "Assignment"))
        self._database = database
        self._shown: tuple[object, ...] = ()
        self.one: Undertaken | None = None

    def show_nothing(self, title: str, told: str, actions: Sequence[QWidget]) -> None:
        """Say what belongs here, and what to do first."""
        self.one, self._shown = None, ()
        self.clear()
        text = Text(told, wrap=True)
        text.setContentsMargins(0, 4, 0, 16)
        self.put(Text(title, "title", wrap=True), text, *actions)

    def take(self, one: Undertaken, book: Book, acts: Sequence[Act]) -> None:
        """Show an assignment as it is now."""
        if (one, book.today, book.all_bodies, len(acts)) == self._shown:
            return
        self._shown, self.one = (one, book.today, book.all_bodies, len(acts)), one
        held = QApplication.focusWidget()
        inside_ = held is not None and self.isAncestorOf(held) and self.slot.form is None
        self.clear()
        self._head(one, book)
        if acts:
            self.put(self.acts(acts))
        self._facts(one, book)
        if inside_:
            self.focusNextChild()

    def _head(self, one: Undertaken, book: Book) -> None:
        self.put(Text(words.title(one), "title", wrap=True))
        parts = [*filter(None, (words.stuck(one), words.unanswered(one)))] if one.is_open else []
        if not parts and one.is_open and one.assignment.due_now:
            parts = [words.by_when(one, book.today)]
        told = enumerated(parts, current())
        pill = words.pill(one, book.today)
        if pill[0] or told:
            self.put(said(pill, f"{capital(told)}." if told else ""))
        remark = words.owner_left(one, book.bodies, book.today)
        if remark:
            self.put(said((pgettext("remark", "to see to"), "soon"), remark))
        if one.confidential:
            told = _("It came out of a confidential item: lists and mails show its number and neutral title.")
            self.put(said((_("confidential"), "plain"), told, "small"))

    def _facts(self, one: Undertaken, book: Book) -> None:
        assignment = one.assignment
        who = str(assignment.to_now)
        first = (
            ""
            if assignment.to_now == assignment.to
            else _("it was given to {name}").format(name=assignment.to)
        )
        self.put(Section(pgettext("assignment", "Who has it"), fact(who, first)))
        self.put(Section(_("By when"), fact(*self._by_when(one, book))))
        heard = book.bodies.get(assignment.for_body or 0)
        if heard is not None:
            self.put(Section(_("Reported to"), fact(heard.name)))
        if assignment.cost:
            self.put(Section(_("At whose cost"), fact(assignment.cost)))
        self.put(self._given(one, book))
        line = Timeline()
        line.meeting_asked.connect(self.meeting_asked)
        with self._database.read() as read:
            places = reported(read, items_of(one))
        line.take(one, book, places)
        self.put(Section(pgettext("assignment", "What happened"), line))

    def _by_when(self, one: Undertaken, book: Book) -> tuple[str, str]:
        due, first = one.assignment.due_now, one.assignment.due
        now = words.day(due, book.today) if due else _("no day is set")
        if first == due:
            return now, ""
        if first is None:
            return now, _("no day was set when it was given")
        return now, _("first it was {day}").format(day=words.day(first, book.today))

    def _given(self, one: Undertaken, book: Book) -> Section:
        where = words.given(one, book.bodies, book.today)
        label = pgettext("assignment", "Given")
        if one.meeting is not None:
            lead = Leads([where])
            meeting, item = one.meeting, one.assignment.item
            lead.chosen.connect(lambda _number: self.meeting_asked.emit(meeting, item))
            return Section(label, lead, INSET)
        if one.walk is not None and (walk := book.walk(one.walk)) is not None:
            lead = Leads([_("{walk}, {day}").format(walk=walk.title, day=words.day(walk.day, book.today))])
            lead.chosen.connect(lambda _number: self.walk_asked.emit(walk.id))
            return Section(pgettext("assignment", "Seen"), lead, INSET)
        return Section(label, fact(where or "–"))
