"""What a vote came to: more yes than no, whatever the order of the answers (KL 5 kap. 55, 56 §§)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from klubban.domain.body import Named
from klubban.domain.decided import SIDES, Adopted, Asks, Division, Motion, Puts, Question, Vote
from klubban.domain.meeting import Item
from klubban.domain.stances import stance


def totals(division: Division) -> Mapping[Vote, int]:
    """Return how many gave each answer, all five of them; of a ballot yes and no, which are all it tells."""
    if division.ballot:
        counted = Counter({Vote.YES: division.ballot.yes, Vote.NO: division.ballot.no})
    else:
        counted = Counter(vote for _who, vote in division.votes)
    return {vote: counted[vote] for vote in Vote}


def is_tie(division: Division) -> bool:
    """Tell whether there are as many yes as no, of a vote that was held."""
    count = totals(division)
    return bool(division.votes or division.ballot) and count[Vote.YES] == count[Vote.NO]


def is_complete(division: Division, voters: Iterable[Named]) -> bool:
    """Tell whether everybody who may vote has an answer, or the totals of a ballot are there."""
    if division.ballot or (division.result in SIDES and not division.votes):
        return True
    answered = [who for who, _vote in division.votes]
    known = {who.person for who in answered if who.person}
    return bool(answered) and all(who.person in known or any(map(who.is_same, answered)) for who in voters)


def winner(division: Division, present: int) -> Vote | None:
    """Return yes or no; None while nobody has answered, or a tie is not broken.

    `present` is how many members are there, of whom a third may refer back or postpone.
    """
    count = totals(division)
    formal = formal_side(division)
    # KL 5 kap. 50 §: a third of those present is enough.
    if division.minority and formal and count[formal] and 3 * count[formal] >= present:
        return formal
    if not division.votes and not division.ballot:
        return Vote(division.result) if division.result in SIDES else None
    if count[Vote.YES] != count[Vote.NO]:
        return max(SIDES, key=count.__getitem__)
    # KL 5 kap. 56 §: the chair's casting vote; about elections and employment, the lot.
    return next((each for each in (division.casting_vote, division.lot) if each in SIDES), None)


def by_minority(division: Division, present: int) -> bool:
    """Tell whether a third of those present won it alone: no more votes, and not the chair's (KL 5:50)."""
    formal = formal_side(division)
    count = totals(division)
    if formal is None or winner(division, present) is not formal or not division.minority:
        return False
    against = count[Vote.NO if formal is Vote.YES else Vote.YES]
    return count[formal] < against or (count[formal] == against and division.casting_vote is not formal)


def formal_side(division: Division) -> Vote | None:
    """Return the answer that is for referring back or postponing; None where it is about something else."""
    if not division.question.formal:
        return None
    if (division.yes_motion is None) is (division.no_motion is None):
        return None
    return Vote.NO if division.yes_motion is None else Vote.YES


def adopted(item: Item, division: Division, present: int) -> tuple[Adopted, int | None] | None:
    """Return what a vote settled, with the id of the motion that won; None while that is not known.

    Of a vote about the counter-proposal, what became the counter-proposal.
    """
    won = winner(division, present)
    if won is None or division.yes_motion == division.no_motion:
        return None
    motion = division.yes_motion if won is Vote.YES else division.no_motion
    if motion is not None:
        return Adopted.MOTION, motion
    main = settles(item, division.put, division.question) is Puts.MAIN
    return (Adopted.PROPOSAL if main else Adopted.REJECTED), None


def settles(item: Item, put_id: int | None, question: Question) -> Puts:
    """Return the kind of question that a vote is to settle: of the one it names, or by what it is about."""
    return next((put.puts for put in item.puts if put.id == put_id), question.settles)


def is_on_matter(item: Item, division: Division) -> bool:
    """Tell whether a vote is about what is decided: not about when, nor about the counter-proposal alone."""
    if division.question is not Question.MAIN:
        return False
    return not settles(item, division.put, division.question).formal


def motion_of(item: Item, motion_id: int | None) -> Motion | None:
    """Return a motion of an item, or None."""
    return next((each for each in item.motions if each.id == motion_id), None)


def is_as_prepared(item: Item, motion: Motion | None) -> bool:
    """Tell whether an alternative is the proposal as it was prepared, by itself or by a motion for it."""
    return motion is None or stance(item, motion) is Asks.APPROVE
