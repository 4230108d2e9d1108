"""The open assignments as the overview needs them: many at once, and of each as little as it tells.

A list of 5,000 is read whole in `assigned`; here a tenth of that time is all there is.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select
from sqlalchemy.dialects.sqlite import dialect

from klubban.domain.assignment import Assignment, AssignmentStatus, AssignmentStep, Report
from klubban.domain.body import Named
from klubban.domain.glance import Far
from klubban.domain.undertaken import Undertaken, meetings_without_answer
from klubban.store import follow_up_tables as f
from klubban.store import tables as t
from klubban.store.assigned import NOT_HELD, step_of
from klubban.store.rows import rows
from klubban.store.types import Unreadable

_DIALECT = dialect()


def pending(read: Connection, today: date, until: date = date.max) -> tuple[Undertaken, ...]:
    """Return the open assignments but for those that are `far`, in four queries.

    Of what was answered they have the last day alone, and of the item that gave them its number.
    """
    steps, answered, held = _steps(read), _answered(read, until), _held(read, today)
    found = _plain(read, _open(), until)
    return tuple(_made(row, steps, answered, held, today) for row in found)


def far(read: Connection, until: date) -> tuple[Far, ...]:
    """Return the open ones that are due after a day and that nothing happened to, none of them confidential.

    In one query, and of each no more than is counted: most of what is open is so.
    """
    return tuple(
        Far(id_, Named(name, party, person), _read_day(due), _day(on), body, for_body or body)
        for id_, name, party, person, due, for_body, body, on in _plain(read, _later(), until)
    )


def _made(
    row: Sequence[Any],
    steps: Mapping[int, list[AssignmentStep]],
    answered: Mapping[int, date],
    held: Mapping[int, list[date]],
    today: date,
) -> Undertaken:
    id_, text, name, party, person, due, for_body, number, hidden, title, given_by, given = row
    due, given = _day(due), _day(given)
    last = answered.get(id_)
    assignment = Assignment(
        id=id_,
        to=Named(name, party, person),
        text=text,
        due=due,
        for_body=for_body,
        reports=(Report(id=0, date=last, text=()),) if last else (),
        steps=tuple(steps.get(id_, ())),
    )
    days, now = held.get(for_body or given_by, ()), assignment.due_now if id_ in steps else due
    may_be_asked = bool(days) and (now is None or now <= today)
    return Undertaken(
        assignment=assignment,
        body=given_by,
        on=given,
        number=number,
        confidential=bool(hidden),
        public_title=title,
        meetings_without_answer=meetings_without_answer(assignment, given, days) if may_be_asked else 0,
    )


def _day(told: str | None) -> date | None:
    return None if told is None else _read_day(told)


def _read_day(told: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise Unreadable(told) from error


def _is_far() -> ColumnElement[bool]:
    own, item = t.assignment.c, t.item.c
    happened = select(f.assignment_step.c.id).where(f.assignment_step.c.assignment_id == own.id)
    public = func.coalesce(item.confidential, 0) == 0
    return (own.due > literal_column(":until")) & public & ~happened.exists()


def _given(*columns: ColumnElement[Any]) -> Select[Any]:
    """Return a query of the open ones, with the body that gave each and the day."""
    own, item = t.assignment.c, t.item.c
    by_item, at = t.meeting.alias("given_by_item"), t.meeting.alias("given_at")
    return (
        select(*columns)
        .add_columns(func.coalesce(own.body_id, by_item.c.body_id, at.c.body_id))
        .add_columns(func.coalesce(by_item.c.date, at.c.date, own.given_on))
        .outerjoin(t.item, own.item_id == item.id)
        .outerjoin(by_item, item.meeting_id == by_item.c.id)
        .outerjoin(at, own.meeting_id == at.c.id)
        .where(own.status == AssignmentStatus.OPEN)
        .order_by(own.id)
    )


@cache
def _open() -> str:
    own, item = t.assignment.c, t.item.c
    mine = (own.id, own.text, own.name, own.party, own.person_id, own.due, own.for_body_id)
    its = (item.number, item.confidential, item.public_title)
    return _written(_given(*mine, *its).where(own.due.is_(None) | ~_is_far()))


@cache
def _later() -> str:
    own = t.assignment.c
    mine = (own.id, own.name, own.party, own.person_id, own.due, own.for_body_id)
    return _written(_given(*mine).where(_is_far()))


@cache
def _last_answers() -> str:
    own = t.assignment.c
    return _written(
        select(own.id, func.max(t.report.c.date))
        .join(t.report, t.report.c.assignment_id == own.id)
        .outerjoin(t.item, own.item_id == t.item.c.id)
        .where(own.status == AssignmentStatus.OPEN, own.due.is_(None) | ~_is_far())
        .group_by(own.id)
    )


@cache
def _held_days() -> str:
    own = t.meeting.c
    return _written(
        select(own.body_id, own.date)
        .where(own.cancelled_on.is_(None), own.stage.not_in(NOT_HELD))
        .order_by(own.date)
    )


def _written(wanted: Select[Any]) -> str:
    """Return a query as SQLite takes it; to write it anew costs more than to run it."""
    return str(wanted.compile(dialect=_DIALECT, compile_kwargs={"literal_binds": True}))


def _plain(read: Connection, sql: str, until: date | None = None) -> Iterator[Sequence[Any]]:
    driver = cast("sqlite3.Connection", read.connection.driver_connection)
    told = {} if until is None else {"until": until.isoformat()}
    return cast("Iterator[Sequence[Any]]", driver.execute(sql, told))


def _answered(read: Connection, until: date) -> dict[int, date]:
    return {id_: _read_day(day) for id_, day in _plain(read, _last_answers(), until)}


def _held(read: Connection, today: date) -> dict[int, list[date]]:
    """Return by body the days of the meetings that were held, the earliest first."""
    found: dict[int, list[date]] = defaultdict(list)
    for body, told in _plain(read, _held_days()):
        day = _read_day(told)
        if day <= today:
            found[body].append(day)
    return found


def _steps(read: Connection) -> dict[int, list[AssignmentStep]]:
    own = f.assignment_step.c
    wanted = (
        select(f.assignment_step)
        .join(t.assignment, own.assignment_id == t.assignment.c.id)
        .where(t.assignment.c.status == AssignmentStatus.OPEN)
        .order_by(own.position, own.id)
    )
    found: dict[int, list[AssignmentStep]] = defaultdict(list)
    for row in rows(read, wanted):
        found[row["assignment_id"]].append(step_of(row))
    return found
