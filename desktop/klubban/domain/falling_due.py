"""Which assignments belong on an agenda: those that fall due, that nobody answers for, or that are stuck."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.assignment import Assignment
from klubban.domain.incoming import Assigned, Incoming, Known, Sat
from klubban.domain.meeting import Outcome
from klubban.domain.text import Blocks, Bullets, plain_runs
from klubban.domain.undertaken import UNANSWERED_AFTER, meetings_without_answer

MOST_APART = 3
"""So many that fall due have an item each; where there are more, one item follows up the others."""


@dataclass(frozen=True)
class FallingDue:
    """The assignments of a body beside one of its meetings."""

    meeting: Sat
    meetings: Mapping[int, Sat]
    taken: tuple[Known, ...]
    """The items that are, or were, taken up."""
    assigned: tuple[Assigned, ...]

    def all(self) -> Iterator[Incoming]:
        """Walk what belongs on the meeting's agenda and is not there."""
        stuck = [each for each in self.assigned if self._is_stuck_here(each)]
        due = [each for each in self.assigned if each.heard and self._is_due(each)]
        yield from (self._stuck(each) for each in stuck if each not in due)
        # What is confidential is never listed beside other things.
        yield from (self._one(each) for each in due if each.confidential)
        together = [each for each in due if not each.confidential]
        here = [item for item in self.taken if item.meeting == self.meeting.id and _follows_up(item)]
        apart = sum(item.assignment is not None for item in here)
        if together and (apart < len(here) or apart + len(together) > MOST_APART):
            yield self._together(together)
        else:
            yield from map(self._one, together)

    def _is_due(self, each: Assigned) -> bool:
        own = each.assignment
        due = own.due_now
        if due is None or due > self.meeting.date:
            return False
        about = tuple(self._about(own))
        at = [self.meetings[item.meeting] for item in about]
        if any(one.id == self.meeting.id for one in at) or self._goes_on(about):
            return False
        taken = [one for one in at if one.date >= due]
        if not taken:
            return True
        if not all(one.over and one.when < self.meeting.when for one in taken):
            return False  # it is on an agenda that is still to come
        answered = own.answered_on
        if answered is None or answered < max(one.date for one in taken):
            return True
        return self._without_answer(each) >= UNANSWERED_AFTER

    def _goes_on(self, about: Iterable[Known]) -> bool:
        """Tell whether the latest item about it was postponed or referred back, and so comes by itself."""
        latest = max(about, key=lambda item: self.meetings[item.meeting].when, default=None)
        return latest is not None and latest.outcome in (Outcome.POSTPONED, Outcome.REFERRED_BACK)

    def _is_stuck_here(self, each: Assigned) -> bool:
        step = each.assignment.stuck
        if each.heard or step is None or step.day > self.meeting.date:
            return False
        at = (self.meetings[item.meeting] for item in self._about(each.assignment))
        return not any(one.id == self.meeting.id or one.date >= step.day for one in at)

    def _about(self, own: Assignment) -> Iterator[Known]:
        return (item for item in self.taken if item.assignment == own.id or is_listed(own, item.lists))

    def _without_answer(self, each: Assigned) -> int:
        held = [
            one.date
            for one in self.meetings.values()
            if one.over and not one.cancelled and one.when < self.meeting.when
        ]
        return meetings_without_answer(each.assignment, each.given, held)

    def _one(self, each: Assigned) -> Incoming:
        own = each.assignment
        return Incoming(
            origin=Origin.ASSIGNMENT,
            title=own.text,
            kind=ItemKind.REPORT,
            matter_id=each.matter,
            registry_number=each.registry_number,
            assignment_id=own.id,
            since=own.due_now,
            due=own.due_now,
            who=str(own.to_now),
            unanswered=self._without_answer(each),
        )

    def _stuck(self, each: Assigned) -> Incoming:
        step = each.assignment.stuck
        since = step.day if step else None
        return replace(self._one(each), kind=ItemKind.DECISION, since=since, stuck=step, unanswered=0)

    def _together(self, found: Iterable[Assigned]) -> Incoming:
        known = tuple(found)
        return Incoming(
            origin=Origin.ASSIGNMENT,
            kind=ItemKind.REPORT,
            assignment_ids=tuple(each.assignment.id for each in known),
            since=min((each.assignment.due_now or dt.date.max) for each in known),
            unanswered=max(map(self._without_answer, known)),
        )


def is_listed(own: Assignment, lists: Iterable[str]) -> bool:
    """Tell whether one of the lines of an item that follows up several is about an assignment."""
    called = own.called.casefold()
    return any(line.casefold().startswith(called) for line in lists)


def listed(blocks: Blocks) -> tuple[str, ...]:
    """Return the lines of a text in which an item lists the assignments that it follows up."""
    return tuple(plain_runs(line) for block in blocks if isinstance(block, Bullets) for line in block.items)


def _follows_up(item: Known) -> bool:
    return item.origin is Origin.ASSIGNMENT or item.assignment is not None or bool(item.lists)
