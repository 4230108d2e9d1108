"""A referral that came here: who asks, by when, what is asked, and the item that answers it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from klubban.domain.errors import RuleBroken
from klubban.domain.received_answers import parted
from klubban.i18n import N_, _, pgettext
from klubban.operations import received as operations
from klubban.store import rolls
from klubban.ui.inquiries import words
from klubban.ui.inquiries.base import ThingSurface
from klubban.ui.meeting.field import Field
from klubban.ui.registers.days import read_day, spelled
from klubban.ui.registers.surface import A_DAY
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.leads import INSET, Leads
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.referral import ReceivedReferral
    from klubban.domain.text import Blocks
    from klubban.store.database import Database
    from klubban.ui.inquiries.book import Book
    from klubban.ui.theme import Tone


class ReceivedSurface(ThingSurface):
    """Shows a received referral; once its answer is on an agenda, the questions are answered here."""

    def __init__(self, database: Database, book: Book, one: ReceivedReferral) -> None:
        super().__init__(book.titles[one.matter], database, book)
        self.received_id, self.shape = one.id, shape_of(one, book)
        self.add(Text(book.titles[one.matter], "title", wrap=True))
        self.add(self._state)
        self.column.addLayout(self.slot.layout)
        self.add(self._acts)
        self._add_facts()
        self._add_place(one)
        if one.id in book.answering:
            for number, question in enumerate(one.questions, 1):
                self._add_answer(number, question)
        self.end()
        self.show_derived()

    @property
    def one(self) -> ReceivedReferral:
        """Return it as the store holds it."""
        return self._book.received[self.received_id]

    def enter(self) -> None:
        """Give the keyboard to the first answer, or to the first line."""
        answer = next((name for name in self._fields if name.startswith("answer:")), "sender")
        self._fields[answer].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- parts

    def _in_it(self, of: Callable[[ReceivedReferral], Any]) -> Callable[[Book], Any]:
        def found(book: Book) -> Any:
            one = book.received.get(self.received_id)
            return of(one) if one else ""

        return found

    def _save(self, make: Callable[[str], dict[str, Any]]) -> Callable[[str, str], None]:
        def save(typed: str, run: str) -> None:
            operations.change_received(self._database, self.received_id, run=run, **make(typed))

        return save

    def _add_facts(self) -> None:
        lines: tuple[tuple[str, str, Callable[[ReceivedReferral], str], str], ...] = (
            ("sender", _("From whom"), lambda one: one.sender, ""),
            (
                "their_number",
                _("Their number"),
                lambda one: one.their_number or "",
                _("the sender’s registry number"),
            ),
        )
        for name, label, of, hint in lines:
            save = self._save(partial(_named, name))
            self.add(Section(label, self.line(name, label, self._book, self._in_it(of), save, hint=hint)))
        days: tuple[tuple[str, str, Callable[[ReceivedReferral], str]], ...] = (
            ("received_on", pgettext("received", "Came on"), lambda one: spelled(one.received_on)),
            ("due", pgettext("received", "Answer by"), lambda one: spelled(one.due)),
        )
        for name, label, of in days:
            save = self._save(partial(_a_day, name))
            content = self.line(name, label, self._book, self._in_it(of), save, hint="–", manner=A_DAY)
            self.add(Section(label, content))
        questions = self.text(
            "questions",
            _("Questions"),
            self._book,
            self._in_it(lambda one: "\n".join(one.questions)),
            self._save(lambda typed: {"questions": typed.splitlines()}),
            hint=_("A line for each question"),
        )
        on_agenda = self.received_id in self._book.answering  # its answers stand below the questions by name
        self._fields["questions"].editor.lock(locked=self._locked or on_agenda)
        self.add(Section(_("Questions"), questions))

    def _add_place(self, one: ReceivedReferral) -> None:
        """Add which item answers it."""
        label = pgettext("received", "Answered at")
        place = self._book.places.get(self._book.answering.get(one.id, 0))
        if place is None:
            self.add(Section(label, Text(_("Not on an agenda yet"), "body", QUIET, wrap=True)))
            return
        lead = Leads([words.place(place, self._book)])
        lead.chosen.connect(lambda _number: self.meeting_asked.emit(place["meeting_id"], place["id"]))
        self.add(Section(label, lead, INSET))

    def _add_answer(self, number: int, question: str) -> None:
        label = _("Answer {number}").format(number=number)
        editor = BlockEditor(f"{label}: {question}")
        editor.setPlaceholderText(_("What the body is to answer; it is written in the item"))

        def blocks_in(book: Book) -> Blocks:
            return self._answers(book).get(number, ())

        def save(blocks: Blocks, run: str) -> None:
            operations.write_answer(self._database, self.received_id, number, blocks, run=run)

        field: Field[Any] = Field(
            editor, blocks_in(self._book), read=editor.blocks, show=editor.show_blocks, save=save
        )
        noted = self._tied(f"answer:{number}", field, blocks_in)  # type: ignore[arg-type] # blocks
        editor.lock(locked=self._locked or self.one.answered_on is not None)
        whole = Column()
        whole.column.addWidget(Text(question, "small", QUIET, wrap=True))
        whole.column.addWidget(noted)
        self.add(Section(label, whole))

    def _answers(self, book: Book) -> dict[int, Blocks]:
        """Return what is answered to each question, out of the item's summary."""
        item, one = book.answering.get(self.received_id), book.received.get(self.received_id)
        if item is None or one is None:
            return {}
        with self._database.read() as read:
            summary = rolls.row_of(read, "item", item)["summary"]
        return dict(enumerate(parted(summary, one.questions).texts, 1))

    # --- what follows from what is known

    def show_derived(self) -> None:
        """Show how it stands."""
        one = self._book.received.get(self.received_id)
        if one is None:
            return
        self.show_state(self._told(one))

    def _told(self, one: ReceivedReferral) -> list[tuple[str, Tone, str]]:
        pill, tone = words.received_pill(one, self._book.today)
        found: list[tuple[str, Tone, str]] = []
        if one.answered_on is not None:
            told = _("It was answered on {day}.").format(day=words.day(one.answered_on, self._book))
            found.append((pill, tone, " ".join(filter(None, (told, one.answered_how)))))
        elif one.id in self._book.answering:
            told = _("The answer is on an agenda. Write it below, and note it (K) once it has gone.")
            found.append((pill, tone, told))
        else:
            told = _("U puts the answer on the agenda of the body that is to give it.")
            found.append((pill, tone, told))
        if one.extended_to is not None:
            more = _("The sender gives until {day}: {reason}").format(
                day=words.day(one.extended_to, self._book), reason=one.extended_because or "–"
            )
            found.append(("", "plain", more))
        return found


def shape_of(one: ReceivedReferral, book: Book) -> tuple[object, ...]:
    """Return what a page is built anew for: another one, answered on an agenda, with how many questions."""
    item = book.answering.get(one.id)
    return one.id, item, len(one.questions) if item is not None else 0, one.answered_on is None


def _named(name: str, typed: str) -> dict[str, Any]:
    return {name: typed}


def _a_day(name: str, typed: str) -> dict[str, Any]:
    day = read_day(typed)
    if day is None and name == "received_on":
        raise RuleBroken(N_("Say on which day it came"))
    return {name: day}
