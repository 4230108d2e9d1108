"""A meeting of four seats with alternates, and any meeting at all, for the order of call."""

from __future__ import annotations

from hypothesis import strategies as some

from klubban.domain.service import (
    Alternate,
    CallRules,
    Decided,
    OrderOfCall,
    Roll,
    Seat,
    Sits,
    Why,
)

ITEMS = 4
ALL = frozenset(range(ITEMS))
AKE, BRITTA, CAJSA, DAVID = 1, 2, 3, 4
HANS, IDA, JAN, KIM = 11, 12, 13, 14
SEATS = (
    Seat(id=1, person=AKE, party="S"),
    Seat(id=2, person=BRITTA, party="M"),
    Seat(id=3, person=CAJSA, party="S"),
    Seat(id=4, person=DAVID, party="V"),
)
ALTERNATES = (
    Alternate(person=HANS, party="S"),
    Alternate(person=IDA, party="M"),
    Alternate(person=JAN, party="KD"),
    Alternate(person=KIM, party="S"),
)
PARTIES = {seat.person: seat.party for seat in SEATS if seat.person} | {
    each.person: each.party for each in ALTERNATES
}


def roll(
    *away: int,
    late: dict[int, int] | None = None,
    left: dict[int, int] | None = None,
    disqualified: frozenset[tuple[int, int]] = frozenset(),
    decided: tuple[Decided, ...] = (),
    seats: tuple[Seat, ...] = SEATS,
    alternates: tuple[Alternate, ...] = ALTERNATES,
) -> Roll:
    """Return a meeting of four items; `late` came before an item, `left` went before one."""
    present = {person: set(ALL) for person in PARTIES if person not in away}
    for person, item in (late or {}).items():
        present[person] = {each for each in ALL if each >= item}
    for person, item in (left or {}).items():
        present[person] = {each for each in ALL if each < item}
    return Roll(
        items=ITEMS,
        seats=seats,
        alternates=alternates,
        present={person: frozenset(items) for person, items in present.items()},
        disqualified=disqualified,
        decided=decided,
    )


def served(found: tuple[tuple[Sits, ...], ...], seat: int) -> list[int | None]:
    """Return who served in a seat, item by item."""
    return [next(sits.person for sits in sitting if sits.seat.id == seat) for sitting in found]


def why(found: tuple[tuple[Sits, ...], ...], seat: int) -> list[Why | None]:
    return [next(sits.why for sits in sitting if sits.seat.id == seat) for sitting in found]


CHAIN = CallRules(chains={"V": ("S", "KD"), "S": ("V",), "M": ("KD",)})

# --- any meeting

MEMBERS, STAND_INS = range(1, 7), range(11, 18)
some_party = some.sampled_from(["S", "M", "S", "M", "V", None])
some_seats = some.lists(
    some.tuples(some.booleans() | some.just(value=True), some_party), min_size=1, max_size=len(MEMBERS)
).map(
    lambda drawn: tuple(
        Seat(id=10 * place, person=place if taken else None, party=party)
        for place, (taken, party) in enumerate(drawn, start=1)
    )
)
some_alternates = some.lists(
    some.builds(
        Alternate,
        person=some.sampled_from(STAND_INS),
        party=some_party,
        personal_for=some.none() | some.sampled_from([10, 20, 30]),
    ),
    max_size=len(STAND_INS),
    unique_by=lambda each: each.person,
).map(tuple)
somebody = some.sampled_from([*MEMBERS, *STAND_INS])
an_item = some.integers(0, 5)
comes_and_goes = some.one_of(
    some.integers(0, 6).map(lambda first: frozenset(range(first, 6))),
    some.integers(0, 6).map(lambda last: frozenset(range(last))),
    some.frozensets(an_item),
)
any_roll = some.builds(
    Roll,
    items=some.just(6),
    seats=some_seats,
    alternates=some_alternates,
    present=some.fixed_dictionaries(dict.fromkeys((*MEMBERS, *STAND_INS), comes_and_goes)),
    disqualified=some.frozensets(some.tuples(somebody, an_item), max_size=6),
    decided=some.lists(
        some.builds(
            Decided,
            seat=some.sampled_from([10, 20, 30, 40, 990]),
            person=some.none() | somebody,
            first=an_item,
            last=an_item,
        ),
        max_size=4,
    ).map(tuple),
)
any_rules = some.builds(
    CallRules,
    order=some.sampled_from(OrderOfCall),
    chains=some.fixed_dictionaries(
        dict.fromkeys(["S", "M", "V"], some.permutations(["S", "M", "V"]).map(tuple))
    ),
    lists=some.dictionaries(some.sampled_from([10, 20, 30]), some.lists(somebody, max_size=5).map(tuple)),
    returns=some.booleans(),
    balance=some.sampled_from([True, True, False]),
)
