"""On which days duties of some months are, or were, on an agenda."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import Connection, or_, select

from klubban.domain.meeting import Outcome, Stage
from klubban.store import tables as t
from klubban.store.rows import rows

_OFF = (Outcome.WITHDRAWN, Outcome.POSTPONED)
_BEFORE = (Stage.PLANNED, Stage.SUMMONED)


def treated(read: Connection, today: date) -> dict[int, tuple[date, ...]]:
    """Return, by standing item, the days of meetings that took it up, or are to do so.

    A meeting that is cancelled, or whose day passed without its being opened, did not.
    """
    item, meeting = t.item.c, t.meeting.c
    wanted = (
        select(item.standing_item_id, meeting.date)
        .join(t.meeting, item.meeting_id == meeting.id)
        .where(item.standing_item_id.is_not(None), meeting.cancelled_on.is_(None))
        .where(or_(item.outcome.is_(None), item.outcome.not_in(_OFF)))
        .where(or_(meeting.date >= today, meeting.stage.not_in(_BEFORE)))
    )
    found: dict[int, list[date]] = defaultdict(list)
    for row in rows(read, wanted.order_by(meeting.date)):
        found[row["standing_item_id"]].append(row["date"])
    return {id_: tuple(days) for id_, days in found.items()}
