"""Who, and which seat, a line of a list of members means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from klubban.domain.body import Person, Seat
from klubban.domain.seats import overlap, serves
from klubban.exchange.lists import Fault
from klubban.exchange.members import MemberLine
from klubban.i18n import N_
from klubban.operations.member_drafts import Difference, Draft
from klubban.operations.seat_rows import Register


def key(name: str) -> str:
    """Return a name as names are compared, in any case."""
    return " ".join(name.split()).casefold()


class Matching:
    """Finds what lines mean, one after the other: who was new on one is known on the next."""

    def __init__(self, register: Register, people: Iterable[Person], headings: Mapping[str, str]) -> None:
        """Take what the file holds, and the headings that faults are told of by."""
        self._register = register
        self._headings = headings
        self._people: dict[str, list[Person]] = {}
        for person in people:
            self._people.setdefault(key(person.name), []).append(person)
        self._here = {seat.person for seat in register.seats}
        self._used: set[int] = set()
        self._last = 0

    def find_person(self, draft: Draft) -> None:
        """Find who is meant; nobody for a vacant seat."""
        line = draft.line
        if line.name is None:
            return
        found = self._known(line)
        if len(found) > 1:
            expected = N_("{name} may be any of {count} in the register")
            facts = {"name": line.name, "count": len(found)}
            draft.faults.append(Fault(self._headings.get("name", ""), expected, facts))
            return
        draft.new = not found
        person = found[0] if found else Person(id=self._new_id(), key="", name=line.name)
        draft.person = self._told(draft, person)
        alike = self._people.setdefault(key(line.name), [])
        alike[:] = [each for each in alike if each.id != person.id] + [draft.person]

    def _known(self, line: MemberLine) -> list[Person]:
        """Return who may be meant; a mail address, or a seat in the body, tells namesakes apart."""
        found = self._people.get(key(line.name or ""), [])
        if line.party is not None:
            found = [each for each in found if each.party == line.party] or [
                each for each in found if each.party is None
            ]
        if len(found) > 1 and line.email:
            found = [each for each in found if key(each.email or "") == key(line.email)] or found
        if len(found) > 1:
            found = [each for each in found if each.id in self._here] or found
        return found

    def _told(self, draft: Draft, person: Person) -> Person:
        """Return somebody with what the line says of them."""
        line = draft.line
        said = {name: getattr(line, name) for name in ("party", "title", "email", "phone", "address")}
        new = {name: words for name, words in said.items() if words and words != getattr(person, name)}
        if not draft.new:
            draft.differences += [Difference(name, getattr(person, name), new[name]) for name in new]
        return replace(person, **new)

    def find_seat(self, draft: Draft) -> None:
        """Find which seat is meant, and what the line says anew of it."""
        line = draft.line
        wanted = Seat(
            id=self._new_id(),
            body=self._register.body.id,
            role=line.role,
            person=draft.person.id if draft.person else None,
            party=line.party,
            represents=line.represents,
            order=line.order,
            from_date=line.from_date,
            to_date=line.to_date,
        )
        draft.before = self._same_seat(wanted)
        if draft.before is None:
            draft.seat = wanted
            return
        self._used.add(draft.before.id)
        self._compare(draft, draft.before, wanted)

    def _same_seat(self, wanted: Seat) -> Seat | None:
        """Return the seat in the register that is meant: the latest of this person's, or one as vacant."""
        for seat in sorted(self._register.seats, key=_begins, reverse=True):
            if seat.id in self._used or seat.person != wanted.person or not overlap(seat, wanted):
                continue
            if wanted.person is None:
                if _as_vacant(seat, wanted):
                    return seat
            elif seat.role is wanted.role or (serves(seat) and serves(wanted)):
                return seat
        return None

    def _compare(self, draft: Draft, before: Seat, wanted: Seat) -> None:
        """Say what of a seat is new; from a later day on it is another seat, which follows the old one."""
        known = replace(before, party=before.party or (draft.person.party if draft.person else None))
        said = {
            name: value
            for name in ("role", "party", "represents", "order", "from_date", "to_date")
            if (value := getattr(wanted, name)) is not None and value != getattr(known, name)
        }
        draft.differences += [Difference(name, getattr(known, name), value) for name, value in said.items()]
        draft.seat = replace(before, **said)
        if before.from_date and draft.seat.from_date and before.from_date < draft.seat.from_date:
            draft.seat = replace(draft.seat, id=wanted.id)

    def fill_vacancy(self, draft: Draft) -> None:
        """Let somebody who gets a seat take a vacant one like it, which no line says is vacant."""
        wanted, person = draft.seat, draft.person
        if draft.before or wanted is None or person is None:
            return
        wanted = replace(wanted, party=wanted.party or person.party)
        for vacancy in self._register.seats:
            if vacancy.id in self._used or self._is_filled(vacancy) or not _fits(vacancy, wanted):
                continue
            self._used.add(vacancy.id)
            later = wanted.from_date is not None and vacancy.from_date != wanted.from_date
            draft.before = vacancy
            draft.seat = replace(
                vacancy,
                id=wanted.id if later else vacancy.id,
                person=person.id,
                party=vacancy.party or wanted.party,
                order=wanted.order or vacancy.order,
                from_date=wanted.from_date or vacancy.from_date,
                to_date=wanted.to_date or vacancy.to_date,
                note=None,
            )
            return

    def _is_filled(self, vacancy: Seat) -> bool:
        """Tell whether somebody was elected to a vacant seat, so that it is over."""
        return any(
            (seat.role, seat.represents) == (vacancy.role, vacancy.represents)
            and seat.from_date
            and vacancy.to_date == seat.from_date - timedelta(1)
            for seat in self._register.seats
        )

    def _new_id(self) -> int:
        self._last -= 1
        return self._last


def _begins(seat: Seat) -> date:
    return seat.from_date or date.min


def _as_vacant(seat: Seat, wanted: Seat) -> bool:
    """Tell whether a vacant seat is the one that a line means; what the line leaves out says nothing."""
    return seat.role is wanted.role and all(
        getattr(wanted, name) in (None, getattr(seat, name))
        for name in ("party", "represents", "from_date", "to_date")
    )


def _fits(vacancy: Seat, wanted: Seat) -> bool:
    """Tell whether somebody's seat is one that is vacant when it begins."""
    return (
        vacancy.person is None
        and vacancy.role is wanted.role
        and vacancy.represents == wanted.represents
        and vacancy.party in (None, wanted.party)
        and vacancy.covers(wanted.from_date or vacancy.to_date or date.max)
        and overlap(vacancy, wanted)
    )
