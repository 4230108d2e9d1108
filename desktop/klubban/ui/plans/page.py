"""Plans and promises: what was agreed and promised, how it is followed up, and goals with their index."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui import clock
from klubban.ui.asking.act_form import ActForm
from klubban.ui.matters.body_choice import BodyChoice
from klubban.ui.meeting.export import Exporter
from klubban.ui.plans import empty, named_keys, papers, rows
from klubban.ui.plans.book import Book
from klubban.ui.plans.goal_surface import GoalSurface
from klubban.ui.plans.hand import PlansHand
from klubban.ui.plans.head import PlansHead
from klubban.ui.plans.rows import Shows
from klubban.ui.plans.surface import PlanSurface
from klubban.ui.room import Room
from klubban.ui.summons.preview import TreePreview
from klubban.ui.widgets.basics import Rule, spaced
from klubban.ui.widgets.beside import take_turns
from klubban.ui.widgets.key_binding import bind_keys
from klubban.ui.widgets.key_foot import KeyFoot
from klubban.ui.widgets.list_column import ListColumn, nothing_found

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.commitment import Commitment
    from klubban.domain.goal import Goal
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.plans.rows import Key
    from klubban.ui.typesetter import Typesetter

_TIGHT = 1320
"""A page narrower than that has a narrow list."""

_REST = 120
"""Milliseconds after which the page of what is in hand is set, so that the list is walked at full speed."""


class PlansPage(Room):
    """Header with the kinds, the list, what is in hand, and beside it the page as it will print."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self.book = Book.of(database, clock.today())
        self.which, self.body, self.chosen = Shows.ALL, None, None
        self._paper_asked = False
        self.foot = KeyFoot(_("State"))
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.exporter.bug.connect(self.bug)
        self.surface, self.goals = PlanSurface(), GoalSurface(database)
        self.preview = TreePreview(typesetter)
        self._paper_due = QTimer(self, singleShot=True, interval=_REST)
        self._paper_due.timeout.connect(self._show_paper)
        self.hand = PlansHand(self, database)
        self._build()
        self._add_keys()

    body: int | None
    chosen: Key | None

    def _build(self) -> None:
        self.head = PlansHead()
        self.head.chosen.connect(self.show_kind)
        self.head.new_asked.connect(self.hand.ask_for_new)
        self.head.list_asked.connect(self.export_list)
        self.column = ListColumn(_("Plans and promises"), _("Search by words, responsible or party"))
        self.column.searched.connect(self._show_list)
        self.column.chosen.connect(self._choose)
        self.column.followed.connect(self.hand.enter)
        self._whose = BodyChoice()
        self._whose.chosen.connect(self._turn_to)
        self.column.above.insertWidget(0, self._whose)
        self._row, whole = QHBoxLayout(), QVBoxLayout(self)
        spaced(self._row)
        spaced(whole)
        self._beside = Rule(upright=True)
        for part in (self.column, self.surface, self.goals, self._beside, self.preview):
            self._row.addWidget(part, 1 if part in (self.surface, self.goals) else 0)
        whole.addWidget(self.head)
        whole.addWidget(Rule())
        whole.addLayout(self._row, 1)
        whole.addWidget(Rule())
        whole.addWidget(self.foot)
        for surface in (self.surface, self.goals):
            surface.meeting_asked.connect(self.meeting_asked)
            surface.plan_asked.connect(lambda id_: self.show_thing(("plan", id_)))
            surface.goal_asked.connect(lambda id_: self.show_thing(("goal", id_)))
            surface.part_followed.connect(self.hand.follow)
            surface.part_moved.connect(self.hand.move)
            surface.part_taken.connect(self.show_around)
        self.goals.saved.connect(self.acted)
        self.goals.failed.connect(self.failed)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+N": self.hand.ask_for_new,
            "Ctrl+P": self.export_list,
            "Ctrl+F": self._find,
            "Ctrl+Return": self.hand.submit,
            "Ctrl+Shift+E": self.export_word,
            "Alt+Left": lambda: self.turn(-1),
            "Alt+Right": lambda: self.turn(1),
            **{f"Alt+{shows + 1}": partial(self.show_kind, shows) for shows in Shows},
        }
        while_nothing_is_asked: dict[str, Callable[[], object]] = {
            **self.hand.keys(),
            "P": self.swap_paper,
            **{str(shows + 1): partial(self.show_kind, shows) for shows in Shows},
        }
        bind_keys(self, keys)
        bind_keys(
            self,
            {key: partial(self._while_nothing_is_asked, act) for key, act in while_nothing_is_asked.items()},
        )

    def _while_nothing_is_asked(self, act: Callable[[], object]) -> None:
        if self.hand.form is None:
            act()

    # --- what a room does

    def show_for(self, id_: int | None) -> None:
        """Show all, or one plan or promise; the keyboard is at the list."""
        self.reload()
        if id_ is not None and not self.holds_form() and self.book.plan(id_) is not None:
            self._widen()
            self._show(("plan", id_))
        QTimer.singleShot(0, self, self.enter)  # once the room is the page that is seen

    def enter(self) -> None:
        """Give the keyboard to what is asked, or the list."""
        form = self.hand.form
        if form is not None:
            form.enter()
        else:
            self.column.enter()

    def shows(self, id_: int) -> bool:
        """Tell whether a plan is in hand."""
        return self.chosen == ("plan", id_)

    def reload(self) -> bool:
        """Read everything again, and show what is new."""
        self.book = Book.of(self._database, clock.today())
        self.body = self._whose.offer(self.book.watching, self.body)
        self._show_list()
        return True

    def flush(self) -> bool:
        """Save the value that is typed; tell whether nothing is left."""
        return self.goals.flush()

    def stop(self) -> None:
        """Set no more papers; the file is closed."""
        self._paper_due.stop()

    def step(self, by: int) -> None:
        """Go to the next line of the list."""
        self.column.list.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        in_hand = self.goals if self.goal is not None else self.surface
        paper = [self.preview.sheet] if self.preview.isVisible() else []
        return [self.column.list, *([in_hand] if in_hand.isVisible() else []), *paper]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        super().resizeEvent(event)
        self.column.fit(self.width(), _TIGHT)
        self._share()

    # --- what is shown

    @property
    def plan(self) -> Commitment | None:
        """Return the plan or promise in hand."""
        return self.book.plan(self.chosen[1]) if self.chosen and self.chosen[0] == "plan" else None

    @property
    def goal(self) -> Goal | None:
        """Return the goal in hand."""
        return self.book.goal(self.chosen[1]) if self.chosen and self.chosen[0] == "goal" else None

    @property
    def locked(self) -> bool:
        """Tell whether nothing can be changed."""
        return self._database.read_only

    def show_thing(self, key: Key) -> None:
        """Take a plan or goal in hand, whatever the list was narrowed to."""
        if not self.holds_form():
            self._widen()
            self._show(key)
            self.column.enter()

    def show_kind(self, shows: Shows) -> None:
        """List one kind."""
        if self.holds_form():
            self.show_around()
            return
        self.which = shows
        self.hand.close()
        self._show_list()
        self.column.enter()

    def turn(self, by: int) -> None:
        """Narrow to the next body, or the one before; all come before the first."""
        self._turn_to(self._whose.beside(self.body, by))

    def _turn_to(self, body: object) -> None:
        if not self.holds_form():
            self.body = body if isinstance(body, int) else None
            self.reload()

    def _widen(self) -> None:
        """Narrow the list to nothing."""
        self.which, self.body = Shows.ALL, None
        self.column.search.show_words("")
        self.hand.close()

    def _show(self, key: Key | None) -> None:
        self.chosen = key
        self.reload()

    def show_made(self, key: Key) -> None:
        """Take in hand what was noted just now, once it is read."""
        self.chosen, self.which, self.body = key, Shows.ALL, None
        self.column.search.show_words("")

    def _find(self) -> None:
        self.column.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_list(self) -> None:
        """Show the list anew; what was in hand stays so if it is still there."""
        search = self.column.search.words()
        found = list(rows.listed(self.book, self.which, self.body, search))
        there = [row.id for row in found if row.id is not None]
        asked = self.hand.form is not None and (self.plan or self.goal)
        if not asked and self.chosen not in there:
            self.chosen = next(iter(there), None)  # type: ignore[assignment] # the rows' ids are keys
        self.column.take(found or nothing_found(search), self.chosen)
        self.show_one()

    def _choose(self, what: object) -> None:
        if self.holds_form() or not self.flush():
            self.column.hold(self.chosen)
        elif what != self.chosen:
            self.chosen = what  # type: ignore[assignment] # the rows' ids are keys
            self.foot.say("")
            self.hand.close()
            self.show_one()

    def show_one(self) -> None:
        """Show what is in hand."""
        plan, goal = self.plan, self.goal
        if plan is not None:
            self.surface.take(plan, self.book, self.hand.acts())
        elif goal is not None:
            self.goals.show_goal(goal, self.book, self.hand.acts())
        else:
            self._show_nothing()
        self._share()
        self.show_around()
        self._paper_due.start()

    def _show_nothing(self) -> None:
        if self.column.search.words():
            self.surface.show_nothing(*empty.not_found())
            return
        self.surface.show_nothing(*empty.nothing(self.which))
        if not self.locked and self.book.all_bodies:
            self.surface.put(empty.ways(self.which, self.hand))

    def _share(self) -> None:
        """Show the paper beside what is in hand, or in its place where it was asked for and room is short."""
        on_goal, there = self.goal is not None, self.plan is not None or self.goal is not None
        words = take_turns(self.preview, self.width(), there=there, asked=self._paper_asked)
        self._beside.setVisible(not self.preview.isHidden())
        self.surface.setVisible(not on_goal and words)
        self.goals.setVisible(on_goal and words)

    def show_around(self) -> None:
        """Show what surrounds what is in hand."""
        can_add = bool(self.book.all_bodies) and not self.locked and self.hand.form is None
        self.head.take(self.which, can_add=can_add, has_list=papers.has_list(self))
        self.foot.show_state("", "plain", rows.counted(self.book, self.body))
        self.foot.show_keys(named_keys.groups(self))

    def _show_paper(self) -> None:
        if self.preview.isVisible() and self.chosen is not None:
            found = papers.prepare(self._database, self)
            self.preview.follow(_("As it will print"), found[0].document if found else None)

    def swap_paper(self) -> None:
        """Show the page as it will print, or put it away."""
        if self.chosen is not None and self.flush():
            self._paper_asked = not self._paper_asked
            self._share()
            self._show_paper()
            if self.surface.isVisible() or self.goals.isVisible():
                self.column.enter()
            else:
                self.preview.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- what it does

    def holds_form(self) -> bool:
        """Tell whether something is typed in a form that is not done, and say so: nothing is lost."""
        form = self.hand.form
        if not isinstance(form, ActForm) or not form.is_touched:
            return False
        self.say(_("The form is not done: Ctrl+Enter does it, Esc leaves it."))
        return True

    def say(self, words_: str) -> None:
        """Say something at the foot."""
        self.foot.say(words_, [(_("Close"), lambda: self.foot.say(""))])

    def acted(self) -> None:
        """Show what was done."""
        self.foot.say("")
        self.reload()
        self.saved.emit()

    def export_record(self) -> None:
        """Save what is in hand as PDF (Ctrl+E)."""
        papers.export(self, self._database)

    def export_word(self) -> None:
        """Save what is in hand for Word."""
        papers.export(self, self._database, word=True)

    def export_list(self) -> None:
        """Save the list of the body as PDF."""
        if papers.has_list(self):
            papers.export_list(self, self._database)
        else:
            self.say(_("Choose a body and a kind first: a list is that of one body."))
