"""What a vote comes to: more yes than no, ties, and a third of those present."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.votes import BO, DAVID, EVA, FIVE, division, item, motion
from klubban.domain.decided import Adopted, Ballot, Division, Put, Puts, Question, Vote
from klubban.domain.outcome import (
    adopted,
    by_minority,
    formal_side,
    is_complete,
    is_tie,
    totals,
    winner,
)

SETTLED = item(
    motions=(motion(1, "refer_back"), motion(2, "reject"), motion(3, "add")),
    puts=(
        Put(id=11, puts=Puts.REFER_BACK, motion=1),
        Put(id=12, puts=Puts.MAIN),
        Put(id=13, puts=Puts.ADDITION, motion=3),
    ),
)
_VOTES = st.lists(st.sampled_from(list(Vote)), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("yyynn", Vote.YES),
        ("yynnn", Vote.NO),
        ("y---a", Vote.YES),  # abstentions, even a majority, do not count
        ("nxxaa", Vote.NO),
        ("yynn-", None),
        ("-----", None),
        ("", None),
    ],
)
def test_more_yes_than_no_wins(answers: str, expected: Vote | None) -> None:
    assert winner(division(answers), 5) is expected


def test_all_five_kinds_of_answer_are_counted() -> None:
    count = totals(division("yn-ax"))

    assert set(count) == set(Vote)
    assert set(count.values()) == {1}


def test_a_tie_is_broken_by_the_casting_vote_and_only_a_tie() -> None:  # KL 5 kap. 56 §
    assert winner(division("yynn-", casting_vote=Vote.NO), 5) is Vote.NO
    assert winner(division("yyyn-", casting_vote=Vote.NO), 5) is Vote.YES


def test_in_an_election_the_lot_breaks_a_tie() -> None:
    ballot = Division(id=1, yes="A", no="B", ballot=Ballot(yes=2, no=2, blank=1), lot=Vote.YES)

    assert is_tie(ballot)
    assert winner(ballot, 5) is Vote.YES
    assert winner(replace(ballot, lot=None), 5) is None


def test_imported_totals_tell_who_won_where_nobody_is_named() -> None:
    assert winner(division(result="no"), 5) is Vote.NO
    assert winner(division(result="Efter omröstning"), 5) is None


@pytest.mark.parametrize(
    ("answers", "present", "expected"),
    [("yynnn", 5, Vote.NO), ("yyynn", 5, Vote.NO), ("yyyyn", 5, Vote.YES), ("yyyyn", 3, Vote.NO)],
)
def test_a_third_of_those_present_is_enough_to_refer_back(
    answers: str, present: int, expected: Vote
) -> None:  # KL 5 kap. 50 §
    vote = division(answers, question="refer_back", no_motion=1, minority=True)

    assert winner(vote, present) is expected
    assert by_minority(vote, present) is (expected is Vote.NO and answers.count("y") > 2)


def test_the_majority_is_needed_where_the_minority_has_no_such_right() -> None:
    vote = division("yyynn", question="refer_back", no_motion=1)

    assert winner(vote, 5) is Vote.YES
    assert not by_minority(vote, 5)


def test_nobody_refers_back_with_no_votes_at_all() -> None:
    vote = division("", question="refer_back", no_motion=1, minority=True)

    assert winner(vote, 0) is None


def test_yes_may_be_for_referring_back_as_well() -> None:
    vote = division("yynnn", question="postpone", yes_motion=1, minority=True)

    assert formal_side(vote) is Vote.YES
    assert winner(vote, 6) is Vote.YES


@pytest.mark.parametrize(
    ("facts", "yes", "no"),
    [
        ({"put": 12, "no_motion": 2}, (Adopted.PROPOSAL, None), (Adopted.MOTION, 2)),
        ({"put": 12, "yes_motion": 2}, (Adopted.MOTION, 2), (Adopted.PROPOSAL, None)),  # yes is for rejection
        ({"put": 11, "no_motion": 1}, (Adopted.REJECTED, None), (Adopted.MOTION, 1)),
        ({"put": 13, "yes_motion": 3}, (Adopted.MOTION, 3), (Adopted.REJECTED, None)),
        ({"question": "refer_back", "no_motion": 1}, (Adopted.REJECTED, None), (Adopted.MOTION, 1)),
        ({"no_motion": 2}, (Adopted.PROPOSAL, None), (Adopted.MOTION, 2)),
        ({"put": 12}, None, None),  # nothing tells yes from no
    ],
)
def test_what_is_adopted_follows_from_what_yes_and_no_are_for(
    facts: dict[str, Any], yes: object, no: object
) -> None:
    assert adopted(SETTLED, division("yyynn", **facts), 5) == yes
    assert adopted(SETTLED, division("yynnn", **facts), 5) == no
    assert adopted(SETTLED, division("yynn-", **facts), 5) is None


def test_a_vote_is_complete_when_all_who_may_have_an_answer() -> None:
    assert not is_complete(division("yyna"), FIVE)
    assert is_complete(division("yynaa"), FIVE)
    assert not is_complete(division(), ())
    assert is_complete(division(ballot=Ballot(yes=3, no=2)), FIVE)


@settings(max_examples=50)
@given(_VOTES, st.randoms(use_true_random=False), st.sampled_from(Question), st.booleans())
def test_the_outcome_follows_from_the_votes_whatever_their_order(
    votes: list[Vote], shuffled: Random, question: Question, minority: object
) -> None:
    people = [
        (replace(who, person=place), vote)
        for place, (who, vote) in enumerate(zip([BO] * 12, votes, strict=False))
    ]
    vote = Division(
        id=1, yes="ja", no="nej", question=question, no_motion=1, minority=bool(minority), votes=tuple(people)
    )
    shuffled.shuffle(people)

    again = replace(vote, votes=tuple(people))

    assert winner(again, len(people)) is winner(vote, len(people))
    assert adopted(SETTLED, again, len(people)) == adopted(SETTLED, vote, len(people))


@settings(max_examples=50)
@given(_VOTES)
def test_one_more_yes_never_loses_what_yes_had_won(votes: list[Vote]) -> None:
    people = tuple((replace(EVA, person=place), vote) for place, vote in enumerate(votes))
    vote = Division(id=1, yes="ja", no="nej", votes=people, casting_vote=Vote.YES)
    more = replace(vote, votes=(*people, (DAVID, Vote.YES)))

    assert winner(more, 0) is Vote.YES or winner(vote, 0) is not Vote.YES
