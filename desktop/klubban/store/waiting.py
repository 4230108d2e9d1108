"""What waits for a meeting's agenda, and what is known of its body that it follows from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, case, func, null, or_, select

from klubban.domain.agenda import CameFrom, Delegated, Origin
from klubban.domain.falling_due import listed
from klubban.domain.incoming import Elsewhere, Incoming, Known, Sat
from klubban.domain.meeting import Item, Matter, Outcome, Stage
from klubban.domain.rules import BodyKind
from klubban.domain.waiting import Waiting
from klubban.store import agendas, waiting_followed
from klubban.store import tables as t
from klubban.store import verification_tables as v
from klubban.store.items import matters_of
from klubban.store.rows import kept, rows
from klubban.store.waiting_words import title_of, told

# What follows up several assignments lists them; nothing else is read whole.
_TELLS = case(
    (
        t.item.c.origin.in_((Origin.ASSIGNMENT, Origin.POSTPONED)) & t.item.c.origin_assignment_id.is_(None),
        t.item.c.earlier,
    ),
    else_=None,
)
# Made once: an alias costs more than the query that it is for.
_PREPARED, _PREPARED_AT = t.item.alias("prepared"), t.meeting.alias("prepared_at")
_AGAIN, _AGAIN_AT = t.item.alias("again"), t.meeting.alias("again_at")


def waiting(read: Connection, meeting_id: int, today: date | None = None) -> tuple[Incoming, ...]:
    """Return what should be on a meeting's agenda and is not; nothing for one that is over or cancelled.

    What the body's next meeting could take is offered there alone; one before today counts no more.
    Raises LookupError for no such meeting.
    """
    return in_words(read, known(read, meeting_id, today).offered())


def unreported_urgent(read: Connection, meeting_id: int) -> tuple[Delegated, ...]:
    """Return the urgent decisions that must be reported at this meeting and are not (KL 6 kap. 40 §)."""
    return known(read, meeting_id).unreported_urgent


def in_words(read: Connection, found: tuple[Incoming, ...]) -> tuple[Incoming, ...]:
    """Return what waits with what the item has that it goes on from, and told in the reader's words."""
    language = read.execute(select(t.organisation.c.language).limit(1)).scalar() or "sv"
    own = t.item.c
    wanted = select(own.id, own.kind, own.minutes, own.presenters, own.proposal).where(
        own.id.in_({each.item_id for each in found if each.item_id})
    )
    sources = {
        row["id"]: kept(row, "kind", "minutes", "presenters", "proposal") for row in rows(read, wanted)
    }
    whole = []
    for each in found:
        source = dict(sources.get(each.item_id or 0, {}))
        if each.proposal:
            # What another body proposes is what it decided to propose, not what was proposed to it.
            source = {"proposal": each.proposal, "kind": each.kind}
        one = replace(each, **source, title=each.title or title_of(each.origin, language))
        whole.append(replace(one, told=told(one)))
    return tuple(whole)


def known(read: Connection, meeting_id: int, today: date | None = None) -> Waiting:
    """Return what is known of a meeting's body; raises LookupError for no such meeting."""
    body_id = read.execute(select(t.meeting.c.body_id).where(t.meeting.c.id == meeting_id)).scalar()
    if body_id is None:
        raise LookupError(meeting_id)
    [(name, kind)] = read.execute(select(t.body.c.name, t.body.c.kind).where(t.body.c.id == body_id))
    meetings = _meetings(read, body_id)
    meeting = next(each for each in meetings if each.id == meeting_id)
    return Waiting(
        meeting=meeting,
        meetings=meetings,
        items=_items(read, body_id),
        body=name,
        assembly=kind is BodyKind.ASSEMBLY,
        body_id=body_id,
        standing=agendas.standing_items(read, body_id),
        elsewhere=_from_elsewhere(read, body_id),
        assigned=waiting_followed.assigned(read, body_id),
        asked=waiting_followed.asked(read, body_id),
        asked_of=waiting_followed.asked_of(read, body_id),
        to_follow=waiting_followed.to_follow(read, body_id, meeting.date),
        delegated=agendas.delegated(read, body_id),
        raised=_raised(read),
        today=today,
    )


def items_in_order(read: Connection, meeting_id: int) -> tuple[Item, ...]:
    """Return the items of a meeting as far as the order of its agenda depends on them, in one query."""
    own = t.item.c
    names = ("id", "title", "number", "kind", "origin", "outcome")
    wanted = select(*(own[name] for name in names), own.standing_item_id).where(own.meeting_id == meeting_id)
    return tuple(
        Item(**kept(row, *names), standing=row["standing_item_id"])
        for row in rows(read, wanted.order_by(own.position, own.id))
    )


def _meetings(read: Connection, body_id: int) -> tuple[Sat, ...]:
    own = t.meeting.c
    wanted = select(own.id, own.date, own.starts, own.meeting_type_id, own.cancelled_on, own.stage)
    return tuple(
        Sat(
            **kept(row, "id", "date"),
            start=row["starts"],
            type=row["meeting_type_id"],
            cancelled=row["cancelled_on"] is not None,
            over=row["stage"].has_reached(Stage.CLOSED),
        )
        for row in rows(read, wanted.where(own.body_id == body_id).order_by(own.date, own.starts, own.id))
    )


def _with_numbers() -> Select[Any]:
    """Return a query of items with what is registered of them: the item's own number or its matter's."""
    own = t.item.c
    return (
        select(own.id, own.meeting_id, own.title, own.number, own.outcome, own.matter_id)
        .add_columns(own.registry_number, t.matter.c.registry_number.label("matter_number"))
        .join(t.meeting, own.meeting_id == t.meeting.c.id)
        .outerjoin(t.matter, own.matter_id == t.matter.c.id)
    )


def _items(read: Connection, body_id: int) -> tuple[Known, ...]:
    own = t.item.c
    wanted = _with_numbers().add_columns(
        own.origin, own.origin_item_id, own.origin_assignment_id, own.origin_commitment_id
    )
    wanted = wanted.add_columns(own.origin_inquiry_id, own.standing_item_id, _TELLS.label("tells"))
    order = (t.meeting.c.date, t.meeting.c.id, own.position, own.id)
    return tuple(
        Known(
            **kept(row, "id", "title", "number", "outcome", "origin"),
            meeting=row["meeting_id"],
            matter=row["matter_id"],
            registry_number=row["registry_number"] or row["matter_number"],
            origin_item=row["origin_item_id"],
            assignment=row["origin_assignment_id"],
            commitment=row["origin_commitment_id"],
            inquiry=row["origin_inquiry_id"],
            standing=row["standing_item_id"],
            lists=listed(row["tells"] or ()),
        )
        for row in rows(read, wanted.where(t.meeting.c.body_id == body_id).order_by(*order))
    )


def _elsewhere(read: Connection, wanted: Select[Any], *, returned: bool) -> tuple[Elsewhere, ...]:
    found = wanted.add_columns(t.meeting.c.date, t.body.c.name).join(
        t.body, t.meeting.c.body_id == t.body.c.id
    )
    return tuple(
        Elsewhere(
            came=CameFrom(
                item=row["id"], meeting=row["meeting_id"], body=row["name"], **kept(row, "date", "number")
            ),
            title=row["title"],
            matter=row["matter_id"],
            registry_number=row["registry_number"] or row["matter_number"],
            proposal=(not returned and row["proposed"]) or (),
            returned=returned,
            dispatched=row.get("sent_on"),
            came_again=returned and bool(row["came_again"]),
        )
        for row in rows(read, found.order_by(t.meeting.c.date, t.item.c.position, t.item.c.id))
        if returned or row.get("sent_on") or row["outcome"] or row["stage"] not in _BEFORE
    )


_BEFORE = (Stage.PLANNED, Stage.SUMMONED, Stage.IN_SESSION)


def _from_elsewhere(read: Connection, body_id: int) -> tuple[Elsewhere, ...]:
    """Return what others proposed, referred back or sent over; what was proposed, once."""
    found = (*_proposed(read, body_id), *_returned(read, body_id))
    known = {each.came.item for each in found}
    return (*found, *(each for each in _dispatched(read, body_id) if each.came.item not in known))


def _proposed(read: Connection, body_id: int) -> tuple[Elsewhere, ...]:
    """Return what other bodies decided to propose to this one."""
    wanted = (
        _with_numbers()
        .add_columns(t.proposal.c.decision.label("proposed"), t.meeting.c.stage)
        .join(t.proposal, t.proposal.c.item_id == t.item.c.id)
        .where(t.proposal.c.body_id == body_id, t.meeting.c.body_id != body_id)
        .where(or_(t.item.c.outcome.is_(None), t.item.c.outcome == Outcome.DECIDED))
    )
    return _elsewhere(read, wanted, returned=False)


def _returned(read: Connection, body_id: int) -> tuple[Elsewhere, ...]:
    """Return what other bodies referred back after this one had prepared it."""
    own = (
        select(_PREPARED.c.id)
        .join(_PREPARED_AT, _PREPARED.c.meeting_id == _PREPARED_AT.c.id)
        .where(_PREPARED_AT.c.body_id == body_id)
        .where(
            or_(
                _PREPARED.c.id == t.item.c.origin_item_id,
                _PREPARED.c.matter_id == t.item.c.matter_id,
                _PREPARED.c.registry_number == t.item.c.registry_number,
            )
        )
    )
    later = (
        select(_AGAIN.c.id)
        .join(_AGAIN_AT, _AGAIN.c.meeting_id == _AGAIN_AT.c.id)
        .where(_AGAIN_AT.c.body_id == t.meeting.c.body_id, _AGAIN_AT.c.date > t.meeting.c.date)
        .where(_AGAIN_AT.c.cancelled_on.is_(None))
        .where(or_(_AGAIN.c.outcome.is_(None), _AGAIN.c.outcome != Outcome.WITHDRAWN))
        .where(
            or_(
                _AGAIN.c.matter_id == t.item.c.matter_id,
                _AGAIN.c.registry_number == t.item.c.registry_number,
            )
        )
    )
    wanted = (
        _with_numbers()
        .add_columns(later.exists().label("came_again"))
        .where(t.item.c.outcome == Outcome.REFERRED_BACK, t.meeting.c.body_id != body_id, own.exists())
    )
    return _elsewhere(read, wanted, returned=True)


def _dispatched(read: Connection, body_id: int) -> tuple[Elsewhere, ...]:
    """Return what other bodies sent over to this one, each with the day on which it was sent first."""
    sent = v.dispatch.c
    first = (
        select(sent.item_id, func.min(sent.sent_on).label("sent_on"))
        .where(sent.body_id == body_id)
        .group_by(sent.item_id)
        .subquery()
    )
    wanted = (
        _with_numbers()
        .add_columns(first.c.sent_on, null().label("proposed"), t.meeting.c.stage)
        .join(first, first.c.item_id == t.item.c.id)
        .where(t.meeting.c.body_id != body_id)
    )
    return _elsewhere(read, wanted, returned=False)


def _raised(read: Connection) -> tuple[Matter, ...]:
    own = t.matter.c
    raised = select(own.id).where(own.submission_kind.is_not(None), own.closed.is_(None))
    found = matters_of(read, raised).values()
    return tuple(sorted(found, key=lambda each: (str(each.submission and each.submission.date), each.id)))
