"""What follows from the roll: who served for whom at which items, who presided, what attendance to print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from klubban.domain.body import Body, Named
from klubban.domain.meeting import Absence, Attendee, AttendsAs, Meeting, Presiding
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import PRESIDIUM, Agenda, Moment, OnRollAs, RollCall, RollLine
from klubban.domain.service import Alternate, CallRules, Decided, Roll, Seat, Sits, sittings

Places = frozenset[int]
"""Items by their place on the agenda, from 0."""


@dataclass(frozen=True)
class Presence:
    """When one person was there."""

    there: Places
    """Where they were there at the decision."""
    partly: Places
    """Where they came or left while it was handled."""
    remote: Places
    """Where they took part remotely, of those in `there`."""


@dataclass(frozen=True)
class Service:
    """What follows from a roll; computed once, when it is first asked for."""

    roll: RollCall
    agenda: Agenda
    body: Body

    @cached_property
    def presence(self) -> Mapping[int, Presence]:
        """Return for each line when they were there; those kept out by disqualification are still there."""
        at = {item.id: place for place, item in enumerate(self.agenda.items)}
        return {line.id: _presence(line, at) for line in self.roll.lines}

    @cached_property
    def kept_out(self) -> Mapping[int, Places]:
        """Return for each line the places at which they were disqualified."""
        found: dict[int, set[int]] = {}
        for place, item in enumerate(self.agenda.items):
            for who in item.disqualified:
                line = self.line_of(who)
                if line is not None:
                    found.setdefault(line.id, set()).add(place)
        return {line: frozenset(places) for line, places in found.items()}

    def line_of(self, who: Named) -> RollLine | None:
        """Return the line of somebody, if they are on the roll."""
        return next((line for line in self.roll.lines if who.is_same(line.who)), None)

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
        at = {item.id: place for place, item in enumerate(self.agenda.items)}
        # Before there is an agenda, the meeting as a whole counts as one item.
        last = max(len(at), 1) - 1
        return Roll(
            items=last + 1,
            seats=tuple(_seat(line) for line in lines if line.role.has_seat),
            alternates=tuple(
                Alternate(person=line.id, party=line.party, personal_for=line.personal_for)
                for line in lines
                if line.role is OnRollAs.ALTERNATE
            ),
            present={id_: presence.there for id_, presence in self.presence.items()},
            disqualified=frozenset(
                (line, place) for line, places in self.kept_out.items() for place in places
            ),
            decided=tuple(
                Decided(
                    seat=ruling.place,
                    person=ruling.serves,
                    first=at.get(ruling.first, 0),
                    last=last if ruling.last is None else at.get(ruling.last, last),
                )
                for ruling in self.roll.rulings
                if ruling.place is not None
            ),
        )

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
    def presiding(self) -> tuple[int | None, ...]:
        """Return for each place the line of the one who presides.

        The chair, else a vice chair, else the one who has served longest of those who serve (KL 6 kap. 22 §
        leaves that to the assembly; this is the custom), unless it was decided otherwise.
        """
        order = [line.id for role in PRESIDIUM for line in self.roll.lines if line.role is role]
        members = [line for line in self.roll.lines if line.role.has_seat and line.who]
        senior = [line.id for line in sorted(members, key=lambda line: line.since or dt.date.max)]
        alternates = [line.id for line in self.roll.lines if line.role is OnRollAs.ALTERNATE]
        candidates = list(dict.fromkeys(order + senior + alternates))
        return tuple(
            self._decided_chair(place) or next((id_ for id_ in candidates if id_ in serving), None)
            for place, serving in enumerate(self.serving)
        )

    def _decided_chair(self, place: int) -> int | None:
        at = {item.id: where for where, item in enumerate(self.agenda.items)}
        for ruling in reversed(self.roll.rulings):
            last = len(at) if ruling.last is None else at.get(ruling.last, -1)
            if ruling.place is None and at.get(ruling.first, 0) <= place <= last:
                return ruling.serves
        return None

    # --- what is printed

    def attendance(self) -> tuple[Attendee, ...]:
        """Return who was there: members, then those who served for them, then the others, as on the roll."""
        lines = sorted(self.roll.lines, key=lambda line: line.id != next(iter(self.presiding), None))
        seats = [line for line in lines if line.role.has_seat]
        own = (self._rows(line, AttendsAs.MEMBER, self.served(line.id, line.id)) for line in seats)
        return tuple(chain.from_iterable(chain(own, map(self._for, seats), map(self._beside, lines))))

    def served(self, line: int, seat: int) -> Places:
        """Return where somebody served in a seat."""
        return frozenset(place for place, serving in enumerate(self.serving) if serving.get(line) == seat)

    def _for(self, seat: RollLine) -> Iterator[Attendee]:
        """Return those who served in a seat in its member's place."""
        persons = dict.fromkeys(
            line
            for serving in self.serving
            for line, its in serving.items()
            if its == seat.id and line != its
        )
        for id_ in persons:
            rows = self._rows(self.roll.line(id_), AttendsAs.SERVING_ALTERNATE, self.served(id_, seat.id))
            for row in rows:
                yield replace(row, serves_for=seat.who)

    def _beside(self, line: RollLine) -> Iterator[Attendee]:
        """Return somebody for as long as they were there and did not serve."""
        served = frozenset(place for place, serving in enumerate(self.serving) if line.id in serving)
        places = self.presence[line.id].there - served
        yield from self._rows(line, _BESIDE.get(line.role, AttendsAs.OTHER), places)

    def _rows(self, line: RollLine, attends_as: AttendsAs, places: Places) -> Iterator[Attendee]:
        """Return one row, or two for somebody who was there in the room and remotely."""
        if line.who is None:
            return
        if self.body.rules.disqualified_leave:
            places -= self.kept_out.get(line.id, frozenset())
        presence = self.presence[line.id]
        for remote in (False, True):
            part = places & presence.remote if remote else places - presence.remote
            if not part:
                continue
            whole = len(part) == self.recorded.items
            touched = self._touched(presence.partly, part)
            numbers = None if whole and not touched else self._numbers(part - touched)
            yield Attendee(
                id=line.id,
                who=line.who,
                attends_as=attends_as,
                serves_for=line.instead_of if attends_as is AttendsAs.MEMBER else None,
                title=line.title,
                paragraphs=numbers,
                items=() if whole or numbers else self._items(part),
                partly=self._numbers(touched),
                remote=remote,
                came_at=line.stays[0].came_at if line.stays else None,
                went_at=line.stays[-1].went_at if line.stays else None,
            )

    def _touched(self, partly: Places, part: Places) -> Places:
        """Return the places of a row that were attended in part: in it, or right before or after it."""
        return frozenset(place for place in partly if part & {place - 1, place, place + 1})

    def _numbers(self, places: Iterable[int]) -> Paragraphs | None:
        """Return the paragraphs of some places, if all of them are numbered."""
        if not self.agenda.items:
            return None
        numbers = [self.agenda.items[place].number for place in places]
        return None if None in numbers else Paragraphs.of(each for each in numbers if each is not None)

    def _items(self, places: Places) -> tuple[int, ...]:
        items = self.agenda.items
        return tuple(items[place].id for place in sorted(places)) if items else ()

    def presided(self) -> tuple[Presiding, ...]:
        """Return those who presided, in turn, each with their paragraphs, if they are several."""
        turns: dict[int, set[int]] = {}
        for place, line in enumerate(self.presiding):
            if line is not None:
                turns.setdefault(line, set()).add(place)
        found = [(self.roll.line(line).who, frozenset(places)) for line, places in turns.items()]
        several = len(found) > 1
        return tuple(
            Presiding(
                who=who,
                paragraphs=self._numbers(places) if several else None,
                items=self._items(places) if several and self._numbers(places) is None else (),
            )
            for who, places in found
            if who is not None
        )

    def absent(self, told: Iterable[Absence]) -> tuple[Absence, ...]:
        """Return those who said that they would not come, and members who are not there either."""
        known = list(told)
        there = [line for line in self.roll.lines if line.who and line.stays]
        found = [each for each in known if not any(each.who.is_same(line.who) for line in there)]
        if not there:
            return tuple(known)
        missing = [
            Absence(id=0, who=line.who)
            for line in self.roll.lines
            if line.role.has_seat
            and line.who
            and not line.stays
            and not any(line.who.is_same(each.who) for each in known)
        ]
        return (*found, *missing)


_BESIDE = {
    OnRollAs.ALTERNATE: AttendsAs.ALTERNATE,
    OnRollAs.CO_OPTED: AttendsAs.CO_OPTED,
    OnRollAs.STAFF_REPRESENTATIVE: AttendsAs.STAFF_REPRESENTATIVE,
    OnRollAs.OFFICIAL: AttendsAs.OFFICIAL,
    OnRollAs.GUEST: AttendsAs.GUEST,
}
"""As what somebody is printed who was there and did not serve; a member among them is one of the others."""


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


def _seat(line: RollLine) -> Seat:
    return Seat(id=line.id, person=line.id if line.who else None, party=line.party)


def _presence(line: RollLine, at: Mapping[int, int]) -> Presence:
    there: set[int] = set()
    partly: set[int] = set()
    remote: set[int] = set()
    for stay in line.stays:
        first, last = 0, max(len(at), 1) - 1
        if stay.first is not None:
            first = at[stay.first] + (not stay.came.before_decision)
            partly |= {at[stay.first]} if stay.came in _MIDST else set()
        if stay.last is not None:
            last = at[stay.last] - stay.went.before_decision
            partly |= {at[stay.last]} if stay.went in _MIDST else set()
        there.update(range(first, last + 1))
        remote.update(range(first, last + 1) if stay.remote else ())
    return Presence(frozenset(there), frozenset(partly), frozenset(remote))


_MIDST = (Moment.DURING, Moment.DECIDED)
