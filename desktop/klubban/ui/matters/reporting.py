"""Decisions by delegation that are reported at a coming meeting: which of them, and at which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, current, ngettext
from klubban.operations.agenda_from_register import report_at_meeting
from klubban.ui.matters.meeting_choice import MeetingForm
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.options import Toggles
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from klubban.domain.agenda import Delegated
    from klubban.store.database import Database
    from klubban.ui.matters.book import Book

_SHOWN = 20


class ReportForm(MeetingForm):
    """Offers the body's coming meetings, and what is not reported yet with the one in hand chosen."""

    def __init__(self, database: Database, book: Book, decision: Delegated) -> None:
        super().__init__(_("Report at a meeting"), _("Report it there"), self._report)
        self._database, self._today = database, book.today
        body = book.body(decision.body)
        self.offer(book, [body] if body else [])
        others = [each for each in book.delegated if each.body == decision.body and each.item is None]
        self._offered = [decision, *(each for each in others if each.id != decision.id)]
        self.chosen = {decision.id}
        self._add_decisions()

    def _add_decisions(self) -> None:
        """Add the decisions to choose among, and what chooses all of them, also those not shown."""
        if len(self._offered) == 1:
            return
        whole = Column()
        shown = self._offered[:_SHOWN]
        rows = [(each.id, each.title, _about(each)) for each in shown]
        self.decisions = Toggles(_("Which decisions"), rows, tuple(self.chosen))
        self.decisions.chosen.connect(self._take)
        count = len(self._offered)
        words = ngettext("All {count} that is not reported", "All {count} that are not reported", count)
        everything = Link(words.format(count=count), "item")
        everything.clicked.connect(self.choose_all)
        whole.column.addWidget(everything)
        whole.column.addWidget(self.decisions)
        self.add(_("Which decisions"), whole)

    def choose_all(self) -> None:
        """Choose every decision that is not reported yet."""
        self.chosen = {each.id for each in self._offered}
        for _id, toggle in self.decisions.buttons:
            toggle.setChecked(True)
        self.button.setFocus()

    def _take(self, ids: tuple[int, ...]) -> None:
        self.chosen = set(ids)

    def _report(self, meeting: int) -> None:
        ids = [each.id for each in self._offered if each.id in self.chosen]
        if not ids:
            raise RuleBroken(N_("Choose at least one decision"))
        report_at_meeting(self._database, ids, meeting, on=self._today)


def _about(of: Delegated) -> str:
    day = current().date(of.on) if of.on else ""
    urgent = _("urgent") if of.urgent else ""
    return ", ".join(filter(None, (day, of.registry_number, of.by, urgent)))
