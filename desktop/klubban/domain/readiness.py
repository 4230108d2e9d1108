"""What a meeting's agenda still lacks before it is told of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain.agenda import ItemKind
from klubban.domain.rules import BodyKind
from klubban.domain.sendings import taken_off
from klubban.domain.time_plan import time_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.agenda import Paper
    from klubban.domain.meeting import Document, Item, Meeting
    from klubban.domain.time_plan import Clash


class Lacking(StrEnum):
    """What is lacking; in the order in which it is told of."""

    START = "start"
    PLACE = "place"
    ABSENCE = "absence"
    """It is not said whom to tell of absence."""
    AGENDA = "agenda"
    """Nothing is on the agenda."""
    PROPOSAL = "proposal"
    """An item is to be decided, and nothing is proposed."""
    PAPER = "paper"
    """A paper that is awaited has not arrived."""
    FILE = "file"
    """A document is listed whose file is not there."""
    CLASH = "clash"
    """An item's clock time cannot be kept."""


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is lacking, of the meeting or of an item."""

    what: Lacking
    item: Item | None = None
    paper: Paper | None = None
    document: Document | None = None
    clash: Clash | None = None


def lacks(meeting: Meeting) -> tuple[Lack, ...]:
    """Return what is lacking; items that were taken off the agenda lack nothing."""
    return (*_of_meeting(meeting), *_of_items(meeting))


def may_not_lack(meeting: Meeting) -> frozenset[Lacking]:
    """Return what the summons is not sent without."""
    if meeting.body.kind is BodyKind.ASSEMBLY:
        return frozenset((Lacking.AGENDA, Lacking.START, Lacking.PLACE))  # KL 5 kap. 15 §
    return frozenset((Lacking.AGENDA,))


def _of_meeting(meeting: Meeting) -> Iterator[Lack]:
    if meeting.start is None:
        yield Lack(Lacking.START)
    if not meeting.place:
        yield Lack(Lacking.PLACE)
    if not meeting.body.absence_to:
        yield Lack(Lacking.ABSENCE)
    if not meeting.items:
        yield Lack(Lacking.AGENDA)


def _of_items(meeting: Meeting) -> Iterator[Lack]:
    standing = {item.id: item for item in meeting.items if not taken_off(item)}
    items = standing.values()
    for item in items:
        if item.kind is ItemKind.DECISION and not item.proposal:
            yield Lack(Lacking.PROPOSAL, item)
    awaited = ((item, paper) for item in items for paper in item.papers if paper.arrived is None)
    yield from (Lack(Lacking.PAPER, item, paper=paper) for item, paper in awaited)
    listed = ((item, each) for item in items for each in item.documents if each.size is None)
    yield from (Lack(Lacking.FILE, item, document=each) for item, each in listed)
    clashes = (each for each in time_plan(meeting).clashes if each.item in standing)
    yield from (Lack(Lacking.CLASH, standing[each.item], clash=each) for each in clashes)
