"""What falls due or is followed up at a body: assignments, inquiries, referrals, plans and promises."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, func, or_, select

from klubban.domain import commitments_due
from klubban.domain.agenda import Origin
from klubban.domain.assignment import AssignmentStatus, StepKind
from klubban.domain.commitments_due import Follows, FollowUpDue
from klubban.domain.follow_up_rules import BEFORE_THE_END, TOLD_BEFORE, add_months
from klubban.domain.incoming import Asked, AskedOf, Assigned, ToFollow
from klubban.domain.meeting import Stage
from klubban.store import commitments
from klubban.store import follow_up_tables as f
from klubban.store import tables as t
from klubban.store.assigned import assignment_with
from klubban.store.rows import Row, kept, rows

# Made once: an alias costs more than the query that it is for.
_OF_ITEM, _OF_MEETING = t.meeting.alias("of_item"), t.meeting.alias("of_meeting")
_HEARD_BY = func.coalesce(
    t.assignment.c.for_body_id, t.assignment.c.body_id, _OF_ITEM.c.body_id, _OF_MEETING.c.body_id
)


def assigned(read: Connection, body_id: int) -> tuple[Assigned, ...]:
    """Return the open assignments that a body hears of and that have a day, and those taken to it, stuck."""
    own = t.assignment.c
    taken_here = select(f.assignment_step.c.assignment_id).where(
        f.assignment_step.c.taken_to_id == body_id, f.assignment_step.c.kind == StepKind.STUCK
    )
    wanted = (
        select(t.assignment, t.item.c.matter_id, t.item.c.registry_number, t.item.c.confidential)
        .add_columns(func.coalesce(_OF_ITEM.c.date, _OF_MEETING.c.date, own.given_on).label("given_day"))
        .add_columns(_HEARD_BY.label("heard_by"))
        .outerjoin(t.item, own.item_id == t.item.c.id)
        .outerjoin(_OF_ITEM, t.item.c.meeting_id == _OF_ITEM.c.id)
        .outerjoin(_OF_MEETING, own.meeting_id == _OF_MEETING.c.id)
        .where(own.status == AssignmentStatus.OPEN, or_(_HEARD_BY.is_(body_id), own.id.in_(taken_here)))
    )
    found = list(rows(read, wanted.order_by(own.due, own.id)))
    one = assignment_with(read, [row["id"] for row in found])
    known = (
        Assigned(
            assignment=one(row),
            given=row["given_day"],
            heard=row["heard_by"] == body_id,
            confidential=bool(row["confidential"]),
            matter=row["matter_id"],
            registry_number=row["registry_number"],
        )
        for row in found
    )
    return tuple(
        sorted(
            (each for each in known if each.assignment.due_now is not None or _is_stuck_at(each, body_id)),
            key=lambda each: each.assignment.due_now or date.max,
        )
    )


def _is_stuck_at(each: Assigned, body_id: int) -> bool:
    step = each.assignment.stuck
    return step is not None and step.taken_to == body_id


def telling_of_assignments(read: Connection, assignment_id: int) -> list[Row]:
    """Return the items of meetings to come that are about an assignment, or that list several.

    With what they tell, and day and body of the meeting.
    """
    own, meeting = t.item.c, t.meeting.c
    listing = own.origin_assignment_id.is_(None) & own.origin.in_((Origin.ASSIGNMENT, Origin.POSTPONED))
    wanted = (
        select(own.id, own.earlier, own.origin_assignment_id, meeting.date, meeting.body_id)
        .join(t.meeting)
        .where(meeting.stage.in_(_TO_COME), meeting.cancelled_on.is_(None), own.outcome.is_(None))
        .where(or_(own.origin_assignment_id == assignment_id, listing))
    )
    return list(rows(read, wanted.order_by(own.id)))


_TO_COME = (Stage.PLANNED, Stage.SUMMONED)


def asked(read: Connection, body_id: int) -> tuple[Asked, ...]:
    """Return the inquiries of a body that were sent and are not closed, with how many answered."""
    own = f.inquiry.c
    sent = (f.referee.c.inquiry_id == own.id) & f.referee.c.sent_on.is_not(None)
    to = select(func.count()).select_from(f.referee).where(sent).scalar_subquery()
    answered = select(f.reply.c.id).where(f.reply.c.referee_id == f.referee.c.id).exists()
    answers = select(func.count()).select_from(f.referee).where(sent, answered).scalar_subquery()
    wanted = (
        select(own.id, own.title, own.due, own.meeting_id, own.matter_id, own.registry_number)
        .add_columns(to.label("asked"), answers.label("answers"))
        .where(own.body_id == body_id, own.sent_on.is_not(None), own.closed_on.is_(None))
        .order_by(own.due, own.id)
    )
    return tuple(
        Asked(
            **kept(row, "id", "title", "due", "registry_number", "asked", "answers"),
            meeting=row["meeting_id"],
            matter=row["matter_id"],
        )
        for row in rows(read, wanted)
    )


def asked_of(read: Connection, body_id: int) -> tuple[AskedOf, ...]:
    """Return the referrals from others that a body decides the answer to, and has not answered."""
    own, matter = f.received_referral.c, t.matter.c
    due = func.coalesce(own.extended_to, own.due)
    wanted = (
        select(own.matter_id, own.sender, own.received_on, matter.title, matter.registry_number)
        .add_columns(due.label("due_now"))
        .join(t.matter, own.matter_id == matter.id)
        .where(matter.body_id == body_id, matter.closed.is_(None), own.answered_on.is_(None))
        .order_by(due, own.id)
    )
    return tuple(
        AskedOf(
            **kept(row, "title", "sender", "registry_number"),
            matter=row["matter_id"],
            received=row["received_on"],
            due=row["due_now"],
        )
        for row in rows(read, wanted)
    )


def to_follow(read: Connection, body_id: int, day: date) -> tuple[ToFollow, ...]:
    """Return what is to be done by a meeting's day with plans that a body watches, or that come to it."""
    followed = commitments.coming_to(read, body_id)
    titles = {each.commitment.id: each.commitment.title for each in followed}
    return tuple(
        ToFollow(due=each, title=titles[each.commitment], since=_since(each))
        for each in commitments_due.due(followed, day)
        if (each.to or each.body) == body_id
    )


def _since(each: FollowUpDue) -> date:
    """Return from which day on something belongs on an agenda, as `comes_up` says."""
    match each.what:
        case Follows.ENDS:
            return add_months(each.day, -TOLD_BEFORE)
        case Follows.ACTIVITY:
            return each.day + timedelta(days=1)
    return each.day - timedelta(days=BEFORE_THE_END)
