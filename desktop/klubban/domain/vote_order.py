"""Which vote is needed next, when one is asked for: first on the counter-proposal, by custom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from klubban.domain.decided import Adopted, Division, Put, Puts, Question
from klubban.domain.meeting import Item
from klubban.domain.outcome import adopted, is_as_prepared, motion_of
from klubban.domain.questions import alternative, main_question

_PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ToVote:
    """A division that is needed, with what each answer is for: a motion's id, or None.

    None is the proposal as prepared; of a formal question that it is decided today, of an amendment or an
    addition that it is rejected.
    """

    question: Question
    put: int
    yes_motion: int | None
    no_motion: int | None
    after: int | None = None
    """Id of the division before it."""


def alternatives(item: Item) -> tuple[int | None, ...]:
    """Return the main proposals: None for the one as prepared, the first motion for each of the others."""
    main = main_question(item)
    if main is None:
        return ()
    first: dict[str, int | None] = {"": None} if main.prepared else {}
    for motion in main.motions:
        first.setdefault(alternative(item, motion), None if is_as_prepared(item, motion) else motion.id)
    return tuple(first.values())


def next_division(item: Item, put: Put | None = None) -> ToVote | None:
    """Return the vote that is needed next on a question, or on the one in hand (None); None when none is.

    Of three or more main proposals the one that the chair found adopted is the main proposal; the others are
    put against each other, two at a time, to become the counter-proposal; last come main and
    counter-proposal. Yes is for the one found adopted; of a formal question, for deciding today.
    """
    put = put or _in_hand(item)
    if put is None or any(_settles(each, put) for each in item.divisions):
        return None
    if put.puts is Puts.MAIN:
        return _main(item, put)
    motion = put.motion
    if motion is None:
        return None
    yes, no = (None, motion) if put.puts.formal else (motion, None)
    return ToVote(question=put.puts.voted_on, put=put.id, yes_motion=yes, no_motion=no)


def _main(item: Item, put: Put) -> ToVote | None:
    among = alternatives(item)
    if len(among) < _PAIR:
        return None
    first = _perceived(item, put, among)
    others = [each for each in among if each != first]
    counter, last = others[0], None
    votes = _counter_votes(item, put)
    for other in others[1:]:
        division = next(votes, None)
        if division is None:
            return ToVote(
                question=Question.COUNTER_PROPOSAL,
                put=put.id,
                yes_motion=counter,
                no_motion=other,
                after=last,
            )
        # Who wins is the counter-proposal so far, whichever two were put against each other.
        result = adopted(item, division, 0)
        if result is None:
            return None
        counter, last = result[1], division.id
    return ToVote(question=Question.MAIN, put=put.id, yes_motion=first, no_motion=counter, after=last)


def _perceived(item: Item, put: Put, among: Sequence[int | None]) -> int | None:
    """Return the alternative that the chair found adopted, or the first while nothing was found."""
    if put.adopted is None:
        return among[0]
    motion = motion_of(item, put.motion)
    if put.adopted is Adopted.PROPOSAL or motion is None or is_as_prepared(item, motion):
        return None if None in among else among[0]
    wanted = alternative(item, motion)
    same = (each for each in among if (one := motion_of(item, each)) and alternative(item, one) == wanted)
    return next(same, among[0])


def _counter_votes(item: Item, put: Put) -> Iterator[Division]:
    counter = (each for each in item.divisions if each.question is Question.COUNTER_PROPOSAL)
    return (each for each in counter if each.put in (None, put.id))


def _settles(division: Division, put: Put) -> bool:
    return division.put == put.id and division.question is not Question.COUNTER_PROPOSAL


def _in_hand(item: Item) -> Put | None:
    """Return the question that a vote would be about now: the last one found, if none was held on it."""
    voted = {each.put for each in item.divisions if each.question is not Question.COUNTER_PROPOSAL}
    found = [put for put in item.puts if put.adopted is not None]
    if found and found[-1].id not in voted:
        return found[-1]
    return next((put for put in item.puts if put.adopted is None and put.id not in voted), None)
