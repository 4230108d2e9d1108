"""What at an item was decided, or left out, against the law: looked at before verification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.agenda import Act, ItemKind
from klubban.domain.decided import ElectionMethod, OpinionKind
from klubban.domain.excuses import must_decide
from klubban.domain.habits import Part
from klubban.domain.meeting import AttendsAs, Outcome
from klubban.domain.openness import of_item
from klubban.domain.points import Point, PointKind
from klubban.domain.rules import BodyKind, Right
from klubban.domain.settled import settled
from klubban.domain.stances import proposals_named
from klubban.domain.voters import is_among, voters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Item, Meeting


def by_statute(meeting: Meeting, item: Item) -> Iterator[Point]:
    """Walk what an item lacks, or has against the law."""
    yield from _not_announced(meeting, item)
    yield from _moved_aside(meeting, item)
    yield from _two_proposals(item)
    yield from _without_reasons(meeting, item)
    yield from _aside(meeting, item)
    yield from of_item(meeting, item)
    yield from _elected(item)
    yield from _for_winner(meeting, item)


def _not_announced(meeting: Meeting, item: Item) -> Iterator[Point]:
    """Walk what the assembly decided though it came after the announcement (KL 5 kap. 52 §)."""
    late = any(each.act is Act.ADDED for each in item.acts)
    decides = item.kind in (None, ItemKind.DECISION, ItemKind.ELECTION) and item.outcome is Outcome.DECIDED
    if meeting.body.kind is BodyKind.ASSEMBLY and late and decides and not item.deviations:
        yield Point(PointKind.NOT_ANNOUNCED, item.id, Part.DECISION)


def _moved_aside(meeting: Meeting, item: Item) -> Iterator[Point]:
    """Walk motions of who was disqualified, or did not serve and may not propose (KL 6 kap. 17, 30 §§)."""
    served = voters(meeting, item)
    beside = [one.who for one in meeting.attendance if one.attends_as is AttendsAs.ALTERNATE]
    may = Right.PROPOSE in meeting.body.rules.alternates_may
    own = [line.who for line in meeting.roll.lines if line.who and Right.PROPOSE in line.rights]
    for motion in item.motions:
        for who in motion.by if motion.stands else ():
            aside = is_among(who, beside) and not (may or is_among(who, own) or is_among(who, served))
            noted = is_among(who, [each.who for each in item.deviations])
            if (aside or is_among(who, item.kept_out)) and not noted:
                yield Point(PointKind.MOVED_ASIDE, item.id, Part.MOTIONS, who)


def _two_proposals(item: Item) -> Iterator[Point]:
    """Walk motions to approve that are for different proposals, of which only one is put (KL 5 kap. 53 §)."""
    owners = proposals_named(item)
    if owners:
        facts = {"first": f"{owners[0]} förslag", "second": f"{owners[1]} förslag"}
        yield Point(PointKind.TWO_PROPOSALS, item.id, Part.MOTIONS, facts=facts)


def _without_reasons(meeting: Meeting, item: Item) -> Iterator[Point]:
    """Walk a minority's referral back without reasons: those who asked for it give them (KL 5 kap. 50 §)."""
    came_to = settled(meeting, item) if meeting.body.rules.minority and item.divisions else None
    if came_to and came_to.minority and came_to.outcome is Outcome.REFERRED_BACK:
        motion = came_to.motion
        if motion and motion.stands and not motion.text:
            who = motion.by[0] if motion.by else None
            yield Point(PointKind.NO_REASONS, item.id, Part.MOTIONS, who)


def _aside(meeting: Meeting, item: Item) -> Iterator[Point]:
    """Walk who took no part in deciding though they had to, and no reason is noted (KL 4 kap. 26 §)."""
    for who in must_decide(meeting, item):
        if not is_among(who, [each.who for each in item.deviations]):
            yield Point(PointKind.MUST_DECIDE, item.id, Part.DIVISIONS, who)


def _elected(item: Item) -> Iterator[Point]:
    """Walk who was elected by ballot with no more votes than somebody who was not (KL 5 kap. 55, 56 §§)."""
    for election in item.elections:
        if election.method is not ElectionMethod.BALLOT:
            continue
        most = max((each.votes or 0 for each in election.candidates if not each.elected), default=0)
        for one in election.candidates:
            if not one.elected or one.votes is None:
                continue
            if one.votes < most:
                yield Point(PointKind.ELECTION_VOTES, item.id, Part.ELECTIONS, one.who)
            elif one.votes == most and not one.by_lot:
                yield Point(PointKind.ELECTION_TIE, item.id, Part.ELECTIONS, one.who)


def _for_winner(meeting: Meeting, item: Item) -> Iterator[Point]:
    """Walk reservations in favour of what was adopted."""
    reserved = [each for each in item.opinions if each.kind is OpinionKind.RESERVATION and each.motion]
    if not reserved:
        return
    came_to = settled(meeting, item)
    won = [each.id for each in (came_to.motion, *came_to.amendments, *came_to.additions) if each]
    for opinion in reserved:
        if opinion.motion in won:
            who = opinion.by[0] if opinion.by else None
            facts = {"others": len(opinion.by) - 1}
            yield Point(PointKind.RESERVED_FOR_WINNER, item.id, Part.OPINIONS, who, facts)
