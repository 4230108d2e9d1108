"""For or against the proposal: who moves approval of a motion is against a proposal to reject it."""

from __future__ import annotations

import pytest

from domain.votes import BO, CAJSA, DAVID, EVA, division, item, meeting, motion
from klubban.domain.body import Named
from klubban.domain.decided import Adopted, Asks, Motion, Put, Puts
from klubban.domain.questions import order_of_questions
from klubban.domain.settled import settled
from klubban.domain.stances import proposals_named, stance
from klubban.domain.text import from_plain, points
from klubban.domain.vote_order import alternatives, next_division

APPROVE, REJECT, OTHER = Asks.APPROVE, Asks.REJECT, Asks.OTHER


@pytest.mark.parametrize(
    ("proposed", "asks", "words", "counts"),
    [
        ("Motionen avslås.", "approve", "motionen", OTHER),
        ("Motionen avslås.", "approve", "bifall till Sara Los motion", OTHER),
        ("Motionen avslås.", "approve", "förslaget i motionen", OTHER),
        ("Motionen avslås.", "approve", "motionärens förslag", OTHER),
        ("Motionen avslås.", "reject", "motionen", APPROVE),
        ("Motionen avslås.", "approve", "kommunstyrelsens förslag", APPROVE),
        ("Motionen avslås.", "approve", "kommunstyrelsens förslag till svar på motionen", APPROVE),
        ("Motionen avslås.", "approve", "", APPROVE),
        ("Motionen avslås.", "reject", "kommunstyrelsens förslag", REJECT),
        ("Motionen avslås.", "approve", "kommunstyrelsens förslag och avslag på motionen", APPROVE),
        ("Motionen avslås.", "reject", "motionen och bifall till kommunstyrelsens förslag", APPROVE),
        ("Medborgarförslaget avstyrks.", "approve", "medborgarförslaget", OTHER),
        ("Motionen bifalls.", "approve", "motionen", APPROVE),
        ("Motionen bifalls.", "reject", "motionen", REJECT),
        ("Motionen anses besvarad.", "approve", "motionen", OTHER),
        ("Motionen anses besvarad.", "reject", "motionen", OTHER),
        ("Motionen bifalls i första delen och avslås i övrigt.", "reject", "motionen", OTHER),
        ("", "approve", "motionen", APPROVE),
        ("", "reject", "motionen", REJECT),
        ("Programmet antas.", "reject", "programmet", REJECT),
        ("Programmet antas.", "reject", "SD:s tilläggsyrkande", None),
        ("Programmet antas.", "reject", "övriga yrkanden", None),
    ],
)
def test_a_motion_about_what_was_raised_counts_by_what_is_proposed_about_it(
    proposed: str, asks: str, words: str, counts: Asks | None
) -> None:
    one = motion(1, asks, text=words)

    assert stance(item(proposal=from_plain(proposed), motions=(one,)), one) is counts


def test_a_body_may_have_proposed_it() -> None:
    offered = Motion(id=1, asks=APPROVE, by=(Named("Kommunstyrelsen"),), text=points(["Motionen avslås."]))
    one = motion(2, "approve", DAVID, "motionen")

    found = item(proposal=(), motions=(offered, one))

    assert (stance(found, offered), stance(found, one)) == (APPROVE, OTHER)


def test_approval_of_a_motion_is_put_against_the_proposal_to_reject_it() -> None:
    """One moves its rejection, which is the proposal; one its approval; one that it is answered."""
    motions = (
        motion(1, "reject", CAJSA, "motionen"),
        motion(2, "approve", DAVID, "motionen"),
        motion(3, "other", BO, "att motionen anses besvarad"),
    )
    one = item(proposal=from_plain("Motionen avslås."), motions=motions, puts=(Put(id=1, puts=Puts.MAIN),))

    [question] = order_of_questions(one)

    assert (question.prepared, question.alternatives) == (True, 3)
    assert alternatives(one) == (None, 2, 3)


def test_the_motion_is_approved_when_those_who_moved_its_approval_win() -> None:
    against = motion(2, "approve", DAVID, "motionen")
    put = Put(id=1, puts=Puts.MAIN, adopted=Adopted.PROPOSAL)
    one = item(proposal=from_plain("Motionen avslås."), motions=(against,), puts=(put,))
    needed = next_division(one)
    assert needed is not None
    vote = division("nnnyy", put=1, yes_motion=needed.yes_motion, no_motion=needed.no_motion)

    found = settled(meeting(one), item(**_facts(one), divisions=(vote,)))

    assert (needed.yes_motion, needed.no_motion) == (None, 2)
    assert (found.main, found.motion) == (Adopted.MOTION, against)


def _facts(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in ("proposal", "motions", "puts")}


def test_who_moves_approval_of_anothers_motion_is_for_that_and_not_for_the_proposal() -> None:
    own = motion(1, "other", Named("Bo Ek", "M", 2), "att det gäller i två år")
    against = Motion(id=2, asks=REJECT, by=(Named("SD", "SD"),))
    seconds = motion(3, "approve", CAJSA, "bifall till Bo Eks (M) yrkande")
    joins = motion(4, "approve", DAVID, "yrkandet från SD")
    loyal = motion(5, "approve", EVA, "förslaget och avslag på Bo Eks (M) yrkande")
    opposes = motion(6, "reject", EVA, "Bo Eks (M) yrkande")
    one = item(motions=(own, against, seconds, joins, loyal, opposes))

    assert (stance(one, seconds), stance(one, joins)) == (OTHER, REJECT)
    assert (stance(one, loyal), stance(one, opposes)) == (APPROVE, None)
    assert alternatives(one) == (None, 1, 2)


def test_approval_of_an_addition_is_no_answer_to_the_main_question_either() -> None:
    one = item(
        motions=(motion(1, "add", BO, "att det följs upp"), motion(2, "approve", DAVID, "tilläggsyrkandet"))
    )

    assert order_of_questions(one)[0].motions == ()


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("förvaltningens förslag", "arbetsutskottets förslag", ("förvaltningens", "arbetsutskottets")),
        ("arbetsutskottets förslag", "utskottets förslag till beslut", ()),
        ("förvaltningens förslag", "förslaget", ()),
    ],
)
def test_proposals_of_different_bodies_are_not_one(first: str, second: str, told: tuple[str, ...]) -> None:
    motions = (motion(1, "approve", BO, first), motion(2, "approve", DAVID, second))

    assert proposals_named(item(motions=motions)) == told


def test_rejection_of_an_addition_is_no_answer_to_the_main_question() -> None:
    motions = (motion(1, "add", BO, "att det följs upp"), motion(2, "reject", DAVID, "tilläggsyrkandet"))

    main, addition = order_of_questions(item(motions=motions))

    assert (main.motions, main.alternatives, addition.motions) == ((), 1, (motions[0],))
