"""One inquiry in hand: its course, its letter and questions, those who are asked, and what they answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.referral import InquiryKind
from klubban.i18n import N_, _, pgettext
from klubban.operations import inquiries as operations
from klubban.operations import referees
from klubban.store import inquiries as store
from klubban.ui.inquiries import words
from klubban.ui.inquiries.answers_part import AnswersPart
from klubban.ui.inquiries.base import ThingSurface
from klubban.ui.inquiries.questions_part import Grip, SentQuestions
from klubban.ui.inquiries.referee_card import RefereeCard
from klubban.ui.meeting.field import Field
from klubban.ui.registers.days import read_day, spelled
from klubban.ui.registers.surface import A_DAY
from klubban.ui.widgets.basics import TOP, Text, emptied, spaced, widgets_in
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.entry import Entry
from klubban.ui.widgets.header import StageLine
from klubban.ui.widgets.leads import INSET, Leads
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.referral import Inquiry
    from klubban.domain.text import Blocks
    from klubban.store.database import Database
    from klubban.ui.inquiries.book import Book
    from klubban.ui.theme import Tone

_NUMBER = 22


class InquirySurface(ThingSurface):
    """Shows an inquiry; what was sent stands as it was sent."""

    taken = Signal()
    """Another referee is in hand."""
    followed = Signal(int)
    dropped = Signal(object)

    def __init__(self, database: Database, book: Book, inquiry: Inquiry) -> None:
        super().__init__(inquiry.title, database, book)
        self.inquiry_id = inquiry.id
        self.shape = shape_of(inquiry)
        self.referee: int | None = None
        """Id of the one in hand."""
        self._is_draft = inquiry.sent_on is None and not database.read_only
        self.stages, self._cards, self.answers, self._sent = (
            StageLine(),
            Column(),
            AnswersPart(),
            SentQuestions(),
        )
        self._questions: list[int] = []
        self.setAcceptDrops(not database.read_only)
        self._add_head(inquiry)
        self.column.addLayout(self.slot.layout)
        self.add(self._acts)
        self._add_facts(inquiry)
        self._add_questions(inquiry)
        self._add_referees()
        self.add(self.answers)
        self.add_missing()
        self.end()
        self.show_derived()

    @property
    def inquiry(self) -> Inquiry:
        """Return the inquiry as the store holds it."""
        return self._book.inquiries[self.inquiry_id]

    def enter(self) -> None:
        """Give the keyboard to where work goes on: the letter of a draft, or who is asked."""
        if self._is_draft and "title" in self._fields:
            self._fields["title"].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not self.enter_card(self.referee):
            super().enter()

    # --- parts

    def _in_it(self, of: Callable[[Inquiry], Any]) -> Callable[[Book], Any]:
        """Return what finds a value of this inquiry in a book."""

        def found(book: Book) -> Any:
            inquiry = book.inquiry(self.inquiry_id)
            return of(inquiry) if inquiry else ""

        return found

    def _save(self, make: Callable[[str], dict[str, Any]]) -> Callable[[str, str], None]:
        def save(typed: str, run: str) -> None:
            operations.change_inquiry(self._database, self.inquiry_id, run=run, **make(typed))

        return save

    def _add_head(self, inquiry: Inquiry) -> None:
        if self._is_draft:
            title = self.line(
                "title",
                _("Title"),
                self._book,
                self._in_it(lambda one: one.title),
                self._save(lambda typed: {"title": typed}),
                role="title",
            )
            self.add(title)
        else:
            self.add(Text(inquiry.title, "title", wrap=True))
        self.stages.setContentsMargins(0, 6, 0, 0)
        self.add(self.stages)
        self.add(self._state)

    def _add_facts(self, inquiry: Inquiry) -> None:
        self.add(
            Section(pgettext("inquiry", "Asked by"), Text(self._book.bodies[inquiry.body].name, wrap=True))
        )
        self._add_places(inquiry)
        self.add(Section(_("Answers by"), self._due(inquiry)))
        answer_to = self.line(
            "answer_to",
            _("Answers go to"),
            self._book,
            self._in_it(lambda one: one.answer_to or ""),
            self._save(lambda typed: {"answer_to": typed}),
            hint=_("the body’s secretary, where nothing is said"),
        )
        self.add(Section(_("Answers go to"), answer_to))
        number = self.line(
            "registry_number",
            _("Registry number"),
            self._book,
            self._in_it(lambda one: one.registry_number or ""),
            self._save(lambda typed: {"registry_number": typed}),
        )
        self.add_optional(
            "registry_number", _("Registry number"), number, shown=bool(inquiry.registry_number)
        )
        self._add_letter(inquiry)

    def _add_places(self, inquiry: Inquiry) -> None:
        """Add where it was decided, and which meeting is to have the answers; both lead there."""
        place, line = self._book.places.get(inquiry.item or 0), self._book.lines.get(inquiry.meeting or 0)
        if place is not None:
            lead = Leads([words.place(place, self._book)])
            lead.chosen.connect(lambda _number: self.meeting_asked.emit(place["meeting_id"], place["id"]))
            self.add(Section(pgettext("inquiry", "Decided"), lead, INSET))
        if line is not None:
            body, day = self._book.body_name(line.body), words.day(line.date, self._book)
            to = Leads([f"{body} {day}"])
            to.chosen.connect(lambda _number: self.meeting_asked.emit(line.id, None))
            self.add(Section(_("Answers are for"), to, INSET))

    def _due(self, inquiry: Inquiry) -> QWidget:
        if not self._is_draft:
            return Text(spelled(inquiry.due))
        return self.line(
            "due",
            _("Answers by"),
            self._book,
            self._in_it(lambda one: spelled(one.due)),
            self._save(_a_due_day),
            manner=A_DAY,
        )

    def _add_letter(self, inquiry: Inquiry) -> None:
        editor = BlockEditor(_("What the letter says"))
        hint = _("What it is about, and why they are asked")
        editor.setPlaceholderText(hint if self._is_draft else "")
        of = self._in_it(lambda one: one.text)

        def blocks_in(book: Book) -> Blocks:
            return of(book) or ()

        def save(blocks: Blocks, run: str) -> None:
            operations.change_inquiry(self._database, self.inquiry_id, run=run, text=blocks)

        field: Field[Any] = Field(
            editor, blocks_in(self._book), read=editor.blocks, show=editor.show_blocks, save=save
        )
        section = Section(pgettext("inquiry", "Letter"), self._tied("text", field, blocks_in))  # type: ignore[arg-type] # blocks
        editor.lock(locked=not self._is_draft)
        self.add(section)
        section.setHidden(not self._is_draft and not inquiry.text)

    # --- questions

    def _add_questions(self, inquiry: Inquiry) -> None:
        if not self._is_draft:
            self.add(Section(_("Questions"), self._sent))
            return
        self._sent.deleteLater()
        whole = self._lines = Column()
        for number, question in enumerate(inquiry.questions, 1):
            whole.column.addWidget(self._question_line(number, question.id))
            self._questions.append(question.id)
        self.new_question = Entry(_("New question"), _("Another question; Enter adds it"))
        self.new_question.entered.connect(self._add_question)
        whole.column.addSpacing(6 if inquiry.questions else 0)
        whole.column.addWidget(self.new_question)
        self.add(Section(_("Questions"), whole))
        for key, act in (
            ("Alt+Shift+Up", partial(self._move, -1)),
            ("Alt+Shift+Down", partial(self._move, 1)),
            ("Ctrl+Delete", self._remove_question),
        ):
            shortcut = QShortcut(QKeySequence(key), whole)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _question_line(self, number: int, id_: int) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        spaced(row, (0, 2, 0, 6))
        count = Grip(f"{number}.")
        count.setFixedWidth(_NUMBER)
        count.dropped.connect(partial(self._drop_question, id_))
        row.addWidget(count, 0, TOP)

        def save(typed: str, run: str) -> None:
            operations.change_question(self._database, id_, typed, run=run)

        of = self._in_it(lambda one: next((each.text for each in one.questions if each.id == id_), ""))
        label = _("Question {number}").format(number=number)
        row.addWidget(self.line(f"question:{id_}", label, self._book, of, save), 1)
        return line

    @property
    def question_in_hand(self) -> int | None:
        """Return the id of the question that has the keyboard."""
        at = QApplication.focusWidget()
        found = (id_ for id_ in self._questions if self._fields[f"question:{id_}"].editor is at)
        return next(found, None)

    @property
    def new_question_held(self) -> bool:
        """Tell whether the keyboard is where another question is written."""
        return self._is_draft and self.new_question.line.hasFocus()

    def enter_question(self, question_id: int) -> None:
        """Give the keyboard to a question, or to the line for another."""
        field = self._fields.get(f"question:{question_id}")
        (field.editor if field else self.new_question).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_question(self, text: str) -> None:
        if text.strip():
            self.do(lambda: operations.add_question(self._database, self.inquiry_id, text))

    def _remove_question(self) -> None:
        held = self.question_in_hand
        if held is not None:
            self.do(lambda: operations.remove_question(self._database, held))

    def _move(self, by: int) -> None:
        held = self.question_in_hand
        if held is None:
            return
        at = self._questions.index(held)
        if not 0 <= at + by < len(self._questions):
            return
        self._put_question(held, at + by)

    def _drop_question(self, held: int, at: QPoint) -> None:
        """Put a question where it is dropped: after those whose middle is above that."""
        lines = widgets_in(self._lines.column, QWidget)[: len(self._questions)]
        high = self._lines.mapFromGlobal(at).y()
        others = [line for id_, line in zip(self._questions, lines, strict=True) if id_ != held]
        self._put_question(held, sum(line.geometry().center().y() < high for line in others))

    def _put_question(self, held: int, place: int) -> None:
        """Put a question at a place among the others, from 0."""
        others = [id_ for id_ in self._questions if id_ != held]
        after = others[place - 1] if place else None
        if self._questions.index(held) != place:
            self.do(lambda: operations.move_question(self._database, held, after))

    # --- those who are asked

    def _add_referees(self) -> None:
        whole = Column()
        whole.column.addWidget(self._cards)
        if not self._locked:
            self.new_referee = Entry(_("New referee"), _("Another one; Enter adds it"))
            self.new_referee.entered.connect(self._add_referee)
            whole.column.addWidget(self.new_referee)
        spaced(self._cards.column, (0, 0, 0, 8), 8)
        reports = self.inquiry.kind is InquiryKind.REPORTS
        label = pgettext("inquiry", "Units") if reports else pgettext("inquiry", "Who is asked")
        self.add(Section(label, whole))

    def _add_referee(self, name: str) -> None:
        if name.strip():
            self.do(lambda: referees.add_referee(self._database, self.inquiry_id, name))
            self.new_referee.show_words("")
            self.new_referee.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def cards(self) -> list[RefereeCard]:
        """Return the cards in order."""
        return widgets_in(self._cards.column, RefereeCard)

    def enter_card(self, referee: int | None = None) -> bool:
        """Give the keyboard to a card, or to the first; False where there is none."""
        cards = self.cards
        wanted = next((card for card in cards if card.id == referee), cards[0] if cards else None)
        if wanted is None:
            return False
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, wanted, lambda: self.ensureWidgetVisible(wanted, 0, 24))
        return True

    @property
    def card_in_hand(self) -> int | None:
        """Return the id of the referee that has the keyboard."""
        at = QApplication.focusWidget()
        return at.id if isinstance(at, RefereeCard) and self.isAncestorOf(at) else None

    def _walk(self, referee: int, by: int) -> None:
        ids = [card.id for card in self.cards]
        at = ids.index(referee) + by
        if 0 <= at < len(ids):
            self.enter_card(ids[at])

    def _hold(self, referee: int) -> None:
        self.referee = referee
        self.taken.emit()

    def show_answer(self, referee: int) -> None:
        """Scroll to what a referee answered."""
        self.answers.show_by(by_referee=True)
        title = self.answers.title_of(referee)
        if title is not None:
            self.show_whole(title)

    # --- what follows from what is known

    def show_derived(self) -> None:
        """Show how it stands, who is asked, and what they answered."""
        inquiry = self._book.inquiry(self.inquiry_id)
        if inquiry is None:
            return
        self.stages.show_stage(words.stages(inquiry.kind), words.stage(inquiry))
        self._show_state(inquiry)
        self._show_cards(inquiry)
        if not self._is_draft:
            self._sent.take(inquiry, self._book)
        self.answers.take(inquiry)

    def _show_state(self, inquiry: Inquiry) -> None:
        pill, tone = words.pill(inquiry, self._book.today)
        lines: list[tuple[str, Tone, str]] = [(pill, tone, words.next_step(inquiry, self._book))]
        with self._database.read() as read:
            hidden = store.is_confidential(read, inquiry)
        if hidden:
            told = _("It comes of a confidential item: it goes by no mail, and lists do not say what it is.")
            lines.append((_("confidential"), "plain", told))
        self.show_state(lines)

    def _show_cards(self, inquiry: Inquiry) -> None:
        held = self.card_in_hand
        emptied(self._cards.column)
        for each in inquiry.referees:
            pill = words.referee_pill(inquiry, each, self._book)
            told = words.referee_told(inquiry, each, self._book)
            card = RefereeCard(each.id, str(each.who), pill, told)
            card.taken.connect(self._hold)
            card.followed.connect(self.followed)
            card.walked.connect(self._walk)
            self._cards.column.addWidget(card)
            card.show()
        if self.referee not in {each.id for each in inquiry.referees}:
            self.referee = None
        if held is not None:
            self.enter_card(held)

    # --- forms that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that a form may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file that is dropped."""
        found = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if found:
            self.dropped.emit(found[0])
            event.acceptProposedAction()


def shape_of(inquiry: Inquiry) -> tuple[object, ...]:
    """Return what a page is built anew for: another inquiry, sent or not, other questions or meeting."""
    questions = tuple(each.id for each in inquiry.questions)
    return inquiry.id, inquiry.sent_on is None, questions, inquiry.item, inquiry.meeting


def _a_due_day(typed: str) -> dict[str, Any]:
    day = read_day(typed)
    if day is None:
        raise RuleBroken(N_("Say by when answers are due"))
    return {"due": day}
