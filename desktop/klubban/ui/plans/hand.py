"""What is done with the plan or goal in hand: asked in a form on the page, then done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.commitment import CommitmentKind
from klubban.i18n import _, pgettext
from klubban.operations import commitments
from klubban.ui.plans import activity_forms, fact_form, forms, goal_forms, new_forms
from klubban.ui.plans.part_hand import PartHand
from klubban.ui.plans.part_row import Part, Sort
from klubban.ui.plans.rows import KINDS, Shows

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.ui.registers.form import Form
    from klubban.ui.widgets.act_line import Act

_A_RING, _A_DOTS = "\N{LATIN CAPITAL LETTER A WITH RING ABOVE}", "\N{LATIN CAPITAL LETTER A WITH DIAERESIS}"


class PlansHand(PartHand):
    """Knows the page."""

    @property
    def lacks_statutory(self) -> bool:
        """Tell whether nothing is there yet of what lag (2023:196) wants."""
        return not any("2023:196" in (each.commitment.source or "") for each in self.page.book.followed)

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
            "Delete": self.remove,
        }

    def acts(self) -> list[Act]:
        """Return what can be done, as words."""
        page = self.page
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

    def _ask_of_plan(self, make: Callable[[], Form]) -> None:
        """Ask about a plan that is open."""
        one = self.page.plan
        if one is None or self.page.locked or self.form is not None:
            return
        if one.closed_on is not None:
            self.page.say(_("It is closed. Open it again first (O)."))
            return
        self.held = self.part
        self.page.foot.say("")
        self.ask(make())

    # --- new ones

    def ask_for_new(self) -> None:
        """Ask for one more of the kind that is listed; among all kinds, first which."""
        page = self.page
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
        page = self.page
        self.close()
        if shows is None:
            self.ask_for_statutory()
        elif shows is Shows.GOALS:
            self.ask(
                goal_forms.new(self.database, page.body, page.book, lambda id_: page.show_made(("goal", id_)))
            )
        else:
            kind = KINDS[shows]
            self.ask(
                fact_form.new(
                    self.database, kind, page.body, page.book, lambda id_: page.show_made(("plan", id_))
                )
            )

    def ask_for_statutory(self) -> None:
        """Ask for the documents that lag (2023:196) wants, all in one act."""
        page = self.page
        if not page.locked and self.form is None and page.book.all_bodies:
            self.ask(
                new_forms.statutory(
                    self.database, page.body, page.book, lambda id_: page.show_made(("plan", id_))
                )
            )

    # --- plans

    def _follow_up(self) -> None:
        page, part = self.page, self.part
        one = page.plan
        checkpoint = part.id if part is not None and part.sort is Sort.CHECKPOINT else None
        if one is not None:
            self._ask_of_plan(lambda: forms.follow_up(self.database, one, page.book, checkpoint))

    def _answer(self) -> None:
        one = self.page.plan
        if one is None or one.kind is not CommitmentKind.RECOMMENDATION:
            return
        if one.answered_on is not None:
            self.page.say(_("It is answered already; follow it up instead (U)."))
            return
        self._ask_of_plan(lambda: forms.answer(self.database, one, self.page.book))

    def _add_part(self) -> None:
        page = self.page
        goal, one = page.goal, page.plan
        if goal is not None and not page.locked:
            self.ask(goal_forms.indicator(self.database, goal))
        elif one is not None and one.kind is not CommitmentKind.RECOMMENDATION:
            self._ask_of_plan(
                lambda: activity_forms.new_activity(
                    self.database, one, page.book, lambda id_: self._hold(Sort.ACTIVITY, id_)
                )
            )

    def _hold(self, sort: Sort, id_: int) -> None:
        self.held = Part(sort, id_, "")

    def _note_activity(self) -> None:
        one, part = self.page.plan, self.part
        if one is None or not one.activities:
            return
        if part is None or part.sort is not Sort.ACTIVITY:
            going = [each.id for each in one.activities if not each.progress.is_over]
            first = next(iter(going), one.activities[0].id)
            self.surface.enter_part(Part(Sort.ACTIVITY, first, ""))
            self.page.say(_("Choose the activity, then J."))
            return
        of = next(each for each in one.activities if each.id == part.id)
        self._ask_of_plan(lambda: activity_forms.note_activity(self.database, one, of, self.page.book))

    def _plan_day(self) -> None:
        one = self.page.plan
        if one is not None:
            self._ask_of_plan(
                lambda: forms.plan_day(self.database, one, lambda id_: self._hold(Sort.CHECKPOINT, id_))
            )

    def _renew(self) -> None:
        one = self.page.plan
        if one is not None and one.kind is not CommitmentKind.RECOMMENDATION:
            self._ask_of_plan(
                lambda: forms.renew(self.database, one, lambda id_: self.page.show_made(("plan", id_)))
            )

    def _close(self) -> None:
        one = self.page.plan
        if one is not None:
            self._ask_of_plan(lambda: forms.close(self.database, one, self.page.book))

    def _reopen(self) -> None:
        one = self.page.plan
        if one is not None and one.closed_on is not None and not self.page.locked:
            self.do(lambda: commitments.reopen_commitment(self.database, one.id))
            self.page.column.enter()

    def _change(self) -> None:
        """Ask anew for the part that has the keyboard, or else for all of what is in hand."""
        page, part = self.page, self.part
        goal, one = page.goal, page.plan
        if goal is not None and not page.locked:
            self.held = part
            self.ask(goal_forms.change(self.database, goal, part, page.book))
        elif one is not None:
            self._ask_of_plan(self._change_of_plan)

    def _change_of_plan(self) -> Form:
        page, part = self.page, self.part
        one = page.plan
        assert one is not None  # noqa: S101 - asked of a plan alone
        if part is not None and part.sort is Sort.ACTIVITY:
            activity = next(each for each in one.activities if each.id == part.id)
            return activity_forms.change_activity(self.database, activity, page.book)
        if part is not None and part.sort is Sort.CHECKPOINT:
            day = next(each for each in one.checkpoints if each.id == part.id)
            return forms.plan_day(self.database, one, lambda _id: None, day)
        if part is not None and part.sort is Sort.FOLLOW_UP:
            found = next(each for each in one.follow_ups if each.id == part.id)
            return forms.change_follow_up(self.database, one, found, page.book)
        return fact_form.change(self.database, one, page.book)

    # --- goals

    def _measure(self) -> None:
        if self.page.goal is not None and not self.page.locked:
            self.page.goals.enter_values()

    def _comment(self) -> None:
        goal = self.page.goal
        if goal is not None and not self.page.locked and self.page.flush():
            self.held = self.part
            self.ask(goal_forms.comment(self.database, goal, self.page.book, self.part))
