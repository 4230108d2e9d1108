"""Who takes part in deciding, and whether they are enough for a quorum."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.domain.meeting import Attendee, Item, Meeting


def serving(meeting: Meeting, item: Item) -> list[Attendee]:
    """Return who takes part in deciding an item: there for it, and not disqualified."""
    away = [each.who for each in item.disqualifications]
    return [
        one
        for one in meeting.attendance
        if one.decides and _there(one, item) and not any(map(one.who.is_same, away))
    ]


def counted(meeting: Meeting, item: Item | None) -> tuple[int, int]:
    """Return the least and the greatest number that serve: for one item, or over the whole meeting."""
    items = meeting.items if item is None else (item,)
    counts = [len(serving(meeting, each)) for each in items]
    if not counts:
        counts = [sum(one.decides for one in meeting.attendance)]
    return min(counts), max(counts)


def needed(seats: int) -> int:
    """Return the least number that makes a quorum: more than half of the seats (KL 5 kap. 45 §, 6 kap. 27 §).

    Vacant seats count among the seats.
    """
    return seats // 2 + 1


def quorate(serving: int, seats: int) -> bool:
    """Tell whether so many of so many seats may decide."""
    return serving >= needed(seats)


def _there(one: Attendee, item: Item) -> bool:
    if one.paragraphs is not None and item.number is not None:
        return item.number in one.paragraphs
    return item.id in one.items if one.items else True
