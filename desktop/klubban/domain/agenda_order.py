"""The order of an agenda: numbers that follow from it, its sections, and where a new item goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, takewhile
from typing import Protocol

from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.meeting import Item, Meeting


class Side(StrEnum):
    """What a part of the agenda is for, where information stands apart from what is decided."""

    PROCEDURE = "procedure"
    INFORMATION = "information"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Section:
    """Items that follow upon one another and belong together; without a side where nothing is kept apart."""

    side: Side | None
    items: tuple[Item, ...]


class _HasId(Protocol):
    @property
    def id(self) -> int: ...


_SIDES = {
    ItemKind.PROCEDURE: Side.PROCEDURE,
    ItemKind.INFORMATION: Side.INFORMATION,
    ItemKind.DISCUSSION: Side.INFORMATION,
    ItemKind.REPORT: Side.INFORMATION,
}


def agenda_numbers(items: Iterable[_HasId]) -> dict[int, str]:
    """Return the agenda numbers by item: 1, 2, 3 … in their order; what is withdrawn keeps its own."""
    return {item.id: str(place) for place, item in enumerate(items, 1)}


def side_of(kind: ItemKind | None) -> Side:
    """Return where an item of a kind stands; one without a kind may be to decide."""
    return _SIDES.get(kind, Side.DECISION) if kind else Side.DECISION


def sections(meeting: Meeting) -> tuple[Section, ...]:
    """Return the agenda in its parts: one, unless the body keeps information apart from decisions.

    The order is never other than the agenda's; a side may come again, as procedure does at the end.
    """
    if not meeting.body.rules.information_apart:
        return (Section(None, meeting.items),) if meeting.items else ()
    return tuple(
        Section(side, tuple(items)) for side, items in groupby(meeting.items, lambda item: side_of(item.kind))
    )


def place_for(
    items: Sequence[Item], kind: ItemKind | None, closing: Collection[int] = (), *, apart: bool = False
) -> int | None:
    """Return the id of the item that a new one goes after, None for the first place.

    That is last, but before the items at the end that came from `closing` standing items; where information
    is kept apart, last in its part, before the parts that come later.
    """
    before = list(items)
    while before and before[-1].standing in closing:
        before.pop()
    if apart:
        wanted = _PLACES[side_of(kind)]
        while before and _PLACES[side_of(before[-1].kind)] > wanted:
            before.pop()
    return before[-1].id if before else None


def place_early(items: Sequence[Item]) -> int | None:
    """Return the id of the item that a postponed one goes after, as custom has it; None for no such place.

    That is after the procedure at the opening, and after others that were postponed.
    """
    opening = list(takewhile(lambda item: item.kind is ItemKind.PROCEDURE, items))
    if not opening:
        return None
    rest = items[len(opening) :]
    return (opening + list(takewhile(lambda item: item.origin is Origin.POSTPONED, rest)))[-1].id


_PLACES = {side: place for place, side in enumerate(Side)}
