"""What was sent to whom around a meeting, and when they said that they had read it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Named


class Circulates(StrEnum):
    """What was sent."""

    SUMMONS = "summons"
    SUPPLEMENT = "supplement"
    DRAFT = "draft"
    NOTES = "notes"
    PROTOCOL = "protocol"
    ASSIGNMENTS = "assignments"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulated:
    """That somebody was sent something, and whether they said that they read it."""

    id: int
    who: Named
    what: Circulates
    sent_on: dt.date
    email: str | None = None
    read_on: dt.date | None = None
    read_how: str | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """One thing that was sent on a day, and to whom."""

    what: Circulates
    sent_on: dt.date
    to: tuple[Circulated, ...]

    @property
    def read(self) -> tuple[Circulated, ...]:
        """Return those who said that they read it."""
        return tuple(each for each in self.to if each.read_on is not None)

    @property
    def unread(self) -> tuple[Circulated, ...]:
        """Return those of whom that is not known."""
        return tuple(each for each in self.to if each.read_on is None)


def reached(found: Iterable[Circulated], *kinds: Circulates) -> tuple[Reached, ...]:
    """Return what was sent, of all kinds or of some, the latest first."""
    groups: dict[tuple[Circulates, dt.date], list[Circulated]] = {}
    for each in found:
        if not kinds or each.what in kinds:
            groups.setdefault((each.what, each.sent_on), []).append(each)
    ordered = sorted(groups, key=lambda key: key[1], reverse=True)
    return tuple(Reached(*key, tuple(groups[key])) for key in ordered)
