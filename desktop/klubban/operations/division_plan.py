"""What a division is about where it is not said: the question in hand, its alternatives, and their words."""

from __future__ import annotations

from dataclasses import dataclass

from klubban.documents.alternatives import meaning
from klubban.domain.agenda import ItemKind
from klubban.domain.decided import Puts, Question
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting
from klubban.domain.outcome import motion_of, settles
from klubban.domain.settled import settled
from klubban.domain.vote_order import ToVote, next_division
from klubban.i18n import N_, texts
from klubban.operations.naming import all_names
from klubban.store import reads
from klubban.store.change import Change

MEANINGLESS = N_("Say what yes and no mean")
_MOTIONLESS = (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A division that can be called."""

    question: Question
    put: int | None
    motions: tuple[int | None, int | None]
    """What yes and no are for."""
    after: int | None
    meaning: tuple[str, str]
    """In words; empty where nothing tells."""

    formal: bool
    """It is about when the item is decided, or whether the meeting goes on, and not about the matter."""


def planned(
    meeting: Meeting,
    item: Item,
    *,
    put: int | None,
    question: Question,
    motions: tuple[int | None, int | None],
    after: int | None,
    in_words: bool,
) -> Plan:
    """Return a division with what follows from the item's questions; raises LookupError.

    What yes and no are for is not concluded where it was said in words alone: they may be the other way
    round.
    """
    for motion_id in filter(None, motions):
        _check_motion(item, motion_id)
    if after is not None and all(each.id != after for each in item.divisions):
        raise LookupError(after)
    if put is not None and all(each.id != put for each in item.puts):
        raise LookupError(put)
    if not in_words and motions == _MOTIONLESS:
        needed = _needed(item, put, question)
        if needed is not None:
            question, put, motions = needed.question, needed.put, (needed.yes_motion, needed.no_motion)
            after = needed.after if after is None else after
    if put is None:
        put = _put_for(item, question, motions)
    puts = settles(item, put, question)
    if puts.voted_on.formal:
        question = puts.voted_on
    meaning = _words(meeting, item, puts, motions)
    return Plan(question=question, put=put, motions=motions, after=after, meaning=meaning, formal=puts.formal)


def is_election(item: Item) -> bool:
    """Tell whether an item is about an election."""
    return bool(item.elections) or item.kind is ItemKind.ELECTION


def may_by_minority(change: Change, meeting: Meeting, item: Item, question: Question) -> bool:
    """Tell whether a third is enough: no election, and not referred back so before (KL 5 kap. 50 §)."""
    if not question.formal or not meeting.body.rules.minority:
        return False
    if is_election(item):
        return False
    seen = {item.id}
    came = item.came_from
    while came is not None and came.item not in seen:
        seen.add(came.item)
        earlier = reads.around(change.connection, came.item)
        before = earlier.item_by_id(came.item)
        if earlier.body.id == meeting.body.id and settled(earlier, before).minority:
            return False
        came = before.came_from
    return True


def _check_motion(item: Item, motion_id: int) -> None:
    motion = motion_of(item, motion_id)
    if motion is None:
        raise LookupError(motion_id)
    if motion.withdrawn:
        raise RuleBroken("The motion of {name} is withdrawn", name=all_names(motion.by))


def _put_for(item: Item, question: Question, motions: tuple[int | None, int | None]) -> int | None:
    """Return the question that a vote is about, by what its answers are for, or by what the vote is about."""
    named = [one for each in motions if (one := motion_of(item, each))]
    kinds = {each.asks.put_as for each in named}
    if not kinds:
        kinds = {question.settles}
    found = [put for put in item.puts if put.puts in kinds]
    about = {each.id for each in named}
    mine = [put for put in found if put.puts is Puts.MAIN or put.motion in about or not about]
    return mine[0].id if mine else None


def _needed(item: Item, put_id: int | None, question: Question) -> ToVote | None:
    """Return the vote that is needed next, on a question or the one in hand, if it is about such a one."""
    put = next((each for each in item.puts if each.id == put_id), None)
    if put is None and question.formal:
        put = next((each for each in item.puts if each.puts is question.settles), None)
    needed = next_division(item, put)
    fits = needed is not None and question in (Question.MAIN, needed.question)
    return needed if fits else None


def _words(
    meeting: Meeting, item: Item, puts: Puts, motions: tuple[int | None, int | None]
) -> tuple[str, str]:
    """Return what yes and no mean; two empty texts where they are not for different things."""
    if motions[0] == motions[1]:
        return "", ""
    language = texts(meeting.organisation.language)
    yes, no = (meaning(meeting, item, puts, each, language) for each in motions)
    return yes, no
