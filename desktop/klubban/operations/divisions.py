"""Divisions: called, answered name by name or by ballot, with the casting vote and the lot."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

from klubban.domain.body import Named
from klubban.domain.decided import SIDES, Ballot, Division, Question, Vote
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting
from klubban.domain.outcome import is_complete, is_tie
from klubban.domain.voters import is_among, may_miss, voters
from klubban.i18n import N_
from klubban.operations.division_plan import MEANINGLESS, is_election, may_by_minority, planned
from klubban.operations.item_change import writing
from klubban.operations.lists import last_place
from klubban.operations.minuting import checked_people, item_of, minuting, note_reason, one_of
from klubban.operations.naming import named, one_line
from klubban.operations.opinion_checks import MUST_DECIDE
from klubban.operations.proceedings import insert_division
from klubban.operations.roll_rows import who_in
from klubban.store import rolls
from klubban.store.change import Change, id_of
from klubban.store.database import Database

_MOST = 10_000
"""More than any body has seats."""


def call_division(  # noqa: PLR0913 - what may be said of a vote
    database: Database,
    item_id: int,
    *,
    put: int | None = None,
    question: Question = Question.MAIN,
    yes: str | None = None,
    no: str | None = None,
    yes_motion: int | None = None,
    no_motion: int | None = None,
    after: int | None = None,
    asked_by: str | None = None,
) -> int:
    """Begin a division, and return it; what is not said of it follows from the question that is put.

    Where a third is enough to refer back or postpone, that is noted. Those who take no part in the item have
    that answer. Raises RuleBroken for meanings that cannot be told apart; LookupError.
    """
    given = (yes_motion, no_motion)
    in_words = yes is not None or no is not None
    with minuting(database, N_("Call a vote at {item}"), item_id) as (change, meeting, item):
        plan = planned(
            meeting, item, put=put, question=question, motions=given, after=after, in_words=in_words
        )
        meaning = _checked_meaning(
            plan.meaning[0] if yes is None else yes, plan.meaning[1] if no is None else no
        )
        out = [who for who in voters(meeting, item) if is_among(who, item.not_taking_part)]
        return insert_division(
            change,
            item_id,
            last_place(change, "division", item_id=item_id),
            plan.question,
            meaning,
            after=plan.after,
            votes=[(who, Vote.NOT_TAKING_PART) for who in (() if plan.formal else out)],
            put_id=plan.put,
            yes_motion_id=plan.motions[0],
            no_motion_id=plan.motions[1],
            minority=may_by_minority(change, meeting, item, plan.question),
            asked_by=one_line(asked_by or "") or None,
        )


def answer(
    database: Database, division_id: int, who: Named, vote: Vote | None, *, reason: str | None = None
) -> None:
    """Note somebody's answer, or take it back (None); decision and outcome follow.

    Raises RuleBroken, unless a reason is given, which is noted, for somebody who may not vote, and for who
    must take part in deciding (KL 4 kap. 26 §).
    """
    label = N_("Note what {name} answered in the vote of {item}")
    if vote is None:
        label = N_("Take back what {name} answered in the vote of {item}")
    with _changing(database, division_id, label, name=str(who)) as (change, meeting, item):
        _answer(change, meeting, item, division_id, checked_people([who]), vote, reason)


def answer_each(database: Database, division_id: int, answers: Iterable[tuple[Named, Vote | None]]) -> None:
    """Note what several people answered, each for themselves, in one step; raises like `answer`."""
    given = list(answers)
    if len(given) == 1:
        answer(database, division_id, *given[0])
        return
    label = N_("Note what {count} answered in the vote of {item}")
    with _changing(database, division_id, label, count=len(given)) as (change, meeting, item):
        for vote in dict.fromkeys(vote for _who, vote in given):
            people = checked_people(who for who, each in given if each is vote)
            _answer(change, meeting, item, division_id, people, vote, None)


def set_meaning(
    database: Database,
    division_id: int,
    *,
    yes: str | None = None,
    no: str | None = None,
    run: str | None = None,
) -> None:
    """Say in other words what yes or no means; raises RuleBroken for no words, or the same for both."""
    item_id = item_of(database, "division", division_id)
    with writing(database, N_("Say what yes and no mean at {item}"), item_id, run) as change:
        row = rolls.row_of(change.connection, "division", division_id)
        meaning = _checked_meaning(
            row["yes_means"] if yes is None else yes, row["no_means"] if no is None else no
        )
        change.update("division", division_id, yes_means=meaning[0], no_means=meaning[1])


def set_casting_vote(database: Database, division_id: int, vote: Vote | None) -> None:
    """Note how the chair broke a tie, or take it back; raises RuleBroken where there is none (KL 5:56)."""
    label = N_("Note the chair’s casting vote at {item}")
    with _changing(database, division_id, label) as (change, meeting, item):
        _check_tie(meeting, item, division_id, vote)
        change.update("division", division_id, casting_vote=vote, lot=None)


def draw_lot(database: Database, division_id: int, vote: Vote | None) -> None:
    """Note what the lot fell on after a tie, in elections and employment; raises RuleBroken without a tie."""
    with _changing(database, division_id, N_("Note what the lot fell on at {item}")) as (
        change,
        meeting,
        item,
    ):
        _check_tie(meeting, item, division_id, vote)
        change.update("division", division_id, lot=vote, casting_vote=None)


def set_ballot(database: Database, division_id: int, ballot: Ballot | None) -> None:
    """Note the totals of a vote without names, or take them away; raises RuleBroken for impossible ones."""
    with _changing(database, division_id, N_("Note the ballot of {item}")) as (change, meeting, item):
        if ballot is not None:
            _check_ballot(meeting, item, one_of(item.divisions, division_id), ballot)
        columns = {f"ballot_{each}": getattr(ballot, each) if ballot else None for each in _TOTALS}
        change.update("division", division_id, **columns)


def set_minority(database: Database, division_id: int, minority: bool) -> None:  # noqa: FBT001 - as the box says
    """Say whether a third is enough; raises RuleBroken where the rules or the question give no such right."""
    with _changing(database, division_id, N_("Say whether a third is enough at {item}")) as (
        change,
        meeting,
        item,
    ):
        question = one_of(item.divisions, division_id).question
        if minority and (not question.formal or not meeting.body.rules.minority):
            raise RuleBroken(
                "A third is enough to refer back or postpone in the assembly alone (KL 5 kap. 50 §)"
            )
        if minority and is_election(item):
            raise RuleBroken("An election is referred back or postponed by the majority (KL 5 kap. 50 §)")
        change.update("division", division_id, minority=minority)


def set_asked_by(database: Database, division_id: int, asked_by: str | None) -> None:
    """Say who asked for the vote, where that is to be told."""
    item_id = item_of(database, "division", division_id)
    words = one_line(asked_by or "") or None
    with writing(database, N_("Say who asked for a vote at {item}"), item_id) as change:
        change.update("division", division_id, asked_by=words)


def remove_division(database: Database, division_id: int) -> None:
    """Take out a division; raises RuleBroken where another one follows on it."""
    with _changing(database, division_id, N_("Remove a vote of {item}")) as (change, _meeting, item):
        if any(each.after == division_id for each in item.divisions):
            raise RuleBroken(
                "Another vote at {item} follows on this one; remove that first", item=item.on_agenda.called
            )
        change.delete_whole("division", division_id)


# --- answers


def _answer(
    change: Change,
    meeting: Meeting,
    item: Item,
    division_id: int,
    people: tuple[Named, ...],
    vote: Vote | None,
    reason: str | None,
) -> None:
    """Write the answer of people; raises RuleBroken for those who may not give it, without a reason."""
    division = one_of(item.divisions, division_id)
    if vote is not None:
        if division.ballot:
            raise RuleBroken("A vote by ballot has totals and no names (KL 5 kap. 54 §)")
        _check_answers(change, meeting, item, people, vote, one_line(reason or ""))
    order = voters(meeting, item)
    rows = change.rows("vote", division_id=division_id)
    for who in people:
        there = [row for row in rows if who.is_same(who_in(row))]
        if vote is None:
            for row in there:
                change.delete("vote", id_of(row))
        elif there:
            change.update("vote", id_of(there[0]), answer=vote)
        else:
            known = next(((at, one) for at, one in enumerate(order) if one.is_same(who)), None)
            place, one = known or (len(order), who)
            change.insert("vote", division_id=division_id, position=place, answer=vote, **named(one))


def _check_answers(
    change: Change, meeting: Meeting, item: Item, people: tuple[Named, ...], vote: Vote, reason: str
) -> None:
    """Raise RuleBroken for who may not answer so; with a reason that is noted instead."""
    called = item.on_agenda.called
    able = voters(meeting, item)
    wrong: list[Named] = []
    for who in people:
        knows = bool(able) or bool(meeting.roll.lines)
        may = may_miss(meeting, item, who) if vote is Vote.ABSENT else is_among(who, able)
        if knows and not may:
            wrong.append(who)
            if not reason:
                raise RuleBroken("{name} may not vote at {item}", name=who, item=called)
        elif vote in _ASIDE and _must_decide(meeting, item):
            wrong.append(who)
            if not reason:
                raise RuleBroken(MUST_DECIDE, name=who, item=called)
    note_reason(change, item, wrong, reason)


def _must_decide(meeting: Meeting, item: Item) -> bool:
    return item.exercise_of_authority and meeting.body.rules.must_decide


# --- what is checked


_TOTALS = ("yes", "no", "blank", "invalid")
_ASIDE = (Vote.ABSTAINED, Vote.NOT_TAKING_PART)


def _checked_meaning(yes: str, no: str) -> tuple[str, str]:
    meaning = (one_line(yes), one_line(no))
    if not all(meaning):
        raise RuleBroken(MEANINGLESS)
    if meaning[0].casefold() == meaning[1].casefold():
        raise RuleBroken("Yes and no mean the same: {words}", words=meaning[0])
    return meaning


def _check_tie(meeting: Meeting, item: Item, division_id: int, vote: Vote | None) -> None:
    if vote is None:
        return
    if vote not in SIDES:
        raise RuleBroken("A tie is broken by yes or by no")
    division = one_of(item.divisions, division_id)
    if not is_complete(division, voters(meeting, item)):
        raise RuleBroken("Not all have answered in the vote of {item}", item=item.on_agenda.called)
    if not is_tie(division):
        raise RuleBroken("There is no tie at {item} (KL 5 kap. 56 §)", item=item.on_agenda.called)


def _check_ballot(meeting: Meeting, item: Item, division: Division, ballot: Ballot) -> None:
    totals = [getattr(ballot, each) for each in _TOTALS]
    if division.votes:
        raise RuleBroken("This vote has answers by name; take them back first")
    if min(totals) < 0:
        raise RuleBroken("A ballot cannot have fewer votes than none")
    able = len(voters(meeting, item)) or _MOST
    if sum(totals) > able:
        raise RuleBroken(
            "The ballot has {votes} votes, and only {count} may vote", votes=sum(totals), count=able
        )


def _changing(
    database: Database, division_id: int, label: str, **facts: Any
) -> AbstractContextManager[tuple[Change, Meeting, Item]]:
    return minuting(database, label, item_of(database, "division", division_id), **facts)
