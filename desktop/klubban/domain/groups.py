"""How often parties and organisations attend, by whom they have in their seats or send."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from klubban.domain.body import Person, Seat, SeatRole
from klubban.domain.statistics import Held


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
    """Return the party whose seat it is; one for an organisation is no party's."""
    if seat.party or seat.represents or seat.person is None:
        return seat.party
    return known[seat.person].party


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
