"""Who serves in which seat at each item: the order of call, with its reasons.

Presence is what was recorded; who serves follows from it. What the chair decided otherwise is recorded too,
and wins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class OrderOfCall(StrEnum):
    """How the order of calling alternates is fixed (KL 5 kap. 18 §, 6 kap. 16-17 §§; local rules)."""

    PARTY_CHAIN = "party_chain"
    """One's own party first, then the parties that its chain names."""
    PERSONAL = "personal"
    """One's personal alternate, then one's own party, then its chain."""
    NAMED_LIST = "named_list"
    """A list of alternates for each member."""
    COMMON_LIST = "common_list"
    """One list for all, in the order of the election."""
    ENTERED = "entered"
    """The order that a proportional election gave (lag 2022:629), entered by hand within each party."""
    NONE = "none"
    """The body has no alternates."""


class Why(StrEnum):
    """Why somebody serves in a seat."""

    OWN = "own"
    """It is their own seat."""
    GOES_ON = "goes_on"
    """They began to serve in it, and keep precedence (KL 5 kap. 18 §)."""
    PERSONAL = "personal"
    SAME_PARTY = "same_party"
    CHAIN = "chain"
    """Nobody of the seat's own party could; theirs is the next in its chain."""
    LISTED = "listed"
    """They are next on the list."""
    DECIDED = "decided"
    """The chair decided so; the reason is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A seat on the day, with its member; nobody while it is vacant."""

    id: int
    person: int | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """Somebody elected to step in; their place among the others is their place in the order of election."""

    person: int
    party: str | None = None
    personal_for: int | None = None
    """The seat whose personal alternate this is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRules:
    """How one body calls its alternates."""

    order: OrderOfCall = OrderOfCall.PARTY_CHAIN
    chains: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each party, the parties whose alternates come after its own."""
    lists: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """For each seat, the persons who step in, in order."""
    returns: bool = False
    """Who left may serve again that day: never in the assembly (KL 5 kap. 20 §), elsewhere a local rule."""
    balance: bool = False
    """A late alternate of the seat's own party takes over from one of another party (a common local rule)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The chair let somebody serve in a seat, or nobody, from one item on to another, both in it."""

    seat: int
    person: int | None
    first: int
    last: int

    def __contains__(self, item: int) -> bool:
        """Tell whether it applies to an item."""
        return self.first <= item <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """What was recorded of a meeting. Items are counted from 0, in the order they were handled."""

    items: int
    seats: tuple[Seat, ...]
    alternates: tuple[Alternate, ...] = ()
    present: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """For each person, the items at whose decision they were there."""
    disqualified: frozenset[tuple[int, int]] = frozenset()
    """Persons and items."""
    decided: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True)
class Sits:
    """Who serves in a seat at one item, and why; nobody where nobody could."""

    seat: Seat
    person: int | None = None
    why: Why | None = None


def sittings(roll: Roll, rules: CallRules) -> tuple[tuple[Sits, ...], ...]:
    """Return for each item who serves in each seat, in the order of the seats.

    Nobody serves in two seats at once; nobody serves who is not there or is disqualified, unless the chair
    decided so.
    """
    call = _Call(roll, rules)
    return tuple(call.next(item) for item in range(roll.items))


def balance(sitting: Iterable[Sits], parties: Mapping[int, str | None]) -> dict[str, int]:
    """Return by how many each party is stronger or weaker than by its seats; parties are those of persons."""
    count: Counter[str] = Counter()
    for sits in sitting:
        if sits.seat.party:
            count[sits.seat.party] -= 1
        serving = parties.get(sits.person) if sits.person is not None else None
        if serving:
            count[serving] += 1
    return {party: change for party, change in count.items() if change}


class _Call:
    """The calling of alternates, item by item."""

    def __init__(self, roll: Roll, rules: CallRules) -> None:
        self._roll = roll
        self._rules = rules
        self._standing: dict[int, int] = {}
        """Who began to serve in a seat whose member is away."""
        self._served: set[int] = set()
        self._barred: set[int] = set()
        self._candidates = {seat.id: tuple(self._order(seat)) for seat in roll.seats}

    def next(self, item: int) -> tuple[Sits, ...]:
        """Return who serves at the next item."""
        self._bar(item)
        found = self._by_decision(item)
        self._own_seats(item, found)
        self._go_on(item, found)
        self._call(item, found)
        self._served |= {sits.person for sits in found.values() if sits.person is not None}
        return tuple(found.get(seat.id, Sits(seat)) for seat in self._roll.seats)

    def _bar(self, item: int) -> None:
        """Bar those who served and then left for another reason than disqualification (KL 5 kap. 20 §)."""
        if not self._rules.returns:
            self._barred |= {person for person in self._served if not self._there(person, item)}
        self._standing = {
            seat: person for seat, person in self._standing.items() if self._there(person, item)
        }

    def _by_decision(self, item: int) -> dict[int, Sits]:
        found: dict[int, Sits] = {}
        for seat in self._roll.seats:
            for decided in self._roll.decided:
                if decided.seat == seat.id and item in decided:
                    free = decided.person is None or not _serves(decided.person, found)
                    found[seat.id] = Sits(seat, decided.person if free else None, Why.DECIDED)
        return found

    def _own_seats(self, item: int, found: dict[int, Sits]) -> None:
        for seat in self._open(found):
            if seat.person is not None and self._may(seat.person, item, found):
                found[seat.id] = Sits(seat, seat.person, Why.OWN)
                self._standing.pop(seat.id, None)

    def _go_on(self, item: int, found: dict[int, Sits]) -> None:
        for seat in self._open(found):
            person = self._standing.get(seat.id)
            if (
                person is not None
                and self._may(person, item, found)
                and not self._late(seat, person, item, found)
            ):
                found[seat.id] = Sits(seat, person, Why.GOES_ON)

    def _late(self, seat: Seat, person: int, item: int, found: dict[int, Sits]) -> bool:
        """Tell whether somebody of the seat's own party has come, and takes over from one of another."""
        if not self._rules.balance or seat.party is None:
            return False
        own = [alternate.person for alternate in self._roll.alternates if alternate.party == seat.party]
        standing = set(self._standing.values())
        return person not in own and any(
            each not in standing and self._may(each, item, found) for each in own
        )

    def _call(self, item: int, found: dict[int, Sits]) -> None:
        """Fill the seats that are left: all first choices before any second one."""
        ranks = max(map(len, self._candidates.values()), default=0)
        for rank in range(ranks):
            for seat in self._open(found):
                sits = self._first(seat, rank, item, found)
                if sits:
                    found[seat.id] = sits
                    self._keep(sits, item)

    def _first(self, seat: Seat, rank: int, item: int, found: dict[int, Sits]) -> Sits | None:
        ranked = self._candidates[seat.id]
        why, persons = ranked[rank] if rank < len(ranked) else (Why.LISTED, ())
        waiting = {
            person for place, person in self._standing.items() if place != seat.id and place not in found
        }
        for person in persons:
            if person not in waiting and self._may(person, item, found):
                return Sits(seat, person, why)
        return None

    def _keep(self, sits: Sits, item: int) -> None:
        """Let the one called go on, unless the seat's own come back once they are no longer disqualified."""
        before = self._standing.get(sits.seat.id)
        away = [person for person in (sits.seat.person, before) if person is not None]
        returning = any(self._there(each, item) and each not in self._barred for each in away)
        if not returning and sits.person is not None:
            self._standing[sits.seat.id] = sits.person

    def _open(self, found: Mapping[int, Sits]) -> Iterator[Seat]:
        return (seat for seat in self._roll.seats if seat.id not in found)

    def _there(self, person: int, item: int) -> bool:
        return item in self._roll.present.get(person, ())

    def _may(self, person: int, item: int, found: Mapping[int, Sits]) -> bool:
        return (
            self._there(person, item)
            and (person, item) not in self._roll.disqualified
            and person not in self._barred
            and not _serves(person, found)
        )

    def _order(self, seat: Seat) -> Iterator[tuple[Why, tuple[int, ...]]]:
        """Walk the ranks of those who may be called to a seat."""
        alternates = self._roll.alternates
        match self._rules.order:
            case OrderOfCall.COMMON_LIST:
                yield Why.LISTED, tuple(each.person for each in alternates)
            case OrderOfCall.NAMED_LIST:
                yield Why.LISTED, self._rules.lists.get(seat.id, ())
            case OrderOfCall.ENTERED:
                yield Why.LISTED, self._of_party(seat.party)
            case OrderOfCall.PERSONAL:
                yield Why.PERSONAL, tuple(each.person for each in alternates if each.personal_for == seat.id)
                yield from self._chain(seat)
            case OrderOfCall.PARTY_CHAIN:
                yield from self._chain(seat)

    def _chain(self, seat: Seat) -> Iterator[tuple[Why, tuple[int, ...]]]:
        yield Why.SAME_PARTY, self._of_party(seat.party)
        for party in self._rules.chains.get(seat.party or "", ()):
            yield Why.CHAIN, self._of_party(party)

    def _of_party(self, party: str | None) -> tuple[int, ...]:
        return tuple(
            each.person for each in self._roll.alternates if party is not None and each.party == party
        )


def _serves(person: int, found: Mapping[int, Sits]) -> bool:
    return any(sits.person == person for sits in found.values())
