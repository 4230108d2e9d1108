"""Divisions: called, answered name by name or by ballot, with the casting vote and the lot."""

from __future__ import annotations

from collections.abc import Iterable

from klubban.domain.body import Named
from klubban.domain.decided import Ballot, Question, Vote
from klubban.store.database import Database


def call_division(
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
    """Begin a division, and return it; what yes and no mean is said from the alternatives where it is not.

    Where a third is enough to refer back or postpone, that is noted. Those who take no part in the item have
    that answer. Raises RuleBroken for meanings that cannot be told apart; LookupError.
    """
    raise NotImplementedError


def answer(
    database: Database, division_id: int, who: Named, vote: Vote | None, *, reason: str | None = None
) -> None:
    """Note somebody's answer, or take it back (None); decision and outcome follow.

    Raises RuleBroken, unless a reason is given, which is noted, for somebody who may not vote, and for who
    must take part in deciding (KL 4 kap. 26 §).
    """
    raise NotImplementedError


def answer_all(database: Database, division_id: int, people: Iterable[Named], vote: Vote | None) -> None:
    """Note the same answer of several people, in one step; raises like `answer`."""
    raise NotImplementedError


def set_meaning(
    database: Database,
    division_id: int,
    *,
    yes: str | None = None,
    no: str | None = None,
    run: str | None = None,
) -> None:
    """Say in other words what yes or no means; raises RuleBroken for no words, or the same for both."""
    raise NotImplementedError


def set_casting_vote(database: Database, division_id: int, vote: Vote | None) -> None:
    """Note how the chair broke a tie, or take it back; raises RuleBroken where there is none (KL 5:56)."""
    raise NotImplementedError


def draw_lot(database: Database, division_id: int, vote: Vote | None) -> None:
    """Note what the lot fell on after a tie, in elections and employment; raises RuleBroken without a tie."""
    raise NotImplementedError


def set_ballot(database: Database, division_id: int, ballot: Ballot | None) -> None:
    """Note the totals of a vote without names, or take them away; raises RuleBroken for impossible ones."""
    raise NotImplementedError


def set_minority(database: Database, division_id: int, minority: bool) -> None:  # noqa: FBT001 - as the box says
    """Say whether a third is enough; raises RuleBroken where the rules or the question give no such right."""
    raise NotImplementedError


def set_asked_by(database: Database, division_id: int, asked_by: str | None) -> None:
    """Say who asked for the vote, where that is to be told."""
    raise NotImplementedError


def remove_division(database: Database, division_id: int) -> None:
    """Take out a division; raises RuleBroken where another one follows on it."""
    raise NotImplementedError
