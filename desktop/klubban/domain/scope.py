"""For whom the overview is: for somebody, for one body, or for all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from klubban.domain.body import Body, Person, Seat, SeatRole
from klubban.domain.duty import Duty, Followed
from klubban.domain.undertaken import Undertaken

WORKS = (SeatRole.SECRETARY, SeatRole.CHAIR)
"""Whose work a body's deadlines are."""


@dataclass(frozen=True, slots=True)
class Mine:
    """Somebody who works here, and the bodies whose secretary or chair they are."""

    person: Person
    bodies: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Scope:
    """All of it, unless it is narrowed."""

    body: int | None = None
    mine: Mine | None = None

    def has_body(self, body: int | None) -> bool:
        """Tell whether what a body has to do is in it."""
        if self.mine is not None:
            return body in self.mine.bodies
        return self.body is None or body == self.body

    def has(self, duty: Duty) -> bool:
        """Tell whether a duty is in it.

        Of assignments it is for somebody that they have themselves, or their bodies gave. What belongs to no
        body is everybody's who keeps a body's records.
        """
        if self.mine is not None:
            if duty.follows is Followed.ASSIGNMENT and duty.person == self.mine.person.id:
                return True
            return self.has_body(duty.body_id) or (duty.body is None and bool(self.mine.bodies))
        return self.has_body(duty.body_id)

    def has_assignment(self, one: Undertaken) -> bool:
        """Tell whether an assignment is in it."""
        return self.has_given(one.assignment.to_now.person, one.body, one.heard_by)

    def has_given(self, person: int | None, body: int | None, heard_by: int | None) -> bool:
        """Tell whether what a body gave somebody, and hears of or another does, is in it."""
        own = self.mine is not None and person == self.mine.person.id
        return own or self.has_body(body) or self.has_body(heard_by)


def folded(name: str) -> str:
    """Return a name as it is compared with others."""
    return " ".join(name.split()).casefold()


def mine(name: str, people: Iterable[Person], seats: Iterable[Seat], today: dt.date) -> Mine | None:
    """Return who somebody is by the name, and which bodies they work for; None for nobody in the register."""
    wanted = folded(name)
    person = next((each for each in people if folded(each.name) == wanted), None)
    if person is None:
        return None
    own = (seat for seat in seats if seat.person == person.id and seat.role in WORKS and seat.covers(today))
    return Mine(person, frozenset(seat.body for seat in own))


def who_may_sit_here(people: Iterable[Person], seats: Iterable[Seat], today: dt.date) -> tuple[Person, ...]:
    """Return those who are a body's secretary or chair today, secretaries first, by name."""
    known = {each.id: each for each in people}
    found: dict[int, SeatRole] = {}
    for seat in seats:
        if seat.person in known and seat.role in WORKS and seat.covers(today):
            found[seat.person] = min(found.get(seat.person, seat.role), seat.role, key=WORKS.index)
    order = sorted(found, key=lambda id_: (WORKS.index(found[id_]), known[id_].name.casefold()))
    return tuple(known[id_] for id_ in order)


def bodies_of(scope: Scope, bodies: Iterable[Body]) -> tuple[Body, ...]:
    """Return the bodies that are in it."""
    return tuple(each for each in bodies if scope.has_body(each.id))
