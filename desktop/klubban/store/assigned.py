"""The assignments of a body or of all, with where each was given and whether anybody answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from klubban.domain.assignment import Assignment, AssignmentStatus, AssignmentStep, Report, StepKind
from klubban.domain.body import Named
from klubban.domain.meeting import Stage
from klubban.domain.undertaken import OwnerLeft, Undertaken, left_on, meetings_without_answer
from klubban.store import follow_up_tables as f
from klubban.store import tables as t
from klubban.store.rows import Ids, Row, kept, many, named, named_or_none, parts, rows
from klubban.store.secrecy import secret_items

NOT_HELD = (Stage.PLANNED, Stage.SUMMONED, Stage.IN_SESSION)
# Made once: an alias costs more than the query that it is for.
_OF_ITEM, _OF_MEETING = t.meeting.alias("given_by_item"), t.meeting.alias("given_at")
_GIVEN_BY: ColumnElement[int] = func.coalesce(
    t.assignment.c.body_id, _OF_ITEM.c.body_id, _OF_MEETING.c.body_id
)


def assignment_with(read: Connection, ids: Ids) -> Callable[[Row], Assignment]:
    """Return what makes assignments of their rows, with what was answered and happened since."""
    reports = many(
        parts(read, t.report, t.assignment, ids),
        lambda row: Report(**kept(row, "id", "date", "text", "by"), item=row["item_id"]),
    )
    steps = many(parts(read, f.assignment_step, t.assignment, ids), step_of)
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


def step_of(row: Row) -> AssignmentStep:
    """Return what happened to an assignment, of its row."""
    return AssignmentStep(
        **kept(row, "id", "kind", "day", "due", "reason", "between", "aims"),
        to=named_or_none(row, "to_"),
        taken_to=row["taken_to_id"],
        item=row["item_id"],
    )


def everything(
    read: Connection,
    body_id: int | None = None,
    *,
    open_only: bool = False,
    today: date | None = None,
) -> tuple[Undertaken, ...]:
    """Return the assignments that a body gave, or that are reported to it, or all; the oldest first.

    By its items, its meetings or as its own. A fixed number of queries. What follows from the days since
    is told as it is on `today`, or as far as meetings were held.
    """
    own = t.assignment.c
    wanted = _with_origin()
    if body_id is not None:
        wanted = wanted.where(or_(_GIVEN_BY.is_(body_id), own.for_body_id == body_id))
    if open_only:
        wanted = wanted.where(own.status == AssignmentStatus.OPEN)
    return _made(read, list(rows(read, wanted)), today)


def one_undertaken(read: Connection, assignment_id: int, today: date | None = None) -> Undertaken:
    """Return one assignment; raises LookupError for one that is not there."""
    return some_undertaken(read, (assignment_id,), today)[0]


def some_undertaken(
    read: Connection, ids: Iterable[int], today: date | None = None
) -> tuple[Undertaken, ...]:
    """Return assignments, each once, in the order of their ids; raises LookupError for one not there."""
    wanted = tuple(dict.fromkeys(ids))
    found = list(rows(read, _with_origin().where(t.assignment.c.id.in_(wanted))))
    known = {one.assignment.id: one for one in _made(read, found, today)}
    for missing in wanted:
        if missing not in known:
            raise LookupError(missing)
    return tuple(known[each] for each in wanted)


def done_at(read: Connection, meeting_id: int) -> dict[int, tuple[Assignment, ...]]:
    """Return, by the item of a meeting, the assignments that were noted as done at it and are."""
    step, own = f.assignment_step.c, t.assignment
    wanted = (
        select(own, step.item_id.label("done_at"))
        .join(f.assignment_step, step.assignment_id == own.c.id)
        .join(t.item, step.item_id == t.item.c.id)
        .where(t.item.c.meeting_id == meeting_id, step.kind == StepKind.DONE)
        .where(own.c.status == AssignmentStatus.DONE)
        .order_by(own.c.id)
    )
    known = list(rows(read, wanted))
    one = assignment_with(read, [row["id"] for row in known])
    found: dict[int, list[Assignment]] = defaultdict(list)
    for row in known:
        found[row["done_at"]].append(one(row))
    return {item: tuple(done) for item, done in found.items()}


def owner_remarks(read: Connection, body_id: int | None, who: Named, day: date) -> tuple[OwnerLeft, ...]:
    """Return what should be known before somebody gets an assignment of a body: that they left it."""
    if body_id is None or who.person is None:
        return ()
    left = left_on(_ends_of_seats(read).get((body_id, who.person), ()), day)
    name = read.execute(select(t.body.c.name).where(t.body.c.id == body_id)).scalar_one()
    return () if left is None else (OwnerLeft(who, name, left),)


def _with_origin() -> Select[Any]:
    own, day = t.assignment.c, func.coalesce(_OF_ITEM.c.date, _OF_MEETING.c.date, t.assignment.c.given_on)
    walk = select(f.observation.c.walk_id).where(f.observation.c.assignment_id == own.id).limit(1)
    return (
        select(t.assignment, t.item.c.title, t.item.c.number, t.item.c.confidential, t.item.c.public_title)
        .add_columns(t.item.c.matter_id, walk.scalar_subquery().label("walk_id"))
        .add_columns(day.label("given_day"), _GIVEN_BY.label("given_by"))
        .add_columns(func.coalesce(_OF_ITEM.c.id, _OF_MEETING.c.id).label("given_at"))
        .outerjoin(t.item, own.item_id == t.item.c.id)
        .outerjoin(_OF_ITEM, t.item.c.meeting_id == _OF_ITEM.c.id)
        .outerjoin(_OF_MEETING, own.meeting_id == _OF_MEETING.c.id)
        .order_by(day, t.item.c.position, own.position, own.id)
    )


def _made(read: Connection, known: list[Row], today: date | None) -> tuple[Undertaken, ...]:
    one = assignment_with(read, [row["id"] for row in known])
    held, ends, secret = _held(read, today), _ends_of_seats(read), secret_items(read)
    made = []
    for row in known:
        each = one(row)
        days = held.get(each.for_body or row["given_by"], ())
        to, day = each.to_now, today or max(days, default=None)
        seats = ends.get((row["given_by"], to.person or 0), ()) if each.is_open and day else ()
        made.append(
            Undertaken(
                assignment=each,
                body=row["given_by"],
                meeting=row["given_at"],
                on=row["given_day"],
                item=row["title"] or "",
                number=row["number"],
                confidential=bool(row["confidential"]),
                public_title=row["public_title"],
                matter=row["matter_id"],
                walk=row["walk_id"],
                meetings_without_answer=meetings_without_answer(each, row["given_day"], days),
                owner_left=left_on(seats, day) if day else None,
                told_in_secret=secret.intersection(each.told_at) if secret else secret,
            )
        )
    return tuple(made)


def _held(read: Connection, today: date | None) -> dict[int, list[date]]:
    """Return by body the days of the meetings that were held, the earliest first."""
    own = t.meeting.c
    wanted = select(own.body_id, own.date).where(own.cancelled_on.is_(None), own.stage.not_in(NOT_HELD))
    if today is not None:
        wanted = wanted.where(own.date <= today)
    found: dict[int, list[date]] = defaultdict(list)
    for body, day in read.execute(wanted.order_by(own.date)).all():
        found[body].append(day)
    return found


def _ends_of_seats(read: Connection) -> dict[tuple[int, int], list[date | None]]:
    """Return by body and person when the seats end that somebody had or has."""
    own = t.seat.c
    wanted = select(own.body_id, own.person_id, own.to_date).where(own.person_id.is_not(None))
    found: dict[tuple[int, int], list[date | None]] = defaultdict(list)
    for body, person, end in read.execute(wanted).all():
        found[body, person].append(end)
    return found
