"""By which way a paragraph can be appealed against: as noted, or else as it follows from what was done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain.agenda import ItemKind
from klubban.domain.meeting import Appeal, Outcome
from klubban.domain.rules import BodyKind

if TYPE_CHECKING:
    from klubban.domain.meeting import Item, Meeting

_INFORMING = frozenset((ItemKind.PROCEDURE, ItemKind.INFORMATION, ItemKind.DISCUSSION))
_PREPARING = frozenset((Outcome.POSTPONED, Outcome.REFERRED_BACK))


class Why(StrEnum):
    """What a way of appeal follows from."""

    NOTED = "noted"
    """Somebody said so."""
    BODY = "body"
    """The decisions of the body cannot be appealed against."""
    NO_PARAGRAPH = "no_paragraph"
    NO_DECISION = "no_decision"
    """It informs or is about procedure, was only noted, or was withdrawn."""
    PREPARES = "prepares"
    """It only prepares (KL 13 kap. 2 §): it was postponed or referred back."""
    PROPOSES = "proposes"
    """It only prepares (KL 13 kap. 2 §): another body decides."""
    AUTHORITY = "authority"
    """It exercises authority over an individual, who appeals (FL 42 §)."""
    DECIDES = "decides"
    """Whoever is a member of the municipality may have its legality reviewed (KL 13 kap. 1 §)."""


@dataclass(frozen=True, slots=True)
class WayOfAppeal:
    """A way of appeal, and what it follows from."""

    appeal: Appeal
    why: Why


def appeal_of(meeting: Meeting, item: Item) -> Appeal:
    """Return the way of appeal against an item."""
    return way_of(meeting, item).appeal


def way_of(meeting: Meeting, item: Item) -> WayOfAppeal:
    """Return the way of appeal against an item, as noted or as it follows from what was done."""
    return derived(meeting, item) if item.appeal is None else WayOfAppeal(item.appeal, Why.NOTED)


def derived(meeting: Meeting, item: Item) -> WayOfAppeal:
    """Return the way of appeal that follows from what was done; execution cannot be told, and is noted."""
    why = _why(meeting, item)
    ways = {Why.AUTHORITY: Appeal.ADMINISTRATIVE, Why.DECIDES: Appeal.LEGALITY}
    return WayOfAppeal(ways.get(why, Appeal.NONE), why)


def _why(meeting: Meeting, item: Item) -> Why:  # noqa: PLR0911 - a ground a line
    if not meeting.body.rules.appealable:
        return Why.BODY
    if item.number is None:
        return Why.NO_PARAGRAPH
    if item.outcome is Outcome.WITHDRAWN:
        return Why.NO_DECISION
    # KL 13 kap. 2 §: all decisions of the assembly; of others those that do not only prepare.
    prepares = meeting.body.kind is not BodyKind.ASSEMBLY
    if prepares and item.outcome in _PREPARING:
        return Why.PREPARES
    if prepares and item.proposals and not item.decision:
        return Why.PROPOSES
    if item.exercise_of_authority:
        return Why.AUTHORITY
    if item.kind in _INFORMING or item.outcome is Outcome.NOTED or not item.decision:
        return Why.NO_DECISION
    return Why.DECIDES
