"""Who was at many meetings: presence alone, in one query for each table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, select

from klubban.domain.attendance import Service
from klubban.domain.body import Named
from klubban.domain.meeting import AttendsAs
from klubban.domain.roll import Agenda, OnRollAs, RollLine
from klubban.domain.statistics import Came, Held, Sent
from klubban.store import rolls
from klubban.store import tables as t
from klubban.store.rows import Row, named, named_or_none, parts, rows


def held(read: Connection, first: date, last: date, body_id: int | None = None) -> list[Held]:
    """Return the meetings in a period, both days in it, at which somebody is noted as present.

    Of one body or of all, by date and start. Where a roll was called presence is derived from it.
    """
    own = t.meeting.c
    wanted = select(own.id).where(own.date.between(first, last))
    if body_id is not None:
        wanted = wanted.where(own.body_id == body_id)
    called = rolls.rolls(read, wanted)
    agendas = rolls.agendas(read, wanted)
    whose = select(t.body) if body_id is None else select(t.body).where(t.body.c.id == body_id)
    bodies = {body.id: body for body in rolls.bodies(read, whose)}
    noted = parts(read, t.attendance, t.meeting, wanted)
    attended = _attended(read, wanted)
    found = []
    columns = (own.id, own.body_id, own.date, own.starts, own.ends, own.end_date, own.rules)
    for row in rows(read, select(*columns).where(own.id.in_(wanted)).order_by(own.date, own.starts, own.id)):
        agenda = agendas.get(row["id"], Agenda(()))
        if row["id"] in called:
            body = rolls.of_the_day(bodies[row["body_id"]], row["rules"])
            meeting = _by_roll(row, Service(called[row["id"]], agenda, body))
        else:
            meeting = _by_rows(row, noted.get(row["id"], ()), attended, agenda)
        if meeting.came:
            found.append(meeting)
    return found


def _attended(read: Connection, meetings: Select[Any]) -> frozenset[int]:
    """Return the rows of attendance that are for some items only."""
    own = select(t.attendance.c.id).where(t.attendance.c.meeting_id.in_(meetings))
    wanted = select(t.attended_item.c.attendance_id).where(t.attended_item.c.attendance_id.in_(own))
    return frozenset(row["attendance_id"] for row in rows(read, wanted))


def _held(row: Row, came: Sequence[Came], sent: set[Sent]) -> Held:
    return Held(
        row["date"],
        present=frozenset(each.who.person for each in came if each.who.person is not None),
        served=frozenset(each.who.person for each in came if each.serves and each.who.person is not None),
        sent=frozenset(sent),
        body=row["body_id"],
        start=row["starts"],
        end=row["ends"],
        last_day=row["end_date"],
        came=tuple(came),
    )


# --- where a roll was called


def _by_roll(row: Row, service: Service) -> Held:
    lines = [line for line in service.roll.lines if line.who and line.stays]
    stood_in: set[tuple[int, int]] = set()
    if any(line.role is OnRollAs.ALTERNATE for line in lines):  # who serves is worked out only if need be
        stood_in = {(line, seat) for at in service.serving for line, seat in at.items() if line != seat}
    instead = [(line.instead_of, line.who) for line in lines]
    instead += [(service.roll.line(seat).who, service.roll.line(line).who) for line, seat in stood_in]
    sent = {Sent(of.person, came.person) for of, came in instead if of and came and of.person}
    serving = {line for line, _seat in stood_in}
    return _held(row, [_line(service, line, serves=line.id in serving) for line in lines], sent)


def _line(service: Service, line: RollLine, *, serves: bool) -> Came:
    first, last, presence = line.stays[0], line.stays[-1], service.presence[line.id]
    return Came(
        who=line.who or Named(""),
        role=line.role,
        serves=serves,
        partly=bool(presence.in_part) or len(presence.there) < service.places,
        came_at=first.came_at,
        went_at=last.went_at,
    )


# --- where there are rows of attendance


def _by_rows(row: Row, noted: Sequence[Row], attended: frozenset[int], agenda: Agenda) -> Held:
    sent: set[Sent] = set()
    groups: dict[object, list[Row]] = {}
    for each in noted:
        groups.setdefault(each["person_id"] or (each["name"], each["party"]), []).append(each)
        member = named_or_none(each, "serves_for_")
        if member and member.person:
            sent.add(Sent(member.person, each["person_id"]))
    came = [_person(group, attended, agenda) for group in groups.values()]
    return _held(row, came, sent)


def _person(group: Sequence[Row], attended: frozenset[int], agenda: Agenda) -> Came:
    """Return somebody who may stand in several rows: as alternate, and as serving for some paragraphs."""
    first = group[0]
    limited = [each["paragraphs"] or each["partly"] or each["id"] in attended for each in group]
    numbers = {item.number for item in agenda.items if item.number is not None}
    covered = {number for each in group for number in each["paragraphs"] or ()}
    came = [each["came_at"] for each in group if each["came_at"]]
    went = [each["went_at"] for each in group if each["went_at"]]
    return Came(
        who=named(first),
        role=AttendsAs(first["attends_as"]).on_roll,
        serves=any(each["attends_as"] == AttendsAs.SERVING_ALTERNATE for each in group),
        partly=all(limited) and not (numbers and covered >= numbers),
        came_at=min(came, default=None),
        went_at=max(went, default=None),
    )
