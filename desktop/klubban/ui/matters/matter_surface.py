"""A matter's page: what it is called, who raised it, how it stands, and where it has been."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import matter_words as say
from klubban.documents.wording import capital
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import SubmissionKind
from klubban.i18n import N_, _, current, pgettext
from klubban.operations.agenda_from_register import put_matter_on
from klubban.operations.matters import change_matter, close_matter, only_told, remove_matter, reopen_matter
from klubban.store import matter_events
from klubban.store.trouble import Trouble
from klubban.ui.matters import words
from klubban.ui.matters.choice import Choice
from klubban.ui.matters.events import Events
from klubban.ui.matters.meeting_choice import MeetingForm
from klubban.ui.matters.rows import mark
from klubban.ui.registers.days import read_day, spelled, told, written
from klubban.ui.registers.form import Form
from klubban.ui.registers.surface import A_DAY, RegisterSurface, sentence
from klubban.ui.widgets.basics import TOP, Pill, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.matter_since import Noted
    from klubban.domain.meeting import Matter
    from klubban.domain.submissions import Raised
    from klubban.store.database import Database
    from klubban.ui.matters.book import Book


class MatterSurface(RegisterSurface["Book"]):
    """Shows a matter; what is said of it anew is saved as it is typed."""

    meeting_asked = Signal(int, object)
    packet_asked = Signal(int)
    """The matter is wanted as a packet for another office."""
    _told: tuple[object, ...]

    def __init__(self, database: Database, book: Book, matter: Matter) -> None:
        super().__init__(matter.title, locked=database.read_only)
        self._database, self._book, self.matter_id = database, book, matter.id
        title = self._field("title", _("Title"), lambda one: one.title, role="title")
        self.add(title)
        self._state, self._told = QWidget(), ()
        self._state_column = QVBoxLayout(self._state)
        spaced(self._state_column, (0, 2, 0, 12), 4)
        self.add(self._state)
        number = self._field("registry_number", _("Registry number"), lambda one: one.registry_number or "")
        self.add(Section(_("Registry number"), number))
        self._body = Choice(pgettext("body", "Decides"), (), locked=self._locked)
        self._body.chosen.connect(lambda body: self._do(lambda: self._change(body=body)))
        self.add(Section(pgettext("body", "Decides"), self._body))
        self._kind = Choice(_("Came in as"), words.kinds(), locked=self._locked)
        self._kind.chosen.connect(lambda kind: self._do(lambda: self._change(kind=kind)))
        self.add(Section(_("Came in as"), self._kind))
        by = pgettext("submission", "Raised by")
        self._by = Section(by, self._field("by", by, _raised_by))
        self._date = Section(
            _("Raised on"), self._field("date", _("Raised on"), _raised_on, read=read_day, manner=A_DAY)
        )
        self.add(self._by)
        self.add(self._date)
        self.events = Events()
        self.events.meeting_asked.connect(self.meeting_asked)
        self.add(Section(_("Where it has been"), self.events))
        self.end()
        self._show_derived()

    def take(self, book: Book) -> None:
        """Show what the store holds now, without touching what is being typed."""
        self._book = book
        self.take_fields(book)
        self._show_derived()

    @property
    def _matter(self) -> Matter | None:
        return self._book.matter(self.matter_id)

    def _field(
        self,
        name: str,
        label: str,
        of: Callable[[Matter], str],
        *,
        role: str = "body",
        read: Callable[[str], Any] = str,
        **more: Any,
    ) -> QWidget:
        def shown(book: Book) -> str:
            matter = book.matter(self.matter_id)
            return of(matter) if matter else ""

        def save(typed: str, run: str) -> None:
            self._change(run=run, **{name: read(typed)})

        hint = label if role == "title" else _hint(name)
        return self.line(name, label, self._book, shown, save, role=role, hint=hint, **more)

    def _change(self, run: str | None = None, **facts: Any) -> None:
        change_matter(self._database, self.matter_id, run=run, **facts)

    def _do(self, act: Callable[[], object]) -> None:
        """Do what was chosen; say below the title why not, when it cannot be done."""
        try:
            act()
        except RuleBroken as broken:
            self._tell(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()

    # --- what follows from what is known

    def _show_derived(self) -> None:
        matter = self._matter
        if matter is None:
            return
        self._body.take(matter.body, words.bodies(self._book.deciding, _nobody(matter)))
        self._kind.take(matter.submission.kind if matter.submission else None)
        for section in (self._by, self._date):
            section.setVisible(matter.submission is not None)
        self._show_state(matter)
        self.events.take(matter, self._book.events(matter, self._noted(matter)), self._book.today)

    def _noted(self, matter: Matter) -> tuple[Noted, ...]:
        with self._database.read() as read:
            return matter_events.noted(read, matter.id, self._book.handled.get(matter.id, ()))

    def _show_state(self, matter: Matter) -> None:
        raised = self._book.one_raised(matter.id)
        pill, tone = mark(raised, self._book) if raised else ("", "plain")
        told_ = self._standing(matter, raised)
        if (matter, pill, told_) == self._told:
            return
        self._told = (matter, pill, told_)
        now = QApplication.focusWidget()
        held = now is not None and self._state.isAncestorOf(now)
        emptied(self._state_column)
        row = QHBoxLayout()
        spaced(row, gap=8)
        if pill:
            row.addWidget(Pill(pill, tone), 0, TOP)
        row.addWidget(Text(told_, "item", wrap=True), 1, TOP)
        line = QWidget()
        line.setLayout(row)
        self._state_column.addWidget(line)
        if not self._locked:
            self._state_column.addWidget(self._acts(matter, raised))
        if held:
            self._state.focusNextChild()

    def _standing(self, matter: Matter, raised: Raised | None) -> str:
        """Return how it stands, in a sentence or two."""
        if matter.closed:
            template = _("Closed on {day}: {reason}.")
            return template.format(day=told(matter.closed), reason=matter.closed_because or "–")
        if raised is None:
            handled = self._book.handled.get(matter.id, ())
            return capital(say.standing_of(handled, self._book.today, current()))
        if raised.answer and raised.answer.by:
            return _("Answered by {where}.").format(where=say.where(raised.answer.by, current()))
        if any(each.proposes_to for each in raised.handled):
            return _("It waits for an answer; {standing}.").format(
                standing=say.standing(raised, self._book.today, current())
            )
        waits = _("It waits for an answer.")
        if raised.due:
            template = _("It waits for an answer, if possible by {day} (chapter 5, section 35).")
            waits = template.format(day=told(raised.due))
        return waits

    def _acts(self, matter: Matter, raised: Raised | None) -> QWidget:
        """Return what can be done with it, as words."""
        line, row = QWidget(), QHBoxLayout()
        spaced(row, gap=8)
        line.setLayout(row)
        acts: list[tuple[str, Callable[[], object]]] = []
        if matter.closed:
            acts.append((_("Open it again"), lambda: self._do(self._reopen)))
        else:
            acts += [(_("Put it on an agenda …"), self._ask_where), (_("Close it …"), self._ask_how)]
            if raised and raised.answer and raised.answer.by:
                item = raised.answer.by.item
                acts.append((_("That was no answer"), lambda: self._do(lambda: self._deny(item))))
        if self._book.handled.get(matter.id):
            acts.append((_("Send it to another office …"), lambda: self.packet_asked.emit(matter.id)))
        else:
            acts.append((_("Remove it"), lambda: self._do(self._remove)))
        for title, act in acts:
            link = Link(title, "item")
            link.clicked.connect(lambda _on=False, act=act: act())
            row.addWidget(link)
        row.addStretch()
        return line

    def _reopen(self) -> None:
        reopen_matter(self._database, self.matter_id)

    def _deny(self, item: int) -> None:
        only_told(self._database, item)

    def _remove(self) -> None:
        remove_matter(self._database, self.matter_id)

    def _ask_how(self) -> None:
        """Open the lines for day and reason."""
        if self._state.findChildren(Form):
            return

        def act() -> None:
            day = read_day(form.words("day"))
            if day is None:
                raise RuleBroken(N_("Say on which day it was closed"))
            close_matter(self._database, self.matter_id, day, form.words("because"))

        form = Form(_("Close the matter"), pgettext("matter", "Close it"), act)
        form.add_line(
            "because", pgettext("matter closed", "How"), "", _("answered by letter, written off, withdrawn …")
        )
        form.add_line("day", pgettext("matter closed", "On"), written(self._book.today))
        self._open(form)

    def _ask_where(self) -> None:
        """Ask on which coming agenda the matter is put."""
        if self._state.findChildren(Form):
            return

        def act(meeting: int) -> None:
            put_matter_on(self._database, self.matter_id, meeting, on=self._book.today)
            self._told = ()

        matter = self._matter
        form = MeetingForm(_("Put it on an agenda"), _("Put it there"), act)
        form.offer(
            self._book, sorted(self._book.deciding, key=lambda one: not matter or one.id != matter.body)
        )
        self._open(form)

    def _open(self, form: Form) -> None:
        form.left.connect(self._end_asking)
        form.done.connect(self.saved)
        form.failed.connect(self.failed)
        self._state_column.addWidget(form)
        form.show()
        form.enter()

    def _end_asking(self) -> None:
        self._told = ()
        self._show_derived()

    def _tell(self, told_: str) -> None:
        row = QHBoxLayout()
        spaced(row, gap=8)
        row.addWidget(Pill(_("Not done"), "late"), 0, TOP)
        row.addWidget(Text(told_, "small", wrap=True), 1)
        line = QWidget()
        line.setLayout(row)
        self._state_column.addWidget(line)
        self._state.setFocus(Qt.FocusReason.OtherFocusReason)


def _raised_by(matter: Matter) -> str:
    return (matter.submission.by or "") if matter.submission else ""


def _raised_on(matter: Matter) -> str:
    return spelled(matter.submission.date) if matter.submission else ""


def _nobody(matter: Matter) -> str:
    """Return what it means that no body is named to decide."""
    kind = matter.submission.kind if matter.submission else None
    if kind in (SubmissionKind.MEMBER_MOTION, SubmissionKind.INTERPELLATION, SubmissionKind.QUESTION):
        return _("the assembly")
    if kind is SubmissionKind.CITIZEN_PROPOSAL:
        return _("the assembly, or the committee it left it to")
    return _("not settled")


def _hint(name: str) -> str:
    return {
        "registry_number": _("such as KS 2026/40"),
        "by": _("who signed it"),
        "date": _("the day it was handed in"),
    }.get(name, "")
