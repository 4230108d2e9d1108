"""Assignments as lists tell of them: given when and by which item, how late, whether anybody answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from klubban.domain.assignment import Assignment, Report
from klubban.domain.body import Named

T = TypeVar("T")

UNANSWERED_AFTER = 2
"""So many meetings without an answer are told everywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaken:
    """An assignment of a body, where it was given, and what follows from the days since."""

    assignment: Assignment
    body: int | None = None
    """Id of the body that gave it."""
    meeting: int | None = None
    on: dt.date | None = None
    """The day on which it was given."""
    item: str = ""
    """The title of the item that it was given by."""
    number: int | None = None
    confidential: bool = False
    public_title: str | None = None
    """What a confidential item is called for everybody."""
    matter: int | None = None
    walk: int | None = None
    """Id of the walk on which it was found."""
    meetings_without_answer: int = 0
    owner_left: dt.date | None = None
    """The last day on which whoever has it had a seat in the body, where that is over."""
    told_in_secret: frozenset[int] = frozenset()
    """Ids of the confidential items at which something of it was told."""

    @property
    def is_open(self) -> bool:
        """Tell whether it is neither done nor cancelled."""
        return self.assignment.is_open

    @property
    def heard_by(self) -> int | None:
        """Return the id of the body that it is reported to."""
        return self.assignment.for_body or self.body

    @property
    def is_unanswered(self) -> bool:
        """Tell whether nobody answered for so many meetings that it must be said."""
        return self.meetings_without_answer >= UNANSWERED_AFTER

    @property
    def latest(self) -> Report | None:
        """Return what was last answered."""
        return max(self.assignment.reports, key=lambda each: (each.date, each.id), default=None)

    def shown(self) -> Undertaken:
        """Return it as lists may tell of it, without what was told at confidential items.

        Of one that such an item gave no word is left but who has it, by when.
        """
        own = self.assignment
        if self.confidential:
            bare = replace(own, text="", to=own.to_now, due=own.due_now, cost=None, reports=(), steps=())
            return replace(self, assignment=bare, item=self.public_title or "")
        return replace(self, assignment=own.untold(self.told_in_secret)) if self.told_in_secret else self

    def days_late(self, day: dt.date) -> int:
        """Return how many days an open one is late on a day; 0 for one that is in time."""
        due = self.assignment.due_now
        return max((day - due).days, 0) if due is not None and self.is_open else 0


@dataclass(frozen=True, slots=True)
class OwnerLeft:
    """Somebody has, or is given, an assignment of a body in which they have no seat any more."""

    who: Named
    body: str
    on: dt.date
    """The last day of the seat."""


def meetings_without_answer(one: Assignment, given: dt.date | None, held: Sequence[dt.date]) -> int:
    """Return how many meetings were held since an open one fell due, or was given if it has no day.

    `held` are the days of the meetings of the body that it is reported to. What was noted of it since, but
    for reminders, is an answer: to the meeting of that day too.
    """
    if not one.is_open:
        return 0
    due = one.due_now
    if due is None and given is None:
        return 0
    after = max(one.answered_on or dt.date.min, given or dt.date.min)
    return sum(day > after and (due is None or day >= due) for day in held)


def left_on(ends: Sequence[dt.date | None], day: dt.date) -> dt.date | None:
    """Return the last day of somebody's latest seat, if all of them ended before a day; None for no end."""
    over = [end for end in ends if end is not None and end < day]
    return max(over) if over and len(over) == len(ends) else None


def by_due(found: Iterable[Undertaken]) -> tuple[Undertaken, ...]:
    """Return assignments by the day on which they are due, those without one last."""
    last = dt.date.max
    return tuple(sorted(found, key=lambda one: (one.assignment.due_now or last, one.on or last)))


def by_owner(found: Iterable[Undertaken]) -> tuple[tuple[Named, tuple[Undertaken, ...]], ...]:
    """Return assignments by who has them now, in order of names, each with what is due first.

    A name alone means the person of that name whom others name, where there is one.
    """
    grouped = together((one.assignment.to_now, one) for one in found)
    return tuple((who, by_due(mine)) for who, mine in grouped)


def together(found: Iterable[tuple[Named, T]]) -> tuple[tuple[Named, tuple[T, ...]], ...]:
    """Return things by whose they are, in order of names, as `by_owner` knows people."""
    as_named: dict[Named, list[T]] = {}
    for who, one in found:
        as_named.setdefault(who, []).append(one)
    people: dict[str, set[int]] = {}
    for who in as_named:
        if who.person is not None:
            people.setdefault(who.name.casefold(), set()).add(who.person)
    groups: dict[object, list[Named]] = {}
    for who in as_named:
        namesakes = people.get(who.name.casefold(), set())
        alone = who.person is None and len(namesakes) == 1
        groups.setdefault(next(iter(namesakes)) if alone else who.person or str(who), []).append(who)
    named = (
        (_best_named(names), tuple(one for who in names for one in as_named[who]))
        for names in groups.values()
    )
    return tuple(sorted(named, key=lambda each: each[0].name.casefold()))


def _best_named(names: Sequence[Named]) -> Named:
    """Return the owner as the register knows them, where anything names them so."""
    return next((each for each in names if each.person is not None), names[0])


def given_at(found: Iterable[Undertaken], meeting_id: int) -> tuple[Undertaken, ...]:
    """Return those that were given at a meeting, as they were noted."""
    return tuple(one for one in found if one.meeting == meeting_id)


def open_before(found: Iterable[Undertaken], meeting_id: int, day: dt.date) -> tuple[Undertaken, ...]:
    """Return those that were given before the meeting of a day and are still open, by when they are due."""
    earlier = (one for one in found if one.meeting != meeting_id and (one.on is None or one.on <= day))
    return by_due(one for one in earlier if one.is_open)
