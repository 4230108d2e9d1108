"""The appendices of a protocol, in their order, and the numbers by which the paragraphs refer to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.appended import apart, is_apart, is_listed
from klubban.domain.public_record import Withheld

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.decided import Division, Motion, Opinion
    from klubban.domain.meeting import Item, Meeting

_ON_FIRST_PAGE = 30
"""So many who decide the first page names itself."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """An appendix: its number, and what of which item it holds; without an item, the attendance list.

    One of a confidential item, in what is published, has an item and holds nothing.
    """

    number: int
    item: Item | None = None
    holds: Motion | Division | Opinion | None = None


def has_list(meeting: Meeting) -> bool:
    """Tell whether the protocol has its attendance list as an appendix."""
    return len({one.who for one in meeting.attendance if one.decides}) > _ON_FIRST_PAGE


def numbered(meeting: Meeting) -> tuple[Numbered, ...]:
    """Return the appendices in the order of the paragraphs that refer to them, the attendance list first."""
    found = [(item, each) for item in meeting.items for each in _of_item(meeting, item)]
    first = [Numbered(1)] if has_list(meeting) else []
    others = (Numbered(number, *each) for number, each in enumerate(found, len(first) + 1))
    return (*first, *others)


def of_motion(meeting: Meeting, motion: Motion) -> int | None:
    """Return the number of the appendix that a motion is."""
    return _number(meeting, motion) if motion.in_writing else None


def of_division(meeting: Meeting, division: Division) -> int | None:
    """Return the number of the appendix that tells how each voted."""
    return _number(meeting, division) if is_listed(meeting.body, division) else None


def of_opinion(meeting: Meeting, opinion: Opinion) -> int | None:
    """Return the number of the appendix that an opinion's text is."""
    return _number(meeting, opinion) if is_apart(opinion) else None


def _number(meeting: Meeting, of: Motion | Division | Opinion) -> int | None:
    return next(
        (
            each.number
            for each in numbered(meeting)
            if each.holds is not None and type(each.holds) is type(of) and each.holds.id == of.id
        ),
        None,
    )


def _of_item(meeting: Meeting, item: Item) -> Iterator[Motion | Division | Opinion | None]:
    """Walk what of an item is apart; of one that is left out only how much there is."""
    if isinstance(item, Withheld):
        yield from [None] * item.appendices
    else:
        yield from apart(meeting.body, item)
