"""What the chair says to put each question."""

from __future__ import annotations

import pytest

from documents.meetings import body
from klubban.documents.question_words import questions
from klubban.domain.body import Named
from klubban.domain.decided import Asks, Motion
from klubban.domain.meeting import Item
from klubban.domain.rules import BodyKind
from klubban.domain.text import from_plain
from klubban.i18n import texts

ASKED = "I put the proposals against each other."


def item(*moved: tuple[Asks, str], proposal: str = "Planen antas.") -> Item:
    motions = tuple(
        Motion(id=at, asks=asks, by=(Named(f"Bo {at}"),), text=from_plain(words))
        for at, (asks, words) in enumerate(moved, 1)
    )
    return Item(id=1, title="Trygghetsplan", proposal=from_plain(proposal), motions=motions)


def said(of: Item, kind: BodyKind = BodyKind.COMMITTEE) -> list[str]:
    return [each.words for each in questions(of, body(kind), texts("en"))]


def test_a_proposal_that_nobody_moves_against_is_asked_for_alone() -> None:
    assert said(item()) == ["Can kommunstyrelsen decide as proposed?"]


def test_a_body_that_keeps_notes_agrees() -> None:
    assert said(item(), BodyKind.FORUM) == ["Can kommunstyrelsen agree on the proposal?"]


@pytest.mark.parametrize(
    ("asks", "words"),
    [
        (Asks.ADJOURN, "Is the meeting to be adjourned now, as Bo 1 moved, or to go on?"),
        (Asks.POSTPONE, "Is the item to be decided today, or postponed as Bo 1 moved?"),
        (Asks.REFER_BACK, "Is the item to be decided today, or referred back as Bo 1 moved?"),
    ],
)
def test_a_formal_motion_is_put_before_the_proposal_and_the_order_is_approved_first(
    asks: Asks, words: str
) -> None:
    assert said(item((asks, ""))) == [
        "Can kommunstyrelsen approve this order of the questions?",
        words,
        "Can kommunstyrelsen decide as proposed?",
    ]


def test_main_proposals_are_put_against_each_other_each_with_its_own_yes_or_no() -> None:
    assert said(item((Asks.APPROVE, ""), (Asks.REJECT, ""), (Asks.REJECT, ""))) == [
        f"{ASKED} Can kommunstyrelsen adopt the proposal? Can kommunstyrelsen adopt the motion of Bo 2 and"
        " Bo 3 to reject?"
    ]


def test_three_main_proposals_say_how_a_vote_would_go() -> None:
    moved = item((Asks.REJECT, ""), (Asks.OTHER, "Planen antas för ett år."))

    order, main = questions(moved, body(), texts("en"))

    assert order.words == "Can kommunstyrelsen approve this order of the questions?"
    assert main.words == (
        f"{ASKED} Can kommunstyrelsen adopt the proposal? Can kommunstyrelsen adopt the motion of Bo 1 to"
        " reject? Can kommunstyrelsen adopt the motion of Bo 2?"
    )
    assert "counter-proposal" in main.note
    assert main.moved == ("Planen antas för ett år.",)


def test_amendments_and_additions_are_asked_for_one_by_one_at_the_end() -> None:
    assert said(item((Asks.ADD, "Varje år."), (Asks.AMEND, "Två år.")))[1:] == [
        "Can kommunstyrelsen decide as proposed?",
        "Can kommunstyrelsen adopt the amendment of Bo 2? Can kommunstyrelsen reject it?",
        "Can kommunstyrelsen adopt the addition of Bo 1? Can kommunstyrelsen reject it?",
    ]


def test_a_motion_that_nobody_is_named_for_is_somebodys() -> None:
    moved = Item(id=1, title="Plan", motions=(Motion(id=1, asks=Asks.OTHER),))

    assert said(moved) == ["Can kommunstyrelsen adopt the motion of somebody?"]


def test_in_the_assembly_a_third_can_refer_an_item_back() -> None:
    notes = [
        [each.note for each in questions(item((Asks.REFER_BACK, "")), body(kind), texts("en"))][1]
        for kind in (BodyKind.ASSEMBLY, BodyKind.COMMITTEE)
    ]

    assert "One third" in notes[0]
    assert notes[1] == ""
