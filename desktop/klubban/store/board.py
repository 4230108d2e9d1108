"""What the deadlines of all meetings follow from, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, func, or_, select

from klubban.domain import board as domain
from klubban.domain.meeting import Outcome, Stage
from klubban.domain.submissions import Raised, raised
from klubban.store import agenda_tables as a
from klubban.store import matters, reads, rolls
from klubban.store import tables as t
from klubban.store import verification_tables as v
from klubban.store.items import matters_of
from klubban.store.rows import Row, kept, rows

if TYPE_CHECKING:
    from collections.abc import Callable

_GONE = (Outcome.WITHDRAWN, Outcome.POSTPONED)
_OVER = (Stage.ARCHIVED,)


def watched(read: Connection) -> tuple[domain.Watched, ...]:
    """Return all meetings that may have something to be done: not those cancelled, nor those archived."""
    own = t.meeting.c
    summoned = select(func.min(a.sending.c.sent_on)).where(a.sending.c.meeting_id == own.id).scalar_subquery()
    names = (
        "id", "date", "stage", "papers_due", "announced_on", "draft_sent", "notes_sent", "comments_by",
    )  # fmt: skip
    found = list(
        rows(
            read,
            select(*(own[name] for name in names), own.body_id, own.end_date, own.rules)
            .add_columns(summoned.label("summoned_on"))
            .where(own.cancelled_on.is_(None), own.stage.not_in(_OVER))
            .order_by(own.date, own.starts, own.id),
        )
    )
    bodies = {body.id: body for body in reads.bodies(read)}
    papers, reasons = _papers(read), _reasons(read)
    sets, notices, decided = _sets(read), _notices(read), _decided(read)
    return tuple(
        domain.Watched(
            **kept(row, *names, "summoned_on"),
            body=rolls.of_the_day(bodies[row["body_id"]], row["rules"]),
            last_day=row["end_date"] or row["date"],
            papers=papers(row["id"]),
            reasons=reasons(row["id"]),
            sets=sets(row["id"]),
            notices=notices(row["id"]),
            decided=decided(row["id"]),
        )
        for row in found
    )


def waiting_matters(read: Connection) -> tuple[Raised, ...]:
    """Return what was raised and is not closed, with where it has been."""
    own = t.matter.c
    open_ = matters_of(read, select(own.id).where(own.submission_kind.is_not(None), own.closed.is_(None)))
    return raised(open_.values(), matters.handled(read)) if open_ else ()


def _by_meeting(
    read: Connection, wanted: Select[Any], record: Callable[[Row], Any]
) -> Callable[[int], tuple[Any, ...]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows(read, wanted):
        found[row["meeting_id"]].append(record(row))
    return lambda id_: tuple(found.get(id_, ()))


def _papers(read: Connection) -> Callable[[int], tuple[domain.AwaitedPaper, ...]]:
    own = a.paper.c
    wanted = (
        select(own.item_id, own.title, own.due, t.item.c.meeting_id)
        .join(t.item, own.item_id == t.item.c.id)
        .where(own.arrived.is_(None), or_(t.item.c.outcome.is_(None), t.item.c.outcome.not_in(_GONE)))
        .order_by(t.item.c.position, own.position, own.id)
    )
    return _by_meeting(
        read, wanted, lambda row: domain.AwaitedPaper(item=row["item_id"], **kept(row, "title", "due"))
    )


def _reasons(read: Connection) -> Callable[[int], tuple[domain.Reasons, ...]]:
    own, voice = t.RECORDS["opinion"].c, t.RECORDS["opinion_by"].c
    wanted = (
        select(own.id, own.item_id, t.item.c.number, t.item.c.meeting_id, voice.name)
        .join(t.item, own.item_id == t.item.c.id)
        .outerjoin(voice.name.table, voice.opinion_id == own.id)
        .where(own.awaited == 1, own.lapsed == 0)
        .order_by(t.item.c.position, own.position, voice.position)
    )
    return _by_meeting(
        read,
        wanted,
        lambda row: domain.Reasons(item=row["item_id"], number=row["number"], by=row["name"] or ""),
    )


def _sets(read: Connection) -> Callable[[int], tuple[domain.SetOfParagraphs, ...]]:
    own = t.verification.c
    signed = select(t.signer.c.id).where(t.signer.c.verification_id == own.id).exists()
    wanted = (
        select(own.id, own.meeting_id, own.paragraphs, own.date, own.immediate, signed.label("done"))
        .where(own.withdrawn_on.is_(None), own.correction_id.is_(None))
        .order_by(own.position, own.id)
    )
    return _by_meeting(
        read,
        wanted,
        lambda row: domain.SetOfParagraphs(
            **kept(row, "id", "paragraphs", "date", "immediate"), done=bool(row["done"])
        ),
    )


def _notices(read: Connection) -> Callable[[int], tuple[domain.Posted, ...]]:
    own = t.notice.c
    return _by_meeting(
        read,
        select(t.notice).order_by(own.position, own.id),
        lambda row: domain.Posted(
            **kept(row, "id", "paragraphs", "posted", "removed", "last_day"),
            verification=row["verification_id"],
            replaces=row["replaces_id"],
            flawed=bool(row["flawed"]),
        ),
    )


def _decided(read: Connection) -> Callable[[int], tuple[domain.Decided, ...]]:
    """Return the paragraphs of meetings that are past verification, or have a notice."""
    steps: dict[int, list[Row]] = defaultdict(list)
    for row in rows(read, select(v.appeal_step).order_by(v.appeal_step.c.position, v.appeal_step.c.id)):
        steps[row["item_id"]].append(row)
    own = t.item.c
    wanted = (
        select(own.id, own.meeting_id, own.number, own.appeal, own.outcome)
        .where(own.number.is_not(None), own.meeting_id.in_(select(t.notice.c.meeting_id)))
        .order_by(own.number)
    )
    return _by_meeting(
        read,
        wanted,
        lambda row: domain.Decided(
            item=row["id"],
            **kept(row, "number", "appeal", "outcome"),
            steps=tuple(each["kind"] for each in steps.get(row["id"], ())),
            final=any(each["final"] for each in steps.get(row["id"], ())),
        ),
    )
