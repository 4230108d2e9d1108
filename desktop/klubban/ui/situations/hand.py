"""What is done with the report in hand: begun, gathered, presented, finished, taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from klubban.i18n import _
from klubban.operations.situations import (
    finish_situation,
    present_at,
    remove_situation,
    reopen_situation,
)
from klubban.ui import clock
from klubban.ui.situations.forms import NewReport, PresentForm, RollUpForm
from klubban.ui.situations.presenting import Presenting
from klubban.ui.situations.surface import SituationSurface

if TYPE_CHECKING:
    from klubban.domain.situation import Situation
    from klubban.store.database import Database
    from klubban.ui.registers.form import Form
    from klubban.ui.situations.page import SituationsPage
    from klubban.ui.typesetter import Typesetter


class SituationHand(QObject):
    """Asks what is to be known first in a form on the page, and does it."""

    def __init__(self, page: SituationsPage, database: Database, typesetter: Typesetter) -> None:
        super().__init__(page)
        self._page, self._database = page, database
        self._presenting = Presenting(database, typesetter, self)
        self._presenting.saved.connect(page.acted)
        self._presenting.refused.connect(page.foot.say)
        self._presenting.failed.connect(page.failed)

    @property
    def can_gather(self) -> bool:
        """Tell whether there are reports from below that can go into the one in hand."""
        report, locked = self._page.report, self._database.read_only
        if report is None or report.is_done or locked:
            return False
        return bool(self._page.book.offered(report))

    def ask_for_new(self) -> None:
        """Ask of which body and day a new report is."""
        page = self._page
        if self._database.read_only or not page.flush():
            return
        report = page.book.report(page.chosen)
        asked = NewReport(self._database, page.book, page.book.bodies[report.body] if report else None)
        asked.added.connect(page.show_added)
        asked.left.connect(partial(page.show_for, None))
        asked.failed.connect(page.failed)
        page.put(asked)
        asked.enter()

    def ask_to_gather(self) -> None:
        """Ask which reports of the bodies below are gathered."""
        report = self._page.report
        if report is not None and self.can_gather and self._page.flush():
            self._ask(RollUpForm(self._database, self._page.book, report))

    def ask_to_present(self) -> None:
        """Ask at which item the report is presented."""
        report = self._ready()
        if report is None:
            return
        items = self._page.book.items(self._database, report)
        if not items:
            self._page.foot.say(_("No meeting near has items yet. Put the report on an agenda first."))
            return
        self._ask(PresentForm(self._page.book, report, items, partial(self._present, report.id)))

    def finish(self) -> None:
        """Finish the report, or open it again."""
        report = self._ready()
        if report is not None and report.is_done:
            self._page.attempt(lambda: reopen_situation(self._database, report.id), self._tell)
        elif report is not None:
            day = clock.today()
            self._page.attempt(lambda: finish_situation(self._database, report.id, day), self._tell)

    def remove(self) -> None:
        """Take the report away; undo brings it back."""
        report = self._ready()
        if report is not None:
            self._page.attempt(lambda: remove_situation(self._database, report.id), self._tell)

    def _ready(self) -> Situation | None:
        """Return the report in hand when it may be changed, with all that is typed saved."""
        report = self._page.report
        if report is None or self._database.read_only or not self._page.flush():
            return None
        return self._page.book.report(report.id)

    def _present(self, report_id: int, item_id: int, paper: bool) -> None:  # noqa: FBT001 - a form's answer
        """Note the item; with its paper as soon as that is set."""
        if paper:
            self._presenting.present(report_id, item_id)
        else:
            present_at(self._database, report_id, item_id)

    def _ask(self, form: Form) -> None:
        surface = self._page.surface
        if isinstance(surface, SituationSurface):
            form.left.connect(self._end_asking)
            form.done.connect(self._done_asking)
            form.failed.connect(self._page.failed)
            surface.slot.put(form, surface)
            form.enter()

    def _end_asking(self) -> None:
        if isinstance(self._page.surface, SituationSurface):
            self._page.surface.slot.clear()
            self._page.surface.enter()

    def _done_asking(self) -> None:
        self._end_asking()
        self._page.acted()

    def _tell(self, words: str) -> None:
        if isinstance(self._page.surface, SituationSurface):
            self._page.surface.tell(words)
