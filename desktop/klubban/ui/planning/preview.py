"""The days that a year would get, to look at before any is planned; each can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from klubban.documents import plan_words as say
from klubban.documents.wording import capital, enumerated
from klubban.domain.errors import RuleBroken
from klubban.i18n import _, current, ngettext
from klubban.operations.planning import plan_year
from klubban.store.trouble import Trouble
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, TOP, Panel, Pill, Text, spaced
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.options import Toggles

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.body import Body
    from klubban.domain.planning import PlannedDay, YearPlan
    from klubban.store.database import Database


class YearPreview(Panel):
    """The days below each other, ticked unless something speaks against it."""

    done = Signal()
    left = Signal()
    failed = Signal(Exception)

    def __init__(self, database: Database, body: Body, year: int, plan: YearPlan, today: date) -> None:
        super().__init__()
        self._database, self._body, self._year, self._today = database, body, year, today
        name = _("{body} in {year}").format(body=body.name, year=year)
        self.setAccessibleName(name)
        self._days = [each for each in plan.days if not each.there]
        now = [each for each in self._days if each.near is None and each.day >= today]
        column = QVBoxLayout(self)
        spaced(column, (14, 10, 14, 12))
        column.addWidget(Text(name, "item_strong"))
        for words in _beside(plan):
            column.addWidget(Text(words, "small", QUIET, wrap=True))
        self._toggles: Toggles | None = None
        if self._days:
            self._toggles = Toggles(name, [self._told(each) for each in self._days], now)
            self._toggles.chosen.connect(self._take)
            column.addWidget(self._toggles)
        self._chosen: tuple[PlannedDay, ...] = tuple(now)
        self._mark, self._note = Pill(_("Not done"), "late"), Text("", "small", wrap=True)
        self._mark.hide()
        note, foot = QHBoxLayout(), QHBoxLayout()
        spaced(note, (0, 4, 0, 0), 8)
        note.addWidget(self._mark, 0, TOP)
        note.addWidget(self._note, 1)
        column.addLayout(note)
        self.button = Button("", chief=True)
        self.button.clicked.connect(self.submit)
        self._cancel = cancel = Link(_("Cancel") if self._days else _("Close"), "item")
        cancel.clicked.connect(self.left)
        spaced(foot, (0, 6, 0, 0), 8)
        if not self._days:
            self.button.hide()
        foot.addWidget(self.button)
        foot.addWidget(cancel)
        foot.addStretch()
        column.addLayout(foot)
        self._count()

    @property
    def toggles(self) -> Toggles | None:
        """Return the days to choose among, if there are any."""
        return self._toggles

    def enter(self) -> None:
        """Give the keyboard to what plans them."""
        wanted = self.button if self._chosen else self._cancel
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def submit(self) -> None:
        """Plan the days that are ticked; one that has been is meant, since it was ticked by hand."""
        try:
            plan_year(self._database, self._body.id, self._chosen, today=self._today, past=True)
        except RuleBroken as broken:
            self._note.setText(sentence(broken))
            self._mark.show()
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _told(self, each: PlannedDay) -> tuple[object, str, str]:
        """Return a day with what is to be known of it."""
        told = [say.why(each, current()), say.type_name(each.meeting_type, self._body.meeting_types)]
        if each.day < self._today:
            told.append(_("the day has been"))
        title = ", ".join([capital(say.day_in_year(each.day, current())), *say.clock(each, current())])
        return each, title, capital("; ".join(filter(None, told)))

    def _take(self, chosen: object) -> None:
        self._chosen = tuple(each for each in self._days if isinstance(chosen, tuple) and each in chosen)
        self._count()

    def _count(self) -> None:
        count = len(self._chosen)
        told = ngettext("Plan {count} meeting", "Plan {count} meetings", count)
        self.button.setText(told.format(count=count))
        self.button.setEnabled(bool(count))


def _beside(plan: YearPlan) -> list[str]:
    """Return what the days that are listed do not say."""
    told = []
    there = sum(each.there for each in plan.days)
    if not plan.days:
        told.append(_("No day comes out of how the meetings come again."))
    elif there == len(plan.days):
        told.append(_("All days are planned already."))
    elif there:
        planned = ngettext("{count} day is planned already.", "{count} days are planned already.", there)
        told.append(planned.format(count=there))
    if plan.skipped:
        days = [
            f"{say.short_day(each.day, current())} ({say.holiday(each.holiday, current())})"
            for each in plan.skipped
        ]
        told.append(_("Not on {days}.").format(days=enumerated(days, current())))
    return told
