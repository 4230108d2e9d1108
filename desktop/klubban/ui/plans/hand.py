"""What is done with the plan or goal in hand: asked in a form on the page, then done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from klubban.domain.commitment import CommitmentKind
from klubban.domain.errors import RuleBroken
from klubban.i18n import _, pgettext
from klubban.operations import activities, commitments, follow_ups, goals
from klubban.store.trouble import Trouble
from klubban.ui.columns import first_stop
from klubban.ui.plans import fact_form, forms, goal_forms, new_forms
from klubban.ui.plans.part_row import Part, Sort
from klubban.ui.plans.rows import KINDS, Shows
from klubban.ui.registers.surface import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.store.database import Database
    from klubban.ui.assignments.surface import Act
    from klubban.ui.plans.page import PlansPage
    from klubban.ui.plans.surface import PlanSurface
    from klubban.ui.registers.form import Form

_A_RING, _A_DOTS = "\N{LATIN CAPITAL LETTER A WITH RING ABOVE}", "\N{LATIN CAPITAL LETTER A WITH DIAERESIS}"


class PlansHand(QObject):
    """Knows the page."""

    def __init__(self, page: PlansPage, database: Database) -> None:
        super().__init__(page)
        self._page, self._database = page, database

    # --- what is in hand

    @property
    def _surface(self) -> PlanSurface:
        return self._page.goals if self._page.goal is not None else self._page.surface

    @property
    def form(self) -> Form | None:
        """Return the form that is asked, if one is."""
        return self._page.surface.slot.form or self._page.goals.slot.form

    @property
    def part(self) -> Part | None:
        """Return the part that has the keyboard."""
        return self._surface.part

    @property
    def lacks_statutory(self) -> bool:
        """Tell whether nothing is there yet of what lag (2023:196) wants."""
        return not any("2023:196" in (each.commitment.source or "") for each in self._page.book.followed)

    def keys(self) -> dict[str, Callable[[], object]]:
        """Return what keys do while nothing is asked."""
        return {
            "N": self.ask_for_new,
            "U": self._follow_up,
            "A": self._answer,
            "I": self._add_part,
            "J": self._note_activity,
            "T": self._plan_day,
            "R": self._renew,
            "S": self._close,
            "O": self._reopen,
            _A_RING: self._reopen,
            "E": self._change,
            _A_DOTS: self._change,
            "M": self._measure,
            "K": self._comment,
            "L": self.ask_for_statutory,
            "Delete": self._remove,
        }

    def acts(self) -> list[Act]:
        """Return what can be done, as words."""
        page = self._page
        if page.locked:
            return []
        if page.goal is not None:
            return [
                ("M", _("Measure …"), self._measure),
                ("K", _("Comment on a year …"), self._comment),
                ("I", _("Add an indicator …"), self._add_part),
                ("E", _("Change …"), self._change),
            ]
        one = page.plan
        if one is None:
            return []
        if one.closed_on is not None:
            return [("O", _("Open it again …"), self._reopen)]
        found: list[Act] = [("U", _("Follow up …"), self._follow_up)]
        if one.kind is CommitmentKind.RECOMMENDATION:
            if one.answered_on is None:
                found.insert(0, ("A", pgettext("plan", "Answer …"), self._answer))
        else:
            found.append(("I", _("Add an activity …"), self._add_part))
        found.append(("T", _("Plan a follow-up …"), self._plan_day))
        if one.kind in (CommitmentKind.AGREEMENT, CommitmentKind.ACTIVITY_PLAN, CommitmentKind.PROMISE):
            found.append(("R", pgettext("plan", "Renew …"), self._renew))
        return [
            *found,
            ("E", _("Change …"), self._change),
            ("S", pgettext("plan", "Close …"), self._close),
        ]

    # --- asking

    def ask(self, form: Form) -> None:
        """Ask something above what is in hand."""
        surface = self._surface
        form.left.connect(self.leave)
        form.done.connect(self._done)
        form.failed.connect(self._page.failed)
        surface.slot.put(form, surface)
        surface.bring_into_sight(form)
        form.enter()
        self._page.show_around()

    def leave(self) -> None:
        """Take away what is asked; the keyboard is at the list."""
        self.close()
        self._page.show_one()
        self._page.column.enter()

    def close(self) -> None:
        """Take away what is asked."""
        for surface in (self._page.surface, self._page.goals):
            surface.slot.clear()

    def submit(self) -> None:
        """Do what is asked."""
        if self.form is not None:
            self.form.submit()

    def _done(self) -> None:
        held = self._held
        self.close()
        self._page.acted()
        if not (held is not None and self._surface.enter_part(held)):
            self._page.column.enter()
        self._held = None

    _held: Part | None = None
    """The part of which something is asked, to which the keyboard goes back."""

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except RuleBroken as broken:
            self._page.say(sentence(broken))
        except Trouble as trouble:
            self._page.failed.emit(trouble)
        except LookupError:
            self._page.reload()
            self._page.say(_("What it is about was taken away meanwhile."))
        else:
            self._page.acted()

    def _ask_of_plan(self, make: Callable[[], Form]) -> None:
        """Ask about a plan that is open."""
        one = self._page.plan
        if one is None or self._page.locked or self.form is not None:
            return
        if one.closed_on is not None:
            self._page.say(_("It is closed. Open it again first (O)."))
            return
        self._held = self.part
        self._page.foot.say("")
        self.ask(make())

    # --- new ones

    def ask_for_new(self) -> None:
        """Ask for one more of the kind that is listed; among all kinds, first which."""
        page = self._page
        if page.locked or self.form is not None or not page.flush():
            return
        if not page.book.all_bodies:
            page.say(_("Add a body first, under Bodies and people (F7)."))
        elif page.which is Shows.ALL:
            asked = new_forms.WhichForm(self._ask_new)
            self.ask(asked)
        else:
            self._ask_new(page.which)

    def _ask_new(self, shows: Shows | None) -> None:
        page = self._page
        self.close()
        if shows is None:
            self.ask_for_statutory()
        elif shows is Shows.GOALS:
            self.ask(
                goal_forms.new(
                    self._database, page.body, page.book, lambda id_: page.show_made(("goal", id_))
                )
            )
        else:
            kind = KINDS[shows]
            self.ask(
                fact_form.new(
                    self._database, kind, page.body, page.book, lambda id_: page.show_made(("plan", id_))
                )
            )

    def ask_for_statutory(self) -> None:
        """Ask for the documents that lag (2023:196) wants, all in one act."""
        page = self._page
        if not page.locked and self.form is None and page.book.all_bodies:
            self.ask(
                new_forms.statutory(
                    self._database, page.body, page.book, lambda id_: page.show_made(("plan", id_))
                )
            )

    # --- plans

    def _follow_up(self) -> None:
        page, part = self._page, self.part
        one = page.plan
        checkpoint = part.id if part is not None and part.sort is Sort.CHECKPOINT else None
        if one is not None:
            self._ask_of_plan(lambda: forms.follow_up(self._database, one, page.book, checkpoint))

    def _answer(self) -> None:
        one = self._page.plan
        if one is None or one.kind is not CommitmentKind.RECOMMENDATION:
            return
        if one.answered_on is not None:
            self._page.say(_("It is answered already; follow it up instead (U)."))
            return
        self._ask_of_plan(lambda: forms.answer(self._database, one, self._page.book))

    def _add_part(self) -> None:
        page = self._page
        goal, one = page.goal, page.plan
        if goal is not None and not page.locked:
            self.ask(goal_forms.indicator(self._database, goal))
        elif one is not None and one.kind is not CommitmentKind.RECOMMENDATION:
            self._ask_of_plan(
                lambda: forms.new_activity(
                    self._database, one, page.book, lambda id_: self._hold(Sort.ACTIVITY, id_)
                )
            )

    def _hold(self, sort: Sort, id_: int) -> None:
        self._held = Part(sort, id_, "")

    def _note_activity(self) -> None:
        one, part = self._page.plan, self.part
        if one is None or not one.activities:
            return
        if part is None or part.sort is not Sort.ACTIVITY:
            going = [each.id for each in one.activities if not each.progress.is_over]
            first = next(iter(going), one.activities[0].id)
            self._surface.enter_part(Part(Sort.ACTIVITY, first, ""))
            self._page.say(_("Choose the activity, then J."))
            return
        of = next(each for each in one.activities if each.id == part.id)
        self._ask_of_plan(lambda: forms.note_activity(self._database, one, of, self._page.book))

    def _plan_day(self) -> None:
        one = self._page.plan
        if one is not None:
            self._ask_of_plan(
                lambda: forms.plan_day(self._database, one, lambda id_: self._hold(Sort.CHECKPOINT, id_))
            )

    def _renew(self) -> None:
        one = self._page.plan
        if one is not None and one.kind is not CommitmentKind.RECOMMENDATION:
            self._ask_of_plan(
                lambda: forms.renew(self._database, one, lambda id_: self._page.show_made(("plan", id_)))
            )

    def _close(self) -> None:
        one = self._page.plan
        if one is not None:
            self._ask_of_plan(lambda: forms.close(self._database, one, self._page.book))

    def _reopen(self) -> None:
        one = self._page.plan
        if one is not None and one.closed_on is not None and not self._page.locked:
            self._do(lambda: commitments.reopen_commitment(self._database, one.id))
            self._page.column.enter()

    def _change(self) -> None:
        """Ask anew for the part that has the keyboard, or else for all of what is in hand."""
        page, part = self._page, self.part
        goal, one = page.goal, page.plan
        if goal is not None and not page.locked:
            self._held = part
            self.ask(goal_forms.change(self._database, goal, part, page.book))
        elif one is not None:
            self._ask_of_plan(self._change_of_plan)

    def _change_of_plan(self) -> Form:
        page, part = self._page, self.part
        one = page.plan
        assert one is not None  # noqa: S101 - asked of a plan alone
        if part is not None and part.sort is Sort.ACTIVITY:
            activity = next(each for each in one.activities if each.id == part.id)
            return forms.change_activity(self._database, activity, page.book)
        if part is not None and part.sort is Sort.CHECKPOINT:
            day = next(each for each in one.checkpoints if each.id == part.id)
            return forms.plan_day(self._database, one, lambda _id: None, day)
        if part is not None and part.sort is Sort.FOLLOW_UP:
            found = next(each for each in one.follow_ups if each.id == part.id)
            return forms.change_follow_up(self._database, one, found, page.book)
        return fact_form.change(self._database, one, page.book)

    # --- goals

    def _measure(self) -> None:
        if self._page.goal is not None and not self._page.locked:
            self._page.goals.enter_values()

    def _comment(self) -> None:
        goal = self._page.goal
        if goal is not None and not self._page.locked and self._page.flush():
            self._held = self.part
            self.ask(goal_forms.comment(self._database, goal, self._page.book, self.part))

    # --- parts

    def enter(self) -> None:
        """Give the keyboard to the lines of what is in hand, or else to the first thing that takes it."""
        stop = None if self._surface.enter_part() else first_stop(self._surface)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def follow(self, part: Part) -> None:
        """Go to the paragraph at which a part was noted."""
        at = self._page.book.at.get(part.item or 0)
        if at is not None:
            self._page.meeting_asked.emit(at.meeting, at.item)
        else:
            self._page.say(_("It was noted at no meeting."))

    def move(self, part: Part, by: int) -> None:
        """Put an activity or an indicator before or after the one beside."""
        one, goal = self._page.plan, self._page.goal
        if self._page.locked:
            return
        if part.sort is Sort.ACTIVITY and one is not None:
            ids = [each.id for each in one.activities]
        elif part.sort is Sort.INDICATOR and goal is not None:
            ids = [each.id for each in goal.indicators]
        else:
            return
        at = ids.index(part.id) + by
        if not 0 <= at < len(ids):
            return
        others = [id_ for id_ in ids if id_ != part.id]
        move = activities.move_activity if part.sort is Sort.ACTIVITY else goals.move_indicator
        self._do(lambda: move(self._database, part.id, others[at - 1] if at else None))

    def _remove(self) -> None:
        """Take out what was noted by mistake; what was followed up stays, and that is said."""
        page, part, database = self._page, self.part, self._database
        one, goal = page.plan, page.goal
        if page.locked:
            return
        if part is not None:
            self._remove_part(part)
        elif not page.column.list.hasFocus():
            return
        elif one is not None:
            self._do(lambda: commitments.remove_commitment(database, one.id))
        elif goal is not None:
            self._do(lambda: goals.remove_goal(database, goal.id))

    def _remove_part(self, part: Part) -> None:
        database, goal = self._database, self._page.goal
        match part.sort:
            case Sort.ACTIVITY:
                self._remove_activity(part.id)
            case Sort.CHECKPOINT:
                self._do(lambda: follow_ups.remove_checkpoint(database, part.id))
            case Sort.FOLLOW_UP:
                self._do(lambda: follow_ups.remove_follow_up(database, part.id))
            case Sort.INDICATOR:
                self._do(lambda: goals.remove_indicator(database, part.id))
            case Sort.YEAR if goal is not None:
                self._do(lambda: goals.comment_on_year(database, goal.id, part.id, ()))

    def _remove_activity(self, activity_id: int) -> None:
        """Take out what was noted last of an activity, or else the activity."""
        one = self._page.plan
        found = next((each for each in one.activities if each.id == activity_id), None) if one else None
        if found is not None and found.steps:
            self._do(lambda: activities.remove_activity_step(self._database, found.steps[-1].id))
            self._page.say(_("What was noted last was taken out; Ctrl+Z brings it back."))
        else:
            self._do(lambda: activities.remove_activity(self._database, activity_id))
