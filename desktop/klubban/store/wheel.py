"""The wheel of all bodies: what comes in some months, and the days on which it was, or is to be, taken up."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from klubban.domain.agenda import StandingItem
from klubban.domain.meeting import Outcome, Stage
from klubban.store import agenda_tables as a
from klubban.store import tables as t
from klubban.store.rows import kept, rows

_OFF = (Outcome.WITHDRAWN, Outcome.POSTPONED)
_BEFORE = (Stage.PLANNED, Stage.SUMMONED)


@dataclass(frozen=True, slots=True)
class Wheel:
    """What the wheels of all bodies have, and when it was taken up."""

    duties: Mapping[int, tuple[StandingItem, ...]]
    """By body."""
    treated: Mapping[int, tuple[dt.date, ...]]
    """By duty, the days of agendas with it, from the first of January on."""
    begun: Mapping[int, dt.date]
    """By body, the day of its first meeting in the file."""


def wheel(read: Connection, today: dt.date) -> Wheel:
    """Return what is due in some months in the year of a day, in three queries."""
    own, item, meeting = a.standing_item.c, t.item.c, t.meeting.c
    names = ("id", "title", "kind", "minutes", "presenters", "proposal", "months", "source", "closing")
    wanted = select(a.standing_item).where(own.months != ()).order_by(own.body_id, own.position, own.id)
    duties: dict[int, list[StandingItem]] = defaultdict(list)
    for row in rows(read, wanted):
        duties[row["body_id"]].append(StandingItem(**kept(row, *names), meeting_type=row["meeting_type_id"]))
    ids = [each.id for found in duties.values() for each in found]
    taken = (
        select(item.standing_item_id, meeting.date)
        .join(t.meeting, item.meeting_id == meeting.id)
        .where(item.standing_item_id.in_(ids), meeting.cancelled_on.is_(None))
        .where(or_(item.outcome.is_(None), item.outcome.not_in(_OFF)))
        .where(or_(meeting.date >= today, meeting.stage.not_in(_BEFORE)))
        .where(meeting.date >= dt.date(today.year, 1, 1))
        .order_by(meeting.date)
    )
    treated: dict[int, list[dt.date]] = defaultdict(list)
    for id_, day in read.execute(taken) if ids else ():
        treated[id_].append(day)
    first = select(meeting.body_id, func.min(meeting.date)).where(meeting.cancelled_on.is_(None))
    begun = {row[0]: row[1] for row in read.execute(first.group_by(meeting.body_id))}
    return Wheel(
        {body: tuple(found) for body, found in duties.items()},
        {id_: tuple(days) for id_, days in treated.items()},
        begun,
    )
