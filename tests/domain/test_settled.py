"""What an item's questions come to, taken together, and which vote is needed next."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.votes import BO, DAVID, ESTER, division, item, meeting, motion
from evening import AWAY
from klubban.domain.agenda import ItemKind
from klubban.domain.decided import Adopted, Candidate, Division, Election, Put, Puts, Question, Vote
from klubban.domain.meeting import Item, Outcome
from klubban.domain.rules import BodyKind
from klubban.domain.settled import Settled, settled
from klubban.domain.vote_order import ToVote, alternatives, next_division

BACK = motion(1, "refer_back")
REJECT = motion(2, "reject", ESTER)
OTHER = motion(3, "other", DAVID, "att en utredning görs")
THIRD = motion(4, "other", BO, "att frågan får vila")
ADD = motion(5, "add", DAVID, "att det följs upp")
AMEND = motion(6, "amend", DAVID, "att det gäller från maj")
MAIN = Put(id=12, puts=Puts.MAIN)
PUT_BACK = Put(id=11, puts=Puts.REFER_BACK, motion=1)


def _settled(*puts: Put, kind: BodyKind = BodyKind.COMMITTEE, **facts: Any) -> Settled:
    motions = (BACK, REJECT, OTHER, THIRD, ADD, AMEND)
    one = item(motions=motions, puts=puts, **facts)
    return settled(meeting(one, kind), one)


def _found(put: Put, adopted: Adopted, motion_id: int | None = None) -> Put:
    return replace(put, adopted=adopted, motion=motion_id if put.puts is Puts.MAIN else put.motion)


def test_nothing_is_settled_before_anything_was_found() -> None:
    assert _settled() == Settled()
    assert _settled(PUT_BACK, MAIN) == Settled()


def test_the_proposal_that_was_found_adopted_decides_the_item() -> None:
    found = _settled(_found(MAIN, Adopted.PROPOSAL))

    assert (found.outcome, found.main, found.motion) == (Outcome.DECIDED, Adopted.PROPOSAL, None)


def test_a_motion_to_approve_is_the_proposal() -> None:
    approve = motion(9, "approve")
    one = item(motions=(approve,), puts=(replace(MAIN, adopted=Adopted.MOTION, motion=9),))

    found = settled(meeting(one), one)

    assert (found.main, found.motion) == (Adopted.PROPOSAL, approve)


def test_what_is_referred_back_ends_there() -> None:
    found = _settled(_found(PUT_BACK, Adopted.MOTION), _found(MAIN, Adopted.PROPOSAL))

    assert found == Settled(outcome=Outcome.REFERRED_BACK, motion=BACK)


def test_amendments_and_additions_come_with_what_was_adopted() -> None:
    addition, amendment = (
        Put(id=13, puts=Puts.ADDITION, motion=5, adopted=Adopted.MOTION),
        Put(id=14, puts=Puts.AMENDMENT, motion=6, adopted=Adopted.REJECTED),
    )

    found = _settled(_found(PUT_BACK, Adopted.REJECTED), _found(MAIN, Adopted.MOTION, 3), amendment, addition)

    assert found == Settled(outcome=Outcome.DECIDED, main=Adopted.MOTION, motion=OTHER, additions=(ADD,))


def test_the_last_vote_settles_what_the_chair_found_otherwise() -> None:
    vote = division("yynnn", put=12, no_motion=2)

    found = _settled(_found(MAIN, Adopted.PROPOSAL), divisions=(vote,))

    assert (found.main, found.motion) == (Adopted.MOTION, REJECT)


def test_while_a_vote_is_under_way_nothing_is_settled() -> None:
    vote = division("yyn", put=12, no_motion=2)

    assert _settled(_found(MAIN, Adopted.PROPOSAL), divisions=(vote,)) == Settled()


def test_in_a_tie_nothing_is_settled_before_the_casting_vote() -> None:
    vote = division("yynn-", put=12, no_motion=2)
    cast = replace(vote, casting_vote=Vote.NO)

    assert _settled(MAIN, divisions=(vote,)) == Settled()
    assert _settled(MAIN, divisions=(cast,)).motion == REJECT


def test_a_minority_of_the_assembly_refers_back() -> None:  # KL 5 kap. 50 §
    vote = division("yyynn", question="refer_back", put=11, no_motion=1, minority=True)

    found = _settled(PUT_BACK, divisions=(vote,), kind=BodyKind.ASSEMBLY)

    assert found == Settled(outcome=Outcome.REFERRED_BACK, motion=BACK, minority=True)


def test_who_missed_the_vote_is_not_among_those_present() -> None:
    vote = division("yynaa", question="refer_back", put=11, no_motion=1, minority=True)

    found = _settled(PUT_BACK, divisions=(vote,), kind=BodyKind.ASSEMBLY)

    assert found.minority  # one of three


def test_a_vote_that_no_question_was_put_for_counts_as_well() -> None:
    vote = division("yynnn", question="refer_back", no_motion=1)

    assert _settled(divisions=(vote,)).outcome is Outcome.REFERRED_BACK


def test_a_vote_on_the_counter_proposal_decides_nothing_yet() -> None:
    vote = division("yynnn", question="counter_proposal", put=12, yes_motion=2, no_motion=3)

    assert _settled(MAIN, divisions=(vote,)) == Settled()


def test_an_election_is_decided_when_somebody_is_elected_to_each_office() -> None:
    election = Election(id=1, office="ersättare", candidates=(Candidate(id=1, who=BO, elected=True),))
    open_ = replace(election, candidates=(Candidate(id=1, who=BO),))

    assert _settled(elections=(election,)).outcome is Outcome.DECIDED
    assert _settled(elections=(election, open_)) == Settled()


# --- which vote is needed next


def _three(**facts: Any) -> Item:
    return item(motions=(REJECT, OTHER), puts=(replace(MAIN, **facts),))


def test_two_alternatives_are_put_against_each_other_at_once() -> None:
    one = item(motions=(REJECT, motion(8, "reject")), puts=(MAIN,))

    assert alternatives(one) == (None, 2)
    assert next_division(one) == ToVote(question=Question.MAIN, put=12, yes_motion=None, no_motion=2)


def test_yes_is_for_what_the_chair_found_adopted() -> None:
    one = item(motions=(REJECT,), puts=(replace(MAIN, adopted=Adopted.MOTION, motion=2),))

    found = next_division(one)

    assert found
    assert (found.yes_motion, found.no_motion) == (2, None)


def test_of_three_the_two_that_did_not_win_compete_for_the_counter_proposal() -> None:
    one = _three(adopted=Adopted.MOTION, motion=3)

    found = next_division(one)

    assert found == ToVote(question=Question.COUNTER_PROPOSAL, put=12, yes_motion=None, no_motion=2)


def test_what_won_among_them_stands_against_the_main_proposal() -> None:
    vote = division("yynnn", 7, "counter_proposal", put=12, yes_motion=None, no_motion=2)
    one = replace(_three(adopted=Adopted.MOTION, motion=3), divisions=(vote,))

    found = next_division(one)

    assert found == ToVote(question=Question.MAIN, put=12, yes_motion=3, no_motion=2, after=7)


def test_four_alternatives_need_two_votes_on_the_counter_proposal() -> None:
    one = item(motions=(REJECT, OTHER, THIRD), puts=(replace(MAIN, adopted=Adopted.PROPOSAL),))
    steps: list[object] = []
    while (needed := next_division(one)) and len(steps) < 9:
        steps.append((needed.question, needed.yes_motion, needed.no_motion, needed.after))
        made = division(
            "nnnyy",
            20 + len(steps),
            needed.question.value,
            put=12,
            yes_motion=needed.yes_motion,
            no_motion=needed.no_motion,
            after=needed.after,
        )
        one = replace(one, divisions=(*one.divisions, made))

    assert steps == [
        (Question.COUNTER_PROPOSAL, 2, 3, None),
        (Question.COUNTER_PROPOSAL, 3, 4, 21),
        (Question.MAIN, None, 4, 22),
    ]
    assert settled(meeting(one), one).motion == THIRD


def test_while_the_counter_proposal_is_tied_no_other_vote_is_needed() -> None:
    vote = division("yynn-", 7, "counter_proposal", put=12, yes_motion=None, no_motion=2)

    assert next_division(replace(_three(adopted=Adopted.MOTION, motion=3), divisions=(vote,))) is None


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        (PUT_BACK, (Question.REFER_BACK, None, 1)),
        (Put(id=1, puts=Puts.ADJOURN, motion=1), (Question.MAIN, None, 1)),
        (Put(id=1, puts=Puts.ADDITION, motion=5), (Question.MAIN, 5, None)),
    ],
)
def test_a_question_about_one_motion_is_for_it_or_not(put: Put, expected: object) -> None:
    found = next_division(item(motions=(BACK, ADD), puts=(put,)), put)

    assert found
    assert (found.question, found.yes_motion, found.no_motion) == expected


def test_nothing_needs_a_vote_with_one_alternative_or_after_it() -> None:
    vote = Division(id=3, yes="ja", no="nej", put=12)

    assert next_division(item(puts=(MAIN,))) is None
    assert next_division(item(motions=(REJECT,), puts=(MAIN,), divisions=(vote,))) is None
    assert next_division(item()) is None


def test_the_question_in_hand_is_the_last_one_found() -> None:
    one = item(motions=(BACK, REJECT), puts=(replace(PUT_BACK, adopted=Adopted.REJECTED), MAIN))

    found = next_division(one)

    assert found
    assert found.put == PUT_BACK.id


def test_nobody_there_leaves_a_vote_that_was_held_as_it_is() -> None:
    vote = division("yynnn", put=12, no_motion=2)
    one = item(motions=(REJECT,), puts=(MAIN,), divisions=(vote,))
    away: dict[str, Any] = dict.fromkeys(("eva", "bo", "cajsa", "david", "ester"), AWAY)

    assert settled(meeting(one, **away), one).motion == REJECT


def test_information_is_noted() -> None:
    one = item(kind=ItemKind.INFORMATION, puts=(replace(MAIN, adopted=Adopted.PROPOSAL),))

    assert settled(meeting(one), one).outcome is Outcome.NOTED
