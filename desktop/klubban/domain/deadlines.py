"""The dates that the law sets for verification, notice and appeal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from klubban.domain.calendar import next_working_day

VERIFICATION_DAYS = 14  # KL 5 kap. 69 §
NOTICE_DAYS = 2  # KL 8 kap. 12 §
APPEAL_WEEKS = 3  # KL 13 kap. 5 §


@dataclass(frozen=True, slots=True)
class Due:
    """A last day: by the calendar, and as lag (1930:173) 2 § would extend it past a day off.

    It is unsettled whether that act extends the municipality's own limits, so both are shown: the calendar's
    day warns, the extended one is the failure.
    """

    day: date
    extended: date


def _due(day: date) -> Due:
    return Due(day, next_working_day(day))


def verification_due(meeting_ends: date) -> Due:
    """Return the last day for verification: the fourteenth after the meeting (KL 5 kap. 69 §)."""
    return _due(meeting_ends + timedelta(days=VERIFICATION_DAYS))


def notice_due(verified: date) -> Due:
    """Return the last day for the notice: the second after verification (KL 8 kap. 12 §)."""
    return _due(verified + timedelta(days=NOTICE_DAYS))


def last_day_for_appeal(posted: date) -> date:
    """Return the last day for legality review: three weeks from the notice (KL 13 kap. 5 §).

    Time in weeks ends on the weekday of the same name (lag 1930:173 1 §), moved past days off (2 §).
    """
    return next_working_day(posted + timedelta(weeks=APPEAL_WEEKS))


def earliest_removal(posted: date) -> date:
    """Return the first day the notice may come down: after the last for appeal (KL 8:12, 13:5)."""
    return day_after(last_day_for_appeal(posted))


def day_after(day: date) -> date:
    """Return the next day, by the calendar."""
    return day + timedelta(days=1)


def last_day_after_receipt(received: date) -> date:
    """Return the last day for a party's appeal: three weeks from when it got the decision (FL 44 §)."""
    return next_working_day(received + timedelta(weeks=APPEAL_WEEKS))
