"""What is counted of coming meetings, and of how many came to those that were: a query for each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from klubban.domain.body import Body, Person
from klubban.domain.meeting import AttendsAs, Outcome
from klubban.domain.overview import Overview, overview
from klubban.domain.roll import OnRollAs
from klubban.store import agenda_tables as a
from klubban.store import presence, reads
from klubban.store import tables as t
from klubban.store.rows import rows

_YEAR, _MOST = dt.timedelta(days=365), 12
_LEAST = 3
"""Of fewer meetings nothing is said."""
_GONE = (Outcome.WITHDRAWN, Outcome.POSTPONED)
_SEATS = tuple(each for each in OnRollAs if each.has_seat)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted of some meetings, by their ids; none is missing."""

    items: dict[int, int]
    lacking: dict[int, int]
    absent: dict[int, int]


def counted(read: Connection, meetings: Sequence[int]) -> Counted:
    """Return how many items, papers that have not come and told absences some meetings have."""
    item, paper = t.item.c, a.paper.c
    kept = or_(item.outcome.is_(None), item.outcome.not_in(_GONE))
    items = select(item.meeting_id, func.count()).where(item.meeting_id.in_(meetings), kept)
    papers = (
        select(item.meeting_id, func.count())
        .join(a.paper, paper.item_id == item.id)
        .where(item.meeting_id.in_(meetings), kept, paper.arrived.is_(None))
    )
    away = select(t.absence.c.meeting_id, func.count()).where(t.absence.c.meeting_id.in_(meetings))
    return Counted(
        _counts(read, items.group_by(item.meeting_id)),
        _counts(read, papers.group_by(item.meeting_id)),
        _counts(read, away.group_by(t.absence.c.meeting_id)),
    )


def _counts(read: Connection, wanted: Select[Any]) -> dict[int, int]:
    return defaultdict(int, ((row[0], row[1]) for row in read.execute(wanted)))


def attended(read: Connection, today: dt.date, bodies: Mapping[int, Body]) -> Overview | None:
    """Return how members came to the last meetings, within a year, of the body where the fewest do."""
    first = today - _YEAR
    body = seldom_full(read, first, today, tuple(bodies))
    if body is None:
        return None
    held = presence.held(read, first, today, body)[-_MOST:]
    days = (held[0].day, held[-1].day) if held else (first, today)
    seats = reads.seats(read, body)
    own = select(t.person).where(t.person.c.id.in_({each.person for each in seats} - {None}))
    people = [Person(**row) for row in rows(read, own)]
    return overview(bodies[body], seats, people, held, days)


def seldom_full(read: Connection, first: dt.date, last: dt.date, bodies: Sequence[int]) -> int | None:
    """Return the body to whose meetings in a period the smallest part of its members came; None for none.

    Of bodies that met three times or more, and have a number of seats. A count: what is told of the body is
    derived as statistics are.
    """
    meeting, came, line = t.meeting.c, t.attendance.c, t.roll_line.c
    within = meeting.date.between(first, last) & meeting.cancelled_on.is_(None)
    noted = (
        select(meeting.body_id, meeting.id, func.count())
        .join(t.attendance, came.meeting_id == meeting.id)
        .where(within, came.attends_as == AttendsAs.MEMBER)
        .group_by(meeting.id)
    )
    called = (
        select(meeting.body_id, meeting.id, func.count(line.id.distinct()))
        .join(t.roll_line, line.meeting_id == meeting.id)
        .join(t.stay, t.stay.c.roll_line_id == line.id)
        .where(within, line.role.in_(_SEATS))
        .group_by(meeting.id)
    )
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for wanted in (noted, called):
        for body, id_, present in read.execute(wanted):
            found[body][id_] = present
    seats = {row.id: row.seats for row in read.execute(select(t.body.c.id, t.body.c.seats))}
    shares = {
        body: sum(held.values()) / (len(held) * (seats[body] or 0))
        for body, held in found.items()
        if body in bodies and len(held) >= _LEAST and seats[body]
    }
    return min(shares, key=lambda body: shares[body], default=None)
