"""To whom paragraphs say that they are sent, and the extracts that other bodies were sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from klubban.store import tables as t
from klubban.store import verification_tables as v


def recipients(read: Connection) -> tuple[str, ...]:
    """Return all names that paragraphs list as recipients, each once, the first listed first."""
    found = read.execute(select(t.recipient.c.name).order_by(t.recipient.c.id)).scalars()
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Arrived:
    """The extract that a body was sent last of another body's item."""

    body: str
    day: date
    sha256: str | None
    numbers: tuple[int, ...]
    """Of all paragraphs in it."""
    confidential: bool
    """Something in it is."""


def arrived(read: Connection, item_id: int, body_id: int) -> Arrived | None:
    """Return the extract with an item that a body was sent last; None where it was sent none."""
    own, sent = t.item.c, v.dispatch.c
    wanted = (
        select(sent.sha256, t.meeting.c.date, t.body.c.short, t.body.c.name, own.number)
        .join(t.item, sent.item_id == own.id)
        .join(t.meeting, own.meeting_id == t.meeting.c.id)
        .join(t.body, t.meeting.c.body_id == t.body.c.id)
        .where(sent.item_id == item_id, sent.body_id == body_id)
        .order_by(sent.sent_on.desc(), sent.id.desc())
    )
    row = read.execute(wanted).first()
    if row is None:
        return None
    together = (
        select(own.number, own.confidential)
        .join(v.dispatch, sent.item_id == own.id)
        .where(sent.sha256 == row.sha256, own.number.is_not(None))
        .order_by(own.number)
    )
    others = read.execute(together).all() if row.sha256 else []
    return Arrived(
        body=row.short or row.name,
        day=row.date,
        sha256=row.sha256,
        numbers=tuple(dict.fromkeys(each.number for each in others)),
        confidential=any(each.confidential for each in others),
    )
