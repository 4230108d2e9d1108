"""What a protocol still lacks before it is verified (KL 5 kap. 66–67 §§, and practice)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain.habits import Part

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from klubban.domain.body import Named
    from klubban.domain.meeting import Meeting


class PointKind(StrEnum):
    """What is pointed out, in the order in which it is told of one item."""

    NO_OUTCOME = "no_outcome"
    NO_DECISION = "no_decision"
    MOTION_INCOMPLETE = "motion_incomplete"
    MOTION_NOT_PUT = "motion_not_put"
    NOT_FOUND = "not_found"
    DIVISION_MEANINGS = "division_meanings"
    DIVISION_EMPTY = "division_empty"
    DIVISION_ANSWERS_MISSING = "division_answers_missing"
    DIVISION_NOT_SERVING = "division_not_serving"
    DIVISION_TIE = "division_tie"
    DIVISION_TOTALS = "division_totals"
    QUORUM = "quorum"
    AGAINST_RULE = "against_rule"
    VERIFIER_DISQUALIFIED = "verifier_disqualified"
    VERIFIER_ABSENT = "verifier_absent"
    VERIFIER_PRESIDED = "verifier_presided"
    RESERVED_WITHOUT_DECIDING = "reserved_without_deciding"
    RESERVATION_AWAITED = "reservation_awaited"
    RESERVATION_LATE = "reservation_late"
    NO_RECIPIENTS = "no_recipients"
    PLACEHOLDER = "placeholder"
    WRONG_WEEKDAY = "wrong_weekday"
    DATES_DISAGREE = "dates_disagree"
    SCRATCH = "scratch"
    STALE = "stale"
    NO_VERIFIERS = "no_verifiers"
    VERIFICATION_DAY = "verification_day"
    NOT_CLOSED = "not_closed"
    TIMES = "times"
    NUMBER_MISSING = "number_missing"
    NOBODY_PRESENT = "nobody_present"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is pointed out, and where it is put right: of the meeting where no item is named."""

    kind: PointKind
    item: int | None = None
    part: Part | None = None
    who: Named | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    """What the sentence needs besides, by name."""


def checklist(
    meeting: Meeting,
    today: dt.date,
    *,
    scratch: Mapping[int, int] | None = None,
    stale: Collection[tuple[int, Part]] = (),
) -> tuple[Point, ...]:
    """Return what is to be looked at before the verification: of the meeting, and then item by item.

    `scratch` says how many lines wait at an item; `stale` are the written texts, by item and part, that no
    longer agree with what was recorded.
    """
    raise NotImplementedError
