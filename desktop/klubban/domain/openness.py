"""Whether everybody may listen to a meeting, and to each of its items (KL 5 kap. 42 §, 6 kap. 25 §)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.meeting import Doors, Outcome
from klubban.domain.points import Point, PointKind
from klubban.domain.rules import BodyKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Item, Meeting

_BY_LAW = (BodyKind.COMMITTEE, BodyKind.SUBCOMMITTEE)


def is_individual(item: Item) -> bool:
    """Tell whether an item is about an individual: exercise of authority, or confidential."""
    return item.exercise_of_authority or item.confidential


def is_open(meeting: Meeting) -> bool:
    """Tell whether a meeting is open to the public: as it was said of it, or else by the body's rules."""
    return meeting.doors is Doors.OPEN if meeting.doors else meeting.body.rules.public


def is_open_at(meeting: Meeting, item: Item) -> bool:
    """Tell whether an item is; a committee's individual matters never are by themselves (KL 6 kap. 25 §)."""
    if item.doors:
        return item.doors is Doors.OPEN
    return is_open(meeting) and not _closed_by_law(meeting, item)


def otherwise(meeting: Meeting) -> tuple[Item, ...]:
    """Return the items at which the doors are not as for the whole meeting; withdrawn ones were no items."""
    usual = is_open(meeting)
    held = (item for item in meeting.items if item.outcome is not Outcome.WITHDRAWN)
    return tuple(item for item in held if is_open_at(meeting, item) is not usual)


def of_meeting(meeting: Meeting) -> Iterator[Point]:
    """Walk what is wrong with the doors of a whole meeting.

    A committee's is open only where the assembly has allowed it (KL 6 kap. 25 §), and the assembly closes its
    doors for single matters (KL 5 kap. 42 §).
    """
    if meeting.doors is Doors.OPEN and meeting.body.kind in _BY_LAW and not meeting.body.rules.public:
        yield Point(PointKind.OPEN_MEETING)
    if meeting.doors is Doors.CLOSED and meeting.body.kind is BodyKind.ASSEMBLY:
        yield Point(PointKind.CLOSED_MEETING)


def of_item(meeting: Meeting, item: Item) -> Iterator[Point]:
    """Walk an individual matter that a committee handled with open doors (KL 6 kap. 25 §)."""
    if _closed_by_law(meeting, item) and is_open_at(meeting, item) and not item.deviations:
        yield Point(PointKind.OPEN_ITEM, item.id)


def _closed_by_law(meeting: Meeting, item: Item) -> bool:
    return meeting.body.kind in _BY_LAW and is_individual(item)
