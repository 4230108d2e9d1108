"""What was sent to whom around a meeting, and when they said that they had read it."""

from __future__ import annotations

import datetime as dt
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
