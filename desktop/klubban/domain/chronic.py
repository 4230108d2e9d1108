"""Who has been away so long that the body should ask for somebody else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from klubban.domain.body import Person, Seat
from klubban.domain.groups import came_oneself, organisation_of, party_of, represented_by
from klubban.domain.statistics import Held

IN_A_ROW = 3
"""So many meetings missed in a row, up to the last one, are noticed; a custom of ours, not a statute."""
LEAST_HELD = 3
"""Of so many meetings or more, fewer than a third attended is noticed."""
_BEFORE = timedelta(days=14)
"""An answer is wished for so long before the next meeting, for somebody to be appointed and called."""
_TO_ANSWER = timedelta(days=7)
"""So long at least has whoever is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A member, or an organisation with all whom it appointed, who is seldom there."""

    people: tuple[Person, ...]
    organisation: str | None = None
    party: str | None = None
    represented: bool = False
    """The member does not come, but the organisation was represented by others."""
    meetings: tuple[tuple[date, bool], ...]
    """The meetings held while they had a seat, and whether they were there."""

    @property
    def held(self) -> int:
        """Return how many meetings were held."""
        return len(self.meetings)

    @property
    def attended(self) -> tuple[date, ...]:
        """Return the days on which they were there."""
        return tuple(day for day, there in self.meetings if there)

    @property
    def missed(self) -> tuple[date, ...]:
        """Return the days on which they were not."""
        return tuple(day for day, there in self.meetings if not there)

    @property
    def in_a_row(self) -> int:
        """Return how many meetings they have missed in a row, up to the last."""
        return sum(1 for _ in takewhile(lambda each: not each[1], reversed(self.meetings)))

    @property
    def chronic(self) -> bool:
        """Tell whether it is worth a letter."""
        return self.in_a_row >= IN_A_ROW or (self.held >= LEAST_HELD and 3 * len(self.attended) < self.held)


def answer_by(asked: date, meeting: date | None) -> date | None:
    """Return by when somebody is to answer who is asked on a day: in good time before a meeting.

    None where no meeting is known, or the next is too near to set a day.
    """
    if meeting is None:
        return None
    by = meeting - _BEFORE
    if by < asked + _TO_ANSWER:
        by = meeting - timedelta(days=1)
    return by if by > asked else None


def chronic(seats: Sequence[Seat], people: Iterable[Person], meetings: Sequence[Held]) -> list[Missing]:
    """Return who is seldom there, organisations first, of those who have a seat at the last meeting.

    A member is named apart from the organisation when that was represented all the same.
    """
    if not meetings:
        return []
    known = {person.id: person for person in people}
    own = [seat for seat in seats if seat.role.decides and seat.person is not None]
    there = represented_by(seats, known)
    organisations = _seldom(own, known, meetings, lambda seat: organisation_of(seat, known), there)
    persons = _seldom(own, known, meetings, lambda seat: seat.person, came_oneself)
    away = {each.organisation for each in organisations}
    return [
        *organisations,
        *(
            replace(each, represented=each.organisation is not None)
            for each in persons
            if each.organisation is None or each.organisation not in away
        ),
    ]


def _seldom(
    own: Sequence[Seat],
    known: dict[int, Person],
    meetings: Sequence[Held],
    key: Callable[[Seat], object],
    there: Callable[[Seat, Held], bool],
) -> list[Missing]:
    """Return who is seldom there, by person or by organisation."""
    found = []
    for each in dict.fromkeys(key(seat) for seat in own if seat.covers(meetings[-1].day)):
        if each is not None:
            missing = _missing([seat for seat in own if key(seat) == each], known, meetings, there)
            found += [missing] if missing.chronic else []
    return found


def _missing(
    seats: Sequence[Seat],
    known: dict[int, Person],
    meetings: Sequence[Held],
    there: Callable[[Seat, Held], bool],
) -> Missing:
    now = [seat for seat in seats if seat.covers(meetings[-1].day)]
    days = []
    for meeting in meetings:
        on = [seat for seat in seats if seat.covers(meeting.day)]
        if on:
            days.append((meeting.day, any(there(seat, meeting) for seat in on)))
    people = dict.fromkeys(seat.person for seat in now if seat.person is not None)
    organisation = organisation_of(now[0], known)
    return Missing(
        people=tuple(known[person] for person in people),
        organisation=organisation,
        party=None if organisation else party_of(now[0], known),
        meetings=tuple(days),
    )
