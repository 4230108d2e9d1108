"""The seats of a body as the store has them: read with their names, checked, written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from klubban.domain.body import Body, Seat, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.seats import also_held, check_alternates, check_chairs, check_term
from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class Register:
    """A body with all its seats, of all times, and what people are called."""

    body: Body
    seats: tuple[Seat, ...]
    names: dict[int, str]

    @classmethod
    def of(cls, database: Database, body_id: int) -> Register:
        """Read it; raises LookupError for no such body."""
        with database.read() as read:
            body = next((each for each in reads.bodies(read) if each.id == body_id), None)
            if body is None:
                raise LookupError(body_id)
            seats = reads.seats(read, body_id)
            names = {person.id: person.name for person in reads.people(read)}
        return cls(body, seats, names)

    @classmethod
    def around(cls, database: Database, seat_id: int) -> tuple[Register, Seat]:
        """Read the register that a seat stands in, and the seat; raises LookupError."""
        with database.read() as read:
            seat = next((each for each in reads.seats(read) if each.id == seat_id), None)
        if seat is None:
            raise LookupError(seat_id)
        return cls.of(database, seat.body), seat

    def name(self, seat: Seat) -> str:
        """Return what the person in a seat is called; nothing while it is vacant."""
        return "" if seat.person is None else self.names[seat.person]

    def check(self, seat: Seat, before: Seat | None = None) -> None:
        """Raise RuleBroken when the body cannot have such a seat beside its others.

        What is as it was before is a fact, which no rule refuses when something else of the seat changes.
        """
        others = [each for each in self.seats if each.id != seat.id]
        if before is None or before.role is not seat.role:
            check_alternates(self.body.rules, seat, others)
        if before is None or _held(before) != _held(seat):
            check_term(seat.from_date, seat.to_date)
            if seat.role is SeatRole.CHAIR:
                check_chairs([*others, seat])
            if also_held(others, seat):
                name = self.name(seat)
                raise RuleBroken("{name} has a seat in {body} already", name=name, body=self.body.name)
        if before is None or (before.role, before.alternate_for) != (seat.role, seat.alternate_for):
            self._check_personal(seat, others)

    def _check_personal(self, seat: Seat, others: Sequence[Seat]) -> None:
        if seat.alternate_for is None:
            return
        if seat.role is not SeatRole.ALTERNATE:
            raise RuleBroken("Only an alternate steps in for a certain member")
        if not any(each.person == seat.alternate_for and each.role.decides for each in others):
            name = self.names[seat.alternate_for]
            raise RuleBroken("{name} is no member of {body}", name=name, body=self.body.name)


def _held(seat: Seat) -> tuple[object, ...]:
    return seat.person, seat.role, seat.from_date, seat.to_date


def insert_seat(
    change: Change,
    body_id: int,
    position: int,
    role: SeatRole,
    *,
    person: int | None = None,
    alternate_for: int | None = None,
    **facts: object,
) -> int:
    """Add a seat; `facts` are its other columns (party, represents, call_order, from_date, to_date …)."""
    return change.insert(
        "seat",
        body_id=body_id,
        position=position,
        role=role,
        person_id=person,
        alternate_for_id=alternate_for,
        **facts,
    )


def insert(change: Change, seat: Seat, position: int) -> int:
    """Add a seat as it is described, with its list of those who step in, and return its id."""
    id_ = change.insert("seat", body_id=seat.body, position=position, **columns(seat))
    for place, person in enumerate(seat.stand_ins):
        change.insert("stand_in", seat_id=id_, position=place, person_id=person)
    return id_


def columns(seat: Seat) -> dict[str, Any]:
    """Return the columns of a seat, but for its place in the list."""
    return {
        "role": seat.role,
        "person_id": seat.person,
        "party": seat.party,
        "represents": seat.represents,
        "call_order": seat.order,
        "alternate_for_id": seat.alternate_for,
        "from_date": seat.from_date,
        "to_date": seat.to_date,
        "rights": list(seat.rights),
        "note": seat.note,
    }


def last_place(change: Change, body_id: int) -> int:
    """Return the place of the last seat of a body; -1 while it has none."""
    return max((place_in(row["position"]) for row in change.rows("seat", body_id=body_id)), default=-1)


def place_of(change: Change, seat: Seat) -> int:
    """Return the place of a seat in the list of its body's; those who had it in turn share it."""
    [row] = change.rows("seat", id=seat.id)
    return place_in(row["position"])


def place_in(value: object) -> int:
    """Return a place as a number."""
    return value if isinstance(value, int) else 0
