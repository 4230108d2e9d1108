"""What an item's questions came to, taken together: its outcome, and what was adopted."""

from __future__ import annotations

from dataclasses import dataclass

from klubban.domain.agenda import ItemKind
from klubban.domain.decided import Adopted, Division, Motion, Put, Puts, Question, Vote
from klubban.domain.meeting import Item, Meeting, Outcome
from klubban.domain.outcome import adopted, by_minority, is_as_prepared, is_complete, motion_of
from klubban.domain.voters import voters

_ENDS = {Puts.POSTPONE: Outcome.POSTPONED, Puts.REFER_BACK: Outcome.REFERRED_BACK}
ENDED = tuple(_ENDS.values())
"""After these no more questions are put."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What follows from what was found and voted, so far."""

    outcome: Outcome | None = None
    """None while nothing ends the item."""
    main: Adopted | None = None
    """PROPOSAL or MOTION; None while the main question is open, or was never reached."""
    motion: Motion | None = None
    """The motion that was adopted: of the formal question that ended the item, or of the main one. Where
    `main` is PROPOSAL, the motion to approve that the question or the vote named, if one was."""
    amendments: tuple[Motion, ...] = ()
    additions: tuple[Motion, ...] = ()
    minority: bool = False
    """It was referred back or postponed by a third of those present (KL 5 kap. 50 §)."""


OPEN = Settled()


@dataclass(frozen=True, slots=True)
class Found:
    """What one question came to."""

    adopted: Adopted
    motion: int | None = None
    division: Division | None = None
    """The vote that settled it; None where it is as the chair found."""


def settled(meeting: Meeting, item: Item) -> Settled:
    """Return what an item's questions came to.

    A vote that names no question of the item stands as one of its own.
    """
    puts = (*item.puts, *_unnamed(item))
    results = [(put, found(meeting, item, put)) for put in puts]
    for put, result in results:
        if put.puts in _ENDS and result and result.adopted is Adopted.MOTION:
            minority = result.division is not None and by_minority(
                result.division, present(meeting, item, result.division)
            )
            return Settled(outcome=_ENDS[put.puts], motion=motion_of(item, result.motion), minority=minority)
    main = next((result for put, result in results if put.puts is Puts.MAIN and result), None)
    if main is None:
        # An election is decided by who was elected.
        held = bool(item.elections) and all(
            any(one.elected for one in each.candidates) for each in item.elections
        )
        return Settled(outcome=Outcome.DECIDED) if held else OPEN
    motion = motion_of(item, main.motion)
    as_prepared = motion is not None and is_as_prepared(item, motion)
    parts = {
        kind: tuple(
            one
            for put, result in results
            if put.puts is kind and result and result.adopted is Adopted.MOTION
            if (one := motion_of(item, result.motion))
        )
        for kind in (Puts.AMENDMENT, Puts.ADDITION)
    }
    return Settled(
        outcome=Outcome.NOTED if item.kind is ItemKind.INFORMATION else Outcome.DECIDED,
        main=Adopted.PROPOSAL if as_prepared else main.adopted,
        motion=motion,
        amendments=parts[Puts.AMENDMENT],
        additions=parts[Puts.ADDITION],
    )


def found(meeting: Meeting, item: Item, put: Put) -> Found | None:
    """Return what a question came to: by the last vote on it, or else as the chair found.

    `Put.adopted` stays what the chair found, also where a vote then settled it otherwise. None while nothing
    was found, or a vote is not complete.
    """
    deciding = [each for each in item.divisions if _is_on(each, put, item)]
    if not deciding:
        if any(each.put == put.id for each in item.divisions):
            return None  # what the counter-proposal is was voted on; the main vote is still to come
        return Found(put.adopted, _motion_found(put)) if put.adopted else None
    last = deciding[-1]
    if not is_complete(last, voters(meeting, item)):
        return None
    result = adopted(item, last, present(meeting, item, last))
    return Found(*result, last) if result else None


def present(meeting: Meeting, item: Item, division: Division) -> int:
    """Return how many members were there at a vote: those who may vote, without those who missed it."""
    missed = [who for who, vote in division.votes if vote is Vote.ABSENT]
    there = sum(not any(map(who.is_same, missed)) for who in voters(meeting, item))
    counted = sum(vote is not Vote.ABSENT for _who, vote in division.votes)
    if division.ballot:
        ballot = division.ballot
        counted = ballot.yes + ballot.no + ballot.blank + ballot.invalid
    return max(there, counted)


def _is_on(division: Division, put: Put, item: Item) -> bool:
    """Tell whether a vote settles a question; one on the counter-proposal only leads to the one that does."""
    if division.question is Question.COUNTER_PROPOSAL:
        return False
    if division.put is not None or put.id < 0:
        return put.id in (division.put, -division.id)
    return put is next((each for each in item.puts if each.puts is division.question.settles), None)


def _unnamed(item: Item) -> tuple[Put, ...]:
    """Return a question for each kind of vote that the item has no question for; its id is below 0."""
    there = {put.puts for put in item.puts}
    made: dict[Puts, Put] = {}
    for division in item.divisions:
        puts = division.question.settles
        if division.question is not Question.COUNTER_PROPOSAL and division.put is None and puts not in there:
            made[puts] = Put(id=-division.id, puts=puts)
    order = list(Puts)
    return tuple(sorted(made.values(), key=lambda put: order.index(put.puts)))


def _motion_found(put: Put) -> int | None:
    """Return the motion that was found adopted; where none was, the question's motion is one that fell."""
    if put.adopted is Adopted.MOTION or put.puts is Puts.MAIN:
        return put.motion
    return None
