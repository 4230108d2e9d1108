"""Who may vote on an item, and who may have an opinion in its protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from klubban.domain.attendance import Service
from klubban.domain.body import Named
from klubban.domain.decided import OpinionKind, Vote
from klubban.domain.meeting import Item, Meeting
from klubban.domain.quorum import serving
from klubban.domain.roll import OnRollAs
from klubban.domain.rules import Right


class MayNot(StrEnum):
    """Why somebody may not lodge an opinion without a reason."""

    ABSENT = "absent"
    """They were not there when it was decided."""
    DISQUALIFIED = "disqualified"
    NOT_SERVING = "not_serving"
    """They were there, and took no part in deciding."""
    NOT_TAKING_PART = "not_taking_part"
    """They said that they took no part in the decision."""
    MISSED_VOTE = "missed_vote"
    NO_RIGHT = "no_right"
    """They have no right to have an opinion noted (KL 6 kap. 17 §)."""


def voters(meeting: Meeting, item: Item) -> tuple[Named, ...]:
    """Return those who may vote at an item, in the order of the roll, who presides at it last.

    Nobody while nobody is known to be there.
    """
    raise NotImplementedError


def may_lodge(meeting: Meeting, item: Item, who: Named, kind: OpinionKind) -> MayNot | None:
    """Return why somebody may not have an opinion noted, or None if they may; a party, if one of it may."""
    raise NotImplementedError
