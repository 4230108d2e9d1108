"""Who could serve in a seat: what the chair is offered, first the one whom the order of call gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from klubban.domain.service import CallRules, Day, Roll, Sits, Sitting, Why, balance


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody who could serve in a seat, and why they would."""

    person: int
    why: Why
    change: Mapping[str, int]
    """By how many each party would be stronger or weaker than by the seat: its `balance`."""


def next_choices(roll: Roll, rules: CallRules, item: int, seat_id: int) -> tuple[Choice, ...]:
    """Return who could serve in a seat at an item while the others keep theirs, first the one proposed.

    After those in the order of call come the other alternates there, whom only the chair's decision lets in.
    Raises KeyError when the roll does not have the seat, IndexError when it does not have the item.
    """
    place = {seat.id: place for place, seat in enumerate(roll.seats)}[seat_id]
    if not 0 <= item < roll.items:
        raise IndexError(item)
    day = Day(roll, rules)
    *_, sitting = map(day.next, range(item + 1))
    reasons: dict[int, Why] = {}
    for person, why in _candidates(day, sitting, place):
        reasons.setdefault(person, why)
    parties = {each.person: each.party for each in roll.alternates}
    parties |= {seat.person: seat.party for seat in roll.seats if seat.person is not None}
    return tuple(
        Choice(person, why, balance([Sits(roll.seats[place], person, why)], parties))
        for person, why in reasons.items()
    )


def _candidates(day: Day, sitting: Sitting, place: int) -> Iterator[tuple[int, Why]]:
    """Walk those who could serve in a seat; of one who comes twice, the first reason counts."""
    now = sitting.sits[place]
    if now.person is not None and now.why is not None and now.why is not Why.DECIDED:
        yield now.person, now.why
    available = sitting.able & {*sitting.free, now.person}
    if now.seat.person in available:
        yield now.seat.person, Why.OWN
    newcomers = day.newcomers(available)
    for began in day.standing.line(place):
        if began in available and not day.yields(began, now.seat, newcomers):
            yield began, Why.GOES_ON
    for why, persons in day.order.ranks[place]:
        yield from ((person, why) for person in persons if person in available)
    yield from ((person, Why.DECIDED) for person in day.order.everybody if person in available)
