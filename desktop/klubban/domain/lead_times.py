"""The dates before and after a meeting: papers in, summons out, announcement, verification."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from klubban.domain.body import Body
from klubban.domain.calendar import is_working_day
from klubban.domain.deadlines import verification_due
from klubban.domain.rules import BodyKind, DayCount

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """The last day for each; None where neither law nor the body's rules set one."""

    papers: date | None
    """Papers are in."""
    summons: date | None
    """The summons is out."""
    announced: date | None
    """The assembly's meeting is announced on the notice board (KL 5 kap. 13 §)."""
    verified: date | None
    """The protocol is verified, by the calendar (KL 5 kap. 69 §)."""

    @property
    def closes(self) -> date | None:
        """Return the last day for a matter to come in: with the papers, or else before the summons."""
        return self.papers or self.summons


def dates_of(
    body: Body, day: date, *, papers_due: date | None = None, last_day: date | None = None
) -> LeadTimes:
    """Return the dates of a meeting of a body that begins on a day, and ends on its last.

    Days counted by the calendar are not moved past days off: that rule extends limits, and these run
    backwards. Where no day is set for the summons, papers are counted from the meeting itself.
    """
    rules = body.rules
    assembly = body.kind is BodyKind.ASSEMBLY
    summons = days_before(day, rules.summons_days, rules.summons_count) if rules.summons_days else None
    if assembly:
        summons = min(summons or day, day - _WEEK)  # KL 5 kap. 15 §
    papers = papers_due
    if papers is None and rules.papers_days:
        papers = days_before(summons or day, rules.papers_days, rules.summons_count)
    return LeadTimes(
        papers=papers,
        summons=summons,
        announced=day - _WEEK if assembly else None,  # KL 5 kap. 13 §
        verified=verification_due(last_day or day).day if rules.verified else None,
    )


def days_before(day: date, count: int, counted: DayCount = DayCount.CALENDAR) -> date:
    """Return the day that is so many days, or working days, before another."""
    if counted is DayCount.CALENDAR:
        return day - count * _DAY
    for _step in range(count):
        day = weekday_before(day)
    return day


def weekday_before(day: date) -> date:
    """Return the nearest earlier working day: the last for an urgent matter (KL 5 kap. 14 §)."""
    day -= _DAY
    while not is_working_day(day):
        day -= _DAY
    return day
