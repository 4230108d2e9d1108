"""What the record of an item says of somebody that their presence contradicts.

Such a thing may have happened all the same; it is pointed out before verification, never corrected by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Named
from klubban.domain.decided import OpinionKind, Vote
from klubban.domain.meeting import Item, Meeting
from klubban.domain.quorum import serving
from klubban.domain.verification import covers
from klubban.domain.voters import is_among, may_lodge


class Contradicts(StrEnum):
    """What somebody did according to the record."""

    VOTED = "voted"
    """Voted, and did not serve (KL 4 kap. 24 §), or was disqualified (KL 6 kap. 30 §)."""
    RESERVED = "reserved"
    """Made a reservation, and took no part in the decision (KL 4 kap. 27 §)."""
    VERIFIES = "verifies"
    """Verifies a paragraph from which they were disqualified."""
    PRESIDED = "presided"
    """Verifies a paragraph that they sign for as who presided in turn with others."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One such thing."""

    item: Item
    who: Named
    what: Contradicts


def contradictions(meeting: Meeting) -> tuple[Contradiction, ...]:
    """Return what contradicts who was there, item by item; nothing while nobody is noted as present."""
    if not meeting.attendance:
        return ()
    return tuple(found for item in meeting.items for found in _at(meeting, item))


def _at(meeting: Meeting, item: Item) -> Iterator[Contradiction]:
    served = [one.who for one in serving(meeting, item)]
    voted = {
        who: None
        for division in item.divisions
        for who, answer in division.votes
        if answer in (Vote.YES, Vote.NO, Vote.ABSTAINED) and not is_among(who, served)
    }
    reserved = {
        who: None
        for opinion in item.opinions
        if opinion.kind is OpinionKind.RESERVATION and meeting.body.rules.protocol
        for who in opinion.by
        if may_lodge(meeting, item, who, opinion.kind)
    }
    verifiers = {
        who: None
        for verification in meeting.verifications
        if covers(meeting.verifications, verification, item.number)
        for who in verification.signed_by or verification.verifiers
    }
    verifying = [who for who in verifiers if is_among(who, item.kept_out)]
    presided = [who for who in verifiers if is_among(who, _in_turn(meeting, item))]
    for what, people in zip(Contradicts, (voted, reserved, verifying, presided), strict=True):
        for who in people:
            yield Contradiction(item, who, what)


def _in_turn(meeting: Meeting, item: Item) -> Iterator[Named]:
    """Walk who presided at an item of a meeting that several presided over."""
    for turn in meeting.presiding if len(meeting.presiding) > 1 else ():
        if item.id in turn.items or (turn.paragraphs and (item.number or 0) in turn.paragraphs):
            yield turn.who
