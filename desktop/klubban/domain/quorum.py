"""Who takes part in deciding, and whether they are enough for a quorum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.rules import Rules

if TYPE_CHECKING:
    from klubban.domain.attendance import Service
    from klubban.domain.body import Body
    from klubban.domain.meeting import Attendee, Item, Meeting
    from klubban.domain.roll import RollCall

_PLAIN = Rules()


@dataclass(frozen=True, slots=True)
class Standing:
    """How many serve at one item, of how many seats, and whether they may decide."""

    serving: int
    seats: int
    needed: int
    """The least that makes a quorum; 0 for a body that needs none."""
    stood_aside: int = 0
    """Seats that nobody serves in because somebody is disqualified."""
    despite: bool = False
    """Disqualification breaks no quorum (KL 5 kap. 46 §)."""

    @property
    def reached(self) -> bool:
        """Tell whether the item may be decided."""
        # KL 5 kap. 46 §: the assembly may decide although disqualification leaves too few.
        return self.serving + (self.stood_aside if self.despite else 0) >= self.needed


def standings(service: Service) -> tuple[Standing, ...]:
    """Return for each place how many serve, and how many must."""
    seats, least = seats_of(service.body, service.roll), required(service.body, service.roll)
    return tuple(_standing(service, place, seats, least) for place in range(service.places))


def standing(service: Service, place: int) -> Standing:
    """Return how many serve at a place, after disqualifications, and how many must."""
    seats, least = seats_of(service.body, service.roll), required(service.body, service.roll)
    return _standing(service, place, seats, least)


def _standing(service: Service, place: int, seats: int, least: int) -> Standing:
    sitting, out = service.sittings[place], service.kept_out
    empty = len(sitting) - len(service.serving[place])
    # They may have left the room for it, but who never came was hindered by something else.
    aside = sum(
        place in places and bool(service.presence[line].there) and _would_serve(service, line)
        for line, places in out.items()
    )
    return Standing(
        serving=len(sitting) - empty,
        seats=seats,
        needed=least,
        stood_aside=min(empty, aside),
        despite=service.body.rules.quorum_despite_disqualification,
    )


def _would_serve(service: Service, line: int) -> bool:
    """Tell whether somebody has a seat, or serves in one at other items."""
    return service.lines[line].role.has_seat or line in service.serves


def seats_of(body: Body, roll: RollCall) -> int:
    """Return how many seats a body has: as fixed, but never fewer than are on the roll."""
    return max(body.seats or 0, sum(line.role.has_seat for line in roll.lines))


def required(body: Body, roll: RollCall) -> int:
    """Return how many must serve; 0 for a body without a quorum, or without seats."""
    seats = seats_of(body, roll)
    if not body.rules.quorum or not seats:
        return 0
    held = sum(line.role.has_seat and line.who is not None for line in roll.lines)
    return needed(seats, body.rules, vacant=max(seats - held, 0) if roll.lines else 0)


def needed(seats: int, rules: Rules = _PLAIN, vacant: int = 0) -> int:
    """Return the least number that makes a quorum: more than half of the seats (KL 5 kap. 45 §, 6 kap. 27 §).

    Vacant seats count among the seats, unless the body's rules say otherwise; so may they set a number.
    """
    if rules.quorum_least:
        return rules.quorum_least
    return (seats if rules.quorum_vacant else seats - vacant) // 2 + 1


def quorate(serving: int, seats: int) -> bool:
    """Tell whether so many of so many seats may decide."""
    return serving >= needed(seats)


# --- by attendance, however it was noted


def serving(meeting: Meeting, item: Item) -> list[Attendee]:
    """Return who takes part in deciding an item: there for it, and not disqualified."""
    away = item.kept_out
    return [
        one
        for one in meeting.attendance
        if one.decides and is_there(one, item) and not any(map(one.who.is_same, away))
    ]


def counted(meeting: Meeting, item: Item | None) -> tuple[int, int]:
    """Return the least and the greatest number that serve: for one item, or over the whole meeting."""
    items = meeting.items if item is None else (item,)
    counts = [len(serving(meeting, each)) for each in items]
    if not counts:
        counts = [sum(one.decides for one in meeting.attendance)]
    return min(counts), max(counts)


def is_there(one: Attendee, item: Item) -> bool:
    """Tell whether a row of attendance covers the decision of an item."""
    if item.number is not None and one.paragraphs is not None:
        return item.number in one.paragraphs
    if one.items:
        return item.id in one.items
    return one.paragraphs is None and one.partly is None
