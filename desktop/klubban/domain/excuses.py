"""What was recorded at an item that stands only because a reason was noted for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from klubban.domain.answered import conflicts
from klubban.domain.body import Named
from klubban.domain.decided import Vote
from klubban.domain.lodging import is_late
from klubban.domain.meeting import Item, Meeting
from klubban.domain.roll import Deviates
from klubban.domain.voters import is_among, voters

_ASIDE = (Vote.ABSTAINED, Vote.NOT_TAKING_PART)


def needing_reason(meeting: Meeting, item: Item) -> tuple[Named, ...]:
    """Return who voted, lodged something or took no part, and may do so only with a reason."""
    rest = tuple(each for each in item.deviations if each.rule is not Deviates.OTHER or each.who is None)
    bare = replace(item, deviations=rest)
    alone = replace(meeting, items=(bare,))
    found: dict[Named, None] = dict.fromkeys(each.who for each in conflicts(alone))
    return tuple(found | dict.fromkeys(_late(meeting, item)) | dict.fromkeys(_aside(meeting, item)))


def must_decide(meeting: Meeting, item: Item) -> tuple[Named, ...]:
    """Return who took no part in exercise of authority, where they must (KL 4 kap. 26 §)."""
    if not (item.exercise_of_authority and meeting.body.rules.must_decide):
        return ()
    aside = dict.fromkeys(item.not_taking_part)
    for division in item.divisions:
        aside |= dict.fromkeys(who for who, vote in division.votes if vote in _ASIDE)
    return tuple(aside)


def _late(meeting: Meeting, item: Item) -> Iterator[Named]:
    for each in item.opinions:
        if is_late(meeting, each.kind, each.lodged_on, each.lodged_at):
            yield from each.by


def _aside(meeting: Meeting, item: Item) -> Iterator[Named]:
    yield from must_decide(meeting, item)
    able = voters(meeting, item)
    yield from (who for who in item.not_taking_part if able and not is_among(who, able))
