"""The assignments of a body, with where each was given."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, func, or_, select

from klubban.domain.assignment import Assignment, AssignmentStep, Report
from klubban.domain.undertaken import Undertaken
from klubban.store import follow_up_tables as f
from klubban.store import tables as t
from klubban.store.rows import Ids, Row, kept, many, named, named_or_none, parts, rows

# Made once: an alias costs more than the query that it is for.
_OF_ITEM, _OF_MEETING = t.meeting.alias("given_by_item"), t.meeting.alias("given_at")


def assignment_with(read: Connection, ids: Ids) -> Callable[[Row], Assignment]:
    """Return what makes assignments of their rows, with what was answered and happened since."""
    reports = many(
        parts(read, t.report, t.assignment, ids),
        lambda row: Report(**kept(row, "id", "date", "text", "by"), item=row["item_id"]),
    )
    steps = many(
        parts(read, f.assignment_step, t.assignment, ids),
        lambda row: AssignmentStep(
            **kept(row, "id", "kind", "day", "due", "reason", "between", "aims"),
            to=named_or_none(row, "to_"),
            taken_to=row["taken_to_id"],
            item=row["item_id"],
        ),
    )
    return lambda row: Assignment(
        **kept(row, "id", "key", "text", "due", "status", "cost", "given_on"),
        to=named(row),
        for_body=row["for_body_id"],
        body=row["body_id"],
        meeting=row["meeting_id"],
        item=row["item_id"],
        reports=reports(row["id"]),
        steps=steps(row["id"]),
    )


def undertaken(read: Connection, body_id: int) -> tuple[Undertaken, ...]:
    """Return all assignments of a body: by its items, its meetings or as its own, the oldest first."""
    own = t.assignment.c
    day = func.coalesce(_OF_ITEM.c.date, _OF_MEETING.c.date)
    found = (
        select(t.assignment, t.item.c.title, t.item.c.number, t.item.c.confidential)
        .add_columns(day.label("given_on"), func.coalesce(_OF_ITEM.c.id, _OF_MEETING.c.id).label("given_at"))
        .outerjoin(t.item, own.item_id == t.item.c.id)
        .outerjoin(_OF_ITEM, t.item.c.meeting_id == _OF_ITEM.c.id)
        .outerjoin(_OF_MEETING, own.meeting_id == _OF_MEETING.c.id)
        .where(or_(own.body_id == body_id, _OF_ITEM.c.body_id == body_id, _OF_MEETING.c.body_id == body_id))
        .order_by(day, t.item.c.position, own.position, own.id)
    )
    known = list(rows(read, found))
    one = assignment_with(read, [row["id"] for row in known])
    return tuple(
        Undertaken(
            assignment=one(row),
            meeting=row["given_at"],
            on=row["given_on"],
            item=row["title"] or "",
            number=row["number"],
            confidential=bool(row["confidential"]),
        )
        for row in known
    )
