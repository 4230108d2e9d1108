"""What is seen at a glance beside what is to be done: meetings ahead, and who has how much to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Body, Named
from klubban.domain.commitment import Commitment, CommitmentKind
from klubban.domain.commitments_due import Followed, FollowUpDue
from klubban.domain.meeting import Stage
from klubban.domain.planned import Planned
from klubban.domain.undertaken import Undertaken, together

_SHOWN = (CommitmentKind.PROMISE, CommitmentKind.AGREEMENT, CommitmentKind.ACTIVITY_PLAN)
"""What is shown at a glance; documents and recommendations are on the list when their day comes."""


class Readiness(StrEnum):
    """How a coming meeting stands, the most pressing of what can be said of it."""

    GOES_ON = "goes_on"
    TODAY = "today"
    EMPTY = "empty"
    """It has no agenda yet."""
    LACKING = "lacking"
    """Papers have not come."""
    SUMMONED = "summoned"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """A meeting that comes next, and what stands in its way."""

    meeting: Planned
    body: Body
    items: int = 0
    lacking: int = 0
    """Papers that have not come."""
    absent: int = 0
    """So many said that they will not come."""

    def readiness(self, today: dt.date) -> Readiness:
        """Return how it stands."""
        meeting = self.meeting
        if meeting.stage is Stage.IN_SESSION:
            return Readiness.GOES_ON
        if meeting.date <= today:
            return Readiness.TODAY
        if self.lacking:
            return Readiness.LACKING
        if meeting.summoned_on is not None:
            return Readiness.SUMMONED
        return Readiness.PLANNED if self.items else Readiness.EMPTY


@dataclass(frozen=True, slots=True)
class Load:
    """How much somebody has open."""

    who: str
    count: int
    late: int
    first: int
    """Id of the assignment that is due first."""


@dataclass(frozen=True, slots=True)
class Far:
    """An open assignment that is due later than anything is told of it, and to which nothing has happened."""

    id: int
    who: Named
    due: dt.date
    on: dt.date | None
    """The day on which it was given."""
    body: int | None
    """Id of the body that gave it."""
    heard_by: int | None
    """Id of the body that it is reported to."""


def loads(found: Iterable[Undertaken], today: dt.date, far: Iterable[Far] = ()) -> tuple[Load, ...]:
    """Return who has how many open assignments, those who are late with most first.

    Who has what is confidential is not told; none of those `far` is.
    """
    last = dt.date.max
    counted = [
        (one.assignment.to_now, (one.assignment.due_now or last, one.on or last, one.assignment.id))
        for one in found
        if one.is_open and not one.confidential
    ]
    counted += [(one.who, (one.due, one.on or last, one.id)) for one in far]
    made = [
        Load(str(who), len(mine), sum(due < today for due, _on, _id in mine), min(mine)[2])
        for who, mine in together(counted)
    ]
    return tuple(sorted(made, key=lambda each: (-each.late, -each.count)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A plan or promise that is open, and for how many days something of it is late."""

    commitment: Commitment
    late: int = 0


def promised(found: Iterable[Followed], due: Iterable[FollowUpDue], today: dt.date) -> tuple[Promised, ...]:
    """Return the plans and promises that are open and public, those that are late first, then promises."""
    late: dict[int, int] = {}
    for each in due:
        late[each.commitment] = max(late.get(each.commitment, 0), (today - each.day).days)
    known = (each.commitment for each in found if not each.confidential and not each.replaced)
    made = [
        Promised(commitment=one, late=late.get(one.id, 0))
        for one in known
        if one.closed_on is None and one.kind in _SHOWN
    ]
    return tuple(sorted(made, key=lambda each: (not each.late, _SHOWN.index(each.commitment.kind))))


def next_meetings(meetings: Iterable[Planned], today: dt.date, most: int) -> tuple[Planned, ...]:
    """Return the meetings that go on or come next, by date and start."""
    coming = (
        each
        for each in meetings
        if each.stands
        and (
            each.stage is Stage.IN_SESSION
            or (each.date >= today and each.stage in (Stage.PLANNED, Stage.SUMMONED))
        )
    )
    return tuple(sorted(coming, key=lambda each: each.when)[:most])
