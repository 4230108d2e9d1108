"""What is to be looked at in the motions, questions and votes of an item before verification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.decided import Asks, Puts, Vote
from klubban.domain.habits import Part
from klubban.domain.outcome import is_tie, winner
from klubban.domain.points import Point, PointKind
from klubban.domain.questions import order_of_questions
from klubban.domain.quorum import serving
from klubban.domain.settled import ENDED, found, present
from klubban.domain.voters import is_among, voters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.body import Named
    from klubban.domain.decided import Division, Motion, Put
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.questions import ToPut


def in_motions(item: Item) -> Iterator[Point]:
    """Walk motions that lack something, or were never put (KL 5 kap. 67 § 1, 2)."""
    for motion in item.motions:
        if motion.stands and not motion.by:
            yield _of_motion(PointKind.MOTION_WITHOUT_MOVER, item, motion)
        elif motion.stands and not motion.complete:
            yield _of_motion(PointKind.MOTION_WITHOUT_WORDS, item, motion)
    if item.proceedings and not item.puts:
        return  # it is told in her own words how they were put
    for question in order_of_questions(item):
        if item.outcome in ENDED and not question.puts.formal:
            continue
        for motion in question.motions:
            # A motion to approve alone asks nothing that the proposal does not.
            alone = motion.asks is Asks.APPROVE and question.alternatives < _PAIR
            if not alone and motion.instead_of is None and not _is_put(item, question, motion):
                yield _of_motion(PointKind.MOTION_NOT_PUT, item, motion)


_PAIR = 2


def _of_motion(kind: PointKind, item: Item, motion: Motion) -> Point:
    who = motion.by[0] if motion.by else None
    return Point(kind, item.id, Part.MOTIONS, who, {"asks": motion.asks, "others": len(motion.by) - 1})


def _is_put(item: Item, question: ToPut, motion: Motion) -> bool:
    if any(motion.id in (each.yes_motion, each.no_motion) for each in item.divisions):
        return True
    same = [put for put in item.puts if put.puts is question.puts]
    if question.puts in (Puts.AMENDMENT, Puts.ADDITION):
        return any(put.motion == motion.id for put in same)
    return bool(same)


def in_questions(meeting: Meeting, item: Item) -> Iterator[Point]:
    """Walk questions of which it is not known what the chair found."""
    for put in item.puts:
        ended = item.outcome in ENDED and not put.puts.formal
        if not ended and found(meeting, item, put) is None and not _is_voted_on(item, put):
            yield Point(PointKind.NOT_FOUND, item.id, Part.PROCEEDINGS, facts={"puts": put.puts})


def _is_voted_on(item: Item, put: Put) -> bool:
    return any(each.put == put.id for each in item.divisions)


def in_divisions(meeting: Meeting, item: Item) -> Iterator[Point]:
    """Walk what does not add up in the votes (KL 5 kap. 67 § 3, 5)."""
    for number, division in enumerate(item.divisions, 1):
        for kind, who, facts in _in_division(meeting, item, division):
            told = {"vote": number, "votes": len(item.divisions), **facts}
            yield Point(kind, item.id, Part.DIVISIONS, who, told)


def _in_division(
    meeting: Meeting, item: Item, division: Division
) -> Iterator[tuple[PointKind, Named | None, dict[str, int]]]:
    if not division.yes.strip() or not division.no.strip():
        yield PointKind.DIVISION_MEANINGS, None, {}
    if not division.votes and not division.ballot:
        if not division.result:
            yield PointKind.DIVISION_EMPTY, None, {}
        return
    able = voters(meeting, item)
    answered = [who for who, _vote in division.votes]
    missing = [who for who in able if not is_among(who, answered)] if answered else []
    if missing:
        yield PointKind.DIVISION_ANSWERS, missing[0], {"others": len(missing) - 1}
    for place, who in enumerate(answered):
        if is_among(who, answered[:place]):
            yield PointKind.DIVISION_TWICE, who, {}
    for kind, facts in _in_tie(meeting, item, division):
        yield kind, None, facts
    counted, could = _totals(meeting, item, division)
    if counted > could > 0:
        yield PointKind.DIVISION_TOTALS, None, {"counted": counted, "present": could}


def _totals(meeting: Meeting, item: Item, division: Division) -> tuple[int, int]:
    """Return how many are counted in a vote, and how many could be; a seat has one vote."""
    if division.ballot:
        ballot = division.ballot
        counted = ballot.yes + ballot.no + ballot.blank + ballot.invalid
        return counted, len(voters(meeting, item))
    replaced = [one.serves_for for one in serving(meeting, item) if one.serves_for]
    twice = sum(vote is Vote.ABSENT and is_among(who, replaced) for who, vote in division.votes)
    return len(division.votes), len(division.votes) - twice


def _in_tie(meeting: Meeting, item: Item, division: Division) -> Iterator[tuple[PointKind, dict[str, int]]]:
    """Walk a tie that nothing broke, or not what the law says (KL 5 kap. 54, 56 §§)."""
    if not is_tie(division):
        return
    if winner(division, present(meeting, item, division)) is None:
        yield PointKind.DIVISION_TIE, {}
    if division.casting_vote if division.ballot else division.lot:
        yield PointKind.DIVISION_BROKEN, {"by_ballot": int(division.ballot is not None)}
