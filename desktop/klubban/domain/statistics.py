"""How often those who have seats attend, counted from the day the seat was taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from klubban.domain.body import Named, Person, Seat, SeatRole
from klubban.domain.roll import OnRollAs


@dataclass(frozen=True, slots=True)
class Sent:
    """Somebody came in a member's place: the persons' ids, None for one who is not in the register."""

    member: int
    came: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """Somebody at a meeting, as what, and when as far as it was noted."""

    who: Named
    role: OnRollAs
    serves: bool = False
    """They served in a seat that is not theirs."""
    partly: bool = False
    """They are noted for a part of the meeting only."""
    came_at: time | None = None
    went_at: time | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that was held, and the ids of those who attended any part of it."""

    day: date
    present: frozenset[int]
    served: frozenset[int] = frozenset()
    """Ids of those who served in a seat that is not theirs."""
    sent: frozenset[Sent] = frozenset()
    body: int = 0
    start: time | None = None
    end: time | None = None
    last_day: date | None = None
    """The day on which it ended; None for the same day."""
    came: tuple[Came, ...] = ()
    """Everybody who was there, each once."""


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


@dataclass(frozen=True, slots=True)
class Served:
    """How often an alternate came and served, of the meetings held while they were one."""

    person: Person
    held: int
    present: int
    served: int


@dataclass(frozen=True, slots=True)
class Turnout:
    """Of how many members with seats that day how many came, and how many others served in their place."""

    day: date
    members: int
    present: int
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class Average:
    """The mean of some meetings: present, of so many members, and others serving in their place."""

    meetings: int
    members: float
    present: float
    replaced: float


def attended(seats: Iterable[Seat], people: Iterable[Person], meetings: Sequence[Held]) -> list[Attended]:
    """Return how often each person with a seat attended, in the order of the seats, each person once.

    Meetings before a seat was taken or after it was left do not count; the secretary's seat is none of these.
    """
    known = {person.id: person for person in people}
    terms = _by_person(seat for seat in seats if seat.role is not SeatRole.SECRETARY)
    return [_counted(known[person], own, meetings) for person, own in terms.items()]


def members(seats: Iterable[Seat], people: Iterable[Person], meetings: Sequence[Held]) -> list[Attended]:
    """Return how often each member attended, from the day they became one."""
    return attended([seat for seat in seats if seat.role.decides], people, meetings)


def alternates(seats: Sequence[Seat], people: Iterable[Person], meetings: Sequence[Held]) -> list[Served]:
    """Return how often each alternate came and served; nobody is absent who was not needed."""
    known = {person.id: person for person in people}
    own = _by_person(seat for seat in seats if seat.role is SeatRole.ALTERNATE)
    as_member = _by_person(seat for seat in seats if seat.role.decides)
    return [
        _stepped_in(
            known[person], [each for each in meetings if not _has(as_member.get(person, ()), each)], of
        )
        for person, of in own.items()
    ]


def others(seats: Iterable[Seat], people: Iterable[Person], meetings: Sequence[Held]) -> list[Attended]:
    """Return how often those attended who are neither members nor alternates."""
    beside = (SeatRole.CO_OPTED, SeatRole.STAFF_REPRESENTATIVE)
    return attended([seat for seat in seats if seat.role in beside], people, meetings)


def turnout(seats: Sequence[Seat], meetings: Iterable[Held]) -> list[Turnout]:
    """Return for each meeting how many of the members came."""
    found = []
    for meeting in meetings:
        own = {seat.person for seat in seats if seat.role.decides and seat.covers(meeting.day)} - {None}
        stepped_in = meeting.served | {sent.came for sent in meeting.sent if sent.came is not None}
        unknown = sum(sent.came is None for sent in meeting.sent)
        found.append(
            Turnout(meeting.day, len(own), len(own & meeting.present), len(stepped_in - own) + unknown)
        )
    return found


def average(turnouts: Sequence[Turnout]) -> Average | None:
    """Return the mean of some meetings; None for none."""
    count = len(turnouts)
    if not count:
        return None
    return Average(
        count,
        sum(each.members for each in turnouts) / count,
        sum(each.present for each in turnouts) / count,
        sum(each.replaced for each in turnouts) / count,
    )


def by_body(seats: Iterable[Seat], meetings: Iterable[Held]) -> dict[int, Average]:
    """Return the average of each body that met, by its id."""
    own: dict[int, list[Seat]] = {}
    for seat in seats:
        own.setdefault(seat.body, []).append(seat)
    held: dict[int, list[Held]] = {}
    for meeting in meetings:
        held.setdefault(meeting.body, []).append(meeting)
    found = {body: average(turnout(own.get(body, ()), each)) for body, each in held.items()}
    return {body: mean for body, mean in found.items() if mean is not None}


def _by_person(seats: Iterable[Seat]) -> dict[int, list[Seat]]:
    terms: dict[int, list[Seat]] = {}
    for seat in seats:
        if seat.person is not None:
            terms.setdefault(seat.person, []).append(seat)
    return terms


def _counted(person: Person, seats: Sequence[Seat], meetings: Sequence[Held]) -> Attended:
    held = [meeting for meeting in meetings if _has(seats, meeting)]
    return Attended(person, len(held), sum(person.id in meeting.present for meeting in held))


def _stepped_in(person: Person, meetings: Sequence[Held], seats: Sequence[Seat]) -> Served:
    found = _counted(person, seats, meetings)
    served = sum(person.id in meeting.served for meeting in meetings if _has(seats, meeting))
    return Served(person, found.held, found.present, served)


def _has(seats: Iterable[Seat], meeting: Held) -> bool:
    return any(seat.covers(meeting.day) for seat in seats)
