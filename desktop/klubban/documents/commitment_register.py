"""Which plans and promises a list holds, and what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain.commitment import CommitmentKind

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.body import Body, Organisation
    from klubban.domain.commitment import Commitment
    from klubban.domain.noted_at import NotedAt
    from klubban.i18n import Texts


class Sort(StrEnum):
    """Which list it is."""

    ACTIVITIES = "activities"
    PROMISES = "promises"
    STEERING = "steering"
    RECOMMENDATIONS = "recommendations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What is listed, as seen on a day."""

    sort: Sort
    organisation: Organisation
    body: Body
    found: tuple[Commitment, ...]
    day: date
    at: Mapping[int, NotedAt] = field(default_factory=dict)
    """Where something was noted, by item."""
    left_out: bool | None = None
    """Of a public version: whether something is left out."""


def title(sort: Sort, texts: Texts) -> str:
    """Return what a list is called."""
    names = {
        Sort.ACTIVITIES: texts.gettext("Activities and how they stand"),
        Sort.PROMISES: texts.gettext("Citizen promises and how they were kept"),
        Sort.STEERING: texts.gettext("Steering documents by when they are looked at again"),
        Sort.RECOMMENDATIONS: texts.gettext("Recommendations and how they were answered"),
    }
    return names[sort]


def belongs(sort: Sort, one: Commitment) -> bool:
    """Tell whether a plan is in a list; what is closed is in that of promises and recommendations alone."""
    if sort is Sort.ACTIVITIES:
        return bool(one.activities) and one.closed_on is None
    if sort is Sort.STEERING:
        return one.kind is CommitmentKind.STEERING_DOCUMENT and one.closed_on is None
    wanted = CommitmentKind.PROMISE if sort is Sort.PROMISES else CommitmentKind.RECOMMENDATION
    return one.kind is wanted


def nothing(sort: Sort, texts: Texts) -> str:
    """Return that there is nothing to list."""
    lines = {
        Sort.ACTIVITIES: texts.gettext("No activities are planned."),
        Sort.PROMISES: texts.gettext("No promises were made."),
        Sort.STEERING: texts.gettext("No steering documents are watched."),
        Sort.RECOMMENDATIONS: texts.gettext("There are no recommendations to answer."),
    }
    return lines[sort]
