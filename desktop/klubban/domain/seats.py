"""Who has a seat in a body on a day, and what a register of seats cannot say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from klubban.domain.body import Seat, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import Rules
from klubban.domain.service import OrderOfCall


def check_term(from_date: date | None, to_date: date | None) -> None:
    """Raise RuleBroken for a term that ends before it starts; either end may be open."""
    if from_date and to_date and to_date < from_date:
        raise RuleBroken(
            "The term ends on {end}, before it starts on {start}",
            end=to_date.isoformat(),
            start=from_date.isoformat(),
        )


def check_chairs(seats: Iterable[Seat]) -> None:
    """Raise RuleBroken when one body would have two chairs on one day."""
    chairs: dict[int, list[Seat]] = {}
    for seat in seats:
        if seat.role is not SeatRole.CHAIR:
            continue
        others = chairs.setdefault(seat.body, [])
        for other in others:
            if overlap(seat, other):
                _refuse_two_chairs(max(filter(None, (seat.from_date, other.from_date)), default=None))
        others.append(seat)


def check_alternates(rules: Rules, seat: Seat, others: Iterable[Seat]) -> None:
    """Raise RuleBroken for an alternate in a body whose rules say that it has none.

    One whose term was over before the latest began is a fact of the past.
    """
    if rules.alternates is OrderOfCall.NONE and is_alternate_now(seat, others):
        raise RuleBroken("The body has no alternates; its rules say whether it has them")


def is_alternate_now(seat: Seat, others: Iterable[Seat]) -> bool:
    """Tell whether it is an alternate's seat, in the term that began latest or after it."""
    latest = max((each.from_date for each in others if each.from_date), default=None)
    over = seat.to_date is not None and latest is not None and seat.to_date < latest
    return seat.role is SeatRole.ALTERNATE and not over


def overlap(one: Seat, other: Seat) -> bool:
    """Tell whether two terms have a day in common; an open end reaches as far as there are days."""
    first = max(one.from_date or date.min, other.from_date or date.min)
    return first <= min(one.to_date or date.max, other.to_date or date.max)


def seats_on(seats: Iterable[Seat], day: date) -> tuple[Seat, ...]:
    """Return the seats whose term holds on a day, held or vacant, in their order."""
    return tuple(seat for seat in seats if seat.covers(day))


def vacant(seats: Iterable[Seat], day: date) -> tuple[Seat, ...]:
    """Return the seats that nobody has on a day."""
    return tuple(seat for seat in seats_on(seats, day) if seat.person is None)


def serves(seat: Seat) -> bool:
    """Tell whether it is a seat that decides, or steps in; nobody has two of those in one body."""
    return seat.role.decides or seat.role is SeatRole.ALTERNATE


def also_held(seats: Iterable[Seat], seat: Seat) -> Seat | None:
    """Return another seat that the same person would have in the same body on the same day.

    Only seats that decide, or step in, exclude one another: a member may be the secretary too.
    """
    if seat.person is None or not serves(seat):
        return None
    for other in seats:
        same = (other.body, other.person) == (seat.body, seat.person)
        if same and other.id != seat.id and serves(other) and overlap(seat, other):
            return other
    return None


def vacancy_after(seats: Iterable[Seat], seat: Seat, day: date) -> Seat | None:
    """Return the vacant seat that a resignation left after a seat, if it is vacant on a day."""
    return next((other for other in vacant(seats, day) if _left(other, seat)), None)


def personal_alternates_left(seats: Sequence[Seat], vacancy: Seat, day: date) -> list[Seat]:
    """Return the seats, on a day, of the personal alternates of who left a seat vacant, and the body too.

    None where two left seats alike on one day: nobody can tell then whose successor comes first.
    """
    left = [seat.person for seat in seats if _left(vacancy, seat)]
    staying = {seat.person for seat in seats_on(seats, day) if seat.role.decides}
    if len(left) != 1 or left[0] in staying:
        return []
    return [seat for seat in seats_on(seats, day) if seat.alternate_for == left[0]]


def _left(vacancy: Seat, seat: Seat) -> bool:
    """Tell whether a resignation from a seat left this vacancy."""
    same = (vacancy.body, vacancy.role, vacancy.represents) == (seat.body, seat.role, seat.represents)
    follows = vacancy.from_date is not None and seat.to_date == vacancy.from_date - timedelta(1)
    return seat.person is not None and same and follows and seat.party in (None, vacancy.party)


def _refuse_two_chairs(day: date | None) -> None:
    if day is None:
        raise RuleBroken("There would be two chairs at once; end the term of the first before")
    raise RuleBroken(
        "There would be two chairs from {day}; end the term of the first before", day=day.isoformat()
    )
