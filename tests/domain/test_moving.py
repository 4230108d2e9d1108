"""A roll in a new order of items: whoever was there at an item was there, wherever another one goes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from evening import ITEMS, line, ruling, service, stay
from klubban.domain.attendance import Service
from klubban.domain.errors import RuleBroken
from klubban.domain.moving import in_new_order
from klubban.domain.roll import Agenda, AgendaItem, Moment, RollCall, Stay, check_stays

BODY = service([]).body
NEW = 99


def agenda(ids: Sequence[int]) -> Agenda:
    """Return items called by their numbers."""
    return Agenda(tuple(AgendaItem(id=each, title=f"Ärende {each}", number=each) for each in ids))


def reordered(roll: RollCall, order: Sequence[int], item: int, before: Sequence[int] = ITEMS) -> RollCall:
    """Return the roll in an order of items."""
    return in_new_order(roll, agenda(before), agenda(order).items, item, BODY)


def stays_after(stays: Sequence[Stay], order: Sequence[int], item: int) -> tuple[Stay, ...]:
    """Return what becomes of one person's stays."""
    roll = RollCall(lines=(line(1, "Eva (S)", stays=stays),))
    return reordered(roll, order, item).lines[0].stays


def there(roll: RollCall, ids: Sequence[int], but: int) -> dict[int, tuple[frozenset[int], ...]]:
    """Return for each line the items but one at which they were there, were remote, and were in part."""
    found = Service(roll, agenda(ids), BODY).presence
    return {
        id_: tuple(
            frozenset(ids[place] for place in places) - {but}
            for places in (each.there, each.remote, each.partly)
        )
        for id_, each in found.items()
    }


# --- by hand


def test_whoever_came_before_an_item_came_before_the_next_one_when_it_moves() -> None:
    assert stays_after([stay(first=71)], [70, 72, 73, 71, 74], 71) == (stay(first=72),)


def test_whoever_left_after_an_item_left_after_the_one_before_when_it_moves() -> None:
    assert stays_after([stay(last=72)], [72, 70, 71, 73, 74], 72) == (stay(last=71),)


def test_whoever_came_before_the_last_item_came_after_the_one_before_it() -> None:
    assert stays_after([stay(first=74)], [74, 70, 71, 72, 73], 74) == (stay(first=73, came=Moment.AFTER),)


def test_whoever_left_after_the_first_item_left_before_the_next_one() -> None:
    assert stays_after([stay(last=70)], [71, 72, 73, 74, 70], 70) == (stay(last=71, went=Moment.BEFORE),)


def test_whoever_came_for_one_item_alone_comes_with_it() -> None:
    guest = [stay(first=71, last=71)]

    assert stays_after(guest, [70, 72, 73, 74, 71], 71) == tuple(guest)


def test_whoever_was_there_between_the_neighbours_of_an_item_alone_comes_with_it() -> None:
    guest = [stay(first=70, last=72, came=Moment.AFTER, went=Moment.BEFORE)]

    assert stays_after(guest, [71, 70, 72, 73, 74], 71) == (stay(first=71, last=71),)


def test_two_visits_change_places_with_their_items() -> None:
    visits = [stay(first=70, last=70), stay(first=72, last=73)]

    assert stays_after(visits, [71, 72, 73, 74, 70], 70) == (visits[1], visits[0])


def test_an_item_in_between_does_not_part_who_went_on_being_there_in_another_way() -> None:
    ways = [stay(last=71, went=Moment.AFTER), stay(first=72, remote=True)]

    assert stays_after(ways, [70, 71, 74, 72, 73], 74) == (
        ways[0],
        stay(first=71, came=Moment.AFTER, remote=True),
    )


def test_who_came_while_an_item_was_handled_keeps_it_where_it_is() -> None:
    with pytest.raises(RuleBroken) as refused:
        stays_after([stay(first=71, came=Moment.DURING)], [70, 72, 73, 74, 71], 71)

    assert str(refused.value) == (
        "Eva (S) came or left at § 71, so it cannot be moved there; change that on the roll first"
    )


def test_what_is_not_there_any_more_cannot_be_left() -> None:
    with pytest.raises(RuleBroken) as refused:
        stays_after([stay(last=71, went=Moment.DURING)], [70, 72, 73, 74], 71)

    assert str(refused.value) == "Eva (S) came or left at § 71; change that on the roll first"


def test_a_decision_about_who_serves_holds_at_the_same_other_items() -> None:
    roll = RollCall(lines=(line(1, "Eva (S)"),), rulings=(ruling(1, None, 71, 73),))

    [first_moved] = reordered(roll, [70, 72, 73, 74, 71], 71).rulings
    [last_moved] = reordered(roll, [73, 70, 71, 72, 74], 73).rulings

    assert (first_moved.first, first_moved.last) == (72, 73)
    assert (last_moved.first, last_moved.last) == (71, 72)


def test_a_decision_for_the_last_item_alone_moves_with_it() -> None:
    roll = RollCall(lines=(line(1, "Eva (S)"),), rulings=(ruling(1, None, 74),))

    [moved] = reordered(roll, [74, 70, 71, 72, 73], 74).rulings

    assert (moved.first, moved.last) == (74, 74)


def test_an_item_that_the_chair_decided_about_alone_cannot_go() -> None:
    roll = RollCall(lines=(line(1, "Eva (S)"),), rulings=(ruling(1, None, 71, 71),))

    with pytest.raises(RuleBroken, match="The chair decided who serves at § 71; withdraw that"):
        reordered(roll, [70, 72, 73, 74], 71)


def test_nobody_comes_to_serve_in_two_seats_by_a_move() -> None:
    lines = (line(1, "Eva (S)"), line(2, "Bo (M)"), line(11, "Hans (S)", "alternate"))
    roll = RollCall(lines=lines, rulings=(ruling(1, 11, 70, 70), ruling(2, 11, 72, 74)))

    with pytest.raises(RuleBroken, match="§ 70 cannot stand there"):
        reordered(roll, [71, 72, 73, 70, 74], 70)


# --- whatever the roll is

LINES = 3
some_points = some.tuples(some.sampled_from(ITEMS), some.sampled_from(Moment))


@some.composite
def stays(draw: some.DrawFn) -> tuple[Stay, ...]:
    """Draw stays that can be, at the items of the evening."""
    found: tuple[Stay, ...] = ()
    for _ in range(draw(some.integers(0, 3))):
        first, came = draw(some_points | some.just((None, Moment.BEFORE)))
        last, went = draw(some_points | some.just((None, Moment.AFTER)))
        one = Stay(id=0, first=first, came=came, last=last, went=went, remote=draw(some.booleans()))
        with suppress(RuleBroken):
            check_stays((*found, one), agenda(ITEMS))
            found = (*found, one)
    return found


@some.composite
def rolls(draw: some.DrawFn) -> RollCall:
    """Draw a roll of some people with decisions about who serves."""
    lines = tuple(line(each, f"Namn{each} (S)", stays=draw(stays())) for each in range(1, LINES + 1))
    spans = draw(some.lists(some.tuples(some.sampled_from(ITEMS), some.integers(0, 4)), max_size=2))
    return RollCall(
        lines=lines,
        rulings=tuple(
            replace(ruling(place, 3, first, min(first + more, ITEMS[-1]) if more < 4 else None), id=place)
            for place, (first, more) in enumerate(spans, 1)
        ),
    )


@settings(max_examples=200)
@given(rolls(), some.sampled_from(ITEMS), some.integers(0, 4), some.sampled_from(["move", "add", "remove"]))
def test_presence_at_all_other_items_stays_as_it_was_or_the_change_is_refused(
    roll: RollCall, item: int, place: int, what: str
) -> None:
    item = NEW if what == "add" else item
    order = [each for each in ITEMS if each != item]
    if what != "remove":
        order.insert(place, item)

    try:
        anew = reordered(roll, order, item)
    except RuleBroken as refused:
        assert "Ärende" in str(refused) or "§" in str(refused)  # noqa: PT017 - it names the item
        assert what != "add"
        return

    assert there(anew, order, item) == there(roll, list(ITEMS), item)
    for each in anew.lines:
        check_stays(each.stays, agenda(order))
    before, after = (
        {
            one.id: {ids[place] for place in Service(each, agenda(ids), BODY).span(one)} - {item}
            for one in each.rulings
        }
        for each, ids in ((roll, list(ITEMS)), (anew, order))
    )
    assert before == after
    assert [each.who for each in anew.lines] == [each.who for each in roll.lines]
