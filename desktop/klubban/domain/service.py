"""Who serves in which seat at each item: the order of call, with its reasons.

Presence is what was recorded; who serves follows from it. What the chair decided otherwise is recorded too,
and wins. Seats are filled item by item: `_Sitting` fills them at one item, `_Day` is what lasts from one item
to the next.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

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


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody who could serve in a seat, and why they would."""

    person: int
    why: Why
    change: Mapping[str, int]
    """By how many each party would be stronger or weaker than by the seat: its `balance`."""


def sittings(roll: Roll, rules: CallRules) -> tuple[tuple[Sits, ...], ...]:
    """Return for each item who serves in each seat, in the order of the seats.

    Nobody serves in two seats at once; nobody serves who is not there or is disqualified, unless the chair
    decided so.
    """
    day = _Day(roll, rules)
    return tuple(day.next(item).sits() for item in range(roll.items))


def next_choices(roll: Roll, rules: CallRules, item: int, seat_id: int) -> tuple[Choice, ...]:
    """Return who could serve in a seat at an item while the others keep theirs, first the one proposed.

    After those in the order of call come the other alternates there, whom only the chair's decision lets in.
    Raises KeyError when the roll does not have the seat, IndexError when it does not have the item.
    """
    place = {seat.id: place for place, seat in enumerate(roll.seats)}[seat_id]
    if not 0 <= item < roll.items:
        raise IndexError(item)
    day = _Day(roll, rules)
    *_, sitting = map(day.next, range(item + 1))
    reasons: dict[int, Why] = {}
    for person, why in sitting.choices(place):
        reasons.setdefault(person, why)
    parties = {each.person: each.party for each in roll.alternates}
    parties |= {seat.person: seat.party for seat in roll.seats if seat.person is not None}
    return tuple(
        Choice(person, why, balance([Sits(roll.seats[place], person, why)], parties))
        for person, why in reasons.items()
    )


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


class _Day:
    """The meeting: what was recorded, sorted for use, and what one item leaves to the next.

    Seats go by their places in the roll.
    """

    def __init__(self, roll: Roll, rules: CallRules) -> None:
        self.rules = rules
        self.order = _Order(roll, rules)
        self.seats = dict(enumerate(roll.seats))
        self.members = _members(self.seats)
        """The place of each member."""
        self.own = [Sits(seat, seat.person, Why.OWN) for seat in roll.seats]
        self.nobody = [Sits(seat) for seat in roll.seats]
        self.decided = [
            (place, each)
            for place, seat in self.seats.items()
            for each in roll.decided
            if each.seat == seat.id
        ]
        self.standing: dict[int, Sits] = {}
        """Who began to serve in a seat and goes on while its member is away."""
        self._there: defaultdict[int, set[int]] = defaultdict(set)
        for person, items in roll.present.items():
            for item in items:
                self._there[item].add(person)
        self._disqualified: defaultdict[int, set[int]] = defaultdict(set)
        for person, item in roll.disqualified:
            self._disqualified[item].add(person)
        self._served: set[int] = set()
        self._barred: set[int] = set()

    def next(self, item: int) -> _Sitting:
        """Return the next item with its seats filled."""
        there = self._there[item]
        if not self.rules.returns:  # who served and left for another reason than disqualification
            self._barred |= self._served - there  # KL 5 kap. 20 §
        self.standing = {place: began for place, began in self.standing.items() if began.person in there}
        sitting = _Sitting(self, item, there - self._barred, self._disqualified[item])
        self._served |= sitting.serving()
        return sitting


class _Sitting:
    """One item: who serves in its seats."""

    def __init__(self, day: _Day, item: int, here: set[int], disqualified: set[int]) -> None:
        self._day = day
        self._here = here
        """Who is there and not barred, even if disqualified."""
        self._able = here - disqualified
        self._free = set(self._able)
        """Those of the able who do not serve yet."""
        self._open = dict(day.seats)
        """The seats not filled yet."""
        self._found = list(day.nobody)
        """By places, who serves."""
        self._by_chair: set[int] = set()
        """Those of them who serve by the chair's decision."""
        self._yielding: defaultdict[int, list[int]] = defaultdict(list)
        """For a person, the seats they began to serve in and leave to a newcomer, if one is called."""
        self._decided(item)
        self._members()
        self._go_on()
        self._call()

    def sits(self) -> tuple[Sits, ...]:
        """Return who serves, in the order of the seats."""
        return tuple(self._found)

    def serving(self) -> set[int]:
        """Return all who serve."""
        return (self._able - self._free) | self._by_chair

    def choices(self, place: int) -> Iterator[tuple[int, Why]]:
        """Walk those who could serve in a seat; of one who comes twice, the first reason counts."""
        now = self._found[place]
        if now.person is not None and now.why is not None and now.why is not Why.DECIDED:
            yield now.person, now.why
        available = self._able & {*self._free, now.person}
        if now.seat.person in available:
            yield now.seat.person, Why.OWN
        began = self._day.standing.get(place, self._day.nobody[place]).person
        if began in available and not self._yields(began, now.seat, self._newcomers(available)):
            yield began, Why.GOES_ON
        for why, persons in self._day.order.ranks[place]:
            yield from ((person, why) for person in persons if person in available)
        yield from ((person, Why.DECIDED) for person in self._day.order.everybody if person in available)

    def _take(self, place: int, sits: Sits) -> None:
        self._found[place] = sits
        del self._open[place]
        if sits.person is not None:
            self._free.discard(sits.person)

    def _decided(self, item: int) -> None:
        """Obey the chair, but let nobody sit in two seats."""
        decided: dict[int, Sits] = {}
        for place, each in self._day.decided:
            if item in each:
                taken = any(each.person == sits.person for sits in decided.values())
                person = None if taken else each.person
                decided[place] = Sits(self._day.seats[place], person, Why.DECIDED)
        for place, sits in decided.items():
            self._take(place, sits)
        self._by_chair = {sits.person for sits in decided.values() if sits.person is not None}

    def _members(self) -> None:
        """Let every member serve who is there, whoever served before (KL 5 kap. 19 §)."""
        undecided = len(self._open) == len(self._day.seats)
        members = self._day.members if undecided else _members(self._open)
        there = self._free & members.keys()
        self._free -= there
        for place in map(members.__getitem__, there):
            self._found[place] = self._day.own[place]
            del self._open[place]
            self._day.standing.pop(place, None)

    def _go_on(self) -> None:
        """Let those who began to serve keep precedence (KL 5 kap. 18 §)."""
        newcomers = self._newcomers(self._free)
        for place in sorted(self._day.standing.keys() & self._open.keys()):
            began = self._day.standing[place]
            if began.person not in self._free:
                continue
            if newcomers and self._yields(began.person, began.seat, newcomers):
                self._yielding[began.person].append(place)
            else:
                self._take(place, began)

    def _newcomers(self, free: set[int]) -> set[int]:
        """Return those who have not begun to serve; only where somebody yields to them."""
        if not self._day.rules.balance:
            return set()
        return free.difference([began.person for began in self._day.standing.values()])

    def _yields(self, person: int, seat: Seat, newcomers: set[int]) -> bool:
        """Tell whether somebody of another party yields to a newcomer of the seat's own."""
        own = self._day.order.of_party(seat.party)
        return person not in own and not own.isdisjoint(newcomers)

    def _call(self) -> None:
        """Fill the seats that are left: all first choices before any second one."""
        for rank in range(self._day.order.depth):
            for place in list(self._open) if self._free else ():
                called = self._first(place, rank)
                if called:
                    self._take(place, called)
                    self._keep(place, called)

    def _first(self, place: int, rank: int) -> Sits | None:
        ranks = self._day.order.ranks[place]
        why, persons = ranks[rank] if rank < len(ranks) else (Why.LISTED, NOBODY)
        if persons.isdisjoint(self._free):
            return None
        for person in filter(self._free.__contains__, persons):
            if person not in self._yielding or not self._waits(person, place):
                return Sits(self._day.seats[place], person, why)
        return None

    def _waits(self, person: int, place: int) -> bool:
        """Tell whether somebody who yields may still go on in another seat."""
        return any(each != place and each in self._open for each in self._yielding[person])

    def _keep(self, place: int, called: Sits) -> None:
        """Let the one called go on, unless somebody before them is here and returns to the seat."""
        began = self._day.standing.get(place)
        returning = called.seat.person in self._here or (began and began.person in self._here)
        if not returning:
            self._day.standing[place] = Sits(called.seat, called.person, Why.GOES_ON)


class _Order:
    """Who may be called to a seat, in ranks, and each rank in its order."""

    def __init__(self, roll: Roll, rules: CallRules) -> None:
        self._rules = rules
        self._parties = _groups((each.party, each.person) for each in roll.alternates)
        self._personal = _groups((each.personal_for, each.person) for each in roll.alternates)
        self.everybody = _ordered(each.person for each in roll.alternates)
        self.ranks = [tuple(self._ranks(seat)) for seat in roll.seats]
        self.depth = max(map(len, self.ranks), default=0)

    def of_party(self, party: str | None) -> KeysView[int]:
        """Return the alternates of a party, and nobody for somebody without one."""
        return NOBODY if party is None else self._parties.get(party, NOBODY)

    def _ranks(self, seat: Seat) -> Iterator[tuple[Why, KeysView[int]]]:
        match self._rules.order:
            case OrderOfCall.COMMON_LIST:
                yield Why.LISTED, self.everybody
            case OrderOfCall.NAMED_LIST:
                yield Why.LISTED, _ordered(self._rules.lists.get(seat.id, ()))
            case OrderOfCall.ENTERED:
                yield Why.LISTED, self.of_party(seat.party)
            case OrderOfCall.PERSONAL:
                yield Why.PERSONAL, self._personal.get(seat.id, NOBODY)
                yield from self._chain(seat)
            case OrderOfCall.PARTY_CHAIN:
                yield from self._chain(seat)
            case OrderOfCall.NONE:
                return

    def _chain(self, seat: Seat) -> Iterator[tuple[Why, KeysView[int]]]:
        yield Why.SAME_PARTY, self.of_party(seat.party)
        for party in self._rules.chains.get(seat.party or "", ()):
            yield Why.CHAIN, self.of_party(party)


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
