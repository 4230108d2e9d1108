"""What was answered and lodged by somebody who could not have, by what the roll says.

Presence and votes never contradict each other: no change may make such a thing true that was not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Named
from klubban.domain.decided import OpinionKind, Vote
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting
from klubban.domain.voters import is_among, may_lodge, may_miss, voters


class Did(StrEnum):
    """What they did."""

    VOTED = "voted"
    RESERVED = "reserved"
    HAD_NOTED = "had_noted"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that somebody did at an item, and could not have done."""

    item: int
    called: str
    who: Named
    did: Did

    @property
    def key(self) -> tuple[int, int | None, str, str | None, Did]:
        """Return what tells it from others, whatever the item is called."""
        return self.item, self.who.person, self.who.name, self.who.party, self.did


def conflicts(meeting: Meeting) -> tuple[Conflict, ...]:
    """Return what contradicts the roll without a reason noted; nothing while nobody is noted as there."""
    if not meeting.roll.lines and not meeting.attendance:
        return ()
    return tuple(found for item in meeting.items for found in _at(meeting, item))


def check_none_new(before: Iterable[Conflict], after: Iterable[Conflict]) -> None:
    """Raise RuleBroken, naming person and paragraph, for a contradiction that was not there before."""
    known = {each.key for each in before}
    for each in after:
        if each.key not in known:
            raise refusal(each.did, each.who, each.called)


def refusal(did: Did, who: Named, called: str) -> RuleBroken:
    """Return why something is refused that would make untrue what somebody did at an item."""
    facts = {"name": who, "item": called}
    match did:
        case Did.VOTED:
            return RuleBroken("{name} answered in the vote of {item}; change that first", **facts)
        case Did.RESERVED:
            return RuleBroken("{name} made a reservation at {item}; change that first", **facts)
        case Did.HAD_NOTED:
            return RuleBroken("{name} has an opinion noted at {item}; change that first", **facts)


def _at(meeting: Meeting, item: Item) -> Iterator[Conflict]:
    if not item.divisions and not item.opinions:
        return
    excused = [each.who for each in item.deviations if each.who]
    called = item.on_agenda.called
    for who in _wrongly_voted(meeting, item):
        if not is_among(who, excused):
            yield Conflict(item.id, called, who, Did.VOTED)
    for opinion in item.opinions:
        did = Did.RESERVED if opinion.kind is OpinionKind.RESERVATION else Did.HAD_NOTED
        for who in opinion.by:
            if not is_among(who, excused) and may_lodge(meeting, item, who, opinion.kind):
                yield Conflict(item.id, called, who, did)


def _wrongly_voted(meeting: Meeting, item: Item) -> Iterator[Named]:
    able = voters(meeting, item)
    for who, vote in dict.fromkeys(pair for division in item.divisions for pair in division.votes):
        fits = may_miss(meeting, item, who) if vote is Vote.ABSENT else is_among(who, able)
        if not fits and not who.is_party:
            yield who
