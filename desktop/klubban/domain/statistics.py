"""How often those who have seats attend, counted from the day the seat was taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
class Group:
    """How often those attended who have seats for one party or organisation; without a name for neither."""

    name: str | None
    seats: int
    """The most that they had on the day of a meeting."""
    held: int
    """Meetings held while they had any."""
    places: int
    """How often somebody could have attended: a seat at a meeting each."""
    present: int
    """How often somebody did."""

    @property
    def share(self) -> float | None:
        """Return the part attended, from 0 to 1; None when no meeting was held."""
        return self.present / self.places if self.places else None


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


def by_party(seats: Sequence[Seat], people: Iterable[Person], meetings: Sequence[Held]) -> list[Group]:
    """Return how often the members of each party attended, in the order of the seats."""
    known = {person.id: person for person in people}
    own = [seat for seat in seats if seat.role.decides and seat.person is not None]
    return _grouped(own, lambda seat: party_of(seat, known), meetings, came_oneself)


def by_organisation(seats: Sequence[Seat], people: Iterable[Person], meetings: Sequence[Held]) -> list[Group]:
    """Return how often each organisation was represented, by whom it appointed or sent, or by an alternate.

    Seats that represent no organisation are not among them.
    """
    known = {person.id: person for person in people}
    own = [
        seat
        for seat in seats
        if seat.role not in (SeatRole.ALTERNATE, SeatRole.SECRETARY)
        and seat.person is not None
        and organisation_of(seat, known)
    ]
    return _grouped(
        own, lambda seat: organisation_of(seat, known), meetings, represented_by(tuple(seats), known)
    )


def party_of(seat: Seat, known: dict[int, Person]) -> str | None:
    """Return the party whose seat it is."""
    return seat.party or (known[seat.person].party if seat.person else None)


def organisation_of(seat: Seat, known: dict[int, Person]) -> str | None:
    """Return the organisation that a seat represents, or that its person without a party comes from."""
    if seat.represents or seat.person is None or party_of(seat, known):
        return seat.represents
    return known[seat.person].organisation


def represented_by(seats: Sequence[Seat], known: dict[int, Person]) -> Callable[[Seat, Held], bool]:
    """Return what tells whether a seat's organisation was represented at a meeting.

    It was when its member came, when another came whom it sent, or when its own alternate served.
    """
    alternates = [seat for seat in seats if seat.role is SeatRole.ALTERNATE and seat.person is not None]

    def represented(seat: Seat, meeting: Held) -> bool:
        if seat.person in meeting.present:
            return True
        organisation = organisation_of(seat, known)
        here = {each.person: organisation_of(each, known) for each in alternates if each.covers(meeting.day)}
        return any(
            sent.member == seat.person and here.get(sent.came, organisation) == organisation
            for sent in meeting.sent
        ) or any(its == organisation and person in meeting.present for person, its in here.items())

    return represented


def came_oneself(seat: Seat, meeting: Held) -> bool:
    """Tell whether the one who has a seat was at a meeting."""
    return seat.person in meeting.present


def _grouped(
    seats: Sequence[Seat],
    name: Callable[[Seat], str | None],
    meetings: Sequence[Held],
    there: Callable[[Seat, Held], bool],
) -> list[Group]:
    groups: dict[str | None, list[Seat]] = {}
    for seat in seats:
        groups.setdefault(name(seat), []).append(seat)
    return [_group(its, own, meetings, there) for its, own in groups.items()]


def _group(
    name: str | None, seats: Sequence[Seat], meetings: Sequence[Held], there: Callable[[Seat, Held], bool]
) -> Group:
    on = [[seat for seat in seats if seat.covers(meeting.day)] for meeting in meetings]
    return Group(
        name,
        seats=max(map(len, on), default=0),
        held=sum(map(bool, on)),
        places=sum(map(len, on)),
        present=sum(there(seat, meeting) for own, meeting in zip(on, meetings, strict=True) for seat in own),
    )


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
