"""The meetings of all bodies as a plan shows them, and the papers that are awaited for them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, func, select

from klubban.domain.agenda import Paper
from klubban.domain.lead_times import dates_of
from klubban.domain.meeting import Outcome
from klubban.domain.planned import Awaited, Planned
from klubban.store import agenda_tables as a
from klubban.store import reads
from klubban.store import tables as t
from klubban.store.rows import kept, rows

_GONE = (Outcome.WITHDRAWN, Outcome.POSTPONED)


def planned(read: Connection, since: dt.date | None = None) -> tuple[Planned, ...]:
    """Return every meeting, or those from a day on, by date and start."""
    own = t.meeting.c
    summoned = select(func.min(a.sending.c.sent_on)).where(a.sending.c.meeting_id == own.id).scalar_subquery()
    names = ("id", "date", "place", "stage", "end_date", "papers_due", "cancelled_on", "cancelled_because")
    wanted = select(
        *(own[name] for name in names),
        own.body_id,
        own.starts,
        own.meeting_type_id,
        summoned.label("summoned_on"),
    ).order_by(own.date, own.starts, own.id)
    if since is not None:
        wanted = wanted.where(own.date >= since)
    return tuple(
        Planned(
            **kept(row, *names),
            body=row["body_id"],
            start=row["starts"],
            type=row["meeting_type_id"],
            summoned_on=row["summoned_on"],
        )
        for row in rows(read, wanted)
    )


def awaited(read: Connection, since: dt.date) -> tuple[Awaited, ...]:
    """Return the papers for items that are to be taken up at meetings from a day on."""
    meetings = {each.id: each for each in planned(read) if each.stands and each.date >= since}
    bodies = {body.id: body for body in reads.bodies(read)}
    names = ("id", "title", "sender", "due", "arrived", "approved", "approved_by")
    wanted = (
        select(a.paper, t.item.c.title.label("item_title"), t.item.c.meeting_id, t.item.c.outcome)
        .join(t.item, a.paper.c.item_id == t.item.c.id)
        .where(t.item.c.meeting_id.in_(meetings))
        .order_by(t.item.c.position, a.paper.c.position, a.paper.c.id)
    )
    found = []
    for row in rows(read, wanted):
        if row["outcome"] in _GONE:
            continue
        meeting = meetings[row["meeting_id"]]
        closes = dates_of(bodies[meeting.body], meeting.date, papers_due=meeting.papers_due).closes
        found.append(
            Awaited(
                paper=Paper(**kept(row, *names)),
                item=row["item_id"],
                title=row["item_title"],
                meeting=meeting,
                due=row["due"] or closes,
            )
        )
    return tuple(found)
