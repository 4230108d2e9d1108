"""How often those who have seats attend, counted from the day the seat was taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from klubban.domain.body import Person, Seat, SeatRole


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that was held, and the ids of those who attended any part of it."""

    day: date
    present: frozenset[int]


@dataclass(frozen=True, slots=True)
class Attended:
    """How many meetings were held while somebody had a seat, and how many of them they attended."""

    person: Person
    held: int
    present: int

    @property
    def share(self) -> float | None:
        """Return the part attended, from 0 to 1; None when no meeting was held."""
        return self.present / self.held if self.held else None


def attended(seats: Iterable[Seat], people: Iterable[Person], meetings: Sequence[Held]) -> list[Attended]:
    """Return how often each person with a seat attended, in the order of the seats, each person once.

    Meetings before a seat was taken or after it was left do not count; the secretary's seat is none of these.
    """
    known = {person.id: person for person in people}
    terms: dict[int, list[Seat]] = {}
    for seat in seats:
        if seat.person is not None and seat.role is not SeatRole.SECRETARY:
            terms.setdefault(seat.person, []).append(seat)
    return [_counted(known[person], own, meetings) for person, own in terms.items()]


def _counted(person: Person, seats: Sequence[Seat], meetings: Sequence[Held]) -> Attended:
    held = [meeting for meeting in meetings if any(_covers(seat, meeting.day) for seat in seats)]
    return Attended(person, len(held), sum(person.id in meeting.present for meeting in held))


def _covers(seat: Seat, day: date) -> bool:
    return (seat.from_date or day) <= day <= (seat.to_date or day)
