"""What the deadlines of all meetings follow from, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, func, or_, select

from klubban.domain import board as domain
from klubban.domain.body import Organisation
from klubban.domain.decided import Proposal
from klubban.domain.meeting import Item, Meeting, Outcome, Stage
from klubban.domain.submissions import Raised, raised
from klubban.domain.verification import Notice, Verification
from klubban.store import agenda_tables as a
from klubban.store import matters, rolls
from klubban.store import tables as t
from klubban.store import verifications as after
from klubban.store.items import matters_of
from klubban.store.rows import Ids, Row, ids_in, kept, many, names_in, parts, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from klubban.domain.body import Body

_GONE = (Outcome.WITHDRAWN, Outcome.POSTPONED)
_BEFORE = (Stage.PLANNED, Stage.SUMMONED)
_OVER = (Stage.IN_FORCE, Stage.ARCHIVED)
_NAMES = (
    "id", "date", "end_date", "stage", "papers_due", "announced_on", "draft_sent", "notes_sent",
    "comments_by", "minuted",
)  # fmt: skip
_NOBODY = Organisation(name="")


def watched(read: Connection, bodies: Mapping[int, Body]) -> tuple[domain.Watched, ...]:
    """Return all meetings that may have something to be done: not those cancelled, nor those archived.

    Of those in force only what has a notice that is still up, or lacks one.
    """
    own = t.meeting.c
    down = select(t.notice.c.id).where(t.notice.c.meeting_id == own.id, t.notice.c.removed.is_(None))
    told = select(func.count()).where(t.notice.c.meeting_id == own.id).scalar_subquery()
    signed = select(func.count()).where(t.verification.c.meeting_id == own.id).scalar_subquery()
    summoned = select(func.min(a.sending.c.sent_on)).where(a.sending.c.meeting_id == own.id).scalar_subquery()
    found = list(
        rows(
            read,
            select(*(own[name] for name in _NAMES), own.body_id, own.rules)
            .add_columns(summoned.label("summoned_on"))
            .where(own.cancelled_on.is_(None), own.stage != Stage.ARCHIVED)
            .where(or_(own.stage != Stage.IN_FORCE, down.exists(), told < signed))
            .order_by(own.date, own.starts, own.id),
        )
    )
    held = [row["id"] for row in found if row["stage"] not in _BEFORE]
    papers, reasons = _papers(read), _reasons(read)
    verifications, notices = _verifications(read, held), parts(read, t.notice, t.meeting, held)
    items = _items(read, [row["id"] for row in found if row["stage"] not in _OVER and notices.get(row["id"])])
    return tuple(
        domain.Watched(
            meeting=Meeting(
                **kept(row, *_NAMES),
                organisation=_NOBODY,
                body=rolls.of_the_day(bodies[row["body_id"]], row["rules"]),
                verifications=verifications(row["id"]),
                notices=tuple(_notice(each) for each in notices.get(row["id"], ())),
                items=items(row["id"]),
            ),
            summoned_on=row["summoned_on"],
            papers=papers(row["id"]),
            reasons=reasons(row["id"]),
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
        select(own.item_id, own.title, own.due, t.item.c.meeting_id, t.item.c.confidential)
        .join(t.item, own.item_id == t.item.c.id)
        .where(own.arrived.is_(None), or_(t.item.c.outcome.is_(None), t.item.c.outcome.not_in(_GONE)))
        .order_by(t.item.c.position, own.position, own.id)
    )
    return _by_meeting(
        read,
        wanted,
        lambda row: domain.AwaitedPaper(
            item=row["item_id"], title="" if row["confidential"] else row["title"], due=row["due"]
        ),
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


def _verifications(read: Connection, ids: Ids) -> Callable[[int], tuple[Verification, ...]]:
    found = parts(read, t.verification, t.meeting, ids)
    signers = parts(read, t.signer, t.verification, ids_in(found))
    standing = {
        id_: [row for row in group if row["withdrawn_on"] is None and row["correction_id"] is None]
        for id_, group in found.items()
    }
    return many(
        standing,
        lambda row: Verification(
            **kept(row, "id", "paragraphs", "date", "immediate"), signed_by=names_in(signers, row["id"])
        ),
    )


def _notice(row: Row) -> Notice:
    return Notice(
        **kept(row, "id", "paragraphs", "posted", "removed", "last_day", "flawed"),
        verification=row["verification_id"],
        replaces=row["replaces_id"],
    )


def _items(read: Connection, ids: Ids) -> Callable[[int], tuple[Item, ...]]:
    """Return, by meeting, as much of its paragraphs as tells whether they are appealed against."""
    found = parts(read, t.item, t.meeting, ids)
    own = ids_in(found)
    proposals = parts(read, t.proposal, t.item, own)
    steps, receipts = after.appeal_steps(read, own), after.receipts(read, own)
    names = ("id", "title", "number", "appeal", "outcome", "kind", "exercise_of_authority", "decision")
    return many(
        found,
        lambda row: Item(
            **kept(row, *names),
            proposals=tuple(
                Proposal(id=each["id"], body=each["body_name"], decision=each["decision"])
                for each in proposals.get(row["id"], ())
            ),
            appeal_steps=steps(row["id"]),
            receipts=receipts(row["id"]),
        ),
    )
