"""A meeting as far as its roll needs it: who is on it, what was decided about them, no texts of items."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, select

from klubban.domain import meeting as domain
from klubban.domain.body import Body, Organisation
from klubban.domain.verification import Verification
from klubban.store import rolls
from klubban.store import tables as t
from klubban.store.items import deviations, disqualifications
from klubban.store.rows import kept, named, named_or_none, names_in, parts, rows


def roll_sheet(read: Connection, meeting_id: int) -> domain.Meeting:
    """Return a meeting without the texts of its items, so cheap that it can be read at each key.

    What follows from the roll is not in it: `Service` derives that. Raises LookupError.
    """
    row = next(rows(read, select(t.meeting).where(t.meeting.c.id == meeting_id)), None)
    if row is None:
        raise LookupError(meeting_id)
    ids = select(t.meeting.c.id).where(t.meeting.c.id == meeting_id)
    body = rolls.of_the_day(_body(read, row["body_id"]), row["rules"])
    return domain.Meeting(
        **kept(row, "id", "date", "end_date", "place", "stage"),
        organisation=Organisation(name=""),
        body=body,
        type=next((each.name for each in body.meeting_types if each.id == row["meeting_type_id"]), None),
        start=row["starts"],
        end=row["ends"],
        chair=named_or_none(row, "chair_"),
        secretary=named_or_none(row, "secretary_"),
        roll=rolls.roll(read, meeting_id),
        call_ups=rolls.call_ups(read, ids),
        absent=tuple(
            domain.Absence(id=each["id"], who=named(each), told=each["told"])
            for each in parts(read, t.absence, t.meeting, ids).get(meeting_id, ())
        ),
        items=_items(read, meeting_id),
        verifications=_verifications(read, ids),
    )


def _body(read: Connection, body_id: int) -> Body:
    (found,) = rolls.bodies(read, select(t.body).where(t.body.c.id == body_id))
    return found


def _items(read: Connection, meeting_id: int) -> tuple[domain.Item, ...]:
    own = t.item.c
    ids = select(own.id).where(own.meeting_id == meeting_id)
    out, noted = disqualifications(read, ids), deviations(read, ids)
    wanted = select(own.id, own.title, own.number, own.outcome).where(own.meeting_id == meeting_id)
    return tuple(
        domain.Item(
            **kept(row, "id", "title", "number", "outcome"),
            disqualifications=out(row["id"]),
            deviations=noted(row["id"]),
        )
        for row in rows(read, wanted.order_by(own.position, own.id))
    )


def _verifications(read: Connection, ids: Select[Any]) -> tuple[Verification, ...]:
    """Return as much of the verifications as tells whether they are done."""
    found = parts(read, t.verification, t.meeting, ids)
    own = select(t.verification.c.id).where(t.verification.c.meeting_id.in_(ids))
    signers = parts(read, t.signer, t.verification, own) if found else {}
    return tuple(
        Verification(**kept(row, "id", "paragraphs"), signed_by=names_in(signers, row["id"]))
        for group in found.values()
        for row in group
    )
