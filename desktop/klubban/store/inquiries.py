"""Referrals and rounds of reports with all that was answered, and referrals that others sent here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import ColumnElement, Connection, func, or_, select

from klubban.domain.agenda import Origin
from klubban.domain.inquiries_due import Decided, Place, Watched
from klubban.domain.referral import (
    Inquiry,
    InquiryKind,
    Question,
    ReceivedReferral,
    Referee,
    Reply,
    ReplyText,
)
from klubban.store import follow_up_tables as f
from klubban.store import tables as t
from klubban.store.rows import Ids, Row, ids_in, kept, many, named, parts, rows

_MOST_POSTPONED = 50
"""So often an item is followed from one agenda to a later one."""


def inquiries(
    read: Connection, body_id: int | None = None, *, kind: InquiryKind | None = None, open_only: bool = False
) -> tuple[Inquiry, ...]:
    """Return the inquiries of a body, or of all, by the day on which answers are due; six queries in all."""
    own = f.inquiry.c
    where: list[ColumnElement[bool]] = []
    if body_id is not None:
        where.append(own.body_id == body_id)
    if kind is not None:
        where.append(own.kind == kind)
    if open_only:
        where.append(own.closed_on.is_(None))
    found = list(rows(read, select(f.inquiry).where(*where).order_by(own.due, own.id)))
    one = _with_parts(read, [row["id"] for row in found])
    return tuple(map(one, found))


def some_inquiries(read: Connection, ids: Collection[int]) -> tuple[Inquiry, ...]:
    """Return some inquiries, as they were begun; six queries in all."""
    own = f.inquiry
    found = list(rows(read, select(own).where(own.c.id.in_(ids)).order_by(own.c.id))) if ids else []
    one = _with_parts(read, [row["id"] for row in found])
    return tuple(map(one, found))


def inquiry(read: Connection, inquiry_id: int) -> Inquiry:
    """Return an inquiry; raises LookupError."""
    found = list(rows(read, select(f.inquiry).where(f.inquiry.c.id == inquiry_id)))
    if not found:
        raise LookupError(inquiry_id)
    return _with_parts(read, [inquiry_id])(found[0])


def of_item(read: Connection, item_id: int) -> Inquiry | None:
    """Return the inquiry that an item decided, if it was begun from it."""
    found = read.execute(select(f.inquiry.c.id).where(f.inquiry.c.item_id == item_id)).scalar()
    return None if found is None else inquiry(read, int(found))


def _with_parts(read: Connection, ids: Ids) -> Callable[[Row], Inquiry]:
    """Return what makes inquiries of their rows."""
    asked = parts(read, f.referee, f.inquiry, ids)
    answered = parts(read, f.reply, f.referee, ids_in(asked))
    texts = many(
        parts(read, f.reply_text, f.reply, ids_in(answered)),
        lambda row: ReplyText(**kept(row, "number", "text")),
    )
    reminders = parts(read, f.reminder, f.referee, ids_in(asked))
    replies = many(
        answered,
        lambda row: Reply(
            **kept(row, "id", "received_on", "by", "text", "sha256", "media_type", "file_name"),
            from_form=bool(row["from_form"]),
            texts=texts(row["id"]),
        ),
    )
    questions = many(
        parts(read, f.question, f.inquiry, ids),
        lambda row: Question(**kept(row, "id", "text", "withdrawn_on", "withdrawn_because")),
    )
    referees = many(
        asked,
        lambda row: Referee(
            **kept(row, "id", "email", "sent_on", "due", "due_because", "declined_on", "declined_because"),
            who=named(row),
            body=row["body_id"],
            reminders=tuple(each["day"] for each in reminders.get(row["id"], ())),
            replies=replies(row["id"]),
        ),
    )
    own = (
        "id",
        "key",
        "kind",
        "title",
        "due",
        "text",
        "registry_number",
        "answer_to",
        "sent_on",
        "closed_on",
    )
    return lambda row: Inquiry(
        **kept(row, *own),
        body=row["body_id"],
        matter=row["matter_id"],
        item=row["item_id"],
        meeting=row["meeting_id"],
        questions=questions(row["id"]),
        referees=referees(row["id"]),
    )


def received(
    read: Connection, *, matter_id: int | None = None, open_only: bool = False
) -> tuple[ReceivedReferral, ...]:
    """Return the referrals that others sent here, of one matter or of all, the earliest due first."""
    own = f.received_referral.c
    wanted = select(f.received_referral)
    if matter_id is not None:
        wanted = wanted.where(own.matter_id == matter_id)
    if open_only:
        wanted = wanted.where(own.answered_on.is_(None))
    found = rows(read, wanted.order_by(func.coalesce(own.extended_to, own.due, "9"), own.id))
    return tuple(map(_received, found))


def received_one(read: Connection, received_id: int) -> ReceivedReferral:
    """Return a referral that came here; raises LookupError."""
    own = f.received_referral
    for row in rows(read, select(own).where(own.c.id == received_id)):
        return _received(row)
    raise LookupError(received_id)


def answering(read: Connection, received: ReceivedReferral) -> int | None:
    """Return the item that answers a referral: as noted, or the last that came on an agenda for that.

    One that was postponed goes on in a later item.
    """
    own = t.item.c
    found = received.item
    if found is None:
        came = select(func.max(own.id)).where(
            own.matter_id == received.matter,
            own.origin == Origin.REFERRAL,
            own.origin_inquiry_id.is_(None),
        )
        found = read.execute(came).scalar()
    for _each in range(_MOST_POSTPONED) if found is not None else ():
        later = select(func.max(own.id)).where(own.origin_item_id == found, own.origin == Origin.POSTPONED)
        went_on = read.execute(later).scalar()
        if went_on is None:
            break
        found = went_on
    return found


def _received(row: Row) -> ReceivedReferral:
    own = (
        "id", "sender", "received_on", "due", "their_number", "questions", "extended_to", "extended_because",
        "answered_on", "answered_how",
    )  # fmt: skip
    return ReceivedReferral(**kept(row, *own), matter=row["matter_id"], item=row["item_id"])


def is_confidential(read: Connection, inquiry: Inquiry) -> bool:
    """Tell whether it comes of a confidential item or matter, or its answers are for such an item."""
    return bool(confidential(read, (inquiry,)))


def confidential(read: Connection, of: Sequence[Inquiry]) -> frozenset[int]:
    """Return the ids of those that come of what is confidential: of a matter, when it was last taken up."""
    own = t.item.c
    columns = select(own.id, own.matter_id, own.origin_inquiry_id, own.confidential)
    among = or_(
        own.id.in_({each.item for each in of}),
        own.matter_id.in_({each.matter for each in of}),
        own.origin_inquiry_id.in_({each.id for each in of}),
    )
    found = list(rows(read, columns.where(among).order_by(own.id))) if of else []
    latest = {row["matter_id"]: row["confidential"] for row in found if row["matter_id"] is not None}
    items = {row["id"] for row in found if row["confidential"]}
    answered = {row["origin_inquiry_id"] for row in found if row["confidential"]}
    return frozenset(
        each.id for each in of if each.item in items or each.id in answered or latest.get(each.matter or 0)
    )


def _not_begun(read: Connection) -> tuple[Decided, ...]:
    """Return the minuted referrals that were neither begun nor answered as they stand."""
    own, item, meeting = t.referral.c, t.item.c, t.meeting.c
    wanted = (
        select(own.due, own.title, item.id.label("item"), item.title.label("item_title"), item.number)
        .add_columns(item.confidential, item.meeting_id, meeting.body_id, meeting.date)
        .select_from(t.referral)
        .join(t.item)
        .join(t.meeting)
        .outerjoin(f.inquiry, f.inquiry.c.item_id == item.id)
        .outerjoin(t.answer, t.answer.c.referral_id == own.id)
        .where(f.inquiry.c.id.is_(None), t.answer.c.id.is_(None))
        .order_by(own.id)
    )
    return tuple(
        Decided(
            **kept(row, "item", "due", "number"),
            meeting=row["meeting_id"],
            body=row["body_id"],
            held=row["date"],
            title=row["title"] or row["item_title"],
            confidential=bool(row["confidential"]),
        )
        for row in rows(read, wanted)
    )


def due(read: Connection) -> Watched:
    """Return what is still to be sent, answered or compiled, and what came here and waits for an answer.

    Eleven queries, however much there is; no meeting is read whole.
    """
    found = inquiries(read, open_only=True)
    waiting = received(read, open_only=True)
    item, meeting, matter = t.item.c, t.meeting.c, t.matter.c
    meetings = {each.meeting for each in found if each.meeting is not None}
    days = select(meeting.id, meeting.date).where(meeting.id.in_(meetings))
    own = select(
        matter.id, matter.title, matter.body_id,
    ).where(matter.id.in_({each.matter for each in waiting}))  # fmt: skip
    matters = {row["id"]: row for row in rows(read, own)} if waiting else {}
    taken_up = (
        select(item.matter_id, item.confidential, item.public_title, meeting.body_id, meeting.date)
        .join(t.meeting)
        .where(item.matter_id.in_(matters))
        .order_by(item.id)
    )
    latest = {row["matter_id"]: row for row in rows(read, taken_up)} if matters else {}
    return Watched(
        inquiries=found,
        received=waiting,
        decided=_not_begun(read),
        confidential=confidential(read, found),
        meetings={row["id"]: row["date"] for row in rows(read, days)} if meetings else {},
        matters={
            id_: Place(
                title=row["title"],
                body=row["body_id"] or (latest[id_]["body_id"] if id_ in latest else None),
                confidential=bool(id_ in latest and latest[id_]["confidential"]),
                public_title=latest[id_]["public_title"] if id_ in latest else None,
            )
            for id_, row in matters.items()
        },
    )
