"""A body's attendance in a period, as a page to read: a sentence, each meeting, then who came how often."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from klubban.documents import attendance_words as say
from klubban.documents.wording import small
from klubban.i18n import _, current
from klubban.operations import remuneration, statistics
from klubban.settings import Settings
from klubban.ui.clock import today
from klubban.ui.meeting.export import Exporter
from klubban.ui.meeting.surface import Surface
from klubban.ui.statistics import rows
from klubban.ui.statistics.absences import Absences
from klubban.ui.statistics.chart import Turnouts
from klubban.ui.statistics.period import PeriodChoice
from klubban.ui.statistics.table import PAD, Table, TableRow
from klubban.ui.typesetter import Typesetter
from klubban.ui.widgets.basics import QUIET, Rule, Text, emptied, spaced
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.foot import Foot
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from klubban.domain.chronic import Missing
    from klubban.domain.overview import Overview
    from klubban.store.database import Database

_MEASURE = 860
_AROUND_ROW = 40
_AROUND = (28, 16, 28, 24)
"""The words on the page begin where the title does."""


class StatisticsPage(QWidget):
    """Header with the period, what is counted, and a foot that tells what was written."""

    def __init__(
        self,
        database: Database,
        settings: Settings | None = None,
        typesetter: Typesetter | None = None,
        clock: Callable[[], date] = today,
    ) -> None:
        super().__init__()
        self._database, self._clock = database, clock
        self.body_id: int | None = None
        self.overview: Overview | None = None
        self.foot = Foot(_("State"))
        setter = typesetter or Typesetter(self)
        self.exporter = Exporter(database, settings or Settings(), setter, self.foot)
        self.period = PeriodChoice(clock())
        self.period.chosen.connect(self.reload)
        self._pdf = Button(_("Save as PDF"), chief=True)
        self._pdf.clicked.connect(self.export_statistics)
        self._paid = Button(_("Basis for remuneration …"))
        self.remuneration_menu = self._menu()
        self._paid.setMenu(self.remuneration_menu)
        self._header = Header(self.period, QWidget(), [self._paid, self._pdf])
        self.surface = Surface(_("Attendance"), _MEASURE)
        ground = self.surface.widget()
        if ground is not None and (across := ground.layout()) is not None:
            across.setContentsMargins(*_AROUND)
        column = QVBoxLayout(self)
        spaced(column)
        for widget in (self._header, Rule(), self.surface, Rule(), self.foot):
            column.addWidget(widget, 1 if widget is self.surface else 0)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        endings = (
            (_("For Excel, with each person's meetings"), remuneration.EXCEL),
            (_("As CSV, a row for each person"), remuneration.CSV),
        )
        for title, ending in endings:
            menu.addAction(title, partial(self.export_remuneration, ending))
        return menu

    # --- what is shown

    def show_body(self, body_id: int) -> None:
        """Show another body, in the period that was chosen."""
        self.body_id = body_id
        self.foot.say("")
        self.reload()
        self.surface.verticalScrollBar().setValue(0)

    def reload(self) -> None:
        """Count again, and show what is new."""
        if self.body_id is None:
            return
        try:
            found = statistics.attendance(self._database, self.body_id, *self.period.period)
        except LookupError:  # undo took the body away
            found = None
        if found is not None:
            self.period.offer_term(statistics.term(self._database, self.body_id, self._clock()))
        if found != self.overview:
            self.overview = found
            self._show()

    def _show(self) -> None:
        emptied(self.surface.column)
        overview = self.overview
        held = bool(overview and overview.turnouts)
        self._enable(actions=held)
        if overview is None:
            self._header.title.setText(_("Attendance"))
            self.foot.show_state("", "plain", "")
            return
        self._header.title.setText(_("Attendance in {body}").format(body=small(overview.body.name)))
        self.foot.show_state("", "plain", say.period(overview.first, overview.last, current()))
        if held:
            self._show_counted(overview)
        else:
            self._show_empty()
        self.surface.end()

    @property
    def actions_enabled(self) -> bool:
        """Tell whether there is anything to write."""
        return self._pdf.isEnabled() and self._paid.isEnabled()

    def _enable(self, *, actions: bool) -> None:
        for button in (self._pdf, self._paid):
            button.setEnabled(actions)

    def _show_counted(self, overview: Overview) -> None:
        sentence = Text(say.summary(overview, current()), "title", wrap=True)
        sentence.setContentsMargins(0, 0, 0, 16)
        self.surface.add(sentence)
        self._add(_("Meeting by meeting"), Turnouts(overview.turnouts))
        if overview.missing:
            absences = Absences(overview.missing)
            absences.letter_asked.connect(self.write_letter)
            self._add(_("Seldom present"), absences)
        self._table(_("Members"), rows.attended(overview.members, overview))
        note = say.counted_for_organisations(current())
        self._table(_("Organisations"), rows.groups(overview.differing_organisations), note)
        self._table(_("Parties"), rows.groups([group for group in overview.parties if group.name]))
        self._table(_("Alternates"), rows.alternates(overview))
        self._table(_("Others"), rows.attended(overview.others, overview))

    def _show_empty(self) -> None:
        self.surface.add(Text(_("No meeting to count in this period"), "title", wrap=True))
        told = _(
            "A meeting counts as soon as somebody is noted as present: call the roll at a meeting,"
            " import meetings that have been, or choose another period above."
        )
        below = Text(told, "body", QUIET, wrap=True)
        below.setContentsMargins(0, 4, 0, 0)
        self.surface.add(below)

    def _add(self, label: str, content: QWidget, inset: int = 0) -> None:
        self.surface.add(Section(label, content, inset))

    def _table(self, label: str, found: Sequence[TableRow], note: str = "") -> None:
        """Show a table that has any rows beside its head, with what is to be known of it above."""
        if len(found) < 2:  # noqa: PLR2004 - the head and one more
            return
        table = Table(label, found)
        table.selectionModel().currentChanged.connect(
            lambda now, _before, table=table: self._follow(table, now)
        )
        self._add(label, _noted(note, table) if note else table, PAD)

    def _follow(self, table: Table, index: QModelIndex) -> None:
        """Keep the row where the keyboard is in sight: the page scrolls, not the table."""
        centre = table.visualRect(index).center()
        ground = self.surface.widget()
        if ground is not None:
            at = table.viewport().mapTo(ground, QPoint(0, centre.y()))
            self.surface.ensureVisible(0, at.y(), 0, _AROUND_ROW)

    # --- what is written

    def export_statistics(self) -> None:
        """Write the statistics as PDF."""
        overview = self.overview
        if overview is not None and overview.turnouts:
            self.exporter.write(self, lambda: [statistics.prepare_statistics(self._database, overview)])

    def export_remuneration(self, ending: str) -> None:
        """Write the basis for remuneration, for Excel or as CSV."""
        if self.overview is None:
            return
        body, (first, last) = self.overview.body.id, self.period.period
        self.exporter.write(
            self,
            lambda: [remuneration.prepare_remuneration(self._database, first, last, body, ending=ending)],
        )

    def write_letter(self, missing: Missing) -> None:
        """Write the letter to somebody who is seldom there."""
        if self.overview is not None:
            body, day = self.overview.body, self._clock()
            self.exporter.write(self, lambda: [statistics.prepare_letter(self._database, body, missing, day)])


def _noted(note: str, table: Table) -> QWidget:
    """Return a table below what is to be known of it."""
    both, words = QWidget(), Text(note, "small", QUIET, wrap=True)
    column = QVBoxLayout(both)
    spaced(column, gap=2)
    words.setContentsMargins(PAD, 0, 0, 0)
    column.addWidget(words)
    column.addWidget(table)
    return both
