"""What is asked about an inquiry: a new one, who is sent it, who gets more time, what somebody answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.domain.errors import RuleBroken
from klubban.domain.inquiry_replies import standing_questions
from klubban.domain.referral import InquiryKind
from klubban.i18n import N_, _, pgettext
from klubban.operations import inquiries, inquiry_replies, referees
from klubban.ui.asking.act_form import ActForm, Offering
from klubban.ui.inquiries import words
from klubban.ui.minutes.cells import TextCell
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.options import Options, Toggles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from klubban.domain.inquiries_due import Decided
    from klubban.domain.referral import Inquiry, Question, Referee
    from klubban.domain.text import Blocks
    from klubban.store.database import Database
    from klubban.ui.inquiries.book import Book

_DUE = N_("Say by when answers are due")


class InquiryForm(ActForm):
    """A form with texts, and with those who are concerned as things to tick."""

    def __init__(self, name: str, submit: str, act: Callable[[], object], *, about: str) -> None:
        super().__init__(name, submit, act, about=about)
        self._texts: dict[str, TextCell] = {}
        self.ticked: tuple[int, ...] = ()
        self.picked: int | None = None

    def add_text(self, name: str, label: str, hint: str) -> None:
        """Add a text; Shift+Enter begins a new line in it."""
        cell = TextCell(label, hint)
        self._texts[name] = cell
        self.add(label, Offering(cell), focus=cell.editor)
        cell.entered.connect(lambda: self._next(cell.editor))
        cell.escaped.connect(self.left)
        cell.edited.connect(self._touch)

    def blocks(self, name: str) -> Blocks:
        """Return what stands in a text."""
        return self._texts[name].blocks()

    def add_ticks(self, label: str, options: Sequence[tuple[object, str, str]], now: Sequence[int]) -> None:
        """Add things that may each be on; the keyboard begins below them: mostly the right ones are."""
        self.ticked = tuple(now)
        toggles = Toggles(label, options, now)
        toggles.chosen.connect(self._tick)
        self.add(label, toggles)

    def add_one_of(self, label: str, options: Sequence[tuple[object, str, str]], now: int | None) -> None:
        """Add things one of which holds; what is chosen leads to the next line."""
        self.picked = now
        choices = Options(label, options, now)
        held = next((each for each in choices.buttons if each.isChecked()), choices.buttons[0])
        choices.chosen.connect(lambda value: self._pick(value, held))
        self.add(label, choices, focus=held)

    def enter(self) -> None:
        """Give the keyboard to the first line, or to the button where there is none."""
        super().enter()
        if not self._order:
            self.button.setFocus(Qt.FocusReason.TabFocusReason)

    def need_due(self, name: str, since: date) -> date:
        """Return the coming day that a line must say, also as `10 feb` or `2 v`."""
        found = self.due(name, since)
        return found if found is not None else self.day(name)

    def _tick(self, ticked: tuple[int, ...]) -> None:
        self.ticked = ticked
        self._touch()

    def _pick(self, value: object, held: Options | object) -> None:
        self.picked = value if isinstance(value, int) else None
        after = self._order.index(held) + 1  # type: ignore[arg-type] # one of its own
        wanted = self._order[after] if after < len(self._order) else self.button
        wanted.setFocus(Qt.FocusReason.TabFocusReason)


def new(
    database: Database, book: Book, kind: InquiryKind, body_id: int | None, made: Callable[[int], object]
) -> InquiryForm:
    """Return the form that begins an inquiry out of the air."""

    def act() -> None:
        title = form.needed("title", RuleBroken(N_("Say what it is about")))
        due = form.need_due("due", book.today)
        body = form.needed_body("body")
        made(inquiries.begin_inquiry(database, body, title, due, kind=kind))

    reports = kind is InquiryKind.REPORTS
    name = _("New round of reports") if reports else _("New referral")
    form = InquiryForm(name, pgettext("inquiry", "Begin it"), act, about="title")
    form.add_words("title", _("What it is about"))
    cell = form.add_body(
        "body", _("Who asks"), _("the body, by its first letters"), list(book.bodies.values())
    )
    cell.show_value(body_id)
    form.add_words("due", _("Answers by"), "", _("such as 30 Apr, 6 w or 2026-12-31"))
    return form


def begin(database: Database, decided: Decided, made: Callable[[int], object]) -> None:
    """Begin what an item decided, with all that is minuted of it."""
    made(inquiries.begin_from_item(database, decided.item))


def again(database: Database, inquiry: Inquiry, book: Book, made: Callable[[int], object]) -> InquiryForm:
    """Return the form that begins one with the same questions to the same as an earlier one."""

    def act() -> None:
        due = form.need_due("due", book.today)
        made(inquiries.begin_as_before(database, inquiry.id, due, title=form.words("title") or None))

    form = InquiryForm(_("The same questions once more"), pgettext("inquiry", "Begin it"), act, about="due")
    form.add_words("title", _("What it is about"), inquiry.title)
    form.add_words("due", _("Answers by"), "", _("such as 30 Apr, 6 w or 2026-12-31"))
    return form


def send(inquiry: Inquiry, book: Book, then: Callable[[tuple[int, ...], date], object]) -> InquiryForm:
    """Return the form that asks to whom letter and form go now, and on which day."""
    left = [each for each in inquiry.referees if each.sent_on is None]
    form = InquiryForm(
        _("Send letter and form"),
        pgettext("inquiry", "Send it"),
        lambda: then(form.ticked, form.day("day")),
        about="day",
    )
    options = [(each.id, str(each.who), each.email or "") for each in left]
    form.add_ticks(_("To whom"), options, [each.id for each in left])
    form.add_day("day", _("Sent on"), book.today)
    told = _(
        "For each: the letter as PDF, the form for Word and for the web, and a mail draft with all three."
        " They are written to the folder of exports. Once sent, the questions stand as they are."
    )
    form.add("", Text(told, "small", QUIET, wrap=True))
    return form


def remind(
    inquiry: Inquiry, book: Book, now: Sequence[int], then: Callable[[tuple[int, ...], date], object]
) -> InquiryForm:
    """Return the form that asks who is reminded."""
    form = InquiryForm(
        _("Remind of the answer"),
        pgettext("inquiry", "Remind them"),
        lambda: then(form.ticked, book.today),
        about="",
    )
    form.add_ticks(_("Who"), _awaited(inquiry, book), now)
    told = _("For each a mail draft with the form once more; that they were reminded is noted.")
    form.add("", Text(told, "small", QUIET, wrap=True))
    return form


def extend(database: Database, inquiry: Inquiry, book: Book, now: Sequence[int]) -> InquiryForm:
    """Return the form that gives some more time."""

    def act() -> None:
        due = form.need_due("due", book.today)
        because = form.needed("because", RuleBroken(N_("Say why the time is extended")))
        referees.extend(database, inquiry.id, form.ticked, due, because)

    form = InquiryForm(_("More time to answer"), _("Give more time"), act, about="due")
    form.add_ticks(_("Who"), _awaited(inquiry, book), now)
    form.add_words("due", pgettext("inquiry", "Until"), "", _("such as 30 Apr, 6 w or 2026-12-31"))
    form.add_words("because", _("Why"))
    return form


def _awaited(inquiry: Inquiry, book: Book) -> list[tuple[object, str, str]]:
    found: list[tuple[object, str, str]] = []
    for each in inquiry.referees:
        if each.is_awaited:
            pill = words.referee_pill(inquiry, each, book)[0]
            told = ", ".join((pill, words.referee_told(inquiry, each, book).replace(" · ", ", ")))
            found.append((each.id, str(each.who), told))
    return found


def address(database: Database, referee: Referee) -> InquiryForm:
    """Return the form that says anew who is asked, until it was sent there, and at which address."""
    is_free = referee.sent_on is None

    def act() -> None:
        named = {"name": form.words("name")} if is_free else {}
        referees.change_referee(database, referee.id, email=form.words("email") or None, **named)

    form = InquiryForm(str(referee.who), _("Save"), act, about="email")
    if is_free:
        form.add_words("name", _("Name"), referee.who.name)
    hint = _("a known address is found by itself")
    form.add_words("email", _("E-mail"), referee.email or "", hint)
    return form


def decline(database: Database, referee: Referee, book: Book) -> InquiryForm:
    """Return the form that notes that somebody will not answer."""

    def act() -> None:
        referees.decline(database, referee.id, form.day("day"), form.words("because"))

    title = _("{name} declines to answer").format(name=referee.who)
    form = InquiryForm(title, _("Note it"), act, about="day")
    form.add_words("because", _("Why"), "", _("if anything is said of it"))
    form.add_day("day", pgettext("report", "On"), book.today)
    return form


def withdraw(database: Database, inquiry: Inquiry, book: Book) -> InquiryForm:
    """Return the form that withdraws a question that is out."""

    def act() -> None:
        because = form.needed("because", RuleBroken(N_("Say why the question is withdrawn")))
        if form.picked is not None:
            inquiries.withdraw_question(database, form.picked, form.day("day"), because)

    form = InquiryForm(_("Withdraw a question"), pgettext("question", "Withdraw it"), act, about="because")
    left: list[tuple[int, Question]] = list(standing_questions(inquiry))
    form.add_one_of(
        _("Which question"),
        [(each.id, f"{number}. {each.text}", "") for number, each in left],
        left[0][1].id,
    )
    form.add_words("because", _("Why"))
    form.add_day("day", pgettext("report", "On"), book.today)
    return form


def reply(database: Database, inquiry: Inquiry, referee: Referee, book: Book) -> InquiryForm:
    """Return the form in which an answer that came in another way is written, question by question."""
    asked = standing_questions(inquiry)

    def act() -> None:
        inquiry_replies.register_reply(
            database,
            referee.id,
            day=form.day("day"),
            by=form.words("by") or None,
            texts={number: form.blocks(f"q{number}") for number, _question in asked},
            beside=form.blocks("beside"),
        )

    title = _("The answer of {name}").format(name=referee.who)
    form = InquiryForm(title, _("Register the answer"), act, about="day")
    for number, question in asked:
        form.add_text(f"q{number}", f"{number}. {question.text}", _("Shift+Enter begins a new line"))
    form.add_text("beside", _("Beside the questions"), _("what else is said"))
    form.add_words("by", pgettext("reply", "Signed by"))
    form.add_day("day", pgettext("report", "On"), book.today)
    return form


def paper(database: Database, inquiry: Inquiry, path: Path, referee: Referee, book: Book) -> InquiryForm:
    """Return the form that registers a paper which is no form from here as somebody's answer."""

    def act() -> None:
        inquiry_replies.register_reply(
            database, form.picked or 0, day=form.day("day"), by=form.words("by") or None, paper=path
        )

    form = InquiryForm(
        _("{file} as an answer").format(file=path.name), _("Register the answer"), act, about="day"
    )
    form.add_one_of(_("Whose it is"), _all(inquiry), referee.id)
    form.add_words("by", pgettext("reply", "Signed by"))
    form.add_day("day", pgettext("report", "On"), book.today)
    return form


def not_asked(database: Database, inquiry: Inquiry, path: Path, who: str, book: Book) -> InquiryForm:
    """Return the form that says whose a filled form is that nobody here was asked with."""

    def act() -> None:
        if form.picked is None:
            name = form.needed("name", RuleBroken(N_("Say who has answered")))
            inquiry_replies.import_form(database, inquiry.id, path, day=book.today, adding=name)
        else:
            inquiry_replies.import_form(database, inquiry.id, path, day=book.today, referee_id=form.picked)

    form = InquiryForm(
        _("{file} is from somebody who was not asked").format(file=path.name),
        _("Register the answer"),
        act,
        about="name",
    )
    add = (None, _("Add whoever has answered"), _("the name below is added to those who are asked"))
    form.add_one_of(_("Whose it is"), [add, *_all(inquiry)], None)
    form.add_words("name", _("Name"), who)
    return form


def _all(inquiry: Inquiry) -> list[tuple[object, str, str]]:
    told = pgettext("referee", "has answered")
    return [(each.id, str(each.who), told if each.replies else "") for each in inquiry.referees]
