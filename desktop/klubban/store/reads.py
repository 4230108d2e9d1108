"""Frozen snapshots out of the store."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import Connection, select

from klubban.domain import meeting as domain
from klubban.domain.assignment import Assignment
from klubban.domain.attendance import Service, with_roll
from klubban.domain.body import Body, Organisation, Person, Seat
from klubban.domain.look import Arms, look_of
from klubban.domain.rules import Right
from klubban.store import agendas, attachments, minutes, rolls, verifications
from klubban.store import tables as t
from klubban.store.as_verified import as_then
from klubban.store.assigned import assignment_with
from klubban.store.items import items, items_around, matters_of
from klubban.store.rows import Ids, Row, ids_in, kept, named, named_or_none, parts, rows


def organisation(read: Connection) -> Organisation | None:
    """Return the organisation whose file this is, or None before it has been named."""
    for row in rows(read, select(t.organisation).limit(1)):
        own = kept(
            row,
            "name",
            "number",
            "address",
            "website",
            "notice_board",
            "protocol_kept_at",
            "language",
            "file_pattern",
            "time_stamp_server",
        )
        return Organisation(
            **own, look=look_of(row["look"]), arms=_arms(read, row), sought=tuple(row["sought"])
        )
    return None


def _arms(read: Connection, row: Row) -> Arms | None:
    """Return the coat of arms, with its picture where the file holds it."""
    if row["arms"] is None:
        return None
    picture = b""
    with suppress(LookupError):
        picture = attachments.content(read, row["arms"])
    return Arms(sha256=row["arms"], says=row["arms_say"] or "", picture=picture)


def bodies(read: Connection) -> tuple[Body, ...]:
    """Return all bodies in the order they came."""
    return rolls.bodies(read, select(t.body).order_by(t.body.c.id))


def people(read: Connection) -> tuple[Person, ...]:
    """Return everybody in the register."""
    return tuple(Person(**row) for row in rows(read, select(t.person).order_by(t.person.c.id)))


def seats(read: Connection, body_id: int | None = None) -> tuple[Seat, ...]:
    """Return the seats of one body, or body by body, in their order, those held before others first."""
    own = t.seat.c
    wanted, ids = select(t.seat), select(own.id)
    if body_id is not None:
        wanted, ids = wanted.where(own.body_id == body_id), ids.where(own.body_id == body_id)
    lists = parts(read, t.stand_in, t.seat, ids)
    order = (own.body_id, own.position, own.from_date, own.id)
    return tuple(
        Seat(
            **kept(row, "id", "role", "party", "represents", "from_date", "to_date", "note"),
            body=row["body_id"],
            person=row["person_id"],
            order=row["call_order"],
            alternate_for=row["alternate_for_id"],
            rights=tuple(map(Right, row["rights"])),
            stand_ins=tuple(each["person_id"] for each in lists.get(row["id"], ())),
        )
        for row in rows(read, wanted.order_by(*order))
    )


def matters(read: Connection) -> tuple[domain.Matter, ...]:
    """Return the register of matters."""
    return tuple(matters_of(read, select(t.matter.c.id)).values())


def meetings(read: Connection, body_id: int | None = None) -> tuple[domain.MeetingLine, ...]:
    """Return a line for each meeting, of one body or of all, by date and start."""
    own = t.meeting.c
    wanted = select(own.id, own.body_id, own.date, own.starts, own.stage, own.cancelled_on).order_by(
        own.date, own.starts, own.id
    )
    if body_id is not None:
        wanted = wanted.where(own.body_id == body_id)
    return tuple(
        domain.MeetingLine(
            **kept(row, "id", "date", "stage"),
            body=row["body_id"],
            start=row["starts"],
            cancelled=row["cancelled_on"] is not None,
        )
        for row in rows(read, wanted)
    )


def meeting(read: Connection, meeting_id: int) -> domain.Meeting:
    """Return a meeting, whole, with what follows from its roll; raises LookupError for one not there."""
    return with_roll(recorded(read, meeting_id))


def around(read: Connection, item_id: int) -> domain.Meeting:
    """Return the meeting of an item with what follows from its roll; of its items only that one is whole.

    Raises LookupError.
    """
    return with_roll(recorded(read, rolls.meeting_of(read, "item", item_id), whole=[item_id]))


def answered(read: Connection, meeting_id: int) -> domain.Meeting | None:
    """Return a meeting with those items whole at which anybody voted or lodged an opinion; None for none."""
    ids = {
        id_
        for part in ("division", "opinion")
        for id_ in read.execute(
            select(t.item.c.id).join(t.RECORDS[part]).where(t.item.c.meeting_id == meeting_id)
        ).scalars()
    }
    return with_roll(recorded(read, meeting_id, whole=sorted(ids))) if ids else None


def recorded(read: Connection, meeting_id: int, *, whole: Sequence[int] | None = None) -> domain.Meeting:
    """Return a meeting as it was recorded: chair and absences as noted, attendance only if there is no roll.

    With `whole`, ids of items, the others are there only as far as presence depends on them. Raises
    LookupError for one that is not there.
    """
    row = next(rows(read, select(t.meeting).where(t.meeting.c.id == meeting_id)), None)
    if row is None:
        raise LookupError(meeting_id)
    body = rolls.of_the_day(_body(read, row["body_id"]), row["rules"])
    whose, body = as_then(organisation(read) or Organisation(name=""), body, row["as_verified"])
    ids = [meeting_id]
    after = verifications.of_meeting(read, meeting_id)
    return domain.Meeting(
        **kept(
            row,
            "id",
            "date",
            "end_date",
            "place",
            "stage",
            "minuted",
            "papers_due",
            "announced_on",
            "cancelled_on",
            "cancelled_because",
            "calendar_uid",
            "opened",
            "notes_sent",
            "comments_by",
            "doors",
            "draft_sent",
        ),
        objections=minutes.objections(read, ids)(meeting_id),
        calendar_sequence=row["calendar_sequence"] or 0,
        group_meetings=agendas.group_meetings(read, ids).get(meeting_id, ()),
        sendings=agendas.sendings(read, ids).get(meeting_id, ()),
        organisation=whose,
        as_verified=bool(row["as_verified"]),
        body=body,
        rules_kept=bool(row["rules"]),
        type=next((each.name for each in body.meeting_types if each.id == row["meeting_type_id"]), None),
        start=row["starts"],
        end=row["ends"],
        chair=named_or_none(row, "chair_"),
        secretary=named_or_none(row, "secretary_"),
        recesses=tuple(
            domain.Recess(
                **kept(each, "id", "starts", "ends", "adjourned", "ends_on"), after=each["after_item_id"]
            )
            for each in parts(read, t.recess, t.meeting, ids).get(meeting_id, ())
        ),
        roll=rolls.roll(read, meeting_id),
        call_ups=rolls.call_ups(read, ids),
        attendance=_attendance(read, ids),
        absent=tuple(
            domain.Absence(id=each["id"], who=named(each), told=each["told"])
            for each in parts(read, t.absence, t.meeting, ids).get(meeting_id, ())
        ),
        items=items(read, meeting_id) if whole is None else items_around(read, meeting_id, whole),
        verifications=after.verifications,
        withdrawn=after.withdrawn,
        corrections=after.corrections,
        notices=verifications.notices(read, meeting_id),
        archived=verifications.archived(read, meeting_id),
    )


def _body(read: Connection, body_id: int) -> Body:
    (found,) = rolls.bodies(read, select(t.body).where(t.body.c.id == body_id))
    return found


def service(read: Connection, meeting_id: int) -> Service:
    """Return what follows from a meeting's roll, without the texts of its items; raises LookupError."""
    row = next(
        rows(read, select(t.meeting.c.body_id, t.meeting.c.rules).where(t.meeting.c.id == meeting_id)), None
    )
    if row is None:
        raise LookupError(meeting_id)
    body = rolls.of_the_day(_body(read, row["body_id"]), row["rules"])
    return Service(rolls.roll(read, meeting_id), rolls.agenda(read, meeting_id), body)


def item_name(read: Connection, item_id: int) -> str:
    """Return what people call an item: its paragraph, or its title while it has none; raises LookupError."""
    for row in rows(read, select(t.item.c.number, t.item.c.title).where(t.item.c.id == item_id)):
        return f"§ {row['number']}" if row["number"] else str(row["title"])
    raise LookupError(item_id)


def _attendance(read: Connection, ids: Ids) -> tuple[domain.Attendee, ...]:
    noted = parts(read, t.attendance, t.meeting, ids)
    attended = parts(read, t.attended_item, t.attendance, ids_in(noted))
    return tuple(
        domain.Attendee(
            **kept(row, "id", "attends_as", "title", "paragraphs", "partly", "remote", "came_at", "went_at"),
            who=named(row),
            serves_for=named_or_none(row, "serves_for_"),
            items=tuple(each["item_id"] for each in attended.get(row["id"], ())),
        )
        for group in noted.values()
        for row in group
    )


def assignments(read: Connection) -> tuple[Assignment, ...]:
    """Return the assignments that did not come out of an item."""
    free = t.assignment.c.item_id.is_(None)
    wanted = select(t.assignment).where(free).order_by(t.assignment.c.position, t.assignment.c.id)
    one = assignment_with(read, select(t.assignment.c.id).where(free))
    return tuple(map(one, rows(read, wanted)))
