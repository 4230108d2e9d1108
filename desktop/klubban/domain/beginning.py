"""The roll that a meeting begins with: who has a seat that day, in the order that they are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from klubban.domain.body import Body, MeetingType, Named, Person, Seat, SeatRole
from klubban.domain.roll import OnRollAs, RollLine
from klubban.domain.seats import personal_alternates_left

_LAST = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What a roll is begun from."""

    body: Body
    day: dt.date
    seats: Sequence[Seat]
    """The seats of all bodies, past and coming too."""
    people: Mapping[int, Person]
    type: MeetingType | None = None

    def lines(self) -> tuple[RollLine, ...]:
        """Return everybody, not there yet; ids count from 1 in their order, and lines refer to them.

        First the presidium and the members, then alternates in the order of call, co-opted, representatives
        of the staff, the secretary, and who is invited to meetings of the type. Nobody stands there twice.
        """
        chair = self._rotated()
        ordered = sorted(self._own(), key=lambda seat: self._rank(seat, chair))
        held: set[int] = set()
        found: list[tuple[Seat | None, RollLine]] = []
        for seat in ordered:
            if seat.person is None or seat.person not in held:
                found.append((seat, self._line(seat, chair)))
                held.update(person for person in [seat.person] if person is not None)
        found += [(None, guest) for guest in self._invited([line for _seat, line in found])]
        return tuple(
            self._linked([(seat, replace(line, id=id_)) for id_, (seat, line) in enumerate(found, 1)])
        )

    def _own(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.body == self.body.id and seat.covers(self.day)]

    def _rotated(self) -> int | None:
        """Return the seat that presides because its authority's turn has come, where no chair is elected."""
        own, authority = self._own(), self.body.chaired_by(self.day.year)
        if authority is None or any(seat.role is SeatRole.CHAIR for seat in own):
            return None
        turn = authority.casefold()
        for seat in own:
            if seat.role.decides and (self._represents(seat) or "").casefold() == turn:
                return seat.id
        return None

    def _rank(self, seat: Seat, chair: int | None) -> tuple[int, int]:
        role = _ROLES.index(self._role(seat, chair))
        called = seat.order if seat.order is not None else _LAST
        return role, called if seat.role is SeatRole.ALTERNATE else 0

    @staticmethod
    def _role(seat: Seat, chair: int | None) -> OnRollAs:
        return OnRollAs.CHAIR if seat.id == chair else OnRollAs.of(seat.role)

    def _line(self, seat: Seat, chair: int | None) -> RollLine:
        person = self.people.get(seat.person) if seat.person is not None else None
        return RollLine(
            id=0,
            role=self._role(seat, chair),
            # Somebody who has left the party of their seat is named with the one they have.
            who=named(person, seat.party) if person else None,
            seat_party=seat.party,
            represents=self._represents(seat),
            title=person.title if person else None,
            since=self._since(seat),
            rights=seat.rights,
        )

    def _represents(self, seat: Seat) -> str | None:
        person = self.people.get(seat.person) if seat.person is not None else None
        return seat.represents or (person.organisation if person else None)

    def _since(self, seat: Seat) -> dt.date | None:
        """Return the first day of the unbroken time as a member, or as an alternate of those who are that."""
        if seat.person is None or seat.from_date is None:
            return None
        terms = [
            each
            for each in self.seats
            if (each.body, each.person) == (seat.body, seat.person)
            and each.role.decides == seat.role.decides
            and (each.role.decides or each.role is seat.role)
        ]
        first: dt.date | None = seat.from_date
        while first is not None:
            eve = first - dt.timedelta(1)
            before = [each.from_date for each in terms if each.covers(eve)]
            if not before:
                return first
            first = min((day for day in before if day), default=None) if None not in before else None
        return None

    def _invited(self, lines: Sequence[RollLine]) -> Iterator[RollLine]:
        """Walk those who are invited to meetings of the type, each once."""
        known = [line.who for line in lines if line.who]
        for guest, represents in self._guests():
            if not any(guest.is_same(who) for who in known):
                known.append(guest)
                person = self.people.get(guest.person or 0)
                yield RollLine(
                    id=0,
                    role=OnRollAs.GUEST,
                    who=guest,
                    represents=represents or (person.organisation if person else None),
                    title=person.title if person else None,
                )

    def _guests(self) -> Iterator[tuple[Named, str | None]]:
        for each in self.type.invited if self.type else ():
            if each.person is not None and each.person in self.people:
                yield named(self.people[each.person], None), None
            for seat in self.seats:
                person = self.people.get(seat.person or 0)
                if each.body == seat.body and seat.covers(self.day) and person:
                    yield named(person, seat.party), seat.represents
            if each.name:
                yield Named(each.name), None

    def _left(self, found: Sequence[tuple[Seat | None, RollLine]]) -> dict[int | None, int]:
        """Return the lines of vacant seats by who left them, whose own alternates still step in."""
        own = [seat for seat in self.seats if seat.body == self.body.id]
        return {
            alternate.alternate_for: line.id
            for seat, line in found
            if seat is not None and seat.person is None and line.role.has_seat
            for alternate in personal_alternates_left(own, seat, self.day)
        }

    def _linked(self, found: Sequence[tuple[Seat | None, RollLine]]) -> Iterator[RollLine]:
        """Let lines refer to one another: personal alternates, and who steps in for a member."""
        members = {line.who.person: line.id for _seat, line in found if line.role.has_seat and line.who}
        members = {**self._left(found), **members}
        alternates = {
            line.who.person: line.id for _seat, line in found if line.role is OnRollAs.ALTERNATE and line.who
        }
        for seat, line in found:
            if seat is None:
                yield line
                continue
            steps_in = (alternates.get(person) for person in seat.stand_ins)
            yield replace(
                line,
                personal_for=members.get(seat.alternate_for) if seat.alternate_for is not None else None,
                stand_ins=tuple(id_ for id_ in steps_in if id_ is not None),
            )


_ROLES = list(OnRollAs)


def named(person: Person, party: str | None) -> Named:
    """Return somebody as named on the day, with their own party, or else the one of their seat."""
    return Named(person.name, person.party or party, person.id)


def on_roll(lines: Iterable[RollLine], who: Named) -> RollLine | None:
    """Return the line of somebody, if they are on the roll: by the person, or else by the name."""
    return next((line for line in lines if who.is_same(line.who)), None)
