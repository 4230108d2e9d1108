"""One plan, promise or goal in hand: what it says, how it stands, and what was noted of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.documents import commitment_words as say
from klubban.documents import progress_words
from klubban.documents.wording import enumerated
from klubban.domain.commitment import CommitmentKind
from klubban.domain.follow_up_rules import Remark, remarks
from klubban.domain.text import plain
from klubban.i18n import _, current, pgettext
from klubban.ui.asking.surface import fact, said
from klubban.ui.plans import parts, rows, words
from klubban.ui.plans.part_row import INSET
from klubban.ui.plans.parts_surface import PartsSurface
from klubban.ui.plans.time_line import TimeLine, period_of
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.leads import INSET as LEAD
from klubban.ui.widgets.leads import Leads
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from klubban.domain.commitment import Commitment
    from klubban.domain.commitments_due import FollowUpDue
    from klubban.ui.plans.book import Book
    from klubban.ui.widgets.act_line import Act

_MOST_LATE = 3
"""So many things that are late are told of, each in a sentence."""


class PlanSurface(PartsSurface):
    """Shows a plan or promise; what is done with it is asked above."""

    def __init__(self) -> None:
        super().__init__(pgettext("one", "Plan or promise"))

    def take(self, one: Commitment, book: Book, acts: Sequence[Act]) -> None:
        """Show a plan as it is now."""
        around = (one, book.followed, book.at, book.goals, book.today, len(acts))
        self.fill(one.id, around, lambda: self._build(one, book, acts))

    # --- what is told of a plan

    def _build(self, one: Commitment, book: Book, acts: Sequence[Act]) -> None:
        self._head(one, book)
        if acts:
            self.put(self.acts(acts))
        if one.text:
            self.put(Section(pgettext("plan", "What it says"), Text(plain(one.text).strip(), wrap=True)))
        for label, told, below in _facts(one, book):
            if told:
                self.put(Section(label, fact(told, below)))
        self._decided(one, book)
        self._beside(one, book)
        self._planned(one, book)
        if one.activities:
            self._activities(one, book)
        found = self.lines(parts.follow_ups(one, book))
        if found is not None:
            self.put(Section(pgettext("plan", "Followed up"), found, INSET))
        self._below(one, book)

    def _head(self, one: Commitment, book: Book) -> None:
        self.put(Text(one.title, "title", wrap=True))
        below = " · ".join((say.kind(one.kind, current()), book.bodies[one.body].name))
        self.put(Text(below, "small", QUIET, wrap=True))
        behind = rows.late(book, one)
        pill = words.pill(one, None)
        told = ""
        if one.closed_on is not None:
            told = words.as_sentence(one.closed_because or "")
        dues = book.dues[one.id]
        coming = [due for due in dues if not due.is_late(book.today)]
        if coming and behind is None:
            told = self._sentence(coming[0], book)
        if pill[0] or told:
            self.put(said(pill, told))
        for due in [each for each in dues if each.is_late(book.today)][:_MOST_LATE]:
            how = say.late(due.day, book.today, current())
            self.put(said((words.marked_late(how), "late"), self._sentence(due, book)))
        for remark in remarks(one, book.today):
            if remark is not Remark.REVIEW_PAST:  # said above, with its day
                self.put(said((pgettext("remark", "to see to"), "soon"), say.remark(remark, current())))
        if book.by_id[one.id].confidential:
            told = _("It came out of a confidential item: lists and documents have no word of it.")
            self.put(said((_("confidential"), "plain"), told, "small"))

    @staticmethod
    def _sentence(due: FollowUpDue, book: Book) -> str:
        body = book.bodies.get(due.to or 0)
        return words.sentence(due, book.today, body.name if body else "")

    def _decided(self, one: Commitment, book: Book) -> None:
        at = book.at.get(one.item or 0)
        day = words.day(one.decided_on, book.today) if one.decided_on else ""
        told = ", ".join(filter(None, (day, one.decided_by, one.registry_number)))
        label = pgettext("plan", "Decided")
        if at is not None:
            content = QWidget()
            column = QVBoxLayout(content)
            spaced(column)
            lead = Leads([words.where(at)])
            lead.chosen.connect(lambda _number: self.meeting_asked.emit(at.meeting, at.item))
            column.addWidget(lead)
            if told:
                quiet = Text(told, "small", QUIET, wrap=True)
                quiet.setContentsMargins(LEAD, 0, 0, 0)
                column.addWidget(quiet)
            self.put(Section(label, content, LEAD))
        elif told:
            self.put(Section(label, fact(told)))

    def _beside(self, one: Commitment, book: Book) -> None:
        """Show what it belongs to, what it took the place of, and what took its place."""
        for label, found in (
            (pgettext("plan", "Belongs to"), book.plan(one.belongs_to)),
            (pgettext("plan", "Took the place of"), book.plan(one.replaces)),
            (pgettext("plan", "Renewed as"), book.after(one.id)),
        ):
            if found is not None:
                self.lead_to(label, [(found.title, found.id)], self.plan_asked.emit)

    def _below(self, one: Commitment, book: Book) -> None:
        """Show what belongs to it, and its goals."""
        plans = [(each.title, each.id) for each in book.below(one.id)]
        goals = [(each.title, each.id) for each in book.goals if each.commitment == one.id]
        if plans:
            self.lead_to(pgettext("plan", "Below it"), plans, self.plan_asked.emit)
        if goals:
            self.lead_to(pgettext("plan", "Goals"), goals, self.goal_asked.emit)

    def _activities(self, one: Commitment, book: Book) -> None:
        """Show how many there are and how far each has come."""
        content, lines = QWidget(), self.lines(parts.activities(one, book))
        column = QVBoxLayout(content)
        spaced(column, gap=4)
        told = Text(progress_words.counted(one.activities, book.today, current()), "item", QUIET, wrap=True)
        told.setContentsMargins(INSET, 2, 0, 0)
        column.addWidget(told)
        if lines is not None:
            column.addWidget(lines)
        self.put(Section(pgettext("plan", "Activities"), content, INSET))

    def _planned(self, one: Commitment, book: Book) -> None:
        """Show the days on which it is to be followed up, on a line of its period."""
        period, lines = period_of(one), self.lines(parts.checkpoints(one, book))
        if period is None and lines is None:
            return
        content = QWidget()
        column = QVBoxLayout(content)
        spaced(column)
        if period is not None:
            line = TimeLine(one, period, book.today)
            line.setContentsMargins(INSET, 0, 0, 0)
            column.addWidget(line)
        if lines is not None:
            column.addWidget(lines)
        self.put(Section(pgettext("plan", "To be followed up"), content, INSET))


def _facts(one: Commitment, book: Book) -> Iterable[tuple[str, str, str]]:
    """Walk what is known of a plan: a label, the words, and quietly what is beside them."""
    texts, today = current(), book.today
    yield pgettext("plan", "Area"), one.area or "", ""
    yield pgettext("plan", "Period"), say.period(one.from_date, one.to_date, texts), ""
    parties = (
        pgettext("recommendation", "By")
        if one.kind is CommitmentKind.RECOMMENDATION
        else pgettext("plan", "Parties")
    )
    yield parties, enumerated(one.parties, texts), ""
    yield pgettext("plan", "Responsible"), str(one.responsible or ""), ""
    often = say.months(one.review_months, texts) if one.review_months else ""
    review = ", ".join(filter(None, (words.day(one.review, today) if one.review else "", often)))
    yield pgettext("plan", "Looked at again"), review, (one.source or "") if review else ""
    if not review:
        yield pgettext("plan", "Wanted by"), one.source or "", ""
    body = book.bodies.get(one.reports_to or 0)
    yield pgettext("plan", "Reported to"), body.name if body else "", ""
    if one.answered_on is not None:
        answered = _("answered {day}").format(day=words.day(one.answered_on, today))
        yield pgettext("plan", "Answer"), answered, ""
    elif one.answer_due is not None:
        by = pgettext("answer", "by {day}").format(day=words.day(one.answer_due, today))
        yield pgettext("plan", "Answer"), by, ""
