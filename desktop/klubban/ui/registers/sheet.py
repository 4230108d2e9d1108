"""What the page of a body or a person shows: one snapshot of the registers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from klubban.domain.body import Seat, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.service import OrderOfCall
from klubban.i18n import N_, name_key, sort_key
from klubban.store import reads
from klubban.ui.registers import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from klubban.domain.body import Body, Person
    from klubban.store.database import Database

GROUPS: tuple[tuple[SeatRole, ...], ...] = (
    (SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.SECOND_VICE_CHAIR, SeatRole.MEMBER),
    (SeatRole.ALTERNATE,),
    (SeatRole.STAFF_REPRESENTATIVE,),
    (SeatRole.CO_OPTED,),
    (SeatRole.SECRETARY,),
)
"""The roles that stand together on a body's page."""
BY_PARTY = (OrderOfCall.PARTY_CHAIN, OrderOfCall.PERSONAL, OrderOfCall.ENTERED)
"""Orders of call within each party."""


@dataclass(frozen=True)
class Registers:
    """Everybody and every body, with all seats."""

    bodies: tuple[Body, ...]
    people: tuple[Person, ...]
    seats: tuple[Seat, ...]

    @classmethod
    def of(cls, database: Database) -> Registers:
        """Read them."""
        with database.read() as read:
            return cls(reads.bodies(read), reads.people(read), reads.seats(read))

    def body(self, body_id: int | None) -> Body | None:
        """Return a body, if it is there."""
        return next((each for each in self.bodies if each.id == body_id), None)

    def person(self, person_id: int | None) -> Person | None:
        """Return somebody, if they are there."""
        return self._by_id.get(person_id or 0)

    @cached_property
    def _by_id(self) -> dict[int, Person]:
        return {each.id: each for each in self.people}


@dataclass(frozen=True)
class Sheet:
    """One body, with the registers around it."""

    body: Body
    registers: Registers
    today: date

    @cached_property
    def seats(self) -> list[Seat]:
        """Return the body's seats, past and to come too, in their order."""
        return [seat for seat in self.registers.seats if seat.body == self.body.id]

    @cached_property
    def present(self) -> list[Seat]:
        """Return the seats whose term has not ended."""
        return [seat for seat in self.seats if not seat.to_date or seat.to_date >= self.today]

    @cached_property
    def personal(self) -> dict[int, list[Seat]]:
        """Return the seats of personal alternates, by the person whose they are."""
        found: dict[int, list[Seat]] = defaultdict(list)
        for seat in self.present:
            if seat.alternate_for:
                found[seat.alternate_for].append(seat)
        return found

    @cached_property
    def places(self) -> dict[int, int]:
        """Return for each alternate's seat its place in the order of call, from 1: in the party, or of all.

        Where every member has a list of their own there is no such order.
        """
        order = self.body.rules.alternates
        if order not in BY_PARTY and order is not OrderOfCall.COMMON_LIST:
            return {}
        places: dict[int, int] = {}
        last: dict[str | None, int] = defaultdict(int)
        for seat in self.present:
            if seat.role is not SeatRole.ALTERNATE:
                continue
            person = self.registers.person(seat.person)
            party = seat.party or (person.party if person else None)
            key = party if order in BY_PARTY else None
            last[key] += 1
            places[seat.id] = last[key]
        return places

    @property
    def former(self) -> list[Seat]:
        """Return the seats whose term has ended and that somebody held, the last to leave first."""
        ended = [seat for seat in self.seats if seat.to_date and seat.to_date < self.today and seat.person]
        return sorted(ended, key=lambda seat: seat.to_date or self.today, reverse=True)

    def seat(self, seat_id: int) -> Seat | None:
        """Return one of them, if it is there."""
        return next((seat for seat in self.seats if seat.id == seat_id), None)

    def holder(self, seat: Seat) -> str:
        """Return who has a seat, or that it is vacant."""
        return words.holder(seat, self.registers.person(seat.person))

    def name(self, person_id: int | None) -> str:
        """Return what somebody is called."""
        person = self.registers.person(person_id)
        return words.named(person) if person else ""

    def term(self) -> tuple[date | None, date | None]:
        """Return the term that most seats have, which a new one likely has too."""
        terms = [(seat.from_date, seat.to_date) for seat in self.present]
        return max(terms, key=terms.count) if terms else (None, None)


def by_last_name(person: Person) -> tuple[str, str, int]:
    """Return what people are sorted by, of one name those known longer first."""
    return *name_key(person.name), person.id


def one_named(people: Iterable[Person], typed: str) -> Person:
    """Return who is meant by a name, with a party in brackets or without; raises RuleBroken."""
    wanted = sort_key(" ".join(typed.split()))
    there = list(people)
    found = [each for each in there if sort_key(words.named(each)) == wanted]
    found = found or [each for each in there if sort_key(each.name) == wanted]
    if not found:
        raise RuleBroken(N_("Nobody here is called {name}"), name=typed)
    if len(found) > 1:
        raise RuleBroken(N_("Several are called {name}; write the party in brackets too"), name=typed)
    return found[0]


def alike(people: Sequence[Person], person: Person) -> list[Person]:
    """Return others who have the same name: two entries may be one person."""
    wanted = sort_key(person.name)
    return [each for each in people if each.id != person.id and sort_key(each.name) == wanted]
