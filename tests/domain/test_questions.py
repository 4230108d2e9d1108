"""The chair puts what was moved in the order that custom has."""

from __future__ import annotations

from klubban.domain.decided import Asks, Motion, Puts
from klubban.domain.meeting import Item
from klubban.domain.questions import order_of_questions
from klubban.domain.text import from_plain


def item(*moved: tuple[Asks, str], proposal: str = "Planen antas.", withdrawn: int | None = None) -> Item:
    motions = tuple(
        Motion(id=at, asks=asks, text=from_plain(words), withdrawn=at == withdrawn)
        for at, (asks, words) in enumerate(moved)
    )
    return Item(id=1, title="Trygghetsplan", proposal=from_plain(proposal), motions=motions)


def order(of: Item) -> list[tuple[Puts, list[int]]]:
    return [(step.puts, [motion.id for motion in step.motions]) for step in order_of_questions(of)]


def test_a_proposal_that_nobody_moves_against_is_the_only_question() -> None:
    (only,) = order_of_questions(item())

    assert (only.puts, only.motions, only.alternatives) == (Puts.MAIN, (), 1)


def test_formal_motions_come_first_and_additions_last_whenever_they_were_moved() -> None:
    moved = item(
        (Asks.ADD, "Planen följs upp varje år."),
        (Asks.APPROVE, ""),
        (Asks.AMEND, "Planen gäller i två år."),
        (Asks.REFER_BACK, "Kostnaden ska utredas."),
        (Asks.REJECT, ""),
        (Asks.POSTPONE, ""),
        (Asks.ADJOURN, ""),
    )

    assert order(moved) == [
        (Puts.ADJOURN, [6]),
        (Puts.POSTPONE, [5]),
        (Puts.REFER_BACK, [3]),
        (Puts.MAIN, [1, 4]),
        (Puts.AMENDMENT, [2]),
        (Puts.ADDITION, [0]),
    ]


def test_each_amendment_and_each_addition_is_a_question_of_its_own() -> None:
    moved = item((Asks.ADD, "A"), (Asks.ADD, "B"), (Asks.AMEND, "C"), (Asks.AMEND, "D"))

    assert order(moved)[1:] == [
        (Puts.AMENDMENT, [2]),
        (Puts.AMENDMENT, [3]),
        (Puts.ADDITION, [0]),
        (Puts.ADDITION, [1]),
    ]


def test_three_main_proposals_need_a_counter_proposal_in_a_division_two_do_not() -> None:
    two = item((Asks.APPROVE, ""), (Asks.REJECT, ""))
    three = item((Asks.APPROVE, ""), (Asks.REJECT, ""), (Asks.OTHER, "Planen antas för ett år."))

    assert not order_of_questions(two)[0].by_counter_proposal
    assert order_of_questions(three)[0].by_counter_proposal


def test_those_who_move_the_same_are_one_alternative() -> None:
    (question,) = order_of_questions(
        item((Asks.APPROVE, ""), (Asks.APPROVE, ""), (Asks.REJECT, ""), (Asks.REJECT, ""))
    )

    assert question.alternatives == 2


def test_a_withdrawn_motion_is_not_put() -> None:
    assert order(item((Asks.REFER_BACK, ""), withdrawn=0)) == [(Puts.MAIN, [])]


def test_an_item_without_proposal_or_motions_has_no_question() -> None:
    assert order(item(proposal="")) == []
