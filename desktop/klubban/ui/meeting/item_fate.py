"""What becomes of an item: withdrawn, postponed to a meeting, taken up again; who proposed it, and when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.agenda import ItemKind
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Outcome
from klubban.domain.session import in_session
from klubban.i18n import _
from klubban.operations import agenda, numbering, session
from klubban.store import reads
from klubban.store.trouble import Trouble
from klubban.ui.meeting import origin_words, words
from klubban.ui.meeting.agenda import on_agenda
from klubban.ui.meeting.agenda_acts import changeable, moment
from klubban.ui.meeting.asking_part import INSET
from klubban.ui.meeting.item_part import ItemPart
from klubban.ui.minutes.outcome_part import may_be_said
from klubban.ui.registers.form import Form
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.options import Options
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from klubban.domain.meeting import Item, Meeting, MeetingLine
    from klubban.store.database import Database

_OFFERED = 4
"""So many coming meetings are offered."""
_TAKEN_OFF = (Outcome.WITHDRAWN, Outcome.POSTPONED)


class ItemFate(ItemPart):
    """Says what was done to the item, and offers what can be done now."""

    outcome_asked = Signal()
    """It is to be said what else became of the item."""

    def __init__(self, database: Database, meeting: Meeting, item: Item, today: date) -> None:
        super().__init__(database, item, today)
        self._meeting = meeting
        self._open = changeable(meeting) and not database.read_only
        self._to: int | None = None
        self._shown: object = None

    def take(self, item: Item) -> None:
        """Show what was done to the item as it stands now."""
        self._item = item
        now = (item.acts, item.outcome, item.number, item.kind, item.unnumbered, item.verified_immediately)
        if now == self._shown:
            return
        self._shown = now
        emptied(self._told.column)
        acts = self._acts() if self._open else []
        if acts or item.acts or self._standing():
            self._told.column.addWidget(Section(on_agenda(self._meeting), self._content(acts), INSET))
        self._fit()

    def _content(self, acts: list[tuple[str, Callable[[], None]]]) -> QWidget:
        whole, links = QWidget(), QWidget()
        column = QVBoxLayout(whole)
        spaced(column, gap=4)
        said = [origin_words.act(act, self._today) for act in self._item.acts]
        for words_ in (*said, *self._standing()):
            told = Text(words_, wrap=True)
            told.setContentsMargins(INSET, 0, 0, 0)
            column.addWidget(told)
        flow = FlowLayout(links)
        for label, do in acts:
            link = Link(label, "item")
            link.clicked.connect(partial(self._begin, do))
            flow.addWidget(link)
        column.addWidget(links)
        if self._open and self._item.outcome is None:
            column.addWidget(self._removal())
        return whole

    def _removal(self) -> QWidget:
        """Return the way to take the item away, apart from what is done to an item that was meant."""
        whole, row, link = QWidget(), QHBoxLayout(), Link(_("Take away"), "item")
        whole.setLayout(row)
        spaced(row, gap=6)
        link.clicked.connect(partial(self._begin, self._remove))
        row.addWidget(link)
        row.addWidget(Text(_("for what came on the agenda by mistake"), "small", QUIET))
        row.addStretch()
        return whole

    @staticmethod
    def _begin(do: Callable[[], None], *_checked: bool) -> None:
        do()

    def _standing(self) -> list[str]:
        """Say what is unusual about the item as a paragraph."""
        found = []
        if self._item.unnumbered:
            found.append(_("The item is not a paragraph."))
        if self._item.verified_immediately:
            found.append(_("It is verified at once; its number is fixed, and so are those before it."))
        return found

    def _acts(self) -> list[tuple[str, Callable[[], None]]]:
        """Return what can be done now; what was decided stays."""
        if self._item.outcome in _TAKEN_OFF:
            return [(_("Take it up again"), self._ask_to_restore)]
        found: list[tuple[str, Callable[[], None]]] = []
        if self._item.outcome is None:
            found.append((_("Withdraw"), self.ask_to_withdraw))
            if self._item.kind is not ItemKind.PROCEDURE:
                found.append((_("Postpone"), self.ask_to_postpone))
            if may_be_said(self._meeting, self._item):
                found.append((_("Another outcome …"), self.outcome_asked.emit))
        return [*found, *self._as_paragraph()]

    def _as_paragraph(self) -> list[tuple[str, Callable[[], None]]]:
        """Return what takes back what is unusual about it as a paragraph."""
        found: list[tuple[str, Callable[[], None]]] = []
        if self._item.unnumbered:
            found.append((_("Make it a paragraph"), self.swap_number))
        if self._item.verified_immediately:
            found.append((_("Verify it with the others"), self.swap_verification))
        return found

    @property
    def may_be_unnumbered(self) -> bool:
        """Tell whether it is a paragraph, or will be, and may be none."""
        return self._open and self._meeting.body.rules.numbered and not self._item.unnumbered

    @property
    def may_be_at_once(self) -> bool:
        """Tell whether it may be verified at once: while the meeting is held."""
        held = self._meeting.body.rules.verified and in_session(self._meeting) and not self._item.unnumbered
        return self._open and held and not self._item.verified_immediately

    # --- forms

    def ask_to_withdraw(self) -> None:
        """Ask who proposes that the item is withdrawn, and why."""
        self._put(_form(_("The item is withdrawn"), _("Withdraw"), self._withdraw))

    def ask_to_postpone(self) -> None:
        """Ask to which meeting the item is postponed."""
        form = _form(_("The item is postponed"), _("Postpone"), self._postpone)
        lines = self._coming()
        self._to = lines[0].id if lines else None
        offered = [(line.id, words.day(line.date, self._today), "") for line in lines]
        waits = _("It waits, and comes on the next agenda that is planned.")
        choice = Options(_("To which meeting"), [*offered, (None, _("No day yet"), waits)], self._to)
        choice.chosen.connect(self._aim)
        form.add(_("To which meeting"), choice)
        self._put(form)

    def _ask_to_restore(self) -> None:
        self._put(_form(_("The item is taken up again"), _("Take it up again"), self._restore))

    def _coming(self) -> list[MeetingLine]:
        """Return the body's next meetings."""
        with self._database.read() as read:
            lines = reads.meetings(read, self._meeting.body.id)
        after = (line for line in lines if line.date > self._meeting.date and not line.cancelled)
        return sorted(after, key=lambda line: line.date)[:_OFFERED]

    def _aim(self, meeting: int | None) -> None:
        self._to = meeting

    # --- acts

    def _facts(self) -> tuple[str | None, str | None]:
        assert self.form is not None  # noqa: S101 - it is the form that asks
        return self.form.words("by") or None, self.form.words("reason") or None

    def _withdraw(self) -> None:
        (by, reason), (on, at) = self._facts(), moment(self._meeting)
        agenda.withdraw_item(self._database, self._item.id, by=by, on=on, at=at, reason=reason)

    def _postpone(self) -> None:
        (by, reason), (on, at) = self._facts(), moment(self._meeting)
        agenda.postpone_item(self._database, self._item.id, to=self._to, by=by, on=on, at=at, reason=reason)

    def _restore(self) -> None:
        (by, reason), (on, at) = self._facts(), moment(self._meeting)
        agenda.restore_item(self._database, self._item.id, by=by, on=on, at=at, reason=reason)

    def _remove(self) -> None:
        """Take the item away; where it can only be withdrawn, ask for that and say why."""
        try:
            agenda.remove_item(self._database, self._item.id)
        except RuleBroken as broken:
            self.refuse_removal(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()

    def swap_number(self) -> None:
        """Let it be no paragraph, or one again."""
        unnumbered = not self._item.unnumbered
        self._try(lambda: numbering.set_unnumbered(self._database, self._item.id, unnumbered))

    def swap_verification(self) -> None:
        """Let it be verified at once, or with the others."""
        at_once = not self._item.verified_immediately
        self._try(lambda: session.verify_at_once(self._database, self._item.id, at_once))

    def refuse_removal(self, why: str) -> None:
        """Say why the item cannot be taken away, and ask whether it is withdrawn."""
        self.ask_to_withdraw()
        if self.form is not None:
            self.form.tell(why)


def _form(title: str, submit: str, act: Callable[[], None]) -> Form:
    """Return a form that asks who proposes something, and why."""
    form = Form(title, submit, act)
    form.add_line("by", _("Proposed by"), "", _("a name, where somebody else than you did"))
    form.add_line("reason", _("Reason"), "", _("if there is one to note"))
    return form
