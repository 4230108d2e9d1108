"""What is asked about a report: which body and time, what to gather, at which item it is presented."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from klubban.documents import plan_words
from klubban.documents import situation_words as say
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, current, pgettext
from klubban.operations.rolling_up import roll_up
from klubban.operations.situations import begin_situation
from klubban.ui.meeting.surface import Surface
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.situations.report_offer import is_about_situation
from klubban.ui.widgets.options import Options, Toggle, Toggles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from klubban.domain.body import Body
    from klubban.domain.situation import Presented, Situation
    from klubban.store.database import Database
    from klubban.ui.situations.book import Book

_ANOTHER = 0
"""Stands for another body: none has this id."""
_MOST_ITEMS = 12


class NewReport(Surface):
    """Asks of which body and time a new report is."""

    added = Signal(int)
    left = Signal()
    failed = Signal(Exception)

    def __init__(self, database: Database, book: Book, body: Body | None) -> None:
        super().__init__(_("New situation report"))
        self._database, self._book = database, book
        self._body = body.id if body else None
        self.form = self._build(book.reporting)
        self.column.addWidget(self.form)
        self.end()

    def _build(self, bodies: Sequence[Body]) -> Form:
        form = Form(_("New situation report"), _("Begin it"), self._act)
        everyone = len(bodies) == len(self._book.bodies) or not bodies
        offered = list(self._book.bodies.values()) if everyone else list(bodies)
        if self._body not in [each.id for each in offered]:
            self._body = offered[0].id if offered else None
        choices: list[tuple[object, str, str]] = [(each.id, each.name, self._told(each)) for each in offered]
        if not everyone:
            choices.append((_ANOTHER, _("Another body …"), ""))
        self.bodies = Options(pgettext("report", "Body"), choices, self._body)
        self.bodies.chosen.connect(self._choose)
        chosen = [each for each in self.bodies.buttons if each.isChecked()]
        form.add(pgettext("report", "Body"), self.bodies, focus=chosen[0] if chosen else None)
        form.add_line("day", _("Day of the report"), written(self._book.today))
        hint = _("if it tells of a time")
        self._from = form.add_line("from", _("It tells of the time from"), written(self._since()), hint)
        form.left.connect(self.left)
        form.failed.connect(self.failed)
        return form

    def _told(self, body: Body) -> str:
        found = self._book.of_body(body.id)
        if not found:
            return ""
        day = plan_words.near(found[0].day, self._book.today, current())
        return _("last on {day}: {told}").format(day=day, told=say.briefly(found[0], current()))

    def _since(self) -> date | None:
        """Return the day after the last report."""
        found = self._book.of_body(self._body) if self._body else ()
        after = found[0].day + timedelta(days=1) if found else None
        return after if after is not None and after <= self._book.today else None

    def enter(self) -> None:
        """Give the keyboard to the bodies."""
        self.form.enter()

    def _choose(self, body: int) -> None:
        if body == _ANOTHER:
            self.form.hide()
            self.form.deleteLater()
            self.form = self._build(())
            self.column.insertWidget(0, self.form)
            self.form.show()
            self.enter()
            return
        self._body = body
        self._from.show_words(written(self._since()))
        self.form.go_to("day")

    def _act(self) -> None:
        day = read_day(self.form.words("day"))
        if self._body is None:
            raise RuleBroken(N_("There is no body yet; add one in the registers (F7)"))
        if day is None:
            raise RuleBroken(N_("Say of which day the report is"))
        first = read_day(self.form.words("from"))
        self.added.emit(begin_situation(self._database, self._body, day, from_date=first))


class RollUpForm(Form):
    """Asks which reports are gathered; all that came since are chosen already."""

    def __init__(self, database: Database, book: Book, report: Situation) -> None:
        super().__init__(
            _("Gather the reports of those who report here"), pgettext("report", "Gather them"), self._do
        )
        self._database, self._report = database, report
        options = [
            (
                each.id,
                f"{book.bodies[each.body].name}, {plan_words.near(each.day, book.today, current())}",
                say.briefly(each, current()),
            )
            for each in book.offered(report)
        ]
        self._chosen = tuple(each[0] for each in options)
        self.reports = Toggles(_("Reports"), options, self._chosen)
        self.reports.chosen.connect(self._choose)
        self.add(_("Reports"), self.reports, focus=self.reports.buttons[0][1])

    def _choose(self, chosen: tuple[int, ...]) -> None:
        self._chosen = chosen

    def _do(self) -> None:
        roll_up(self._database, self._report.id, self._chosen)


class PresentForm(Form):
    """Asks at which item a report is presented, and whether its paper goes with the item's documents."""

    def __init__(
        self, book: Book, report: Situation, items: Sequence[Presented], act: Callable[[int, bool], object]
    ) -> None:
        super().__init__(_("Present the report at an item"), pgettext("report", "Present it there"), self._do)
        self._then = act
        nearest = sorted(items, key=lambda each: (abs(each.day - book.today), each.item))[:_MOST_ITEMS]
        nearest.sort(key=lambda each: (each.day, each.item))
        options = [(each.item, each.title, self._where(each, book)) for each in nearest]
        self._item = report.item or _likely(nearest, book.today)
        self.items = Options(_("Item"), options, self._item)
        self.items.chosen.connect(self._choose)
        self.paper = Toggle(_("Add the report to the documents of the item"))
        self.paper.setChecked(report.is_done)
        chosen = [each for each in self.items.buttons if each.isChecked()]
        self.add(_("Item"), self.items, focus=(chosen or self.items.buttons)[0])
        self.add("", self.paper)

    @staticmethod
    def _where(at: Presented, book: Book) -> str:
        return f"{book.bodies[at.body].name}, {plan_words.near(at.day, book.today, current())}"

    def _choose(self, item: int) -> None:
        self._item = item
        self.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _do(self) -> None:
        self._then(self._item, self.paper.isChecked())


def _likely(items: Sequence[Presented], today: date) -> int:
    """Return the item a report most likely goes with: the next that names the situation, or the next."""
    coming = [each for each in items if each.day >= today] or list(items)
    return next((each.item for each in coming if is_about_situation(each.title)), coming[0].item)
