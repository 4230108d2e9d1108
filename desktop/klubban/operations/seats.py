"""Seats: who was elected to what, from when and until when, and who comes after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypedDict, Unpack

from klubban.domain.body import Seat, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import Right
from klubban.domain.seats import also_held, personal_alternates_left, vacancy_after
from klubban.i18n import N_
from klubban.operations.lists import put_rows
from klubban.operations.naming import one_line
from klubban.operations.seat_rows import Register, columns, insert, last_place, place_in, place_of
from klubban.store import reads
from klubban.store.change import Change, id_of
from klubban.store.database import Database


class SeatFacts(TypedDict, total=False):
    """What is known of a seat beside its role; `order` is its place in the order of call."""

    person_id: int | None
    party: str | None
    represents: str | None
    alternate_for: int | None
    from_date: date | None
    to_date: date | None
    order: int | None
    rights: Sequence[Right]
    note: str | None


class ChangedSeat(SeatFacts, total=False):
    """What can be said anew of a seat."""

    role: SeatRole


def add_seat(database: Database, body_id: int, role: SeatRole, **facts: Unpack[SeatFacts]) -> int:
    """Add a seat to a body, after its others, and return its id; without a person it is vacant.

    Raises RuleBroken for what the body cannot have, LookupError for no such body.
    """
    register = Register.of(database, body_id)
    seat = _with(Seat(id=0, body=body_id, role=role), facts)
    register.check(seat)
    name = register.name(seat)
    with database.change(
        N_("Give {name} a seat in {body}") if name else N_("Add a vacant seat in {body}"),
        place=("body", body_id),
        name=name,
        body=register.body.name,
    ) as change:
        return insert(change, seat, last_place(change, body_id) + 1)


def change_seat(
    database: Database, seat_id: int, *, run: str | None = None, **facts: Unpack[ChangedSeat]
) -> None:
    """Say anew what is known of a seat; raises RuleBroken for what the body cannot have, LookupError.

    This corrects what was written wrongly. Somebody who leaves resigns, so that minutes and figures of the
    time before stay.
    """
    register, before = Register.around(database, seat_id)
    seat = _with(before, facts)
    register.check(seat, before)
    name = register.name(seat)
    with database.change(
        N_("Change the seat of {name}") if name else N_("Change a vacant seat in {body}"),
        place=("body", seat.body),
        run=run,
        name=name,
        body=register.body.name,
    ) as change:
        change.update("seat", seat_id, **columns(seat))


def move_seat(database: Database, seat_id: int, place: int) -> None:
    """Put a seat in the place that another has in the list of its body's seats, counted from 0.

    Those who had the seat before and after, in mid-term, move along.
    """
    register, seat = Register.around(database, seat_id)
    with database.change(
        N_("Move a seat in {body}"), place=("body", seat.body), body=register.body.name
    ) as change:
        rows = {id_of(row): place_in(row["position"]) for row in change.rows("seat", body_id=seat.body)}
        target = rows[register.seats[max(0, min(place, len(register.seats) - 1))].id]
        places = list(dict.fromkeys(rows[each.id] for each in register.seats))
        at = places.index(target)
        places.remove(rows[seat_id])
        places.insert(at, rows[seat_id])
        for id_, position in rows.items():
            change.update("seat", id_, position=places.index(position))


def remove_seat(database: Database, seat_id: int) -> None:
    """Take away a seat that was a slip; raises RuleBroken when its person was at a meeting in the term."""
    register, seat = Register.around(database, seat_id)
    name = register.name(seat)
    with database.change(
        N_("Remove the seat of {name}") if name else N_("Remove a vacant seat in {body}"),
        place=("body", seat.body),
        name=name,
        body=register.body.name,
    ) as change:
        if _sat(change, seat):
            raise RuleBroken("{name} has been at meetings in this seat; end the term instead", name=name)
        change.delete_whole("seat", seat_id)


def resign(database: Database, seat_id: int, day: date, *, note: str | None = None) -> int | None:
    """End a term on a day, its last; return the vacant seat that begins the day after, to the term's end.

    A seat that nobody is elected to again (a secretary's, or a co-opted person's who represents nobody)
    leaves no vacancy. Raises RuleBroken for a vacant seat, and for a day outside the term.
    """
    register, seat = Register.around(database, seat_id)
    if seat.person is None:
        raise RuleBroken("The seat is vacant already")
    name = register.name(seat)
    if not seat.covers(day):
        raise RuleBroken("{name} does not have the seat on {day}", name=name, day=day.isoformat())
    with database.change(
        N_("Note that {name} leaves the seat in {body}"),
        place=("body", seat.body),
        name=name,
        body=register.body.name,
    ) as change:
        return _vacate(change, seat, day, note)


def elect(database: Database, seat_id: int, person_id: int, day: date, *, note: str | None = None) -> int:
    """Elect somebody to a vacant seat from a day on (fyllnadsval), and return their seat.

    `seat_id` is the vacant seat, or the one whose term has ended. Whoever moves up within the body leaves
    the seat they had; everybody else keeps their place in the order, and the personal alternates of who left
    step in for who comes. Raises RuleBroken when the seat is not vacant that day, or the body cannot have it
    so.
    """
    register, seat = Register.around(database, seat_id)
    vacancy = seat if seat.person is None else vacancy_after(register.seats, seat, day)
    if vacancy is None or not vacancy.covers(day):
        raise RuleBroken("The seat is not vacant on {day}; note the resignation first", day=day.isoformat())
    wanted = replace(vacancy, person=person_id, from_date=day, note=_line(note))
    left = also_held(register.seats, wanted)
    _check_moving(register, wanted, left)
    with database.change(
        N_("Elect {name} to {body}"),
        place=("body", seat.body),
        name=register.names[person_id],
        body=register.body.name,
    ) as change:
        again = _vacate(change, left, day - timedelta(1), None) if left else None
        for alternate in personal_alternates_left(register.seats, vacancy, day):
            if alternate != left:
                _begin(change, alternate, replace(alternate, alternate_for=person_id, from_date=day))
            elif again:
                change.update("seat", again, alternate_for_id=person_id)
        return _begin(change, vacancy, wanted)


def _check_moving(register: Register, wanted: Seat, left: Seat | None) -> None:
    """Raise RuleBroken when somebody cannot have a seat even if they leave the one they have."""
    leaves = (
        left
        and left.role is not wanted.role
        and (left.from_date or date.min) < (wanted.from_date or date.max)
    )
    gone = {wanted.id, left.id} if left and leaves else {wanted.id}
    others = tuple(each for each in register.seats if each.id not in gone)
    replace(register, seats=others).check(replace(wanted, id=0))


def _begin(change: Change, before: Seat, seat: Seat) -> int:
    """Let a seat be another from its first day on, and return the one that it is then."""
    if before.from_date == seat.from_date:
        change.update("seat", before.id, **columns(seat))
        return before.id
    assert seat.from_date  # noqa: S101 - an election has a day
    change.update("seat", before.id, to_date=seat.from_date - timedelta(1))
    return insert(change, seat, place_of(change, before))


def set_stand_ins(database: Database, seat_id: int, person_ids: Sequence[int]) -> None:
    """List who steps in for a member, in order, in a body that has such lists.

    Raises RuleBroken for somebody who is no alternate of the body, and for a seat that does not decide.
    """
    register, seat = Register.around(database, seat_id)
    if not seat.role.decides:
        raise RuleBroken("Only a member has a list of alternates")
    alternates = {each.person for each in register.seats if each.role is SeatRole.ALTERNATE}
    people = list(dict.fromkeys(person_ids))
    for person in people:
        if person not in alternates:
            raise RuleBroken(
                "{name} is no alternate of {body}", name=register.names[person], body=register.body.name
            )
    with database.change(
        N_("List who steps in for {name}"), place=("body", seat.body), name=register.name(seat)
    ) as change:
        put_rows(change, "stand_in", "seat", seat_id, [{"person_id": each} for each in people])


def _with(seat: Seat, facts: ChangedSeat | SeatFacts) -> Seat:
    """Return a seat with facts said anew, their words on one line."""
    given: dict[str, Any] = dict(facts)
    if "person_id" in given:
        given["person"] = given.pop("person_id")
    if "rights" in given:
        given["rights"] = tuple(dict.fromkeys(Right(each) for each in given["rights"]))
    for name in given.keys() & {"party", "represents", "note"}:
        given[name] = _line(given[name])
    return replace(seat, **given)


def _vacate(change: Change, seat: Seat, day: date, note: str | None) -> int | None:
    """End a term after a day, and leave the seat vacant for the rest of it."""
    change.update("seat", seat.id, to_date=day, note=_line(note) or seat.note)
    elected = seat.role.decides or seat.role in (SeatRole.ALTERNATE, SeatRole.STAFF_REPRESENTATIVE)
    if seat.to_date == day or not (elected or seat.represents):
        return None
    party = seat.party or _party(change, seat.person)
    vacancy = replace(seat, person=None, party=party, from_date=day + timedelta(1), note=None)
    return insert(change, vacancy, place_of(change, seat))


def _party(change: Change, person_id: int | None) -> str | None:
    [row] = change.rows("person", id=person_id)
    return None if row["party"] is None else str(row["party"])


def _sat(change: Change, seat: Seat) -> bool:
    """Tell whether the person in a seat is noted at a meeting of its body within its term."""
    if seat.person is None:
        return False
    there = {each.id for each in reads.meetings(change.connection, seat.body) if seat.covers(each.date)}
    noted = [
        *change.rows("attendance", person_id=seat.person),
        *change.rows("roll_line", who_person_id=seat.person),
    ]
    return any(row["meeting_id"] in there for row in noted)


def _line(words: str | None) -> str | None:
    return one_line(words or "") or None
