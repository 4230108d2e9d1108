"""Who presided, and for which paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.meeting import Presiding
from klubban.domain.paragraphs import Paragraphs

if TYPE_CHECKING:
    from klubban.domain.meeting import Item, Meeting


def turns(meeting: Meeting) -> tuple[Presiding, ...]:
    """Return those who presided, in turn; the meeting's chair where nothing else is known."""
    alone = (Presiding(who=meeting.chair),) if meeting.chair else ()
    return meeting.presiding or alone


def at(meeting: Meeting, item: Item) -> Presiding | None:
    """Return who presided at an item."""
    found = turns(meeting)
    if len(found) == 1:
        return found[0]
    for turn in found:
        if item.id in turn.items or (turn.paragraphs and item.number in list(turn.paragraphs)):
            return turn
    return None


def within(meeting: Meeting, covered: Paragraphs | None) -> tuple[Presiding, ...]:
    """Return who presided for some paragraphs or for all, each with those of them that are theirs."""
    found = turns(meeting)
    if len(found) > 1 and covered:
        cut = ((turn, _common(_numbers(meeting, turn), covered)) for turn in found)
        found = tuple(Presiding(who=turn.who, paragraphs=numbers) for turn, numbers in cut if numbers)
    if len(found) > 1:
        return found
    return tuple(Presiding(who=turn.who) for turn in found or turns(meeting)[:1])


def _numbers(meeting: Meeting, turn: Presiding) -> Paragraphs | None:
    numbers = (item.number for item in meeting.items if item.id in turn.items)
    return turn.paragraphs or Paragraphs.of(number for number in numbers if number is not None)


def _common(some: Paragraphs | None, others: Paragraphs) -> Paragraphs | None:
    return Paragraphs.of(number for number in some or () if number in others)
