"""Bodies with what belongs to them, and the roll of a meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, select

from klubban.domain import roll as domain
from klubban.domain.body import Body, Invited, MeetingType
from klubban.domain.habits import habits_of
from klubban.domain.meeting import Item, Stage
from klubban.domain.rules import BodyKind, plain_rules, rules_of
from klubban.domain.verification import is_apart
from klubban.store import tables as t
from klubban.store.items import deviations, disqualifications
from klubban.store.roll_lines import lines as lines_in
from klubban.store.rows import Ids, Row, kept, named, named_or_none, parts, rows


def bodies(read: Connection, wanted: Select[Any]) -> tuple[Body, ...]:
    """Return the bodies of a query for rows of their table, in a fixed number of queries."""
    ids = select(t.body.c.id)
    types = parts(read, t.meeting_type, t.body, ids)
    invited = parts(read, t.invited, t.meeting_type, select(t.meeting_type.c.id)) if types else {}

    def meeting_type(row: Row) -> MeetingType:
        return MeetingType(
            **kept(row, "id", "name", "per_year"),
            invited=tuple(
                Invited(**kept(each, "id", "name"), person=each["person_id"], body=each["body_id"])
                for each in invited.get(row["id"], ())
            ),
        )

    return tuple(_body(row, tuple(map(meeting_type, types.get(row["id"], ())))) for row in rows(read, wanted))


def _body(row: Row, types: tuple[MeetingType, ...]) -> Body:
    own = kept(
        row, "id", "key", "name", "kind", "short", "seats", "purpose", "mandate", "review_date",
        "rotation", "rotation_from", "absence_to", "distribution", "scale", "areas", "sources",
    )  # fmt: skip
    return Body(
        **own,
        parent=row["parent_id"],
        rules=rules_of(BodyKind(row["kind"]), row["rules"]),
        chains={party: tuple(chain) for party, chain in row["chains"].items()},
        meeting_types=types,
        habits=habits_of(row["habits"]),
        reports_to=row["reports_to_id"],
    )


def of_the_day(body: Body, kept: dict[str, Any]) -> Body:
    """Return a body as it was when a roll was begun, or as it is where nothing was kept of that."""
    if not kept:
        return body
    chains = {party: tuple(chain) for party, chain in kept["chains"].items()}
    return replace(body, seats=kept["seats"], chains=chains, rules=rules_of(body.kind, kept["rules"]))


def to_keep(body: Body) -> dict[str, Any]:
    """Return what is kept of a body's rules for one meeting."""
    chains = {party: list(chain) for party, chain in body.chains.items()}
    return {"seats": body.seats, "rules": plain_rules(body.rules), "chains": chains}


def roll(read: Connection, meeting_id: int) -> domain.RollCall:
    """Return the roll of a meeting; an empty one before it is begun."""
    return rolls(read, [meeting_id]).get(meeting_id, domain.RollCall())


def rolls(read: Connection, ids: Ids) -> dict[int, domain.RollCall]:
    """Return the rolls of the meetings with these ids that have one, in a fixed number of queries."""
    lines: dict[int, list[domain.RollLine]] = {}
    for id_, line in lines_in(read, "meeting_id", ids):
        lines.setdefault(id_, []).append(line)
    rulings = parts(read, t.ruling, t.meeting, ids) if lines else {}
    return {
        id_: domain.RollCall(lines=tuple(found), rulings=tuple(map(_ruling, rulings.get(id_, ()))))
        for id_, found in lines.items()
    }


def line(read: Connection, line_id: int) -> tuple[int, domain.RollLine]:
    """Return one line of a roll, with the id of its meeting; raises LookupError."""
    for found in lines_in(read, "id", [line_id]):
        return found
    raise LookupError(line_id)


def _ruling(row: Row) -> domain.Ruling:
    return domain.Ruling(
        **kept(row, "id", "reason"),
        place=row["place_id"],
        serves=row["serves_id"],
        first=row["first_item_id"],
        last=row["last_item_id"],
    )


def agenda(read: Connection, meeting_id: int) -> domain.Agenda:
    """Return the items of a meeting as far as presence needs them, without their texts."""
    ids = select(t.meeting.c.id).where(t.meeting.c.id == meeting_id)
    return agendas(read, ids).get(meeting_id, domain.Agenda(()))


def order(read: Connection, meeting_id: int) -> domain.Agenda:
    """Return the items of a meeting in their order, without what was noted about them."""
    own = t.item.c
    wanted = select(own.id, own.title, own.number).where(own.meeting_id == meeting_id)
    found = rows(read, wanted.order_by(own.position, own.id))
    return domain.Agenda(tuple(domain.AgendaItem(**kept(row, "id", "title", "number")) for row in found))


def is_verified(read: Connection, meeting_id: int) -> bool:
    """Tell whether the protocol is verified; paragraphs that have one of their own are not all of it.

    Raises LookupError.
    """
    own = t.verification.c
    for (stage,) in read.execute(select(t.meeting.c.stage).where(t.meeting.c.id == meeting_id)):
        if stage.has_reached(Stage.VERIFIED):
            return True
        done = select(own.paragraphs).join(t.signer).where(own.meeting_id == meeting_id, own.immediate == 0)
        signed = read.execute(done.distinct()).scalars().all()
        return bool(signed) and not all(is_apart(each, _secrecy(read, meeting_id)) for each in signed)
    raise LookupError(meeting_id)


def _secrecy(read: Connection, meeting_id: int) -> list[tuple[int | None, bool]]:
    """Return the numbers of a meeting's items, and whether each is confidential."""
    own = t.item.c
    wanted = select(own.number, own.confidential).where(own.meeting_id == meeting_id)
    return [(number, bool(confidential)) for number, confidential in read.execute(wanted)]


def meeting_of(read: Connection, table: str, id_: int) -> int:
    """Return the meeting that a row is part of, itself or by its item; raises LookupError."""
    own = t.RECORDS[table].c
    wanted = (
        select(own.meeting_id) if "meeting_id" in own else select(t.item.c.meeting_id).join(t.RECORDS[table])
    )
    for (meeting_id,) in read.execute(wanted.where(own.id == id_)):
        return int(meeting_id)
    raise LookupError(table, id_)


def row_of(read: Connection, table: str, id_: int) -> Row:
    """Return a row of a table; raises LookupError."""
    for row in rows(read, select(t.RECORDS[table]).where(t.RECORDS[table].c.id == id_)):
        return row
    raise LookupError(table, id_)


def agendas(read: Connection, ids: Select[Any]) -> dict[int, domain.Agenda]:
    """Return the agendas of the meetings with these ids, of those that have items."""
    own = t.item.c
    items = select(own.id).where(own.meeting_id.in_(ids))
    out, noted = disqualifications(read, items), deviations(read, items)
    found: dict[int, list[domain.AgendaItem]] = {}
    wanted = select(own.id, own.title, own.number, own.meeting_id).where(own.meeting_id.in_(ids))
    for id_, title, number, meeting_id in read.execute(wanted.order_by(own.position, own.id)).all():
        stood_aside = out(id_)
        if stood_aside:
            took_part = Item(id=id_, title=title, disqualifications=stood_aside, deviations=noted(id_))
            kept_out = took_part.kept_out
        else:
            kept_out = ()
        item = domain.AgendaItem(id=id_, title=title, number=number, disqualified=kept_out)
        found.setdefault(meeting_id, []).append(item)
    return {id_: domain.Agenda(tuple(each)) for id_, each in found.items()}


def call_ups(read: Connection, ids: Ids) -> tuple[domain.CallUp, ...]:
    """Return the alternates who were asked before the meeting with one of these ids."""
    return tuple(
        domain.CallUp(**kept(row, "id", "asked", "answer"), who=named(row), for_=named_or_none(row, "for_"))
        for group in parts(read, t.call_up, t.meeting, ids).values()
        for row in group
    )
