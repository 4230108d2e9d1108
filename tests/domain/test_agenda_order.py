"""Agenda numbers, the parts of an agenda, and where a new item goes."""

from __future__ import annotations

from dataclasses import replace

from domain.agendas import item, meeting
from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.agenda_order import Side, agenda_numbers, place_early, place_for, sections
from klubban.domain.meeting import Outcome

PROCEDURE, INFORMATION, DECISION = ItemKind.PROCEDURE, ItemKind.INFORMATION, ItemKind.DECISION


def test_items_are_numbered_in_their_order_and_those_withdrawn_keep_theirs() -> None:
    items = (item(7), item(3, outcome=Outcome.WITHDRAWN), item(5))

    assert agenda_numbers(items) == {7: "1", 3: "2", 5: "3"}


def test_an_agenda_is_one_part_unless_information_is_kept_apart() -> None:
    one = meeting(item(1, kind=INFORMATION), item(2, kind=DECISION))

    assert [(each.side, len(each.items)) for each in sections(one)] == [(None, 2)]
    assert sections(meeting()) == ()


def test_parts_follow_the_order_and_procedure_comes_again_at_the_end() -> None:
    apart = meeting(
        item(1, kind=PROCEDURE),
        item(2, kind=INFORMATION),
        item(3, kind=ItemKind.REPORT),
        item(4),
        item(5, kind=ItemKind.ELECTION),
        item(6, kind=PROCEDURE),
        information_apart=True,
    )

    assert [(each.side, [one.id for one in each.items]) for each in sections(apart)] == [
        (Side.PROCEDURE, [1]),
        (Side.INFORMATION, [2, 3]),
        (Side.DECISION, [4, 5]),
        (Side.PROCEDURE, [6]),
    ]


def test_a_new_item_goes_last_before_what_closes_the_meeting() -> None:
    items = (item(1), item(2), item(3, standing=8), item(4, standing=9))

    assert place_for(items, DECISION) == 4
    assert place_for(items, DECISION, {8, 9}) == 2
    assert place_for(items[2:], DECISION, {8, 9}) is None
    assert place_for((), None) is None


def test_a_new_item_goes_last_in_its_part() -> None:
    items = (item(1, kind=PROCEDURE), item(2, kind=INFORMATION), item(3), item(4, kind=PROCEDURE, standing=9))

    assert place_for(items, INFORMATION, {9}, apart=True) == 2
    assert place_for(items, DECISION, {9}, apart=True) == 3
    assert place_for(items, PROCEDURE, {9}, apart=True) == 1
    assert place_for(items[2:], INFORMATION, {9}, apart=True) is None


def test_what_was_postponed_comes_early_in_turn() -> None:
    items = (item(1, kind=PROCEDURE), item(2, kind=PROCEDURE), item(3))
    postponed = (*items[:2], item(9, origin=Origin.POSTPONED), items[2])

    assert place_early(items) == 2
    assert place_early(postponed) == 9
    assert place_early(items[2:]) is None
    assert place_early(tuple(replace(each, kind=None) for each in items)) is None
