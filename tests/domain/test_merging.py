from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.copies import all_taken, did, items, lent, moved, now, only
from klubban.domain.agenda import Verdict
from klubban.domain.chairs_copy import Copy, CopyItem, Does, Off, apply
from klubban.domain.merging import Now, Status, Why, done, judge


def test_a_move_applies_where_nothing_else_changed() -> None:
    found = only(moved(lent(), "e", "a"), now("abcde"))

    assert (found.status, found.goes_after) == (Status.APPLIES, "a")


def test_a_move_to_where_the_item_stands_is_so_already() -> None:
    assert only(moved(lent(), "e", "a"), now("aebcd")).status is Status.ALREADY


def test_two_moves_of_different_items_go_together() -> None:
    copy = moved(lent(), "e", "a")
    after, (found,) = all_taken(copy, now("bacde"))

    assert found.status is Status.APPLIES
    assert "".join(after.order) == "baecd"


def test_an_item_that_both_moved_to_different_places_is_a_conflict() -> None:
    found = only(moved(lent(), "e", "a"), now("eabcd"))

    assert (found.status, found.why) == (Status.CONFLICTS, Why.MOVED)
    assert found.stands is not None
    assert found.stands.number == "1"


def test_an_item_whose_neighbour_was_moved_keeps_its_place_among_the_others() -> None:
    after, (found,) = all_taken(moved(lent(), "e", "a"), now("bcdea"))

    assert found.status is Status.APPLIES
    assert "".join(after.order) == "ebcda"


def test_an_item_that_may_have_been_moved_by_both_is_a_conflict() -> None:
    assert only(moved(lent(), "e", "a"), now("abced")).why is Why.MOVED


def test_what_comes_first_comes_before_what_came_meanwhile() -> None:
    after, _found = all_taken(moved(lent(), "e", None), now("zabcde"))

    assert "".join(after.order) == "ezabcd"


def test_a_move_after_an_item_that_is_gone_takes_the_place_that_it_left() -> None:
    after, (found,) = all_taken(moved(lent(), "e", "b"), now("acde"))

    assert found.status is Status.APPLIES
    assert "".join(after.order) == "aecd"


def test_an_item_that_is_gone_cannot_be_moved() -> None:
    found = only(moved(lent(), "e", "b"), now("abcd"))

    assert (found.status, found.why, found.takeable) == (Status.CONFLICTS, Why.GONE, False)


def test_withdrawing_what_is_gone_is_so_already() -> None:
    assert only(did(lent(), Does.WITHDRAW, "e"), now("abcd")).status is Status.ALREADY


@pytest.mark.parametrize(("off", "why"), [(Off.WITHDRAWN, Why.WITHDRAWN), (Off.POSTPONED, Why.POSTPONED)])
def test_an_item_that_is_off_the_agenda_is_not_moved_unasked(off: Off, why: Why) -> None:
    *others, last = items("abcde")

    found = only(moved(lent(), "e", "b"), now([*others, replace(last, off=off)]))

    assert (found.status, found.why, found.takeable) == (Status.CONFLICTS, why, True)


def test_an_item_that_is_dealt_with_is_not_withdrawn_unasked() -> None:
    found = only(did(lent(), Does.WITHDRAW, "b"), now("abcde", dealt_with=frozenset("b")))

    assert found.why is Why.DEALT_WITH


def test_what_was_off_when_it_was_lent_may_be_moved_and_restored() -> None:
    copy = lent()
    off = tuple(replace(each, off=Off.WITHDRAWN) if each.key == "b" else each for each in copy.base.items)
    copy = replace(copy, base=replace(copy.base, items=off))

    copy = did(moved(copy, "b", "c"), Does.RESTORE, "b")
    after, found = all_taken(copy, now(off))

    assert [each.status for each in found] == [Status.APPLIES, Status.APPLIES]
    assert [each.off for each in after.items] == [None] * 5


def test_a_time_that_both_changed_is_a_conflict() -> None:
    first, *others = items("abcde")
    copy = did(lent(), Does.TIME, "a", minutes=20)

    changed = only(copy, now([replace(first, minutes=5), *others]))
    same = only(copy, now([replace(first, minutes=20), *others]))

    assert (changed.why, same.status) == (Why.TIMED, Status.ALREADY)


def test_an_addition_of_what_came_meanwhile_is_a_conflict() -> None:
    copy = did(lent(), Does.ADD, title="Budget 2017", after="a")
    there = (*items("abcde"), CopyItem(key="z", number="6", title="BUDGET 2017"))

    found = only(copy, now(there))

    assert (found.why, found.takeable) == (Why.THERE, True)
    assert found.stands is not None
    assert found.stands.key == "z"


def test_after_the_summons_nothing_but_comments_applies_by_itself() -> None:
    copy = did(moved(lent(), "e", "a"), Does.COMMENT, "a", text="Why?")

    move, comment = judge(copy, now("abcde", sent=1), {})

    assert (move.why, comment.status) == (Why.SENT, Status.APPLIES)


def test_a_move_of_what_was_added_needs_the_addition() -> None:
    copy = did(lent(), Does.ADD, title="New", after="e")
    copy = moved(did(copy, Does.COMMENT, "a", text="Why?"), copy.moves[0].id, "a")

    add, _comment, move = judge(copy, now("abcde"), {})

    assert move.needs == (add.move.id,)
    assert (move.status, move.goes_after) == (Status.APPLIES, "a")


def test_what_was_judged_keeps_its_verdict_and_is_needed_no_more() -> None:
    copy = moved(did(moved(lent(), "e", "a"), Does.COMMENT, "a", text="Why?"), "e", None)

    move, _comment, again = judge(copy, now("abcde"), {copy.moves[0].id: Verdict.LEFT})

    assert (move.status, move.pending, again.needs) == (Status.LEFT, False, ())


# --- anything that either may do

_EDITS = st.lists(st.tuples(st.sampled_from("madwrtc"), st.integers(0, 9), st.integers(0, 9)), max_size=8)


def _chairs(edits: list[tuple[str, int, int]]) -> Copy:
    """Return a copy with moves that were drawn; what the agenda does not allow is left out."""
    copy = lent("abcdef")
    for kind, which, where in edits:
        lines = apply(copy.base, copy.moves)
        line = lines[which % len(lines)].item
        anchors = [None, *(each.item.key for each in lines if each.item.key != line.key)]
        after = anchors[where % len(anchors)]
        if kind in "md":
            copy = moved(copy, line.key, after)
        elif kind == "a":
            copy = did(copy, Does.ADD, title=f"New {which} {where}", after=after)
        elif kind in "wr":
            copy = did(copy, Does.RESTORE if line.off else Does.WITHDRAW, line.key)
        elif kind == "t":
            copy = did(copy, Does.TIME, line.key, minutes=1 + where, start=time(9 + which))
        else:
            copy = did(copy, Does.COMMENT, line.key, text=f"Comment {which} {where}")
    return copy


def _secretarys(there: Now, edits: list[tuple[str, int, int]], kinds: str = "madwrtc") -> Now:
    """Return the agenda after the secretary's edits that were drawn, of some kinds."""
    for place, (kind, which, where) in enumerate(edits):
        found = list(there.items)
        at = which % len(found)
        if kind not in kinds or (kind == "d" and len(found) == 1):
            continue
        if kind == "m":
            found.insert(where % len(found), found.pop(at))
        elif kind == "a":
            found.insert(at, CopyItem(key=f"s{place}", number="", title=f"Secretary's {place}"))
        elif kind == "d":
            del found[at]
        elif kind == "w":
            found[at] = replace(found[at], off=Off.WITHDRAWN)
        elif kind == "r":
            found[at] = replace(found[at], title=f"Renamed {place}")
        elif kind == "t":
            found[at] = replace(found[at], minutes=30 + where)
        there = replace(there, items=tuple(found))
    return there


@given(_EDITS)
def test_where_nobody_else_changed_anything_it_comes_as_the_chair_wants(
    edits: list[tuple[str, int, int]],
) -> None:
    copy = _chairs(edits)

    after, found = all_taken(copy, now("abcdef"))

    meant = apply(copy.base, copy.moves)
    assert all(each.status in (Status.APPLIES, Status.ALREADY) for each in found)
    assert after.order == tuple(line.item.key for line in meant)
    assert [each.off for each in after.items] == [line.item.off for line in meant]
    assert [each.minutes for each in after.items] == [line.item.minutes for line in meant]


@given(_EDITS, _EDITS)
def test_what_was_added_renamed_or_withdrawn_meanwhile_does_not_touch_the_chairs_order(
    edits: list[tuple[str, int, int]], others: list[tuple[str, int, int]]
) -> None:
    copy = _chairs([each for each in edits if each[0] in "ma"])
    there = _secretarys(now("abcdef"), others, "ar")

    after, found = all_taken(copy, there)

    meant = tuple(line.item.key for line in apply(copy.base, copy.moves))
    assert all(each.status in (Status.APPLIES, Status.ALREADY) for each in found)
    assert tuple(key for key in after.order if key in meant) == meant
    assert tuple(key for key in after.order if key in there.order and key[0] == "s") == tuple(
        key for key in there.order if key[0] == "s"
    )


@given(_EDITS, _EDITS)
def test_nothing_that_either_did_is_lost(
    edits: list[tuple[str, int, int]], others: list[tuple[str, int, int]]
) -> None:
    copy, there = _chairs(edits), _secretarys(now("abcdef"), others)

    after, found = all_taken(copy, there)

    had = {each.key: each for each in there.items}
    has = {each.key: each for each in after.items}
    added = {each.move.id for each in found if each.move.does is Does.ADD}
    assert has.keys() == had.keys() | added
    assert all(has[key].title == each.title for key, each in had.items())
    for each in found:
        if each.status is Status.CONFLICTS:
            assert each.why is not None


@given(_EDITS, _EDITS)
def test_what_was_taken_once_is_so_already_or_was_changed_again(
    edits: list[tuple[str, int, int]], others: list[tuple[str, int, int]]
) -> None:
    copy, there = _chairs(edits[:1]), _secretarys(now("abcdef"), others)
    first = judge(copy, there, {})

    for each in first:
        if each.takeable and each.status is not Status.ALREADY and each.move.does is not Does.COMMENT:
            (again,) = judge(copy, done(there, each.move, each), {})
            assert again.status is Status.ALREADY or each.why is Why.MOVED
