"""Who serves, whatever is recorded: what can never be, and that a plain witness says the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings

from domain.plain_service import of_party, order, plain_sittings
from domain.rolls import any_roll, any_rules
from klubban.domain.service import CallRules, Roll, Sits, Why, sittings


@settings(max_examples=300)
@given(any_roll, any_rules)
def test_the_sittings_are_those_of_the_plain_witness(recorded: Roll, own: CallRules) -> None:
    assert sittings(recorded, own) == plain_sittings(recorded, own)


@given(any_roll, any_rules)
def test_nobody_sits_in_two_seats_and_no_seat_is_served_by_two(recorded: Roll, own: CallRules) -> None:
    for sitting in sittings(recorded, own):
        serving = [sits.person for sits in sitting if sits.person is not None]
        assert [sits.seat for sits in sitting] == list(recorded.seats)
        assert len(serving) == len(set(serving))


@given(any_roll, any_rules)
def test_only_those_who_may_serve_do_unless_the_chair_decided(recorded: Roll, own: CallRules) -> None:
    for able, sitting in who_may_serve(recorded, own):
        for sits in sitting:
            assert sits.person is None or sits.why is Why.DECIDED or sits.person in able


@given(any_roll, any_rules)
def test_a_member_who_never_left_serves_in_their_own_seat(recorded: Roll, own: CallRules) -> None:
    seat = recorded.seats[0]
    there = replace(
        recorded,
        seats=(replace(seat, person=1), *recorded.seats[1:]),
        present={**recorded.present, 1: frozenset(range(recorded.items))},
        disqualified=frozenset(each for each in recorded.disqualified if each[0] != 1),
        decided=tuple(each for each in recorded.decided if each.seat != seat.id and each.person != 1),
    )

    for sitting in sittings(there, own):
        assert (sitting[0].person, sitting[0].why) == (1, Why.OWN)


@given(any_roll, any_rules)
def test_no_seat_is_empty_while_somebody_in_its_order_is_free(recorded: Roll, own: CallRules) -> None:
    for able, sitting in who_may_serve(recorded, own):
        serving = {sits.person for sits in sitting}
        for sits in sitting:
            if sits.why is None:
                candidates = {each for _why, persons in order(recorded, own, sits.seat) for each in persons}
                assert not (candidates | {sits.seat.person}) & able - serving


@given(any_roll, any_rules)
def test_who_began_to_serve_goes_on_unless_one_with_precedence_comes(recorded: Roll, own: CallRules) -> None:
    """Those are the member, one who had the seat before, and by a local rule one of the seat's party."""
    had: dict[int, set[int | None]] = {}
    for (_able, before), (able, after) in pairwise(who_may_serve(recorded, own)):
        decided = {sits.person for sits in after if sits.why is Why.DECIDED}
        members = {sits.person for sits in after if sits.why is Why.OWN}
        for was, now in zip(before, after, strict=True):
            party = of_party(recorded, now.seat.party) if own.balance else []
            takes_over = party if was.person not in party else []
            precede = {now.seat.person, *had.setdefault(now.seat.id, set()), *takes_over}
            had[now.seat.id].add(was.person)
            began = was.why not in (None, Why.OWN, Why.DECIDED)
            if began and was.person in able - decided - members and now.why is not Why.DECIDED:
                assert now.person == was.person or now.person in precede


def who_may_serve(recorded: Roll, own: CallRules) -> Iterator[tuple[set[int], tuple[Sits, ...]]]:
    """Walk the items with those who are there, not disqualified, and did not leave after they had served."""
    served: set[int | None] = set()
    barred: set[int | None] = set()
    for item, sitting in enumerate(sittings(recorded, own)):
        there = {person for person, items in recorded.present.items() if item in items}
        barred |= served - there if not own.returns else set()
        aside = {person for person, at in recorded.disqualified if at == item}
        yield there - barred - aside, sitting
        served |= {sits.person for sits in sitting}
