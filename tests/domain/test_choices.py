"""Who could serve in a seat: what the chair may choose from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.rolls import (
    AKE,
    ALL,
    ALTERNATES,
    CAJSA,
    CHAIN,
    HANS,
    IDA,
    ITEMS,
    JAN,
    KIM,
    PARTIES,
    SEATS,
    an_item,
    any_roll,
    any_rules,
    roll,
    served,
)
from klubban.domain.choices import Choice, next_choices
from klubban.domain.service import Alternate, CallRules, Decided, OrderOfCall, Roll, Seat, Why, sittings


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


def test_a_body_without_alternates_has_nobody_to_choose() -> None:
    rules = CallRules(order=OrderOfCall.NONE, chains=CHAIN.chains, lists={3: (HANS,)})

    assert next_choices(roll(CAJSA, alternates=()), rules, 0, 3) == ()


def test_those_who_stepped_in_one_for_the_other_come_in_that_turn() -> None:  # KL 5 kap. 18 §
    aside = frozenset({(CAJSA, 1), (CAJSA, 2), (KIM, 2)})
    recorded = roll(late={HANS: 3}, disqualified=aside)
    rules = CallRules(chains={"S": ("KD",)})
    overruled = replace(recorded, decided=(Decided(seat=3, person=IDA, first=3, last=3),))
    still_aside = replace(overruled, disqualified=aside | {(CAJSA, 3)})

    chosen = next_choices(still_aside, rules, 3, 3)

    assert served(sittings(still_aside, rules), 3) == [CAJSA, KIM, JAN, IDA]
    assert [(each.person, each.why) for each in chosen[:3]] == [
        (KIM, Why.GOES_ON),
        (JAN, Why.GOES_ON),
        (HANS, Why.SAME_PARTY),
    ]


# --- whatever is recorded


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
