"""Who serves for whom: the order of call as bodies have it, and what can never be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from domain.plain_service import plain_sittings
from klubban.domain.choices import Choice, next_choices
from klubban.domain.service import (
    Alternate,
    CallRules,
    Decided,
    OrderOfCall,
    Roll,
    Seat,
    Sits,
    Why,
    balance,
    sittings,
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


def test_members_serve_in_their_own_seats() -> None:
    found = sittings(roll(), CHAIN)

    assert [sits.person for sits in found[0]] == [AKE, BRITTA, CAJSA, DAVID]
    assert {sits.why for sitting in found for sits in sitting} == {Why.OWN}


def test_an_alternate_of_ones_own_party_is_called_in_the_order_of_election() -> None:
    found = sittings(roll(CAJSA), CHAIN)

    assert served(found, 3) == [HANS] * ITEMS
    assert why(found, 3) == [Why.SAME_PARTY, *[Why.GOES_ON] * 3]


def test_a_party_without_alternates_takes_from_the_next_in_its_chain() -> None:
    found = sittings(roll(DAVID), CHAIN)

    assert served(found, 4) == [HANS] * ITEMS
    assert why(found, 4)[0] is Why.CHAIN


def test_nobody_is_taken_by_another_party_while_their_own_needs_them() -> None:
    found = sittings(roll(AKE, CAJSA, DAVID), CHAIN)

    assert (served(found, 1)[0], served(found, 3)[0], served(found, 4)[0]) == (HANS, KIM, JAN)


def test_a_seat_stays_empty_when_nobody_can_be_called() -> None:
    found = sittings(roll(BRITTA, IDA, JAN), CHAIN)

    assert served(found, 2) == [None] * ITEMS
    assert why(found, 2) == [None] * ITEMS


def test_a_personal_alternate_comes_before_the_party() -> None:
    personal = (*ALTERNATES, Alternate(person=15, party="L", personal_for=3))
    rules = CallRules(order=OrderOfCall.PERSONAL, chains=CHAIN.chains)
    with_them = roll(CAJSA, alternates=personal)
    there = Roll(items=ITEMS, seats=SEATS, alternates=personal, present={**with_them.present, 15: ALL})

    assert served(sittings(there, rules), 3) == [15] * ITEMS
    assert served(sittings(with_them, rules), 3) == [HANS] * ITEMS


def test_a_member_may_have_a_list_of_ones_own() -> None:
    rules = CallRules(order=OrderOfCall.NAMED_LIST, lists={3: (JAN, KIM), 4: (JAN,)})

    assert served(sittings(roll(CAJSA), rules), 3) == [JAN] * ITEMS
    assert served(sittings(roll(CAJSA, JAN), rules), 3) == [KIM] * ITEMS
    assert served(sittings(roll(AKE), rules), 1) == [None] * ITEMS


def test_one_common_list_is_called_in_its_order_whatever_the_party() -> None:
    rules = CallRules(order=OrderOfCall.COMMON_LIST)

    found = sittings(roll(BRITTA, DAVID), rules)

    assert (served(found, 2)[0], served(found, 4)[0]) == (HANS, IDA)


def test_a_proportional_elections_order_stays_within_the_party() -> None:
    rules = CallRules(order=OrderOfCall.ENTERED)

    found = sittings(roll(AKE, DAVID), rules)

    assert (served(found, 1)[0], served(found, 4)[0]) == (HANS, None)


def test_a_member_who_arrives_takes_the_seat() -> None:  # KL 5 kap. 19 §
    found = sittings(roll(late={CAJSA: 2}), CHAIN)

    assert served(found, 3) == [HANS, HANS, CAJSA, CAJSA]


def test_who_began_to_serve_keeps_precedence_over_one_before_them_in_order() -> None:  # KL 5 kap. 18 §
    found = sittings(roll(CAJSA, late={HANS: 2}), CHAIN)

    assert served(found, 3) == [KIM] * ITEMS


def test_who_left_may_not_serve_again_the_same_day() -> None:  # KL 5 kap. 20 §
    away_for_one = Roll(
        items=ITEMS,
        seats=SEATS,
        alternates=ALTERNATES,
        present=dict.fromkeys(PARTIES, ALL) | {CAJSA: frozenset({0, 2, 3})},
    )

    assert served(sittings(away_for_one, CHAIN), 3) == [CAJSA, HANS, HANS, HANS]
    returning = CallRules(chains=CHAIN.chains, returns=True)
    assert served(sittings(away_for_one, returning), 3) == [CAJSA, HANS, CAJSA, CAJSA]


def test_a_disqualified_member_is_replaced_for_the_item_and_returns() -> None:  # KL 5 kap. 20 §, 6 kap. 30 §
    found = sittings(roll(disqualified=frozenset({(CAJSA, 1)})), CHAIN)

    assert served(found, 3) == [CAJSA, HANS, CAJSA, CAJSA]


def test_a_disqualified_alternate_steps_aside_and_returns() -> None:  # KL 5 kap. 18 §
    found = sittings(roll(CAJSA, disqualified=frozenset({(HANS, 1)})), CHAIN)

    assert served(found, 3) == [HANS, KIM, HANS, HANS]


def test_eight_may_be_disqualified_at_once() -> None:
    everybody = frozenset((person, 1) for person in PARTIES)

    found = sittings(roll(disqualified=everybody), CHAIN)

    assert [sits.person for sits in found[1]] == [None] * 4
    assert [sits.person for sits in found[2]] == [AKE, BRITTA, CAJSA, DAVID]


def test_a_late_alternate_of_the_seats_party_restores_the_balance_where_the_rules_say_so() -> None:
    only_late = roll(CAJSA, late={HANS: 2, KIM: 2})
    chains = {"S": ("V", "KD")}

    assert served(sittings(only_late, CallRules(chains=chains)), 3) == [JAN] * ITEMS
    restored = sittings(only_late, CallRules(chains=chains, balance=True))
    assert served(restored, 3) == [JAN, JAN, HANS, HANS]


def test_who_would_yield_keeps_the_seat_when_the_newcomer_is_needed_in_another() -> None:
    rules = CallRules(chains={"S": ("M",), "M": ("KD",)}, balance=True)

    found = sittings(roll(CAJSA, KIM, late={HANS: 2}, left={AKE: 2, BRITTA: 2}), rules)

    assert served(found, 3) == [IDA] * ITEMS
    assert (served(found, 1)[2], served(found, 2)[2]) == (HANS, JAN)


def test_what_the_chair_decided_wins() -> None:
    decided = (Decided(seat=3, person=IDA, first=1, last=2), Decided(seat=4, person=None, first=0, last=3))

    found = sittings(roll(CAJSA, decided=decided), CHAIN)

    assert served(found, 3) == [HANS, IDA, IDA, HANS]
    assert served(found, 4) == [None] * ITEMS
    assert why(found, 4) == [Why.DECIDED] * ITEMS


def test_whom_the_chair_let_serve_has_served_and_may_not_return_either() -> None:  # KL 5 kap. 20 §
    kim_only = Roll(
        items=ITEMS,
        seats=SEATS,
        alternates=ALTERNATES,
        present={**roll(CAJSA, HANS, IDA, JAN).present, KIM: frozenset({0, 2, 3})},
        disqualified=frozenset({(KIM, 0)}),
        decided=(Decided(seat=3, person=KIM, first=0, last=0),),
    )

    assert served(sittings(kim_only, CHAIN), 3) == [KIM, None, None, None]


def test_a_vacant_seat_is_filled_like_one_whose_member_is_away() -> None:
    vacant = (*SEATS[:2], Seat(id=3, party="S"), SEATS[3])

    assert served(sittings(roll(seats=vacant), CHAIN), 3) == [HANS] * ITEMS


def test_the_balance_tells_which_party_became_stronger() -> None:
    found = sittings(roll(DAVID), CHAIN)

    assert balance(found[0], PARTIES) == {"V": -1, "S": 1}
    assert balance(sittings(roll(), CHAIN)[0], PARTIES) == {}


def test_a_body_without_alternates_calls_nobody() -> None:
    rules = CallRules(order=OrderOfCall.NONE, chains=CHAIN.chains, lists={3: (HANS,)})

    found = sittings(roll(CAJSA, alternates=()), rules)

    assert served(found, 3) == [None] * ITEMS
    assert served(found, 1) == [AKE] * ITEMS
    assert served(sittings(roll(CAJSA), rules), 3) == [None] * ITEMS
    assert next_choices(roll(CAJSA, alternates=()), rules, 0, 3) == ()


# --- who could serve in a seat


def test_the_choices_come_in_the_order_of_call_and_the_rest_by_the_chair_alone() -> None:
    party_away = roll(AKE, alternates=(*ALTERNATES, Alternate(person=15, party="V")))
    there = Roll(
        items=ITEMS, seats=SEATS, alternates=party_away.alternates, present={**party_away.present, 15: ALL}
    )

    assert next_choices(there, CHAIN, 0, 1) == (
        Choice(HANS, Why.SAME_PARTY, {}),
        Choice(KIM, Why.SAME_PARTY, {}),
        Choice(15, Why.CHAIN, {"S": -1, "V": 1}),
        Choice(IDA, Why.DECIDED, {"S": -1, "M": 1}),
        Choice(JAN, Why.DECIDED, {"S": -1, "KD": 1}),
    )


def test_who_serves_in_another_seat_is_no_choice() -> None:
    chosen = next_choices(roll(AKE, CAJSA), CHAIN, 0, 3)

    assert [each.person for each in chosen] == [KIM, IDA, JAN]


def test_who_began_to_serve_is_proposed_before_those_ahead_in_the_order() -> None:
    chosen = next_choices(roll(CAJSA, late={HANS: 2}), CHAIN, 2, 3)

    assert [(each.person, each.why) for each in chosen[:2]] == [
        (KIM, Why.GOES_ON),
        (HANS, Why.SAME_PARTY),
    ]


def test_a_member_there_is_the_first_choice_for_their_own_seat_whatever_the_chair_decided() -> None:
    decided = (Decided(seat=3, person=IDA, first=1, last=1),)

    chosen = next_choices(roll(decided=decided), CHAIN, 1, 3)

    assert chosen[0] == Choice(CAJSA, Why.OWN, {})
    assert Choice(IDA, Why.DECIDED, {"S": -1, "M": 1}) in chosen


def test_whom_the_chair_let_serve_has_not_begun_to_and_stands_where_the_order_has_them() -> None:
    decided = (Decided(seat=3, person=KIM, first=0, last=3),)

    chosen = next_choices(roll(CAJSA, decided=decided), CHAIN, 2, 3)

    assert [(each.person, each.why) for each in chosen[:2]] == [
        (HANS, Why.SAME_PARTY),
        (KIM, Why.SAME_PARTY),
    ]


def test_the_disqualified_the_absent_and_those_who_left_are_no_choice() -> None:
    gone = Roll(
        items=ITEMS,
        seats=SEATS,
        alternates=ALTERNATES,
        present=dict.fromkeys(PARTIES, ALL)
        | {AKE: frozenset(), HANS: frozenset({0, 2, 3}), IDA: frozenset()},
        disqualified=frozenset({(JAN, 2)}),
    )

    assert served(sittings(gone, CHAIN), 1) == [HANS, KIM, KIM, KIM]
    assert [each.person for each in next_choices(gone, CHAIN, 2, 1)] == [KIM]


def test_a_vacant_seat_is_balanced_by_the_party_that_has_it() -> None:
    vacant = (*SEATS[:2], Seat(id=3, party="S"), SEATS[3])

    changes = {each.person: each.change for each in next_choices(roll(seats=vacant), CHAIN, 0, 3)}

    assert changes == {HANS: {}, KIM: {}, IDA: {"S": -1, "M": 1}, JAN: {"S": -1, "KD": 1}}


def test_choices_are_asked_for_a_seat_and_an_item_of_the_roll() -> None:
    with pytest.raises(KeyError):
        next_choices(roll(), CHAIN, 0, 5)
    with pytest.raises(IndexError):
        next_choices(roll(), CHAIN, ITEMS, 1)


# --- whatever is recorded

people = some.sampled_from(sorted(PARTIES))
rolls = some.builds(
    Roll,
    items=some.just(ITEMS),
    seats=some.just(SEATS),
    alternates=some.permutations(ALTERNATES).map(tuple),
    present=some.dictionaries(people, some.frozensets(some.integers(0, ITEMS - 1))),
    disqualified=some.frozensets(some.tuples(people, some.integers(0, ITEMS - 1)), max_size=8),
    decided=some.lists(
        some.builds(
            Decided,
            seat=some.integers(1, 4),
            person=some.none() | people,
            first=some.integers(0, 2),
            last=some.integers(1, 3),
        ),
        max_size=3,
    ).map(tuple),
)
rules = some.builds(
    CallRules,
    order=some.sampled_from(OrderOfCall),
    chains=some.just(CHAIN.chains),
    lists=some.dictionaries(some.integers(1, 4), some.permutations(sorted(PARTIES)).map(tuple)),
    returns=some.booleans(),
    balance=some.booleans(),
)


@given(rolls, rules)
def test_nobody_sits_in_two_seats_and_no_seat_is_served_by_two(recorded: Roll, own: CallRules) -> None:
    for sitting in sittings(recorded, own):
        serving = [sits.person for sits in sitting if sits.person is not None]
        assert [sits.seat for sits in sitting] == list(recorded.seats)
        assert len(serving) == len(set(serving))


@given(rolls, rules)
def test_only_those_who_are_there_and_may_serve_do_unless_the_chair_decided(
    recorded: Roll, own: CallRules
) -> None:
    for item, sitting in enumerate(sittings(recorded, own)):
        for sits in sitting:
            if sits.person is not None and sits.why is not Why.DECIDED:
                assert item in recorded.present[sits.person]
                assert (sits.person, item) not in recorded.disqualified


@given(rolls, rules)
def test_a_present_member_who_never_left_serves_in_their_own_seat(recorded: Roll, own: CallRules) -> None:
    undecided = Roll(
        items=ITEMS,
        seats=recorded.seats,
        alternates=recorded.alternates,
        present={**recorded.present, AKE: ALL},
        disqualified=frozenset(each for each in recorded.disqualified if each[0] != AKE),
    )

    if not any(AKE in names for names in own.lists.values()):
        assert served(sittings(undecided, own), 1) == [AKE] * ITEMS


# --- whoever they are: the same as the plain witness says

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


@settings(max_examples=300)
@given(any_roll, any_rules)
def test_the_sittings_are_those_of_the_plain_witness(recorded: Roll, own: CallRules) -> None:
    assert sittings(recorded, own) == plain_sittings(recorded, own)


@given(any_roll, any_rules, an_item, some.data())
def test_every_choice_is_free_to_serve_and_the_first_is_the_one_who_does(
    recorded: Roll, own: CallRules, item: int, data: some.DataObject
) -> None:
    sits = data.draw(some.sampled_from(sittings(recorded, own)[item]))
    elsewhere = {other.person for other in sittings(recorded, own)[item] if other.seat != sits.seat}

    chosen = next_choices(recorded, own, item, sits.seat.id)

    persons = [each.person for each in chosen]
    assert len(persons) == len(set(persons))
    for person in persons:
        assert item in recorded.present[person]
        assert (person, item) not in recorded.disqualified
        assert person not in elsewhere
    if sits.person is not None and sits.why is not Why.DECIDED:
        assert (chosen[0].person, chosen[0].why) == (sits.person, sits.why)


@given(any_roll, any_rules, an_item)
def test_a_body_where_anybody_may_return_leaves_no_alternate_there_out_of_the_choices(
    recorded: Roll, own: CallRules, item: int
) -> None:
    returning = replace(own, returns=True)
    sits = sittings(recorded, returning)[item][0]
    elsewhere = {other.person for other in sittings(recorded, returning)[item][1:]}

    chosen = {each.person for each in next_choices(recorded, returning, item, sits.seat.id)}

    there = {each.person for each in recorded.alternates if item in recorded.present[each.person]}
    aside = {person for person, at in recorded.disqualified if at == item}
    assert there - aside - elsewhere <= chosen
