"""Plans, promises and goals, with what was noted of them, and at which items."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from klubban.domain.commitment import Activity, ActivityStep, Checkpoint, Commitment, FollowUp
from klubban.domain.commitments_due import Followed
from klubban.domain.goal import Goal, GoalYear, Indicator, Measured
from klubban.domain.noted_at import NotedAt
from klubban.store import follow_up_tables as f
from klubban.store import reads
from klubban.store import tables as t
from klubban.store.rows import Groups, Row, ids_in, kept, many, named_or_none, parts, rows


def commitments(read: Connection, body_id: int | None = None) -> tuple[Commitment, ...]:
    """Return the plans and promises that a body watches, or all; by kind, then as they were noted.

    Those that are closed are among them. So many queries however many there are.
    """
    own = f.commitment.c
    wanted = select(f.commitment).order_by(own.body_id, own.kind, own.id)
    return _commitments(read, wanted if body_id is None else wanted.where(own.body_id == body_id))


def commitment(read: Connection, id_: int) -> Commitment:
    """Return one plan or promise; raises LookupError for an unknown one."""
    found = _commitments(read, select(f.commitment).where(f.commitment.c.id == id_))
    if not found:
        raise LookupError(id_)
    return found[0]


def decided_at(read: Connection, items: Collection[int]) -> tuple[tuple[int, Commitment], ...]:
    """Return the plans and promises that some items decided, each with its item."""
    own = f.commitment
    found = _commitments(read, select(own).where(own.c.item_id.in_(items)).order_by(own.c.id))
    return tuple((one.item, one) for one in found if one.item is not None)


def followed(read: Connection, body_id: int | None = None) -> tuple[Followed, ...]:
    """Return plans and promises with what their deadlines need; so many queries however many there are."""
    return _followed(read, commitments(read, body_id))


def coming_to(read: Connection, body_id: int) -> tuple[Followed, ...]:
    """Return the open plans and promises that a body watches, or that are reported to it."""
    own = f.commitment.c
    here = or_(own.body_id == body_id, own.reports_to_id == body_id)
    wanted = select(f.commitment).where(here, own.closed_on.is_(None))
    return _followed(read, _commitments(read, wanted.order_by(own.body_id, own.kind, own.id)))


def _followed(read: Connection, found: Sequence[Commitment]) -> tuple[Followed, ...]:
    replaced = set(read.execute(select(f.commitment.c.replaces_id)).scalars())
    at = noted_at(read, [each for one in found for each in items_of(one)])
    return tuple(
        Followed(
            commitment=one,
            confidential=one.item in at and at[one.item].confidential,
            reported=tuple(
                each.day
                for each in one.follow_ups
                if each.item in at and at[each.item].body == one.reports_to
            ),
            replaced=one.id in replaced,
        )
        for one in found
    )


def goals(read: Connection, body_id: int | None = None) -> tuple[Goal, ...]:
    """Return the goals of a body, or of all, as they were noted."""
    own = f.goal.c
    wanted = select(f.goal).order_by(own.body_id, own.id)
    return _goals(read, wanted if body_id is None else wanted.where(own.body_id == body_id))


def goal(read: Connection, id_: int) -> Goal:
    """Return one goal; raises LookupError for an unknown one."""
    found = _goals(read, select(f.goal).where(f.goal.c.id == id_))
    if not found:
        raise LookupError(id_)
    return found[0]


def noted_at(read: Connection, items: Iterable[int | None]) -> dict[int, NotedAt]:
    """Return, by the id of an item, at which paragraph of which meeting something was noted."""
    wanted = {each for each in items if each is not None}
    if not wanted:
        return {}
    bodies = {each.id: each for each in reads.bodies(read)}
    own = t.item.c
    found = (
        select(own.id, own.number, own.title, own.confidential, own.meeting_id)
        .add_columns(t.meeting.c.date, t.meeting.c.body_id)
        .join(t.meeting, own.meeting_id == t.meeting.c.id)
        .where(own.id.in_(wanted))
    )
    return {
        row["id"]: NotedAt(
            item=row["id"],
            meeting=row["meeting_id"],
            body=row["body_id"],
            body_name=bodies[row["body_id"]].short or bodies[row["body_id"]].name,
            on=row["date"],
            number=row["number"],
            with_year=bodies[row["body_id"]].rules.number_with_year,
            title=None if row["confidential"] else row["title"],
            confidential=bool(row["confidential"]),
        )
        for row in rows(read, found)
    }


def taken_up_at(read: Connection, commitment_id: int, since: date, until: date) -> NotedAt | None:
    """Return the last item that was put on an agenda to follow a plan up, of meetings on these days."""
    own, held = t.item.c, t.meeting.c
    wanted = select(own.id).join(t.meeting, own.meeting_id == held.id)
    wanted = wanted.where(own.origin_commitment_id == commitment_id, held.cancelled_on.is_(None))
    wanted = wanted.where(held.date >= since, held.date <= until).order_by(held.date.desc(), own.id.desc())
    found = read.execute(wanted.limit(1)).scalar()
    return noted_at(read, [found]).get(found) if found is not None else None


def items_of(one: Commitment | Goal) -> set[int]:
    """Return the items at which a plan was decided and followed up, or a goal."""
    if isinstance(one, Goal):
        return {each.item for each in one.years if each.item}
    steps = (step.item for activity in one.activities for step in activity.steps)
    return {each for each in (one.item, *(found.item for found in one.follow_ups), *steps) if each}


def _commitments(read: Connection, wanted: Select[Any]) -> tuple[Commitment, ...]:
    known = list(rows(read, wanted))
    ids = [row["id"] for row in known]
    activities = parts(read, f.activity, f.commitment, ids)
    steps = _by_day(parts(read, f.activity_step, f.activity, ids_in(activities)))
    step_of = many(
        steps,
        lambda row: ActivityStep(
            **kept(row, "id", "day", "progress", "moved_to", "text"), item=row["item_id"]
        ),
    )
    activity_of = many(
        activities,
        lambda row: Activity(
            **kept(row, "id", "title", "purpose", "when", "from_date", "to_date"),
            responsible=named_or_none(row, "responsible_"),
            steps=step_of(row["id"]),
        ),
    )
    checkpoint_of = many(
        _by_day(parts(read, f.checkpoint, f.commitment, ids)),
        lambda row: Checkpoint(**kept(row, "id", "day", "what", "done_on")),
    )
    follow_up_of = many(
        _by_day(parts(read, f.follow_up, f.commitment, ids)),
        lambda row: FollowUp(**kept(row, "id", "day", "progress", "text", "by"), item=row["item_id"]),
    )
    return tuple(
        Commitment(
            **kept(row, *_OWN),
            parties=tuple(row["parties"]),
            body=row["body_id"],
            responsible=named_or_none(row, "responsible_"),
            item=row["item_id"],
            reports_to=row["reports_to_id"],
            belongs_to=row["belongs_to_id"],
            replaces=row["replaces_id"],
            activities=activity_of(row["id"]),
            checkpoints=checkpoint_of(row["id"]),
            follow_ups=follow_up_of(row["id"]),
        )
        for row in known
    )


_OWN = (
    "id",
    "key",
    "kind",
    "title",
    "text",
    "area",
    "from_date",
    "to_date",
    "registry_number",
    "decided_on",
    "decided_by",
    "review",
    "review_months",
    "source",
    "answer_due",
    "answered_on",
    "closed_on",
    "closed_because",
)


def _goals(read: Connection, wanted: Select[Any]) -> tuple[Goal, ...]:
    known = list(rows(read, wanted))
    ids = [row["id"] for row in known]
    indicators = parts(read, f.indicator, f.goal, ids)
    measured_of = many(
        _by_year(parts(read, f.measured, f.indicator, ids_in(indicators))),
        lambda row: Measured(**kept(row, "id", "year", "value", "note")),
    )
    indicator_of = many(
        indicators,
        lambda row: Indicator(
            **kept(row, "id", "name", "unit", "source", "none_at", "full_at"), measured=measured_of(row["id"])
        ),
    )
    year_of = many(
        _by_year(parts(read, f.goal_year, f.goal, ids)),
        lambda row: GoalYear(**kept(row, "id", "year", "text", "day"), item=row["item_id"]),
    )
    return tuple(
        Goal(
            **kept(row, "id", "key", "title", "area", "text", "yellow_from", "green_from"),
            body=row["body_id"],
            commitment=row["commitment_id"],
            years=year_of(row["id"]),
            indicators=indicator_of(row["id"]),
        )
        for row in known
    )


def _by_day(groups: Groups) -> Groups:
    return _sorted(groups, "day")


def _by_year(groups: Groups) -> Groups:
    return _sorted(groups, "year")


def _sorted(groups: Groups, name: str) -> Groups:
    """Return rows by a column; those with the same as they were noted."""

    def value(row: Row) -> object:
        return row[name]

    return {id_: sorted(found, key=value) for id_, found in groups.items()}  # type: ignore[arg-type] # days, or years
