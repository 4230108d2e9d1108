"""Before the meeting: whom to ask for each seat whose member will not come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from klubban.domain.attendance import Service
from klubban.domain.body import Body, Named
from klubban.domain.choices import next_choices
from klubban.domain.meeting import Absence
from klubban.domain.roll import Agenda, CallUp, Coming, OnRollAs, RollCall, RollLine, Stay
from klubban.domain.service import Why, sittings


@dataclass(frozen=True, slots=True)
class Candidate:
    """An alternate who could be asked, or was."""

    line: RollLine
    why: Why
    change: Mapping[str, int] = field(default_factory=dict)
    """By how many each party would be stronger or weaker than by the seats."""
    call_up: CallUp | None = None
    """That they were asked, with the answer."""

    @property
    def answer(self) -> Coming | None:
        """Return what they answered; None while it is awaited, or they were not asked."""
        return self.call_up.answer if self.call_up else None


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A seat that nobody comes for by themselves, and who could: the first is the one to ask."""

    seat: RollLine
    absence: Absence | None
    """What the member told; None for a vacant seat."""
    candidates: tuple[Candidate, ...]
    declined: tuple[CallUp, ...] = ()
    """Those who were asked for the seat and cannot come."""

    @property
    def filled(self) -> bool:
        """Tell whether somebody has promised to come."""
        return bool(self.candidates) and self.candidates[0].answer is Coming.YES


def to_ask(
    roll: RollCall, body: Body, absent: Iterable[Absence], call_ups: Iterable[CallUp]
) -> tuple[ToAsk, ...]:
    """Return the seats that somebody must be asked for, in the order of the roll.

    Candidates come in the order of call; those who have told absence, or answered no, are left out. Who
    promised to come for a seat is the first for it, and for no other.
    """
    told, asked = tuple(each for each in absent if each.told), tuple(call_ups)
    before = Service(roll, Agenda(()), body)
    away = {line.id: each for each in told if (line := before.line_of(each.who)) is not None}
    answers = {line.id: each for each in asked if (line := before.line_of(each.who)) is not None}
    no = {id_ for id_, each in answers.items() if each.answer is Coming.NO}
    coming = tuple(
        replace(line, stays=(Stay(id=0),) if line.id not in away.keys() | no and line.who else ())
        for line in roll.lines
    )
    service = Service(replace(roll, lines=coming, rulings=()), Agenda(()), body)
    recorded = service.recorded
    open_seats = [
        sits.seat.id
        for sits in sittings(recorded, service.rules)[0]
        if sits.seat.person is None or sits.seat.id in away
    ]
    promised = {
        id_: seat.id
        for id_, each in answers.items()
        if each.answer is Coming.YES and each.for_ and (seat := before.line_of(each.for_)) is not None
    }
    return tuple(
        ToAsk(
            service.lines[seat],
            away.get(seat),
            _candidates(service, seat, promised, answers),
            tuple(each for each in asked if each.answer is Coming.NO and _is_for(each, service.lines[seat])),
        )
        for seat in open_seats
    )


def _candidates(
    service: Service, seat: int, promised: Mapping[int, int], answers: Mapping[int, CallUp]
) -> tuple[Candidate, ...]:
    found = [
        Candidate(service.lines[each.person], each.why, each.change, answers.get(each.person))
        for each in next_choices(service.recorded, service.rules, 0, seat)
        if promised.get(each.person, seat) == seat and service.lines[each.person].role is OnRollAs.ALTERNATE
    ]
    return tuple(sorted(found, key=lambda each: promised.get(each.line.id) != seat))


def _is_for(call_up: CallUp, seat: RollLine) -> bool:
    who: Named | None = call_up.for_
    return who is not None and who.is_same(seat.who)
