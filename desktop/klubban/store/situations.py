"""Situation reports, and which bodies owe one to the body above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Select, func, select

from klubban.domain.meeting import Stage
from klubban.domain.situation import Presented, Reporting, Situation, SituationArea
from klubban.store import follow_up_tables as f
from klubban.store import tables as t
from klubban.store.rows import Row, kept, many, parts, rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any

_BEFORE = (Stage.PLANNED, Stage.SUMMONED)
_AT = (
    *(t.item.columns[name] for name in ("id", "title", "number", "confidential", "meeting_id")),
    t.meeting.c.date,
    t.meeting.c.body_id,
)
_COLUMNS = ("id", "key", "day", "from_date", "title", "by", "text", "done_on")


def situations(read: Connection, body_id: int | None = None) -> tuple[Situation, ...]:
    """Return the reports of one body or of all, by day."""
    own = f.situation.c
    wanted = select(f.situation).order_by(own.day, own.id)
    return _found(read, wanted if body_id is None else wanted.where(own.body_id == body_id))


def situation(read: Connection, situation_id: int) -> Situation:
    """Return a report; raises LookupError for one not there."""
    for found in _found(read, select(f.situation).where(f.situation.c.id == situation_id)):
        return found
    raise LookupError(situation_id)


def _found(read: Connection, wanted: Select[Any]) -> tuple[Situation, ...]:
    known = list(rows(read, wanted))
    ids = [row["id"] for row in known]
    areas = many(
        parts(read, f.situation_area, f.situation, ids),
        lambda row: SituationArea(**kept(row, "id", "name", "step", "events", "measures")),
    )
    rolled_up = many(parts(read, f.rolled_up, f.situation, ids), lambda row: row["from_id"])
    return tuple(
        Situation(
            **kept(row, *_COLUMNS),
            scale=tuple(row["scale"]),
            sources=tuple(row["sources"]),
            body=row["body_id"],
            item=row["item_id"],
            areas=areas(row["id"]),
            rolled_up=rolled_up(row["id"]),
        )
        for row in known
    )


def presented(read: Connection) -> Mapping[int, Presented]:
    """Return, by a report's id, the item at which it was presented."""
    wanted = select(f.situation.c.id.label("report"), *_AT).select_from(f.situation)
    wanted = wanted.join(t.item, f.situation.c.item_id == t.item.c.id)
    wanted = wanted.join(t.meeting, t.item.c.meeting_id == t.meeting.c.id)
    return {row["report"]: _presented(row) for row in rows(read, wanted)}


def items_of(read: Connection, bodies: Sequence[int], since: date) -> tuple[Presented, ...]:
    """Return the items of some bodies' meetings from a day on, in order."""
    own = t.meeting.c
    wanted = select(*_AT).select_from(t.item).join(t.meeting, t.item.c.meeting_id == own.id)
    wanted = wanted.where(own.body_id.in_(bodies), own.date >= since, own.cancelled_on.is_(None))
    wanted = wanted.order_by(own.date, own.id, t.item.c.position)
    return tuple(_presented(row) for row in rows(read, wanted))


def _presented(row: Row) -> Presented:
    return Presented(
        item=row["id"],
        meeting=row["meeting_id"],
        day=row["date"],
        body=row["body_id"],
        title=row["title"],
        number=row["number"],
        confidential=bool(row["confidential"]),
    )


def due(read: Connection, today: date) -> tuple[Reporting, ...]:
    """Return each body that reports to one which meets again, with the last report; see `owed`."""
    own = t.body.c
    wanted = select(own.id, own.reports_to_id).where(own.reports_to_id.is_not(None)).order_by(own.id)
    above = {row["id"]: row["reports_to_id"] for row in rows(read, wanted)}
    coming, held = _meetings(read, set(above.values()), today) if above else ({}, {})
    told = select(f.situation.c.body_id, func.max(f.situation.c.day).label("day"))
    told = told.where(f.situation.c.done_on.is_not(None)).group_by(f.situation.c.body_id)
    last = {row["body_id"]: row["day"] for row in rows(read, told)} if coming else {}
    return tuple(
        Reporting(
            body=body,
            to=to,
            meeting=coming[to][1],
            meets_on=coming[to][0],
            met_on=held.get(to),
            reported_on=last.get(body),
        )
        for body, to in above.items()
        if to in coming
    )


def _meetings(
    read: Connection, ids: set[int], today: date
) -> tuple[dict[int, tuple[date, int]], dict[int, date]]:
    """Return, by body, the next meeting and the day of the last that was held."""
    own = t.meeting.c
    wanted = select(own.id, own.body_id, own.date, own.stage).order_by(own.date, own.id)
    coming: dict[int, tuple[date, int]] = {}
    held: dict[int, date] = {}
    for row in rows(read, wanted.where(own.body_id.in_(ids), own.cancelled_on.is_(None))):
        if row["date"] >= today and row["stage"] in _BEFORE:
            coming.setdefault(row["body_id"], (row["date"], row["id"]))
        elif row["date"] <= today:
            held[row["body_id"]] = row["date"]
    return coming, held
