"""A goal in hand: its index by year as chart and table, its indicators, and what was measured."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import commitment_words as say
from klubban.documents import goal_words
from klubban.documents.wording import capital
from klubban.domain.errors import RuleBroken
from klubban.domain.index import latest, series
from klubban.domain.text import plain
from klubban.i18n import _, current, pgettext
from klubban.operations import goals
from klubban.store.trouble import Trouble
from klubban.ui.asking.surface import said
from klubban.ui.plans import words
from klubban.ui.plans.index_chart import index_part
from klubban.ui.plans.measures import MeasureGrid
from klubban.ui.plans.part_row import INSET, Part, Sort
from klubban.ui.plans.parts_surface import PartsSurface
from klubban.ui.plans.plan_form import read_number
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, Rule, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.goal import Goal
    from klubban.store.database import Database
    from klubban.ui.plans.book import Book
    from klubban.ui.plans.measures import Place
    from klubban.ui.widgets.act_line import Act

_YEARS = 4
"""So many years stand beside each other to be typed in."""


class GoalSurface(PartsSurface):
    """Shows a goal; values are saved as they are typed."""

    saved = Signal()
    failed = Signal(Exception)

    def __init__(self, database: Database) -> None:
        super().__init__(pgettext("one", "Goal"))
        self._database = database
        self.grid: MeasureGrid | None = None
        self._goal: Goal | None = None
        self._last_year = 0
        self._pending: dict[Place, tuple[str, str]] = {}
        self._with: tuple[Book, Sequence[Act]] | None = None

    def show_goal(self, goal: Goal, book: Book, acts: Sequence[Act]) -> None:
        """Show a goal as it is now."""
        if self._goal is None or goal.id != self._goal.id:
            self._pending, self._last_year = {}, book.today.year
        self._goal, self._with = goal, (book, acts)
        held = self.grid.held.place if self.grid is not None and self.grid.held is not None else None
        around = (goal, book.at, book.followed, book.today, len(acts), self._last_year)
        self.fill(goal.id, around, lambda: self._lay_out(goal, book, acts))
        if held is not None and self.grid is not None and self.grid.held is None:
            self.grid.enter(held)

    def clear(self) -> None:
        """Take away what is told."""
        self.grid = None
        super().clear()

    # --- what is told

    def _lay_out(self, goal: Goal, book: Book, acts: Sequence[Act]) -> None:
        years = series(goal)
        self.put(Text(goal.title, "title", wrap=True))
        below = (pgettext("one", "Goal"), capital(goal.area or ""), book.bodies[goal.body].name)
        self.put(Text(" · ".join(filter(None, below)), "small", QUIET, wrap=True))
        last = latest(goal)
        if last is not None:
            self.put(said(words.goal_pill(goal), goal_words.summary(last, current())))
        elif not goal.indicators:
            self.put(said(("", "plain"), _("Add an indicator first (I): what is measured each year.")))
        else:
            self.put(said(("", "plain"), _("Nothing is measured yet (M).")))
        if acts:
            self.put(self.acts(acts))
        if goal.text:
            self.put(Section(pgettext("plan", "What it says"), Text(plain(goal.text).strip(), wrap=True)))
        above = book.plan(goal.commitment)
        if above is not None:
            self.lead_to(pgettext("plan", "Belongs to"), [(above.title, above.id)], self.plan_asked.emit)
        if years:
            self._wide(pgettext("goal", "Index"), index_part(goal, years))
        comments = self.lines(self._comments(goal, book))
        if comments is not None:
            self.put(Section(pgettext("goal", "Comments"), comments, INSET))
        if goal.indicators:
            self._wide(pgettext("goal", "Values"), self._values(goal))
            lines = self.lines(self._indicators(goal))
            if lines is not None:
                self.put(Section(pgettext("goal", "Indicators"), lines, INSET))

    def _wide(self, label: str, content: QWidget) -> None:
        """Put a part as wide as the page, its label above it."""
        head = Text(label, "label", QUIET)
        head.setContentsMargins(0, 10, 0, 4)
        content.setAccessibleName(label)
        self.put(Rule(), head, content)

    @staticmethod
    def _comments(goal: Goal, book: Book) -> list[Part]:
        found = []
        for each in reversed(goal.years):
            at = book.at.get(each.item or 0)
            day = words.day(each.day, book.today) if each.day else ""
            beside = " · ".join(filter(None, (day, say.at(at, beside=each.day) if at else "")))
            found.append(
                Part(Sort.YEAR, each.year, str(each.year), plain(each.text).strip(), beside, item=each.item)
            )
        return found

    @staticmethod
    def _indicators(goal: Goal) -> list[Part]:
        return [
            Part(
                Sort.INDICATOR,
                each.id,
                each.name,
                "",
                " · ".join(filter(None, (goal_words.scale(each, current()), each.source))),
            )
            for each in goal.indicators
        ]

    def _values(self, goal: Goal) -> QWidget:
        """Return the cells, with ways to other years above them."""
        whole, ways = QWidget(), QHBoxLayout()
        column = QVBoxLayout(whole)
        spaced(column, (0, 0, 0, 12), 4)
        spaced(ways, gap=8)
        ways.addStretch()
        for told, by in ((_("← earlier years"), -1), (_("later years →"), 1)):
            link = Link(told)
            link.setToolTip("PgUp" if by < 0 else "PgDn")
            link.clicked.connect(lambda _on=False, by=by: self._turn(by))
            ways.addWidget(link)
        years = range(self._last_year - _YEARS + 1, self._last_year + 1)
        self.grid = MeasureGrid(goal, years, self._pending, locked=self._database.read_only)
        self.grid.typed.connect(self._take_value)
        self.grid.turned.connect(self._turn)
        self.grid.gave_up.connect(self._give_up)
        self.grid.came.connect(self.part_taken)
        column.addLayout(ways)
        column.addWidget(self.grid)
        return whole

    # --- values

    @property
    def is_measuring(self) -> bool:
        """Tell whether a value has the keyboard."""
        return self.grid is not None and self.grid.held is not None

    def enter_values(self) -> None:
        """Give the keyboard to the values."""
        if self.grid is not None and self.grid.enter():
            self.bring_into_sight(self.grid)

    def _turn(self, by: int) -> None:
        """Show other years."""
        if self._goal is None or self._with is None or not self.flush():
            return
        held = self.grid.held.place if self.grid is not None and self.grid.held is not None else None
        self._last_year += by
        self.show_goal(self._goal, *self._with)
        if held is not None and self.grid is not None:
            self.grid.enter((held[0], held[1] + by))

    def _give_up(self) -> None:
        self._pending = {}
        self.enter_part()

    def _take_value(self, place: Place, typed: str, then: Place | None) -> None:
        """Save a value once the key that ended it is done with, and go on."""
        QTimer.singleShot(0, self, partial(self._go_on, place, typed, then))

    def _go_on(self, place: Place, typed: str, then: Place | None) -> None:
        if self._save(place, typed) and then is not None and self.grid is not None:
            self.grid.enter(then)

    def _save(self, place: Place, typed: str) -> bool:
        """Save a value; what cannot be used is said below its row, and stays as it is typed."""
        goal = self._goal
        indicator = next((each for each in goal.indicators if each.id == place[0]), None) if goal else None
        if indicator is None:
            return True
        there = next((each for each in indicator.measured if each.year == place[1]), None)
        try:
            value = read_number(typed) if typed.strip() else None
            if value != (there.value if there else None):
                note = there.note if there else None
                goals.measure(self._database, place[0], place[1], value, note=note)
                self._pending.pop(place, None)
                self.saved.emit()
        except RuleBroken as broken:
            self._pending[place] = (typed, sentence(broken))
            if self.grid is not None:
                self.grid.say(place, sentence(broken))
            return False
        except Trouble as trouble:
            self.failed.emit(trouble)
            return False
        if self._pending.pop(place, None) and self.grid is not None:
            self.grid.say(place, "")
        return True

    def flush(self) -> bool:
        """Save the value that is typed; tell whether nothing is left."""
        cell = self.grid.held if self.grid is not None else None
        return self._save(cell.place, cell.words()) if cell is not None and cell.is_changed else True
