"""What became of a matter at the meetings of the bodies it came to, in turn."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain.agenda import Delegated, ItemKind
from klubban.domain.meeting import Matter, Outcome
from klubban.domain.rules import BodyKind

if TYPE_CHECKING:
    from klubban.domain.matter_since import Noted

_HANDED_ON = re.compile(
    r"(?i)(?:^|[.!]\s+)(?!beslut|protokoll)[^.]*?\b(?:"
    r"(?:åter)?remittera[rs]?\b|hänskjut(?:er|as|s|a)?\b|i uppdrag att bereda\b"
    r"|(?:överlämna|översänd|sänd|skicka|lämna[rs]?\b)\w*\b[^.]*"
    r"\b(?:beredning|yttrande|remiss|handläggning|för beslut|för avgörande)"
    r"|yttrande\w*\b[^.]*\b(?:överlämna[rs]?|översänd(?:er|as|s)?)\b)"
)
"""How protocols say that a matter goes on to somebody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """A matter at one meeting: as much of the item as a history tells."""

    item: int
    meeting: int
    body: int
    body_name: str
    date: dt.date
    start: dt.time | None = None
    title: str
    number: int | None = None
    """Its paragraph."""
    place: int
    """Which item of the agenda it is, counted from 1."""
    kind: ItemKind | None = None
    outcome: Outcome | None = None
    decision: str = ""
    """What was decided, on one line; or what was proposed to another body."""
    proposes_to: tuple[str, ...] = ()
    refers: bool = False
    """Others are asked for their opinion, in a referral of its own."""
    withdrawn: bool = False
    """It was on the agenda and was not taken up, or its meeting is not held."""
    body_kind: BodyKind = BodyKind.COMMITTEE
    confidential: bool = False
    public_title: str | None = None
    """What it is called where it may not be told what it is about."""

    @property
    def hands_on(self) -> bool:
        """Tell whether what was decided there is that others go on with it: prepare, propose or decide."""
        return self.refers or bool(self.proposes_to) or bool(_HANDED_ON.search(self.decision))

    @property
    def order(self) -> tuple[dt.date, dt.time, int, int]:
        """Return what sorts items of several meetings as they came."""
        return self.date, self.start or dt.time.min, self.meeting, self.place


class Happened(StrEnum):
    """What an event of a matter's history is."""

    RAISED = "raised"
    HANDLED = "handled"
    DELEGATED = "delegated"
    CLOSED = "closed"
    NOTED = "noted"
    """Beside the meetings: see domain/matter_since.py."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a matter on a day; `handled`, `delegated` or `noted` says more."""

    day: dt.date
    happened: Happened
    handled: Handled | None = None
    delegated: Delegated | None = None
    noted: Noted | None = None


def events(
    matter: Matter,
    handled: Iterable[Handled],
    delegated: Iterable[Delegated],
    noted: Iterable[Noted] = (),
) -> tuple[Event, ...]:
    """Return a matter's line of events, the first one first; what has no day is left out.

    On one day, what was done at a meeting stands before what came out of it.
    """
    found: list[Event] = []
    if matter.submission and matter.submission.date:
        found.append(Event(day=matter.submission.date, happened=Happened.RAISED))
    found += [
        Event(day=each.date, happened=Happened.HANDLED, handled=each)
        for each in sorted(handled, key=lambda one: one.order)
    ]
    found += [
        Event(day=each.on, happened=Happened.DELEGATED, delegated=each)
        for each in delegated
        if each.on and same_number(each.registry_number, matter.registry_number)
    ]
    found += [Event(day=each.day, happened=Happened.NOTED, noted=each) for each in noted]
    if matter.closed:
        found.append(Event(day=matter.closed, happened=Happened.CLOSED))
    return tuple(sorted(found, key=lambda event: event.day))


def is_secret(handled: Sequence[Handled]) -> bool:
    """Tell whether no list tells what a matter is about, as was so when it was last taken up."""
    return bool(handled) and handled[-1].confidential


def shown(matter: Matter, handled: Sequence[Handled], neutral: str) -> Matter:
    """Return a matter as lists may tell of it: a secret one by its public title, or else a neutral one."""
    if not is_secret(handled):
        return matter
    submission = matter.submission and replace(matter.submission, by=None)
    title = handled[-1].public_title or neutral
    return replace(matter, title=title, submission=submission, closed_because=None)


def is_open(matter: Matter, handled: Iterable[Handled], day: dt.date) -> bool:
    """Tell whether somebody is still to go on with a matter, as far as its items tell on a day."""
    if matter.closed is not None:
        return False
    taken_up = [each for each in handled if not each.withdrawn]
    if not taken_up or any(each.date > day for each in taken_up):
        return True
    last = max(taken_up, key=lambda each: each.order)
    return last.outcome in (None, Outcome.POSTPONED, Outcome.REFERRED_BACK) or last.hands_on


def plain_number(number: str | None) -> str:
    """Return a registry number as it is compared: without spaces and case."""
    return "".join((number or "").split()).casefold()


def same_number(one: str | None, other: str | None) -> bool:
    """Tell whether two registry numbers are the same; nothing is the same as nothing."""
    return bool(plain_number(one)) and plain_number(one) == plain_number(other)
