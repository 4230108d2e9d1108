"""What is done with the lines of a plan or goal: they lead somewhere, are ordered, and taken out."""

from __future__ import annotations

from PySide6.QtCore import Qt

from klubban.i18n import _
from klubban.operations import activities, commitments, follow_ups, goals
from klubban.ui.columns import first_stop
from klubban.ui.plans.asking import Asking
from klubban.ui.plans.part_row import Part, Sort


class PartHand(Asking):
    """Knows which line has the keyboard."""

    def enter(self) -> None:
        """Give the keyboard to the lines of what is in hand, or else to the first thing that takes it."""
        stop = None if self.surface.enter_part() else first_stop(self.surface)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def follow(self, part: Part) -> None:
        """Go to the paragraph at which a part was noted."""
        at = self.page.book.at.get(part.item or 0)
        if at is not None:
            self.page.meeting_asked.emit(at.meeting, at.item)
        else:
            self.page.say(_("It was noted at no meeting."))

    def move(self, part: Part, by: int) -> None:
        """Put an activity or an indicator before or after the one beside."""
        one, goal = self.page.plan, self.page.goal
        if self.page.locked:
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
        self.do(lambda: move(self.database, part.id, others[at - 1] if at else None))

    def remove(self) -> None:
        """Take out what was noted by mistake; what was followed up stays, and that is said."""
        page, part, database = self.page, self.part, self.database
        one, goal = page.plan, page.goal
        if page.locked:
            return
        if part is not None:
            self._remove_part(part)
        elif not page.column.list.hasFocus():
            return
        elif one is not None:
            self.do(lambda: commitments.remove_commitment(database, one.id))
        elif goal is not None:
            self.do(lambda: goals.remove_goal(database, goal.id))

    def _remove_part(self, part: Part) -> None:
        database, goal = self.database, self.page.goal
        match part.sort:
            case Sort.ACTIVITY:
                self._remove_activity(part.id)
            case Sort.CHECKPOINT:
                self.do(lambda: follow_ups.remove_checkpoint(database, part.id))
            case Sort.FOLLOW_UP:
                self.do(lambda: follow_ups.remove_follow_up(database, part.id))
            case Sort.INDICATOR:
                self.do(lambda: goals.remove_indicator(database, part.id))
            case Sort.YEAR if goal is not None:
                self.do(lambda: goals.comment_on_year(database, goal.id, part.id, ()))

    def _remove_activity(self, activity_id: int) -> None:
        """Take out what was noted last of an activity, or else the activity."""
        one = self.page.plan
        found = next((each for each in one.activities if each.id == activity_id), None) if one else None
        if found is not None and found.steps:
            self.do(lambda: activities.remove_activity_step(self.database, found.steps[-1].id))
            self.page.say(_("What was noted last was taken out; Ctrl+Z brings it back."))
        else:
            self.do(lambda: activities.remove_activity(self.database, activity_id))
