"""Whether an opinion was lodged in time: it is when it was lodged that counts, not when it was typed."""

from __future__ import annotations

import datetime as dt

from klubban.domain.decided import OpinionKind
from klubban.domain.meeting import Meeting, Stage


def is_late(
    meeting: Meeting, kind: OpinionKind, lodged_on: dt.date | None, lodged_at: dt.time | None
) -> bool:
    """Tell whether a reservation was lodged after the meeting's end (KL 4 kap. 27 §).

    On the last day only once the meeting is closed, and where both clock times are known.
    """
    if kind is not OpinionKind.RESERVATION or lodged_on is None:
        return False
    last_day = max(
        meeting.last_day, *(each.ends_on or meeting.date for each in meeting.recesses), meeting.date
    )
    if lodged_on != last_day:
        return lodged_on > last_day
    closed = meeting.stage not in (Stage.PLANNED, Stage.SUMMONED, Stage.IN_SESSION)
    return closed and lodged_at is not None and meeting.end is not None and lodged_at > meeting.end
