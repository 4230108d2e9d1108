"""Assignments: what somebody undertook or was told to do, as it was minuted, and what happened since."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from klubban.domain.body import Named
from klubban.domain.text import Blocks


class AssignmentStatus(StrEnum):
    """Where an assignment stands."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class StepKind(StrEnum):
    """What happened to an assignment after it was given."""

    REMINDED = "reminded"
    MOVED = "moved"
    """It has another day."""
    HANDED = "handed"
    """Somebody else has it."""
    STUCK = "stuck"
    """It gets no further: parties or aims conflict, and perhaps a body is to say."""
    FREED = "freed"
    """It is no longer stuck."""
    DONE = "done"
    CANCELLED = "cancelled"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was answered about an assignment, between meetings or at one."""

    id: int
    date: dt.date
    text: Blocks
    by: str | None = None
    item: int | None = None
    """The item at which it was told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentStep:
    """One thing that happened to an assignment."""

    id: int
    kind: StepKind
    day: dt.date
    due: dt.date | None = None
    """The new day, of one that was moved; None for no day."""
    to: Named | None = None
    """Who has it now, of one that was handed over."""
    reason: str | None = None
    between: tuple[str, ...] = ()
    """Whom it is stuck between."""
    aims: str | None = None
    """Which aims conflict."""
    taken_to: int | None = None
    """Id of the body that is to say how it goes on."""
    item: int | None = None
    """The item at which it happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What somebody undertook or was told to do, by when.

    `to` and `due` are as they were given, which a verified protocol keeps; `to_now` and `due_now` are what
    holds since it was handed over or moved.
    """

    id: int
    to: Named
    text: str
    key: str | None = None
    due: dt.date | None = None
    status: AssignmentStatus = AssignmentStatus.OPEN
    reports: tuple[Report, ...] = ()
    steps: tuple[AssignmentStep, ...] = ()
    """In the order in which they were noted."""
    cost: str | None = None
    """At whose cost."""
    for_body: int | None = None
    """Id of the body that it is reported to, where that is not the one that gave it."""
    given_on: dt.date | None = None
    """When it was given, where no meeting says so."""
    body: int | None = None
    meeting: int | None = None
    item: int | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether it is neither done nor cancelled."""
        return self.status is AssignmentStatus.OPEN

    @property
    def to_now(self) -> Named:
        """Return who has it now."""
        if not self.steps:  # as nearly all: thousands are listed at once
            return self.to
        return next((step.to for step in reversed(self.steps) if step.to is not None), self.to)

    def to_on(self, day: dt.date) -> Named:
        """Return who had it at the end of a day."""
        return next((step.to for step in reversed(self.steps) if step.to and step.day <= day), self.to)

    @property
    def due_now(self) -> dt.date | None:
        """Return by when it is to be done, as it was last moved."""
        if not self.steps:
            return self.due
        moved = next((step for step in reversed(self.steps) if step.kind is StepKind.MOVED), None)
        return self.due if moved is None else moved.due

    @property
    def called(self) -> str:
        """Return it on one line, as lists begin: `Kommundirektören: utreda belysningen.`."""
        words = " ".join(self.text.split()).removesuffix(".")
        return f"{self.to_now}: {words}."

    @property
    def answered_on(self) -> dt.date | None:
        """Return when something was last told of it: a report, or what was noted but for reminders."""
        steps = (each.day for each in self.steps if each.kind is not StepKind.REMINDED)
        return max((*(each.date for each in self.reports), *steps), default=None)

    @property
    def told_at(self) -> frozenset[int]:
        """Return the ids of the items at which something was told of it."""
        items = (*(each.item for each in self.reports), *(each.item for each in self.steps))
        return frozenset(each for each in items if each is not None)

    def untold(self, items: frozenset[int]) -> Assignment:
        """Return it without what was told at some items: reports, reasons, and that it got stuck."""
        if self.told_at.isdisjoint(items):
            return self
        reports = tuple(each for each in self.reports if each.item not in items)
        steps = tuple(
            replace(each, reason=None) if each.item in items else each
            for each in self.steps
            if each.kind is not StepKind.STUCK or each.item not in items
        )
        return replace(self, reports=reports, steps=steps)

    @property
    def stuck(self) -> AssignmentStep | None:
        """Return how an open one is stuck, if it is."""
        for step in reversed(self.steps) if self.is_open else ():
            if step.kind in (StepKind.STUCK, StepKind.FREED):
                return step if step.kind is StepKind.STUCK else None
        return None
