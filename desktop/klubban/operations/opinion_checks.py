"""What may be lodged at an item, by whom and when; against that with a reason, which is noted."""

from __future__ import annotations

from klubban.domain.answered import Did, refusal
from klubban.domain.body import Named
from klubban.domain.decided import Opinion, OpinionKind, Vote
from klubban.domain.errors import RuleBroken
from klubban.domain.lodging import is_late
from klubban.domain.meeting import Item, Meeting
from klubban.domain.outcome import is_on_matter, motion_of
from klubban.domain.voters import MayNot, is_among, may_lodge
from klubban.i18n import N_
from klubban.operations.minuting import note_reason
from klubban.operations.naming import one_line
from klubban.store.change import Change

MUST_DECIDE = N_("{name} must take part in deciding {item}: it is exercise of authority (KL 4 kap. 26 §)")

_NO_RESERVATION = {
    MayNot.ABSENT: N_("{name} was not there at {item}, and can make no reservation there"),
    MayNot.DISQUALIFIED: N_("{name} was disqualified at {item}, and can make no reservation there"),
    MayNot.NOT_SERVING: N_(
        "{name} did not serve at {item}, and can make no reservation there (KL 4 kap. 27 §)"
    ),
    MayNot.NOT_TAKING_PART: N_("{name} took no part in deciding {item}, and can make no reservation there"),
    MayNot.NOTHING_DECIDED: N_(
        "Nothing is decided at {item} that {name} could make a reservation against; have it noted instead"
    ),
    MayNot.MISSED_VOTE: N_(
        "{name} was out of the room at the vote of {item}, and can make no reservation there"
    ),
}
_NOTHING_NOTED = {
    MayNot.ABSENT: N_("{name} was not there at {item}, and has nothing noted there"),
    MayNot.DISQUALIFIED: N_("{name} was disqualified at {item}, and has nothing noted there"),
    MayNot.NO_RIGHT: N_("{name} has no right to have an opinion noted at {item} (KL 6 kap. 17 §)"),
}
_LATE = N_("{name} makes a reservation after the meeting, and it is lodged before the end (KL 4 kap. 27 §)")


def check_possible(meeting: Meeting, item: Item, opinion: Opinion) -> None:
    """Raise RuleBroken for what cannot be, whatever the reason; LookupError for a motion of another item."""
    if not opinion.by:
        raise RuleBroken("Say whose opinion it is")
    if opinion.motion is not None and motion_of(item, opinion.motion) is None:
        raise LookupError(opinion.motion)
    if opinion.lodged_on is not None and opinion.lodged_on < meeting.date:
        raise RuleBroken(
            "The meeting was on {date}; nothing was lodged at it before that day", date=meeting.date
        )
    if opinion.awaited and item.verified_immediately:
        raise RuleBroken(
            "{item} is verified at once; the reasons must be there by then", item=item.on_agenda.called
        )


def check_opinion(change: Change, meeting: Meeting, item: Item, opinion: Opinion, reason: str | None) -> None:
    """Raise RuleBroken for what cannot be, and without a reason for what may not be; note the reason."""
    check_possible(meeting, item, opinion)
    words = one_line(reason or "")
    late = is_late(meeting, opinion.kind, opinion.lodged_on, opinion.lodged_at)
    excused = [each.who for each in item.deviations]
    wrong: list[Named] = []
    for who in opinion.by:
        why = may_lodge(meeting, item, who, opinion.kind)
        if (why is None and not late) or is_among(who, excused):
            continue
        if not words:
            raise RuleBroken(_saying(why, opinion.kind), name=who, item=item.on_agenda.called)
        wrong.append(who)
    note_reason(change, item, wrong, words)


def check_took_no_part(item: Item, who: Named) -> None:
    """Raise RuleBroken where somebody took part in the decision, by what is recorded."""
    for division in item.divisions:
        took = [vote for one, vote in division.votes if one.is_same(who) and vote in (Vote.YES, Vote.NO)]
        if took and is_on_matter(item, division):
            raise refusal(Did.VOTED, who, item.on_agenda.called)
    for opinion in item.opinions:
        if opinion.kind is OpinionKind.RESERVATION and is_among(who, opinion.by):
            raise refusal(Did.RESERVED, who, item.on_agenda.called)


def _saying(why: MayNot | None, kind: OpinionKind) -> str:
    if why is None:
        return _LATE
    known = _NO_RESERVATION if kind is OpinionKind.RESERVATION else _NOTHING_NOTED
    return known.get(why, known[MayNot.ABSENT])
