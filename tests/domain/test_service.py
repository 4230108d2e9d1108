"""Who serves for whom: the order of call as bodies have it."""

from __future__ import annotations

from dataclasses import replace

from domain.rolls import (
    AKE,
    ALL,
    ALTERNATES,
    BRITTA,
    CAJSA,
    CHAIN,
    DAVID,
    HANS,
    IDA,
    ITEMS,
    JAN,
    KIM,
    PARTIES,
    SEATS,
    roll,
    served,
    why,
)
from klubban.domain.service import (
    Alternate,
    CallRules,
    Decided,
    OrderOfCall,
    Roll,
    Seat,
    Why,
    balance,
    sittings,
)


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


# --- two decisions of the chair


def test_of_two_decisions_about_a_seat_the_later_one_counts_where_both_hold() -> None:
    decided = (Decided(seat=3, person=IDA, first=0, last=3), Decided(seat=3, person=JAN, first=2, last=2))

    assert served(sittings(roll(decided=decided), CHAIN), 3) == [IDA, IDA, JAN, IDA]
    the_other_way = sittings(roll(decided=decided[::-1]), CHAIN)
    assert served(the_other_way, 3) == [IDA] * ITEMS


def test_two_decisions_for_the_same_person_let_them_serve_throughout() -> None:
    decided = (Decided(seat=3, person=IDA, first=0, last=2), Decided(seat=3, person=IDA, first=1, last=3))

    found = sittings(roll(decided=decided), CHAIN)

    assert served(found, 3) == [IDA] * ITEMS
    assert why(found, 3) == [Why.DECIDED] * ITEMS


def test_who_is_let_into_two_seats_serves_in_the_first() -> None:
    decided = (Decided(seat=4, person=KIM, first=0, last=3), Decided(seat=3, person=KIM, first=0, last=1))

    found = sittings(roll(decided=decided), CHAIN)

    assert served(found, 3) == [KIM, KIM, CAJSA, CAJSA]
    assert served(found, 4) == [None, None, KIM, KIM]


def test_a_decision_that_no_longer_counts_keeps_nobody_from_another_seat() -> None:
    decided = (
        Decided(seat=3, person=KIM, first=0, last=3),
        Decided(seat=4, person=KIM, first=0, last=3),
        Decided(seat=3, person=JAN, first=0, last=3),
    )

    found = sittings(roll(decided=decided), CHAIN)

    assert (served(found, 3)[0], served(found, 4)[0]) == (JAN, KIM)


# --- disqualified at several items (KL 5 kap. 18 §)


def test_who_steps_in_for_a_disqualified_member_goes_on_while_they_are_away() -> None:
    aside = frozenset({(CAJSA, 1), (CAJSA, 2)})

    found = sittings(roll(late={HANS: 2}, disqualified=aside), CHAIN)

    assert served(found, 3) == [CAJSA, KIM, KIM, CAJSA]
    assert why(found, 3)[2] is Why.GOES_ON


def test_who_steps_in_for_a_disqualified_alternate_goes_on_until_they_return() -> None:
    aside = frozenset({(KIM, 1), (KIM, 2)})
    rules = CallRules(chains={"S": ("KD",)})

    found = sittings(roll(CAJSA, late={HANS: 2}, disqualified=aside), rules)

    assert served(found, 3) == [KIM, JAN, JAN, KIM]
    assert why(found, 3) == [Why.SAME_PARTY, Why.CHAIN, Why.GOES_ON, Why.GOES_ON]


def test_of_several_who_stepped_aside_the_first_who_may_comes_back() -> None:
    aside = frozenset({(HANS, 1), (HANS, 2), (HANS, 3), (KIM, 2)})
    rules = CallRules(chains={"S": ("KD",)})

    assert served(sittings(roll(CAJSA, disqualified=aside), rules), 3) == [HANS, KIM, JAN, KIM]


def test_a_member_disqualified_anew_is_replaced_in_the_order_of_call_anew() -> None:
    aside = frozenset({(CAJSA, 1), (CAJSA, 3)})

    assert served(sittings(roll(late={HANS: 2}, disqualified=aside), CHAIN), 3) == [CAJSA, KIM, CAJSA, HANS]


def test_who_leaves_the_room_for_disqualification_alone_comes_back() -> None:  # KL 5 kap. 18, 20 §§
    """Both that they left and that they were disqualified may be noted, and it is one thing."""
    there = roll(DAVID, disqualified=frozenset({(BRITTA, 1), (KIM, 1)}))
    present = {**there.present, BRITTA: ALL - {1}, KIM: ALL - {1}, HANS: ALL - {0}}
    found = sittings(replace(there, present=present), CHAIN)

    assert served(found, 2) == [BRITTA, IDA, BRITTA, BRITTA]
    assert served(found, 4) == [KIM, HANS, KIM, KIM]


def test_who_left_while_disqualified_does_not_come_back() -> None:  # KL 5 kap. 20 §
    left = roll(CAJSA, left={HANS: 2}, disqualified=frozenset({(HANS, 1)}))
    back = replace(left, present={**left.present, HANS: frozenset({0, 1, 3})})

    assert served(sittings(back, CHAIN), 3) == [HANS, KIM, KIM, KIM]


def test_who_was_called_to_another_seat_while_the_chair_had_theirs_stays_there() -> None:  # KL 5 kap. 18 §
    decided = (Decided(seat=1, person=IDA, first=1, last=2),)

    found = sittings(roll(AKE, left={CAJSA: 1}, decided=decided), CHAIN)

    assert served(found, 1) == [HANS, IDA, IDA, KIM]
    assert served(found, 3) == [CAJSA, HANS, HANS, HANS]


# --- the balance between parties (local rule)

S_TAKES_FROM_KD = {"S": ("KD",)}
BALANCED = CallRules(chains=S_TAKES_FROM_KD, balance=True)


def test_who_took_over_goes_on_when_the_next_of_their_party_arrives() -> None:  # KL 5 kap. 18 §
    found = sittings(roll(CAJSA, late={KIM: 1, HANS: 2}), BALANCED)

    assert served(found, 3) == [JAN, KIM, KIM, KIM]
    assert why(found, 3) == [Why.CHAIN, Why.SAME_PARTY, Why.GOES_ON, Why.GOES_ON]


def test_who_yielded_is_called_in_the_order_again_and_yields_again() -> None:
    found = sittings(roll(CAJSA, HANS, late={KIM: 1}, disqualified=frozenset({(KIM, 2)})), BALANCED)

    assert served(found, 3) == [JAN, KIM, JAN, KIM]
    assert why(found, 3) == [Why.CHAIN, Why.SAME_PARTY, Why.CHAIN, Why.GOES_ON]


def test_who_would_yield_is_displaced_by_nobody_of_a_third_party() -> None:  # KL 5 kap. 18 §
    rules = CallRules(order=OrderOfCall.NAMED_LIST, lists={1: (HANS,), 3: (IDA, HANS, JAN)}, balance=True)

    found = sittings(roll(CAJSA, KIM, late={HANS: 2, IDA: 2}, left={AKE: 2}), rules)

    assert served(found, 1) == [AKE, AKE, HANS, HANS]
    assert served(found, 3) == [JAN] * ITEMS
    assert why(found, 3)[2] is Why.GOES_ON


def test_who_yielded_is_called_to_a_seat_that_waited_for_them() -> None:
    rules = CallRules(order=OrderOfCall.NAMED_LIST, lists={2: (JAN,), 3: (HANS, JAN)}, balance=True)

    found = sittings(roll(CAJSA, late={HANS: 2}, left={BRITTA: 2}), rules)

    assert served(found, 3) == [JAN, JAN, HANS, HANS]
    assert served(found, 2) == [BRITTA, BRITTA, JAN, JAN]
