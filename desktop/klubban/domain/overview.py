"""All that is counted of a body's attendance in one period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from klubban.domain import statistics as count
from klubban.domain.body import Body, Person, Seat
from klubban.domain.chronic import Missing, chronic
from klubban.domain.groups import Group, by_organisation, by_party, organisation_of, party_of
from klubban.domain.statistics import Attended, Average, Held, Served, Turnout

Counted = TypeVar("Counted", Attended, Served, Group)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A body's attendance from one day to another, both in it."""

    body: Body
    first: date
    last: date
    turnouts: tuple[Turnout, ...]
    average: Average | None
    members: tuple[Attended, ...]
    alternates: tuple[Served, ...]
    others: tuple[Attended, ...]
    parties: tuple[Group, ...]
    organisations: tuple[Group, ...]
    missing: tuple[Missing, ...]
    belongs: Mapping[int, str]
    """For each person the organisation, or else the party, whose seat they have."""

    @property
    def differing_organisations(self) -> tuple[Group, ...]:
        """Return the organisations of which more is to be said than of their members.

        They have several seats, or somebody else came in the member's place.
        """
        members: dict[str, list[tuple[int, int]]] = {}
        for each in (*self.members, *self.others):
            members.setdefault(self.belongs.get(each.person.id, ""), []).append((each.held, each.present))
        return tuple(
            group
            for group in self.organisations
            if group.seats > 1 or members.get(group.name or "") != [(group.places, group.present)]
        )


def overview(
    body: Body,
    seats: Iterable[Seat],
    people: Sequence[Person],
    meetings: Sequence[Held],
    days: tuple[date, date],
) -> Overview:
    """Return what is counted of the meetings given; days are the first and last of the period."""
    own = [seat for seat in seats if seat.body == body.id]
    turnouts = count.turnout(own, meetings)
    first, last = days
    return Overview(
        body=body,
        first=first,
        last=last,
        turnouts=tuple(turnouts),
        average=count.average(turnouts),
        members=_seated(count.members(own, people, meetings)),
        alternates=_seated(count.alternates(own, people, meetings)),
        others=_seated(count.others(own, people, meetings)),
        parties=_seated(by_party(own, people, meetings)),
        organisations=_seated(by_organisation(own, people, meetings)),
        missing=tuple(chronic(own, people, meetings)),
        belongs=_belongs(own, {person.id: person for person in people}),
    )


def term_of(seats: Iterable[Seat], day: date) -> tuple[date, date] | None:
    """Return the term that most seats held on a day have; None where none has both its days."""
    terms: Counter[tuple[date, date]] = Counter()
    for seat in seats:
        if seat.from_date and seat.to_date and seat.covers(day):
            terms[seat.from_date, seat.to_date] += 1
    return max(terms, key=lambda term: terms[term], default=None)


def _seated(found: Iterable[Counted]) -> tuple[Counted, ...]:
    """Return those who had a seat at any of the meetings."""
    return tuple(each for each in found if each.held)


def _belongs(seats: Iterable[Seat], known: dict[int, Person]) -> dict[int, str]:
    found: dict[int, str] = {}
    for seat in seats:
        name = organisation_of(seat, known) or party_of(seat, known)
        if seat.person is not None and name:
            found[seat.person] = name
    return found
