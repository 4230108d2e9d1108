"""Who may vote on an item, and who may have an opinion in its protocol."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from klubban.domain.attendance import with_roll
from klubban.domain.body import Named
from klubban.domain.decided import OpinionKind, Puts, Vote
from klubban.domain.meeting import Item, Meeting
from klubban.domain.outcome import is_on_matter, settles
from klubban.domain.quorum import is_there, serving
from klubban.domain.roll import OnRollAs, RollLine
from klubban.domain.rules import Right


class MayNot(StrEnum):
    """Why somebody may not lodge an opinion without a reason."""

    ABSENT = "absent"
    """They were not there when it was decided."""
    DISQUALIFIED = "disqualified"
    NOT_SERVING = "not_serving"
    """They were there, and took no part in deciding."""
    NOT_TAKING_PART = "not_taking_part"
    """They said that they took no part in the decision."""
    MISSED_VOTE = "missed_vote"
    """They were out of the room when it was voted on."""
    NOTHING_DECIDED = "nothing_decided"
    """The body agrees on things, and decides nothing that a reservation could be against."""
    NO_RIGHT = "no_right"
    """They have no right to have an opinion noted (KL 6 kap. 17 §)."""


def voters(meeting: Meeting, item: Item) -> tuple[Named, ...]:
    """Return those who may vote at an item, in the order of the roll, who presides at it last.

    Nobody while nobody is known to be there.
    """
    meeting = _with_attendance(meeting)
    order = {line.id: place for place, line in enumerate(meeting.roll.lines)}
    served = sorted(serving(meeting, item), key=lambda one: order.get(one.id, -1))
    chair = chair_at(meeting, item)
    last = [one.who for one in served if one.who.is_same(chair)]
    return (*(one.who for one in served if not one.who.is_same(chair)), *last)


def chair_at(meeting: Meeting, item: Item) -> Named | None:
    """Return who presides at an item, if it is known."""
    for turn in _with_attendance(meeting).presiding:
        everywhere = turn.paragraphs is None and not turn.items
        numbered = turn.paragraphs is not None and item.number is not None and item.number in turn.paragraphs
        if everywhere or numbered or item.id in turn.items:
            return turn.who
    return None if meeting.roll.lines else meeting.chair


def may_miss(meeting: Meeting, item: Item, who: Named) -> bool:
    """Tell whether somebody can be noted as absent from a vote: a voter, or a member who is not there."""
    lines = (line for line in meeting.roll.lines if line.role.has_seat)
    seated = any(who.is_same(line.who) for line in lines)
    missed = any(who.is_same(each.who) for each in meeting.absent)
    return seated or missed or is_among(who, voters(meeting, item))


def is_among(who: Named, people: Iterable[Named | None]) -> bool:
    """Tell whether somebody is one of these people."""
    return any(who.is_same(one) for one in people)


def may_lodge(meeting: Meeting, item: Item, who: Named, kind: OpinionKind) -> MayNot | None:
    """Return why somebody may not have an opinion noted, or None if they may; a party, if one of it may.

    Where nobody is known to have been there, anybody may.
    """
    if kind is OpinionKind.RESERVATION and not meeting.body.rules.protocol:
        return MayNot.NOTHING_DECIDED
    if not meeting.roll.lines and not meeting.attendance:
        return None
    if not who.is_party:
        return _may(meeting, item, who, kind)
    people = [one for one in _everybody(meeting) if one.party == who.party]
    reasons = [_may(meeting, item, one, kind) for one in people]
    return None if None in reasons else next(iter(reasons), MayNot.ABSENT)


def _may(meeting: Meeting, item: Item, who: Named, kind: OpinionKind) -> MayNot | None:
    if is_among(who, item.kept_out):
        return MayNot.DISQUALIFIED
    served = is_among(who, voters(meeting, item))
    if not served and not _was_there(meeting, item, who):
        return MayNot.ABSENT
    if kind is OpinionKind.RESERVATION:
        # KL 4 kap. 27 §: who took part in the decision.
        return _took_no_part(item, who) if served else MayNot.NOT_SERVING
    return None if served or _may_note(meeting, who) else MayNot.NO_RIGHT


def _took_no_part(item: Item, who: Named) -> MayNot | None:
    """Return why somebody who served took no part: as they said, or the votes on the matter tell.

    One who answered on an amendment or an addition took part in that; so did one who was there when the main
    question was decided without a vote.
    """
    if is_among(who, item.not_taking_part):
        return MayNot.NOT_TAKING_PART
    last = {each.put: each for each in item.divisions if is_on_matter(item, each)}
    if not any(settles(item, each.put, each.question) is Puts.MAIN for each in last.values()):
        return None
    answers = [vote for each in last.values() for one, vote in each.votes if who.is_same(one)]
    if not answers or not _MISSED.issuperset(answers):
        return None
    return MayNot.NOT_TAKING_PART if Vote.NOT_TAKING_PART in answers else MayNot.MISSED_VOTE


_MISSED = frozenset((Vote.NOT_TAKING_PART, Vote.ABSENT))


def _was_there(meeting: Meeting, item: Item, who: Named) -> bool:
    """Tell whether somebody was there at the decision of an item, in whatever capacity."""
    rows = [one for one in _with_attendance(meeting).attendance if who.is_same(one.who)]
    return any(is_there(one, item) for one in rows)


def _may_note(meeting: Meeting, who: Named) -> bool:
    """Tell whether somebody who does not decide has the right to have an opinion noted."""
    if not meeting.roll.lines:
        return Right.NOTE in meeting.body.rules.alternates_may
    line = next((line for line in meeting.roll.lines if who.is_same(line.who)), None)
    return line is not None and (line.role.has_seat or Right.NOTE in _rights(meeting, line))


def _rights(meeting: Meeting, line: RollLine) -> tuple[Right, ...]:
    """Return the rights of somebody on the roll: their own, or what the body gives its alternates."""
    if line.rights or line.role is not OnRollAs.ALTERNATE:
        return line.rights
    return meeting.body.rules.alternates_may


def _everybody(meeting: Meeting) -> list[Named]:
    on_roll = [line.who for line in meeting.roll.lines if line.who]
    return on_roll or [one.who for one in meeting.attendance]


def _with_attendance(meeting: Meeting) -> Meeting:
    """Return a meeting with what follows from its roll, as the store reads it."""
    return meeting if meeting.attendance else with_roll(meeting)
