"""Questions, what was found, and votes: decision and outcome follow, and the roll agrees with the votes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import findings, rows, snapshot
from called import Called, called
from klubban.domain.body import Named
from klubban.domain.decided import Adopted, Asks, Ballot, Division, Puts, Question, Vote, Written
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Outcome
from klubban.domain.roll import Deviates, Moment
from klubban.domain.text import from_plain, plain
from klubban.domain.voters import voters
from klubban.operations import (
    agenda,
    disqualifications,
    divisions,
    elections,
    items,
    motions,
    opinions,
    own_texts,
    questions,
    roll_call,
    undo,
)
from klubban.store.database import Database

YES, NO, ABSTAINED, ABSENT = Vote.YES, Vote.NO, Vote.ABSTAINED, Vote.ABSENT


@pytest.fixture
def evening(database: Database) -> Called:
    """Return a meeting of two items with a proposal each, at which all on the roll are present."""
    return _evening(database)


def _evening(database: Database, **facts: Any) -> Called:
    found = called(database, items=2, **facts)
    found.present()
    for item in found.items:
        items.write_text(database, item, "proposal", from_plain("Programmet antas."))
    return found


def _item(evening: Called) -> Item:
    return snapshot(evening.database, evening.meeting).items[0]


def _division(evening: Called) -> Division:
    return _item(evening).divisions[-1]


def _move(evening: Called, asks: Asks, who: str = "Bo", words: str = "") -> int:
    return motions.add_motion(evening.database, evening.items[0], asks, [evening.who(who)], from_plain(words))


def _vote(evening: Called, division: int, **answers: str) -> None:
    """Let people answer, by the beginnings of their names: `yes="Eva Bo", no="Cajsa"`."""
    for vote, names in answers.items():
        answers_ = [(evening.who(name), Vote(vote)) for name in names.split()]
        divisions.answer_each(evening.database, division, answers_)


def _decided(evening: Called) -> tuple[Outcome | None, str]:
    return _item(evening).outcome, plain(_item(evening).decision)


# --- questions


def test_the_questions_stand_in_their_order_and_those_that_are_there_stay(evening: Called) -> None:
    item = evening.items[0]
    _move(evening, Asks.ADD, "David", "att det följs upp")
    first = questions.put_questions(evening.database, item)
    questions.find(evening.database, first[0], Adopted.PROPOSAL)
    _move(evening, Asks.REFER_BACK)

    puts = questions.put_questions(evening.database, item)

    assert [put.puts for put in _item(evening).puts] == [Puts.REFER_BACK, Puts.MAIN, Puts.ADDITION]
    assert puts == [each.id for each in _item(evening).puts]
    assert puts[1:] == first
    questions.approve_order(evening.database, item, True)
    questions.move_put(evening.database, puts[0], puts[1])
    assert _item(evening).order_approved
    assert [put.id for put in _item(evening).puts] == [puts[1], puts[0], puts[2]]


def test_a_question_cannot_come_to_what_it_is_not_about(evening: Called) -> None:
    back, add = _move(evening, Asks.REFER_BACK), _move(evening, Asks.ADD, words="att det följs upp")
    formal, main, addition = questions.put_questions(evening.database, evening.items[0])

    for put, adopted, motion, words in (
        (formal, Adopted.PROPOSAL, None, "about a motion"),
        (addition, Adopted.MOTION, back, "no answer to this question"),
        (main, Adopted.REJECTED, None, "main question is answered by"),
        (main, Adopted.MOTION, None, "which motion"),
        (main, Adopted.MOTION, add, "no answer to this question"),
    ):
        with pytest.raises(RuleBroken, match=words):
            questions.find(evening.database, put, adopted, motion)
    with pytest.raises(RuleBroken, match="has its main question already"):
        questions.add_put(evening.database, evening.items[0], Puts.MAIN)
    with pytest.raises(RuleBroken, match="which motion is put"):
        questions.add_put(evening.database, evening.items[0], Puts.ADDITION)
    assert all(put.adopted is None for put in _item(evening).puts)


def test_what_is_found_writes_decision_and_outcome_and_taking_it_back_takes_them_out(
    evening: Called,
) -> None:
    before = rows(evening.database)
    [main] = questions.put_questions(evening.database, evening.items[0])

    questions.find(evening.database, main, Adopted.PROPOSAL)

    outcome, words = _decided(evening)
    assert outcome is Outcome.DECIDED
    assert "Programmet antas" in words
    questions.find(evening.database, main, None)
    assert _decided(evening) == (None, "")
    for _step in range(3):
        undo.undo(evening.database)
    assert rows(evening.database) == before


def test_what_the_secretary_wrote_herself_stays(evening: Called) -> None:
    own = from_plain("Nämnden antar programmet med de ändringar som framgår av bilagan.")
    [main] = questions.put_questions(evening.database, evening.items[0])
    questions.find(evening.database, main, Adopted.PROPOSAL)
    own_texts.write_part(evening.database, evening.items[0], Written.DECISION, own)

    reject = _move(evening, Asks.REJECT)
    questions.find(evening.database, main, Adopted.MOTION, reject)

    assert _item(evening).decision == own
    assert _item(evening).outcome is Outcome.DECIDED


def test_the_decision_follows_the_words_of_what_was_adopted(evening: Called) -> None:
    database, item = evening.database, evening.items[0]
    added = _move(evening, Asks.ADD, "David", "att programmet följs upp")
    main, addition = questions.put_questions(database, item)
    questions.find(database, main, Adopted.PROPOSAL)
    questions.find(database, addition, Adopted.MOTION)

    items.write_text(database, item, "proposal", from_plain("Programmet antas från maj."))
    motions.change_motion(database, added, text=from_plain("att programmet följs upp varje år"))

    words = plain(_item(evening).decision)
    assert "Programmet antas från maj" in words
    assert "följs upp varje år" in words


def test_an_imported_decision_is_never_written_over(evening: Called) -> None:
    items.write_text(evening.database, evening.items[0], "decision", from_plain("Ärendet bordläggs."))
    [main] = questions.put_questions(evening.database, evening.items[0])

    questions.find(evening.database, main, Adopted.PROPOSAL)
    questions.find(evening.database, main, None)

    assert plain(_item(evening).decision) == "Ärendet bordläggs."


# --- votes


def test_a_vote_follows_the_question_in_hand_and_settles_it_when_all_have_answered(evening: Called) -> None:
    reject = _move(evening, Asks.REJECT)
    [main] = questions.put_questions(evening.database, evening.items[0])
    questions.find(evening.database, main, Adopted.PROPOSAL)

    vote = divisions.call_division(evening.database, evening.items[0], asked_by=" Bo  Ek ")

    found = _division(evening)
    assert (found.put, found.yes_motion, found.no_motion, found.asked_by) == (main, None, reject, "Bo Ek")
    assert found.yes
    assert found.yes != found.no
    assert _decided(evening) == (None, "")
    _vote(evening, vote, no="Ester Cajsa David", yes="Bo")
    assert _decided(evening) == (None, "")
    _vote(evening, vote, abstained="Eva")
    assert _item(evening).outcome is Outcome.DECIDED
    assert "Programmet antas" not in plain(_item(evening).decision)
    assert [who.name.split()[0] for who, _vote in _division(evening).votes] == [
        "Bo", "Cajsa", "David", "Ester", "Eva",
    ]  # fmt: skip
    assert findings(evening.database) == []


def test_votes_that_change_change_the_decision_in_one_step_each(evening: Called) -> None:
    _move(evening, Asks.REJECT)
    questions.put_questions(evening.database, evening.items[0])
    vote = divisions.call_division(evening.database, evening.items[0])
    _vote(evening, vote, yes="Eva Bo Cajsa", no="David Ester")
    adopted = _item(evening).decision

    divisions.answer(evening.database, vote, evening.who("Bo"), NO)

    rejected = _item(evening).decision
    assert "Programmet antas" in plain(adopted)
    assert rejected != adopted
    undo.undo(evening.database)
    assert _item(evening).decision == adopted
    divisions.answer(evening.database, vote, evening.who("Bo"), None)
    assert _decided(evening) == (None, "")
    assert len(_division(evening).votes) == 4


def test_only_those_who_may_vote_do_or_with_a_reason_that_is_noted(evening: Called) -> None:
    vote = divisions.call_division(evening.database, evening.items[0], yes="bifall", no="avslag")
    hans, roll = evening.who("Hans"), voters(snapshot(evening.database), _item(evening))
    assert [who.name.split()[0] for who in roll] == ["Bo", "Cajsa", "David", "Ester", "Eva"]

    with pytest.raises(RuleBroken, match=r"^Hans Sälg \(S\) may not vote at § 70$"):
        divisions.answer(evening.database, vote, hans, YES)
    with pytest.raises(RuleBroken, match=r"^Okänd may not vote"):
        divisions.answer_each(evening.database, vote, [(evening.who("Bo"), YES), (Named("Okänd"), YES)])
    assert _division(evening).votes == ()
    divisions.answer(evening.database, vote, hans, YES, reason="Ropades upp av misstag")

    [noted] = _item(evening).deviations
    assert (noted.rule, noted.who, noted.reason) == (Deviates.OTHER, hans, "Ropades upp av misstag")
    assert _division(evening).votes == ((hans, YES),)


def test_somebody_who_is_away_can_only_be_absent_from_the_vote(evening: Called) -> None:
    vote = divisions.call_division(evening.database, evening.items[0], yes="bifall", no="avslag")
    roll_call.mark_absent(evening.database, evening.id("David"))

    with pytest.raises(RuleBroken, match=r"^David Rönn \(V\) may not vote at § 70$"):
        divisions.answer(evening.database, vote, evening.who("David"), NO)

    divisions.answer(evening.database, vote, evening.who("David"), ABSENT)
    divisions.answer(evening.database, vote, evening.who("Ester"), ABSENT)  # attends, and missed the vote
    assert [vote for _who, vote in _division(evening).votes] == [ABSENT, ABSENT]


def test_who_exercises_authority_must_take_part(evening: Called) -> None:  # KL 4 kap. 26 §
    agenda.set_item(evening.database, evening.items[0], exercise_of_authority=True)
    vote = divisions.call_division(evening.database, evening.items[0], yes="bifall", no="avslag")
    bo = evening.who("Bo")

    for refused in (ABSTAINED, Vote.NOT_TAKING_PART):
        with pytest.raises(RuleBroken, match="must take part in deciding § 70"):
            divisions.answer(evening.database, vote, bo, refused)
    with pytest.raises(RuleBroken, match="must take part in deciding § 70"):
        opinions.set_not_taking_part(evening.database, evening.items[0], [bo])

    divisions.answer(evening.database, vote, bo, ABSTAINED, reason="Lade ner sin röst trots påpekande")
    assert [each.reason for each in _item(evening).deviations] == ["Lade ner sin röst trots påpekande"]


def test_a_tie_waits_for_the_chair_and_nothing_else_does(evening: Called) -> None:  # KL 5 kap. 56 §
    _move(evening, Asks.REJECT)
    questions.put_questions(evening.database, evening.items[0])
    vote = divisions.call_division(evening.database, evening.items[0])
    with pytest.raises(RuleBroken, match="Not all have answered"):
        divisions.set_casting_vote(evening.database, vote, YES)
    _vote(evening, vote, yes="Eva Bo", no="David Ester", abstained="Cajsa")
    assert _decided(evening) == (None, "")

    divisions.set_casting_vote(evening.database, vote, YES)

    assert _item(evening).outcome is Outcome.DECIDED
    divisions.answer(evening.database, vote, evening.who("Cajsa"), NO)
    with pytest.raises(RuleBroken, match="There is no tie"):
        divisions.draw_lot(evening.database, vote, YES)
    with pytest.raises(RuleBroken, match="by yes or by no"):
        divisions.set_casting_vote(evening.database, vote, ABSTAINED)


def test_three_proposals_are_voted_on_two_at_a_time(evening: Called) -> None:
    reject, other = _move(evening, Asks.REJECT), _move(evening, Asks.OTHER, "David", "att frågan utreds")
    [main] = questions.put_questions(evening.database, evening.items[0])
    questions.find(evening.database, main, Adopted.PROPOSAL)

    first = divisions.call_division(evening.database, evening.items[0])
    _vote(evening, first, yes="Bo", no="Cajsa David Ester Eva")
    second = divisions.call_division(evening.database, evening.items[0])
    _vote(evening, second, yes="Bo", no="David", abstained="Cajsa Ester", absent="Eva")
    divisions.set_casting_vote(evening.database, second, NO)

    one, two = _item(evening).divisions
    assert (one.question, one.yes_motion, one.no_motion) == (Question.COUNTER_PROPOSAL, reject, other)
    assert (two.question, two.yes_motion, two.no_motion, two.after) == (Question.MAIN, None, other, first)
    assert "utreds" in plain(_item(evening).decision)
    with pytest.raises(RuleBroken, match="Another vote at § 70 follows"):
        divisions.remove_division(evening.database, first)
    divisions.remove_division(evening.database, second)
    divisions.remove_division(evening.database, first)
    assert "Programmet antas" in plain(_item(evening).decision)  # as the chair found
    assert findings(evening.database) == []


def test_a_third_of_the_assembly_refers_back(database: Database) -> None:  # KL 5 kap. 50 §
    evening = _evening(database, kind="assembly")
    back = _move(evening, Asks.REFER_BACK)
    questions.put_questions(database, evening.items[0])
    vote = divisions.call_division(database, evening.items[0])

    _vote(evening, vote, yes="Eva Cajsa David", no="Bo Ester")

    assert (_division(evening).minority, _division(evening).no_motion) == (True, back)
    assert _item(evening).outcome is Outcome.REFERRED_BACK
    divisions.set_minority(database, vote, False)
    assert _item(evening).outcome is None


def test_what_a_minority_returned_once_needs_a_majority_the_next_time(database: Database) -> None:
    evening = _evening(database, kind="assembly")
    _move(evening, Asks.REFER_BACK)
    questions.put_questions(database, evening.items[0])
    vote = divisions.call_division(database, evening.items[0])
    _vote(evening, vote, yes="Eva Cajsa David", no="Bo Ester")
    with database.change("Plan") as change:
        later = change.insert("meeting", body_id=evening.body, date=date(2016, 3, 21), stage="planned")
        again = change.insert(
            "item", meeting_id=later, position=0, title="Ärende 1", origin_item_id=evening.items[0]
        )
    back = motions.add_motion(database, again, Asks.REFER_BACK, [evening.who("Bo")])

    second = divisions.call_division(database, again, question=Question.REFER_BACK, no_motion=back)

    assert not snapshot(database, later).items[0].divisions[0].minority
    divisions.set_minority(database, second, True)  # she may know better: the first one was invalid
    assert snapshot(database, later).items[0].divisions[0].minority


def test_an_election_is_postponed_by_a_majority_alone(database: Database) -> None:  # KL 5 kap. 50 §
    evening = _evening(database, kind="assembly")
    elections.add_election(database, evening.items[0], "revisor")
    later = _move(evening, Asks.POSTPONE)
    formal, *_others = questions.put_questions(database, evening.items[0])
    vote = divisions.call_division(database, evening.items[0], put=formal)

    _vote(evening, vote, yes="Eva Cajsa David", no="Bo Ester")

    assert (_division(evening).no_motion, _division(evening).minority) == (later, False)
    with pytest.raises(RuleBroken, match="An election is referred back or postponed by the majority"):
        divisions.set_minority(database, vote, True)
    assert _item(evening).outcome is None


def test_a_reason_goes_with_the_answer_that_it_was_noted_for(evening: Called) -> None:
    vote = divisions.call_division(evening.database, evening.items[0], yes="bifall", no="avslag")
    hans, bo = evening.who("Hans"), evening.who("Bo")
    disqualifications.note_deviation(
        evening.database, evening.items[0], Deviates.OTHER, "Kom utan kallelse", who=bo
    )
    divisions.answer(evening.database, vote, hans, YES, reason="Ropades upp av misstag")

    divisions.answer(evening.database, vote, hans, None)

    assert [each.reason for each in _item(evening).deviations] == ["Kom utan kallelse"]
    undo.undo(evening.database)
    assert len(_item(evening).deviations) == 2


def test_who_takes_no_part_in_the_decision_still_votes_on_an_adjournment(evening: Called) -> None:
    opinions.set_not_taking_part(evening.database, evening.items[0], [evening.who("Bo")])
    _move(evening, Asks.ADJOURN)
    formal, _main = questions.put_questions(evening.database, evening.items[0])

    divisions.call_division(evening.database, evening.items[0], put=formal)

    assert _division(evening).votes == ()


def test_a_committee_has_no_such_minority(evening: Called) -> None:  # KL 6 kap. 33 §
    _move(evening, Asks.REFER_BACK)
    questions.put_questions(evening.database, evening.items[0])

    vote = divisions.call_division(evening.database, evening.items[0])

    assert not _division(evening).minority
    with pytest.raises(RuleBroken, match="in the assembly alone"):
        divisions.set_minority(evening.database, vote, True)


def test_meanings_are_words_that_can_be_told_apart(evening: Called) -> None:
    item = evening.items[0]
    for yes, no, words in (
        (" ", "avslag", "what yes and no mean"),
        (None, None, "what yes and no mean"),
        ("bifall", "Bifall", "mean the same: bifall"),
    ):
        with pytest.raises(RuleBroken, match=words):
            divisions.call_division(evening.database, item, yes=yes, no=no)
    vote = divisions.call_division(evening.database, item, yes="bifall", no="avslag")

    divisions.set_meaning(evening.database, vote, yes="bifall till  förslaget")

    assert (_division(evening).yes, _division(evening).no) == ("bifall till förslaget", "avslag")
    with pytest.raises(RuleBroken, match="what yes and no mean"):
        divisions.set_meaning(evening.database, vote, no="")


def test_a_ballot_has_totals_and_no_names(evening: Called) -> None:  # KL 5 kap. 54 §
    vote = divisions.call_division(evening.database, evening.items[0], yes="A", no="B")

    for ballot, words in (
        (Ballot(yes=-1, no=2), "fewer votes than none"),
        (Ballot(yes=4, no=1, blank=1), "has 6 votes, and only 5 may vote"),
    ):
        with pytest.raises(RuleBroken, match=words):
            divisions.set_ballot(evening.database, vote, ballot)
    divisions.set_ballot(evening.database, vote, Ballot(yes=2, no=2, blank=1))
    with pytest.raises(RuleBroken, match="totals and no names"):
        divisions.answer(evening.database, vote, evening.who("Bo"), YES)
    divisions.draw_lot(evening.database, vote, NO)

    assert (_division(evening).ballot, _division(evening).lot) == (Ballot(yes=2, no=2, blank=1), NO)
    divisions.set_ballot(evening.database, vote, None)
    divisions.answer(evening.database, vote, evening.who("Bo"), YES)
    with pytest.raises(RuleBroken, match="answers by name"):
        divisions.set_ballot(evening.database, vote, Ballot(yes=1))


def test_those_who_take_no_part_have_that_answer_from_the_start(evening: Called) -> None:
    _move(evening, Asks.REJECT)
    opinions.set_not_taking_part(evening.database, evening.items[0], [evening.who("Bo")])

    divisions.call_division(evening.database, evening.items[0], yes="bifall", no="avslag")

    assert _division(evening).votes == ((evening.who("Bo"), Vote.NOT_TAKING_PART),)


# --- the roll agrees


def test_the_roll_refuses_what_would_take_a_vote_from_somebody(evening: Called) -> None:
    database, item = evening.database, evening.items[0]
    vote = divisions.call_division(database, item, yes="bifall", no="avslag")
    _vote(evening, vote, yes="Bo Eva", absent="David")
    before = rows(database)
    refused = r"^Bo Ek \(M\) answered in the vote of § 70; change that first$"

    for change in (
        lambda: roll_call.mark_absent(database, evening.id("Bo")),
        lambda: roll_call.leave(database, evening.id("Bo"), item, Moment.DURING),
        lambda: roll_call.take_off_roll(database, evening.id("Bo")),
        lambda: roll_call.rule(database, evening.meeting, evening.id("Bo"), None, item, None, "Fel"),
        lambda: disqualifications.disqualify(database, item, evening.who("Bo"), ground="1"),
    ):
        with pytest.raises(RuleBroken, match=refused):
            change()

    assert rows(database) == before
    roll_call.mark_absent(database, evening.id("David"))  # who missed the vote may have left
    roll_call.leave(database, evening.id("Bo"), item)
    divisions.answer(database, vote, evening.who("Bo"), None)
    roll_call.mark_absent(database, evening.id("Bo"))


def test_a_member_who_comes_back_does_not_take_the_vote_of_who_served(evening: Called) -> None:
    database = evening.database
    roll_call.mark_absent(database, evening.id("Cajsa"))
    vote = divisions.call_division(database, evening.items[0], yes="bifall", no="avslag")
    _vote(evening, vote, yes="Hans")

    with pytest.raises(RuleBroken, match=r"^Hans Sälg \(S\) answered in the vote of § 70"):
        roll_call.call_present(database, evening.meeting, [evening.id("Cajsa")])

    roll_call.arrive(database, evening.id("Cajsa"), evening.items[1])
    assert evening.serving(1)["Cajsa"] == "Cajsa"


def test_who_is_found_to_have_been_there_missed_the_vote_that_was_held(database: Database) -> None:
    evening = _evening(database, alternates=())
    roll_call.mark_absent(database, evening.id("David"))
    _move(evening, Asks.REJECT)
    questions.put_questions(database, evening.items[0])
    vote = divisions.call_division(database, evening.items[0])
    _vote(evening, vote, yes="Eva Bo Cajsa", no="Ester")

    roll_call.call_present(database, evening.meeting, [evening.id("David")])

    assert (evening.who("David"), ABSENT) in _division(evening).votes
    assert _item(evening).outcome is Outcome.DECIDED
    undo.undo(database)
    assert len(_division(evening).votes) == 4


def test_presence_can_be_noted_after_votes_that_came_without_any(database: Database) -> None:
    evening = called(database, items=2)
    vote = divisions.call_division(database, evening.items[0], yes="bifall", no="avslag")
    for name in ("Bo", "Eva"):
        divisions.answer(database, vote, evening.who(name), YES, reason="Inläst protokoll")
    with database.change("As imported") as change:
        for row in change.rows("deviation"):
            change.delete("deviation", int(row["id"] or 0))

    evening.present("Cajsa")
    evening.present("Bo")
    evening.present("Eva")

    with pytest.raises(RuleBroken, match="answered in the vote of § 70"):
        roll_call.mark_absent(database, evening.id("Bo"))
