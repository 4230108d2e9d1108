"""What follows from the roll: who was there, who served for whom, and who presided, item by item."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from klubban.domain import attendees
from klubban.domain.body import Body, Named
from klubban.domain.meeting import Absence, Attendee, Meeting, Presiding
from klubban.domain.roll import PRESIDIUM, Agenda, Moment, OnRollAs, RollCall, RollLine, Ruling
from klubban.domain.service import Alternate, CallRules, Decided, Roll, Seat, Sits, sittings

Places = frozenset[int]
"""Items by their place on the agenda, from 0."""
NOWHERE: Places = frozenset()


@dataclass(frozen=True)
class Presence:
    """When one person was there."""

    there: Places = NOWHERE
    """Where they were there at the decision."""
    remote: Places = NOWHERE
    """Where they took part remotely, of those in `there`."""
    in_part: tuple[tuple[int, int], ...] = ()
    """Where they came or left while it was handled, each with the nearest place of that stay: itself if they
    were there at its decision, or else the next after coming, or the last before leaving."""

    @property
    def partly(self) -> Places:
        """Return where they came or left while it was handled."""
        return frozenset(place for place, _near in self.in_part)


ABSENT = Presence()


@dataclass(frozen=True)
class Service:
    """What follows from a roll; each part computed once, when it is first asked for."""

    roll: RollCall
    agenda: Agenda
    body: Body

    @cached_property
    def at(self) -> Mapping[int, int]:
        """Return for each item its place."""
        return {item.id: place for place, item in enumerate(self.agenda.items)}

    @property
    def places(self) -> int:
        """Return how many places there are; before there is an agenda, the meeting counts as one item."""
        return max(len(self.agenda.items), 1)

    @cached_property
    def lines(self) -> Mapping[int, RollLine]:
        """Return the lines by their ids."""
        return {line.id: line for line in self.roll.lines}

    @cached_property
    def seats(self) -> tuple[RollLine, ...]:
        """Return the lines of members' seats, held or vacant."""
        return tuple(line for line in self.roll.lines if line.role.has_seat)

    @cached_property
    def presence(self) -> Mapping[int, Presence]:
        """Return for each line when they were there; those kept out by disqualification are still there."""
        whole = Presence(frozenset(range(self.places)))
        return {line.id: self._presence(line, whole) for line in self.roll.lines}

    def _presence(self, line: RollLine, whole: Presence) -> Presence:
        if not line.stays:
            return ABSENT
        there: set[int] = set()
        remote: set[int] = set()
        in_part: list[tuple[int, int]] = []
        for stay in line.stays:
            if stay.first is None and stay.last is None and not stay.remote:
                return whole
            first, last = 0, self.places - 1
            if stay.first is not None:
                first = self.at[stay.first] + (not stay.came.before_decision)
                if stay.came in _MIDST:
                    in_part.append((self.at[stay.first], first))
            if stay.last is not None:
                last = self.at[stay.last] - stay.went.before_decision
                if stay.went in _MIDST:
                    in_part.append((self.at[stay.last], last))
            there.update(range(first, last + 1))
            if stay.remote:
                remote.update(range(first, last + 1))
        return Presence(frozenset(there), frozenset(remote), tuple(in_part))

    @cached_property
    def kept_out(self) -> Mapping[int, Places]:
        """Return for each line the places at which they were disqualified."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for place, item in enumerate(self.agenda.items):
            for who in item.disqualified:
                line = self.line_of(who)
                if line is not None:
                    found[line.id].add(place)
        return {line: frozenset(places) for line, places in found.items()}

    def line_of(self, who: Named | None) -> RollLine | None:
        """Return the line of somebody, if they are on the roll: by the person, or else by the name."""
        if who is None:
            return None
        by_person = self._people.get(who.person) if who.person else None
        return by_person or next(
            (line for line in self._names.get(who.name, ()) if who.is_same(line.who)), None
        )

    @cached_property
    def _people(self) -> Mapping[int, RollLine]:
        return {line.who.person: line for line in self.roll.lines if line.who and line.who.person}

    @cached_property
    def _names(self) -> Mapping[str, list[RollLine]]:
        found: defaultdict[str, list[RollLine]] = defaultdict(list)
        for line in self.roll.lines:
            if line.who:
                found[line.who.name].append(line)
        return found

    def takes_part(self, line: int) -> Places:
        """Return where somebody was there and not kept out."""
        there = self.presence[line].there
        out = self.kept_out.get(line)
        return there - out if out else there

    # --- who serves

    @cached_property
    def rules(self) -> CallRules:
        """Return how alternates are called."""
        rules = self.body.rules
        return CallRules(
            order=rules.alternates,
            chains=self.body.chains,
            lists={line.id: line.stand_ins for line in self.roll.lines if line.stand_ins},
            returns=rules.returns,
            balance=rules.balance,
        )

    @cached_property
    def recorded(self) -> Roll:
        """Return what was recorded as the order of call needs it; the lines of the roll are its persons."""
        lines = self.roll.lines
        return Roll(
            items=self.places,
            seats=tuple(
                Seat(id=line.id, person=line.id if line.who else None, party=line.party)
                for line in self.seats
            ),
            alternates=tuple(
                Alternate(person=line.id, party=line.party, personal_for=line.personal_for)
                for line in lines
                if line.role is OnRollAs.ALTERNATE
            ),
            present={line.id: self.presence[line.id].there for line in lines if line.stays},
            disqualified=frozenset(
                (line, place) for line, places in self.kept_out.items() for place in places
            ),
            decided=tuple(self._decided()),
        )

    def _decided(self) -> Iterator[Decided]:
        """Walk what the chair decided about seats, where it holds; the last decision of a seat counts.

        Nobody serves by decision who is not there, or is disqualified: then the order of call goes on.
        """
        decided: dict[int, dict[int, int | None]] = {}
        for ruling in self.roll.rulings:
            if ruling.place is not None:
                own = decided.setdefault(ruling.place, {})
                own.update(dict.fromkeys(self.span(ruling), ruling.serves))
        for seat, persons in decided.items():
            for place, person in sorted(persons.items()):
                if person is None or place in self.takes_part(person):
                    yield Decided(seat=seat, person=person, first=place, last=place)

    def span(self, ruling: Ruling) -> range:
        """Return the places at which a decision holds."""
        last = self.places - 1 if ruling.last is None else self.at[ruling.last]
        return range(self.at[ruling.first], last + 1)

    @cached_property
    def sittings(self) -> tuple[tuple[Sits, ...], ...]:
        """Return for each place who serves in each seat."""
        return sittings(self.recorded, self.rules)

    @cached_property
    def serving(self) -> tuple[Mapping[int, int], ...]:
        """Return for each place who serves, with the seat: lines both."""
        return tuple(
            {sits.person: sits.seat.id for sits in sitting if sits.person is not None}
            for sitting in self.sittings
        )

    @cached_property
    def service(self) -> Mapping[int, Mapping[int, Places]]:
        """Return for each seat who served in it, with where, in the order they began."""
        columns = zip(*self.sittings, strict=True)
        return {seat.id: _turns(column) for seat, column in zip(self.seats, columns, strict=True)}

    @cached_property
    def serves(self) -> Mapping[int, Places]:
        """Return for each line where they served, in whatever seat."""
        found: dict[int, Places] = {}
        for own in self.service.values():
            for line, places in own.items():
                found[line] = found[line] | places if line in found else places
        return found

    def served(self, line: int, seat: int) -> Places:
        """Return where somebody served in a seat."""
        return self.service.get(seat, {}).get(line, NOWHERE)

    @cached_property
    def presiding(self) -> tuple[int | None, ...]:
        """Return for each place the line of the one who presides.

        The chair, else a vice chair, else the one who has served longest of those who serve (KL 6 kap. 22 §
        leaves that to the assembly; this is the custom), unless it was decided otherwise. Of a body without
        a presidium nobody knows who does before it was decided.
        """
        order = [line.id for role in PRESIDIUM for line in self.roll.lines if line.role is role]
        members = [line for line in self.seats if line.who]
        senior = [line.id for line in sorted(members, key=lambda line: line.since or dt.date.max)]
        alternates = [line.id for line in self.roll.lines if line.role is OnRollAs.ALTERNATE]
        candidates = list(dict.fromkeys(order + senior + alternates)) if order else []
        chosen = self._chosen_to_preside
        return tuple(
            chosen.get(place, next((id_ for id_ in candidates if id_ in serving), None))
            for place, serving in enumerate(self.serving)
        )

    @cached_property
    def _chosen_to_preside(self) -> Mapping[int, int]:
        """Return who presides by decision, where they are there and not disqualified."""
        return {
            place: ruling.serves
            for ruling in self.roll.rulings
            if ruling.place is None and ruling.serves is not None
            for place in self.span(ruling)
            if place in self.takes_part(ruling.serves)
        }

    # --- what is printed

    def attendance(self) -> tuple[Attendee, ...]:
        """Return who was there, with whom they served for and at which items."""
        return attendees.attendance(self)

    def presided(self) -> tuple[Presiding, ...]:
        """Return those who presided, in turn, each with their paragraphs, if they are several."""
        return attendees.presided(self)

    def absent(self, told: Iterable[Absence]) -> tuple[Absence, ...]:
        """Return those who said that they would not come, and members who are not there either."""
        return attendees.absent(self, tuple(told))


def _turns(column: Iterable[Sits]) -> dict[int, Places]:
    """Return who served in one seat, with where, in the order they began."""
    found: dict[int, list[int]] = {}
    for place, sits in enumerate(column):
        if sits.person is not None:
            found.setdefault(sits.person, []).append(place)
    return {line: frozenset(places) for line, places in found.items()}


_MIDST = (Moment.DURING, Moment.DECIDED)


def with_roll(meeting: Meeting) -> Meeting:
    """Return a meeting with what follows from its roll; one without a roll as it is."""
    if not meeting.roll.lines:
        return meeting
    service = Service(meeting.roll, meeting.agenda, meeting.body)
    presiding = service.presided()
    return replace(
        meeting,
        attendance=service.attendance(),
        absent=service.absent(meeting.absent),
        presiding=presiding,
        chair=presiding[0].who if presiding else meeting.chair,
    )
