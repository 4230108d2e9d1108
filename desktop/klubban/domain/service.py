"""Who serves in which seat at each item: the order of call, with its reasons.

Presence is what was recorded; who serves follows from it. What the chair decided otherwise is recorded too,
and wins. Seats are filled item by item: `Day` is what lasts from one item to the next, `Sitting` fills the
seats at one item, and `Order` says who may be called to a seat.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from klubban.domain.standing import Standing

Key = TypeVar("Key")


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
    """The body has no alternates, and nobody is called."""


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
    day = Day(roll, rules)
    return tuple(tuple(day.next(item).sits) for item in range(roll.items))


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


class Day:
    """The meeting as it goes: what was recorded, sorted for use, and what one item leaves to the next.

    Seats go by their places in the roll.
    """

    def __init__(self, roll: Roll, rules: CallRules) -> None:
        self.order = Order(roll, rules)
        """In which order alternates are called."""
        self.seats = dict(enumerate(roll.seats))
        self.members = _members(self.seats)
        """The place of each member."""
        self.own = [Sits(seat, seat.person, Why.OWN) for seat in roll.seats]
        """By places, that the member serves."""
        self.nobody = [Sits(seat) for seat in roll.seats]
        """By places, that nobody does."""
        self.standing = Standing()
        """Who began to serve, and where."""
        self.going_on: dict[int, Sits] = {}
        """For each of them, that they go on."""
        self._rules = rules
        self._decided = roll.decided
        self._there: defaultdict[int, set[int]] = defaultdict(set)
        for person, items in roll.present.items():
            for item in items:
                self._there[item].add(person)
        self._disqualified: defaultdict[int, set[int]] = defaultdict(set)
        for person, item in roll.disqualified:
            self._disqualified[item].add(person)
        self._served: set[int] = set()
        self._barred: set[int] = set()

    def next(self, item: int) -> Sitting:
        """Return the next item with its seats filled."""
        there, aside = self._there[item], self._disqualified[item]
        # Who leaves the room for disqualification has not left the meeting (KL 5 kap. 18, 20 §§).
        stayed = there | aside
        if not self._rules.returns:
            self._barred |= self._served - stayed
        for person in self.standing.persons - stayed:
            self.standing.leave(person)
        sitting = Sitting(self, item, there - self._barred - aside)
        self._served |= sitting.serving()
        return sitting

    def decided(self, item: int) -> dict[int, int | None]:
        """Return whom the chair let serve, by the ids of seats; of two decisions the later one counts."""
        return {each.seat: each.person for each in self._decided if item in each}

    def newcomers(self, free: set[int]) -> set[int]:
        """Return those who have not begun to serve; only where somebody yields to them."""
        return free.difference(self.standing.persons) if self._rules.balance else set()

    def yields(self, person: int, seat: Seat, newcomers: set[int]) -> bool:
        """Tell whether somebody of another party yields to a newcomer of the seat's own."""
        own = self.order.of_party(seat.party)
        return person not in own and not own.isdisjoint(newcomers)


class Sitting:
    """One item: who serves in its seats.

    The chair's decisions come first, then the members, then those who began to serve, then those called.
    """

    def __init__(self, day: Day, item: int, able: set[int]) -> None:
        self.able = able
        """Who is there, neither barred nor disqualified."""
        self.free = set(able)
        """Those of the able who do not serve."""
        self.sits = list(day.nobody)
        """Who serves, by places."""
        self._day = day
        self._open = dict(day.seats)
        """The seats not filled yet, by places."""
        self._yielding: dict[int, int] = {}
        """For seats not filled yet, who goes on in them if nobody of the seat's party takes over."""
        self._by_chair = self._obey(day.decided(item))
        self._seat_members()
        self._go_on()
        while self._call():
            pass

    def serving(self) -> set[int]:
        """Return all who serve."""
        return (self.able - self.free) | self._by_chair

    def _obey(self, decided: Mapping[int, int | None]) -> set[int]:
        """Do as the chair decided, but let nobody sit in two seats; return those who serve so."""
        serving: set[int] = set()
        for place, seat in self._day.seats.items() if decided else ():
            if seat.id in decided:
                person = decided[seat.id]
                self._take(place, Sits(seat, None if person in serving else person, Why.DECIDED))
                if person is not None:
                    serving.add(person)
        return serving

    def _seat_members(self) -> None:
        """Let every member serve who can, whoever served before (KL 5 kap. 19 §)."""
        standing = self._day.standing
        undecided = len(self._open) == len(self._day.seats)
        members = self._day.members if undecided else _members(self._open)
        serving = self.free & members.keys()
        self.free -= serving
        for place in map(members.__getitem__, serving):
            self.sits[place] = self._day.own[place]
            del self._open[place]
        for place in standing.places - self._open.keys():
            if self.sits[place].why is Why.OWN:
                standing.clear(place)
        for person in serving & standing.persons:
            standing.leave(person)

    def _go_on(self) -> None:
        """Let those who began to serve keep precedence (KL 5 kap. 18 §).

        Who yields by a local rule waits for the call: only somebody of the seat's own party can take over.
        """
        standing, going_on = self._day.standing, self._day.going_on
        back = {place: standing.resume(place, self.free) for place in standing.places & self._open.keys()}
        newcomers = self._day.newcomers(self.free)
        going: list[int] = []
        for place, person in back.items():
            if person is None:
                continue
            if newcomers and self._day.yields(person, self._open[place], newcomers):
                self._yielding[place] = person
                continue
            going.append(person)
            self.sits[place] = going_on[person]
            del self._open[place]
        self.free.difference_update(going)

    def _call(self) -> bool:
        """Call alternates to the seats left, every first rank before any second one; tell if any came.

        Whoever yielded a seat at a later rank was not to be had at an earlier one: call until nobody comes.
        """
        open_before = len(self._open)
        for rank in range(self._day.order.depth):
            for place in list(self._open) if self.free else ():
                self._call_to(place, rank)
        return len(self._open) < open_before

    def _call_to(self, place: int, rank: int) -> None:
        """Call the first of a rank who may take a seat."""
        ranks = self._day.order.ranks[place]
        why, persons = ranks[rank] if rank < len(ranks) else (Why.LISTED, NOBODY)
        if persons.isdisjoint(self.free):
            return
        for person in filter(self.free.__contains__, persons):
            if not self._yielding or self._may_take(person, place):
                self._begin(place, person, why)
                return

    def _may_take(self, person: int, place: int) -> bool:
        """Tell whether somebody may take a seat while some may go on in theirs and others may take over."""
        if self._day.standing.place(person) in self._yielding:
            return self._yielding.get(place) == person
        return place not in self._yielding or person in self._day.order.of_party(self._open[place].party)

    def _begin(self, place: int, person: int, why: Why) -> None:
        """Seat the one called: they have begun to serve, and whoever yielded to them is done."""
        standing, going_on = self._day.standing, self._day.going_on
        yielding = self._yielding.pop(place, None)
        if person == yielding:
            self._take(place, going_on[person])
            return
        if yielding is not None:
            standing.leave(yielding)
        standing.begin(place, person)
        going_on[person] = Sits(self._open[place], person, Why.GOES_ON)
        self._take(place, Sits(self._open[place], person, why))

    def _take(self, place: int, sits: Sits) -> None:
        self.sits[place] = sits
        del self._open[place]
        if sits.person is not None:
            self.free.discard(sits.person)


Rank = tuple[Why, KeysView[int]]
"""Persons in the order in which they are called, and why."""


class Order:
    """Who may be called to a seat, in ranks, and each rank in its order."""

    def __init__(self, roll: Roll, rules: CallRules) -> None:
        self._rules = rules
        self._parties = _groups((each.party, each.person) for each in roll.alternates)
        self._personal = _groups((each.personal_for, each.person) for each in roll.alternates)
        self.everybody = _ordered(each.person for each in roll.alternates)
        self._chains = {party: tuple(self._chain(party)) for party in {seat.party for seat in roll.seats}}
        self.ranks = [self._ranks(seat) for seat in roll.seats]
        """By places, the ranks that are called one after the other."""
        self.depth = max(map(len, self.ranks), default=0)

    def of_party(self, party: str | None) -> KeysView[int]:
        """Return the alternates of a party, and nobody for somebody without one."""
        return NOBODY if party is None else self._parties.get(party, NOBODY)

    def _ranks(self, seat: Seat) -> tuple[Rank, ...]:
        match self._rules.order:
            case OrderOfCall.COMMON_LIST:
                return ((Why.LISTED, self.everybody),)
            case OrderOfCall.NAMED_LIST:
                return ((Why.LISTED, _ordered(self._rules.lists.get(seat.id, ()))),)
            case OrderOfCall.ENTERED:
                return ((Why.LISTED, self.of_party(seat.party)),)
            case OrderOfCall.PERSONAL:
                personal = self._personal.get(seat.id, NOBODY)
                return ((Why.PERSONAL, personal), *self._chains[seat.party])
            case OrderOfCall.PARTY_CHAIN:
                return self._chains[seat.party]
            case OrderOfCall.NONE:
                return ()

    def _chain(self, party: str | None) -> Iterator[Rank]:
        yield Why.SAME_PARTY, self.of_party(party)
        for other in self._rules.chains.get(party or "", ()):
            yield Why.CHAIN, self.of_party(other)


def _ordered(persons: Iterable[int]) -> KeysView[int]:
    """Return a set that keeps its order, as the keys of a dictionary do."""
    return dict.fromkeys(persons).keys()


NOBODY = _ordered(())


def _groups(pairs: Iterable[tuple[Key, int]]) -> dict[Key, KeysView[int]]:
    groups: defaultdict[Key, list[int]] = defaultdict(list)
    for key, person in pairs:
        groups[key].append(person)
    return {key: _ordered(persons) for key, persons in groups.items()}


def _members(seats: dict[int, Seat]) -> dict[int, int]:
    """Return the place of each member; the first of one with two seats."""
    return {seat.person: place for place, seat in reversed(seats.items()) if seat.person is not None}
