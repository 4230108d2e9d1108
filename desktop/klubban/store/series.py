"""The numbers of paragraphs of a body's meetings, read for a whole series in a fixed number of queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from klubban.domain.meeting import Item, Outcome
from klubban.domain.numbering import Numbering, Paragraph, is_paragraph
from klubban.store import agendas, signings
from klubban.store import tables as t
from klubban.store.rows import kept, parts, rows

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from typing import Any

    from sqlalchemy import Connection, Select

    from klubban.store.rows import Row


def series(
    read: Connection, body_id: int, span: tuple[dt.date, dt.date] | None, meeting_id: int | None = None
) -> tuple[Numbering, ...]:
    """Return the meetings of a body that were begun, from a first to a last day, or one alone, in order."""
    own, item = t.meeting.c, t.item.c
    wanted = select(own.id).where(own.body_id == body_id)
    wanted = wanted.where(own.date.between(*span)) if span else wanted.where(own.id == meeting_id)
    put_off = select(item.id).where(item.meeting_id.in_(wanted), item.outcome == Outcome.POSTPONED)
    acts = agendas.acts(read, put_off)
    items = _items(read, wanted)
    verifications = parts(read, t.verification, t.meeting, wanted)
    own_ids = select(t.verification.c.id).where(t.verification.c.meeting_id.in_(wanted))
    signed = parts(read, t.signer, t.verification, own_ids)
    out = signings.out_of(read, own_ids)

    def paragraph(row: Row, meeting: Row) -> Paragraph:
        known = Item(
            **kept(row, "id", "title", "outcome", "unnumbered"),
            acts=acts(row["id"]) if row["outcome"] is Outcome.POSTPONED else (),
        )
        return Paragraph(
            **kept(row, "id", "title"),
            now=row["number"],
            meeting=meeting["id"],
            wants=is_paragraph(known, meeting["date"], meeting["opened"]),
            at_once=row["verified_immediately"],
        )

    found = (
        Numbering(
            **kept(row, "id", "date", "stage", "opened", "minuted"),
            items=tuple(paragraph(each, row) for each in items.get(row["id"], ())),
            done=tuple(
                each["paragraphs"]
                for each in verifications.get(row["id"], ())
                if signed.get(each["id"]) or each["id"] in out
            ),
        )
        for row in rows(
            read,
            select(own.id, own.date, own.stage, own.opened, own.minuted)
            .where(own.id.in_(wanted))
            .order_by(own.date, own.starts, own.id),
        )
    )
    return tuple(each for each in found if each.held)


def _items(read: Connection, meetings: Select[Any]) -> Mapping[int, list[Row]]:
    """Return by meeting what is needed of its items, and none of their texts."""
    own = t.item.c
    columns = (own.id, own.title, own.number, own.unnumbered, own.outcome, own.verified_immediately)
    found: dict[int, list[Row]] = {}
    wanted = select(own.meeting_id, *columns).where(own.meeting_id.in_(meetings))
    for row in rows(read, wanted.order_by(own.meeting_id, own.position, own.id)):
        found.setdefault(row["meeting_id"], []).append(row)
    return found
