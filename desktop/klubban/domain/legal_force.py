"""Where a paragraph stands on its way to legal force, which no calendar alone gives it.

It follows from what the clerk noted: a court's answer, an appeal and what became of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain import deadlines, notices
from klubban.domain.afterwards import AppealStepKind
from klubban.domain.appeals import appeal_of
from klubban.domain.meeting import Appeal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from klubban.domain.afterwards import AppealStep
    from klubban.domain.meeting import Item, Meeting

ENDING = frozenset((AppealStepKind.DISMISSED, AppealStepKind.REJECTED, AppealStepKind.WITHDRAWN))
"""What an appeal can come to that leaves the decision as it is."""


class Standing(StrEnum):
    """Where a paragraph stands."""

    NOT_APPEALABLE = "not_appealable"
    NOT_VERIFIED = "not_verified"
    NOT_ANNOUNCED = "not_announced"
    """No notice is up by which the time for appeal runs out."""
    NOT_RECEIVED = "not_received"
    """No party got the decision as far as is known (FL 44 §)."""
    WAITING = "waiting"
    """The time for appeal goes on, to the end of `day`."""
    RUN_OUT = "run_out"
    """It is over since `day`; whether anybody has appealed is not known."""
    ASKED = "asked"
    """The court was asked on `day`."""
    APPEALED = "appealed"
    """Somebody has appealed, which was known on `day`, and nothing final has come."""
    IN_FORCE = "in_force"
    """It has legal force since `day`."""
    QUASHED = "quashed"
    """It was annulled, and nothing more can be appealed since `day`."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a paragraph stands, since or until which day, and by which step that is known."""

    standing: Standing
    day: date | None = None
    step: AppealStep | None = None

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more is awaited."""
        return self.standing in (Standing.NOT_APPEALABLE, Standing.IN_FORCE, Standing.QUASHED)


@dataclass(slots=True)
class _Known:
    """What the steps come to."""

    filed: dict[str, AppealStep] = field(default_factory=dict)
    """Appeals that nothing final has come of, by their numbers."""
    ended: AppealStep | None = None
    answer: AppealStep | None = None
    """That there was no appeal."""
    asked: AppealStep | None = None
    quashed: AppealStep | None = None


def last_day(meeting: Meeting, item: Item) -> date | None:
    """Return the last day for appeal against an item; None where no time runs, or none can be known.

    Of an administrative appeal each party has its own three weeks (FL 44 §); the last of them counts.
    """
    way = appeal_of(meeting, item)
    if way is Appeal.LEGALITY:
        notice = notices.notice_at(meeting, item)
        return notices.last_day(meeting, notice) if notice and notices.runs(meeting, notice) else None
    if way is Appeal.ADMINISTRATIVE:
        days = (deadlines.last_day_after_receipt(each.received_on) for each in item.receipts)
        return max(days, default=None)
    return None


def state_of(meeting: Meeting, item: Item, today: date) -> State:
    """Return where an item stands on a day. The calendar alone never makes it have legal force."""
    over = settled(meeting, item)
    if over:
        return over
    last = last_day(meeting, item)
    if last is None:
        return State(_not_begun(meeting, item))
    if today <= last:
        return State(Standing.WAITING, last)
    asked = _known(item.appeal_steps).asked
    if asked and asked.day > last:
        return State(Standing.ASKED, asked.day, asked)
    return State(Standing.RUN_OUT, deadlines.day_after(last))


def force_since(meeting: Meeting, item: Item) -> date | None:
    """Return the day since which an item has legal force; None where it has not, as far as was noted."""
    state = settled(meeting, item)
    return state.day if state and state.standing is Standing.IN_FORCE else None


def is_settled(meeting: Meeting, numbers: Iterable[int] | None = None) -> bool:
    """Tell whether all that can be appealed has legal force, or has fallen; not where nothing can be.

    Of all paragraphs, or of some.
    """
    wanted = None if numbers is None else set(numbers)
    items = [item for item in meeting.items if wanted is None or item.number in wanted]
    able = [item for item in items if appeal_of(meeting, item) is not Appeal.NONE]
    states = [settled(meeting, item) for item in able]
    return bool(able) and all(state is not None and state.is_over for state in states)


def open_appeals(item: Item) -> tuple[AppealStep, ...]:
    """Return the appeals against an item that nothing final has come of."""
    return tuple(_known(item.appeal_steps).filed.values())


def settled(meeting: Meeting, item: Item) -> State | None:  # noqa: PLR0911 - a standing a line
    """Return where an item stands for all that the calendar says, or None where that is not known."""
    if appeal_of(meeting, item) is Appeal.NONE:
        return State(Standing.NOT_APPEALABLE)
    known = _known(item.appeal_steps)
    if known.quashed:
        return State(Standing.QUASHED, known.quashed.day, known.quashed)
    if known.filed:
        latest = [*known.filed.values()][-1]
        return State(Standing.APPEALED, latest.day, latest)
    last = last_day(meeting, item)
    if last is None:
        return None
    # Before the last day has ended anybody may still appeal, whatever was answered or has ended.
    if known.ended and known.ended.day > last:
        return State(Standing.IN_FORCE, known.ended.day, known.ended)
    if known.answer and known.answer.day > last:
        return State(Standing.IN_FORCE, deadlines.day_after(last), known.answer)
    return None


def _not_begun(meeting: Meeting, item: Item) -> Standing:
    """Return why no time for appeal runs."""
    if not meeting.is_fixed(item):
        return Standing.NOT_VERIFIED
    legality = appeal_of(meeting, item) is Appeal.LEGALITY
    return Standing.NOT_ANNOUNCED if legality else Standing.NOT_RECEIVED


def _known(steps: Iterable[AppealStep]) -> _Known:
    known = _Known()
    for step in steps:
        if step.kind is AppealStepKind.ASKED:
            known.asked = step
        elif step.kind is AppealStepKind.NONE_FILED:
            known.answer = step
        elif step.kind is AppealStepKind.FILED:
            known.filed[step.case_number or ""] = step
        elif step.kind is AppealStepKind.QUASHED and step.final:
            known.quashed = step
        elif step.kind in ENDING and step.final:
            _end(known, step)
    return known


def _end(known: _Known, step: AppealStep) -> None:
    """Let one appeal be over: that of the step's number, or the only one."""
    if len(known.filed) == 1:
        known.filed.clear()
    else:
        known.filed.pop(step.case_number or "", None)
    if not known.filed:
        known.ended = step
