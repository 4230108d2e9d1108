"""Attendance as it is printed: one row for each person and capacity, with the items it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from klubban.domain.meeting import Absence, Attendee, AttendsAs, Presiding
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import OnRollAs, RollLine

if TYPE_CHECKING:
    from klubban.domain.attendance import Places, Service

_BESIDE = {
    OnRollAs.ALTERNATE: AttendsAs.ALTERNATE,
    OnRollAs.CO_OPTED: AttendsAs.CO_OPTED,
    OnRollAs.STAFF_REPRESENTATIVE: AttendsAs.STAFF_REPRESENTATIVE,
    OnRollAs.OFFICIAL: AttendsAs.OFFICIAL,
    OnRollAs.GUEST: AttendsAs.GUEST,
}
"""As what somebody is printed who was there and did not serve; a member among them is one of the others."""


def attendance(service: Service) -> tuple[Attendee, ...]:
    """Return who was there: members, then those who served for them, then the others, as on the roll.

    Whoever presided first comes first. Rows together say for each item in what capacity somebody was there
    at its decision; those kept out of the room by disqualification are in none.
    """
    first = next(iter(service.presiding), None)
    lines = sorted(service.roll.lines, key=lambda line: line.id != first)
    seats = [line for line in lines if line.role.has_seat]
    own = (
        row
        for line in seats
        for row in _rows(service, line, AttendsAs.MEMBER, service.served(line.id, line.id))
    )
    others = (row for seat in seats for row in _for(service, seat))
    beside = (row for line in lines for row in _beside(service, line))
    return tuple(chain(own, others, beside))


def _for(service: Service, seat: RollLine) -> Iterator[Attendee]:
    """Walk those who served in a seat in its member's place, or in it while it was vacant."""
    for id_, places in service.service.get(seat.id, {}).items():
        if id_ != seat.id:
            for row in _rows(service, service.lines[id_], AttendsAs.SERVING_ALTERNATE, places):
                yield replace(row, serves_for=seat.who)


def _beside(service: Service, line: RollLine) -> Iterator[Attendee]:
    """Walk the rows of somebody for as long as they were there and did not serve."""
    presence = service.presence[line.id]
    if not line.stays:
        return
    served = service.serves.get(line.id)
    places = presence.there - served if served else presence.there
    attends_as = _BESIDE.get(line.role, AttendsAs.OTHER)
    yield from _rows(service, line, attends_as, places)
    alone = {place for place, near in presence.in_part if near not in presence.there}
    numbers = _numbers(service, alone - _out(service, line)) if alone else None
    if line.who and numbers:
        yield _row(line, attends_as, partly=numbers)


def _rows(service: Service, line: RollLine, attends_as: AttendsAs, places: Places) -> Iterator[Attendee]:
    """Walk one row, or two for somebody who was there in the room and remotely."""
    if not places:
        return
    presence, out = service.presence[line.id], _out(service, line)
    for remote in (False, True) if presence.remote else (False,):
        part = (places & presence.remote if remote else places - presence.remote) - out
        if not part:
            continue
        touched = [place for place, near in presence.in_part if near in part and place not in out]
        whole = len(part) == service.places and not touched
        numbers = None if whole else _numbers(service, part)
        items = () if whole or numbers else tuple(service.agenda.items[place].id for place in sorted(part))
        partly = _numbers(service, touched) if touched else None
        yield _row(line, attends_as, paragraphs=numbers, items=items, partly=partly, remote=remote)


def _row(line: RollLine, attends_as: AttendsAs, **facts: object) -> Attendee:
    assert line.who is not None  # noqa: S101 - nobody is there in a vacant seat
    return Attendee(
        id=line.id,
        who=line.who,
        attends_as=attends_as,
        serves_for=line.instead_of if attends_as is AttendsAs.MEMBER else None,
        title=line.title,
        came_at=line.stays[0].came_at,
        went_at=line.stays[-1].went_at,
        **facts,  # type: ignore[arg-type] # the facts are those of Attendee
    )


def _out(service: Service, line: RollLine) -> Places:
    """Return where somebody was kept out of the room; in the assembly they may stay in it."""
    out: Places = service.kept_out.get(line.id, frozenset())
    return out if service.body.rules.disqualified_leave else frozenset()


def _numbers(service: Service, places: Iterable[int]) -> Paragraphs | None:
    """Return the paragraphs of some places, if all of them are numbered."""
    items = service.agenda.items
    numbers = [items[place].number for place in places] if items else []
    found = [number for number in numbers if number is not None]
    return Paragraphs.of(found) if len(found) == len(numbers) else None


def presided(service: Service) -> tuple[Presiding, ...]:
    """Return those who presided, in turn, each with their paragraphs, if they are several."""
    turns: dict[int, list[int]] = {}
    for place, line in enumerate(service.presiding):
        if line is not None:
            turns.setdefault(line, []).append(place)
    return tuple(
        _presiding(service, line, places if len(turns) > 1 else ()) for line, places in turns.items()
    )


def _presiding(service: Service, line: int, places: Iterable[int]) -> Presiding:
    who = service.lines[line].who
    assert who is not None  # noqa: S101 - nobody presides from a vacant seat
    numbers = _numbers(service, places)
    items = () if numbers else tuple(service.agenda.items[place].id for place in places)
    return Presiding(who=who, paragraphs=numbers, items=items)


def absent(service: Service, told: tuple[Absence, ...]) -> tuple[Absence, ...]:
    """Return those who said that they would not come, and members who are not there either.

    Whoever came all the same is not absent; before anybody is there, only those who said so are.
    """
    there = {line.id for line in service.roll.lines if _came(service, line)}
    if not there:
        return told
    lines = {each: service.line_of(each.who) for each in told}
    found = [each for each, line in lines.items() if line is None or line.id not in there]
    noted = {line.id for line in lines.values() if line}
    missing = [
        Absence(id=0, who=line.who)
        for line in service.roll.lines
        if line.role.has_seat and line.who and line.id not in there | noted
    ]
    return (*found, *missing)


def _came(service: Service, line: RollLine) -> bool:
    """Tell whether somebody was there at any item, or a part of one."""
    presence = service.presence[line.id]
    return bool(presence.there or presence.in_part)
