"""What a line of a list of members would do, as it is being found out and as it is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from klubban.domain.body import Person, Seat
from klubban.exchange.lists import Fault
from klubban.exchange.members import MemberLine


class Does(StrEnum):
    """What a line does."""

    NEW_PERSON = "new_person"
    """Somebody who is not in the register gets a seat."""
    NEW_SEAT = "new_seat"
    """Somebody who is in the register gets a seat."""
    VACANT_SEAT = "vacant_seat"
    CHANGES = "changes"
    NOTHING = "nothing"
    """All of it is known."""
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that a line says anew, by its field; None where nothing is known."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What one line does. People and seats that are new have ids below 0."""

    line: MemberLine
    does: Does
    differences: tuple[Difference, ...] = ()
    faults: tuple[Fault, ...] = ()
    person: Person | None = None
    before: Seat | None = None
    seat: Seat | None = None
    """The seat as it will be; with another id than the one before when that ends on the eve."""


@dataclass(slots=True)
class Draft:
    """A line on its way to being planned."""

    line: MemberLine
    faults: list[Fault]
    person: Person | None = None
    new: bool = False
    """Nobody in the register is this person; ids of what is new are below 0."""
    before: Seat | None = None
    seat: Seat | None = None
    differences: list[Difference] = field(default_factory=list)

    def planned(self) -> Planned:
        """Return it finished."""
        if self.faults:
            return Planned(line=self.line, does=Does.FAULTY, faults=tuple(self.faults))
        return Planned(
            line=self.line,
            does=self.does(),
            differences=tuple(self.differences),
            person=self.person,
            before=self.before,
            seat=self.seat,
        )

    def does(self) -> Does:
        """Return what the line does when nothing is wrong with it."""
        who = self.person and self.person.id
        if self.before and self.before.person == who:
            return Does.CHANGES if self.differences else Does.NOTHING
        if who is None:
            return Does.VACANT_SEAT
        return Does.NEW_PERSON if self.new else Does.NEW_SEAT
