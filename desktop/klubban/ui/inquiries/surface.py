"""One inquiry in hand: its course, its letter and questions, those who are asked, and what they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.referral import InquiryKind
from klubban.i18n import N_, _, pgettext
from klubban.operations import inquiries as operations
from klubban.operations import referees
from klubban.store import inquiries as store
from klubban.ui.inquiries import words
from klubban.ui.inquiries.answers_part import AnswersPart
from klubban.ui.inquiries.base import ThingSurface
from klubban.ui.inquiries.draft_questions import DraftQuestions
from klubban.ui.inquiries.referees_part import RefereesPart
from klubban.ui.inquiries.sent_questions import SentQuestions
from klubban.ui.meeting.field import Field
from klubban.ui.registers.days import read_day, spelled
from klubban.ui.registers.surface import A_DAY
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.header import StageLine
from klubban.ui.widgets.leads import INSET, Leads
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.referral import Inquiry
    from klubban.domain.text import Blocks
    from klubban.store.database import Database
    from klubban.ui.inquiries.book import Book
    from klubban.ui.theme import Tone


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
        self._is_draft = inquiry.sent_on is None and not database.read_only
        self.stages, self.answers = StageLine(), AnswersPart()
        self.referees = RefereesPart(locked=self._locked)
        self.questions: DraftQuestions | SentQuestions = SentQuestions()
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
        elif not self.referees.enter(self.referees.held):
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
        if self._is_draft:
            self.questions = self._draft_of(inquiry)
        self.add(Section(_("Questions"), self.questions))

    def _draft_of(self, inquiry: Inquiry) -> DraftQuestions:
        lines = {
            each.id: self._question_line(number, each.id) for number, each in enumerate(inquiry.questions, 1)
        }
        draft, id_ = DraftQuestions(lines), inquiry.id
        draft.added.connect(lambda text: self.do(lambda: operations.add_question(self._database, id_, text)))
        draft.removed.connect(lambda held: self.do(lambda: operations.remove_question(self._database, held)))
        draft.placed.connect(
            lambda held, after: self.do(lambda: operations.move_question(self._database, held, after))
        )
        return draft

    def _question_line(self, number: int, id_: int) -> QWidget:
        def save(typed: str, run: str) -> None:
            operations.change_question(self._database, id_, typed, run=run)

        of = self._in_it(lambda one: next((each.text for each in one.questions if each.id == id_), ""))
        label = _("Question {number}").format(number=number)
        return self.line(f"question:{id_}", label, self._book, of, save)

    @property
    def question_in_hand(self) -> int | None:
        """Return the id of the question that has the keyboard; 0 where another one is written."""
        if not isinstance(self.questions, DraftQuestions):
            return None
        return 0 if self.questions.new.line.hasFocus() else self.questions.in_hand

    def enter_question(self, question_id: int) -> None:
        """Give the keyboard to a question, or to the line for another."""
        field = self._fields.get(f"question:{question_id}")
        if field is not None:
            field.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif isinstance(self.questions, DraftQuestions):
            self.questions.new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- those who are asked

    def _add_referees(self) -> None:
        self.referees.taken.connect(self.taken)
        self.referees.followed.connect(self.followed)
        self.referees.entered.connect(self.show_whole)
        self.referees.named.connect(self._add_referee)
        reports = self.inquiry.kind is InquiryKind.REPORTS
        label = pgettext("inquiry", "Units") if reports else pgettext("inquiry", "Who is asked")
        self.add(Section(label, self.referees))

    def _add_referee(self, name: str) -> None:
        self.do(lambda: referees.add_referee(self._database, self.inquiry_id, name))

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
        self.referees.take(inquiry, self._book)
        if isinstance(self.questions, SentQuestions):
            self.questions.take(inquiry, self._book)
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
