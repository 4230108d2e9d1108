"""How a body likes its paragraphs: the order and headings of their parts, and how votes are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from klubban.domain.errors import RuleBroken


class Part(StrEnum):
    """A part of a paragraph, in the customary order."""

    DECISION = "decision"
    PROPOSALS = "proposals"
    DISQUALIFICATION = "disqualification"
    QUORUM = "quorum"
    SUMMARY = "summary"
    DOCUMENTS = "documents"
    PRESENTERS = "presenters"
    EARLIER = "earlier"
    PROPOSAL = "proposal"
    MOTIONS = "motions"
    PROCEEDINGS = "proceedings"
    ELECTIONS = "elections"
    DIVISIONS = "divisions"
    NOT_TAKING_PART = "not_taking_part"
    OPINIONS = "opinions"
    ASSIGNMENTS = "assignments"
    IMMEDIATE = "immediate"
    RECIPIENTS = "recipients"


class VotesAs(StrEnum):
    """How the answers of a division are told."""

    TABLE = "table"
    SENTENCES = "sentences"
    APPENDIX = "appendix"


class PointsAs(StrEnum):
    """How the points of a decision are set."""

    NUMBERS = "numbers"
    THAT = "that"
    """`att`-clauses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What is a body's own; where nothing is said, it is as most do."""

    order: tuple[Part, ...] = tuple(Part)
    """All parts, each once."""
    titles: Mapping[Part, str] = field(default_factory=dict)
    """Headings that differ."""
    votes: VotesAs = VotesAs.TABLE
    points: PointsAs = PointsAs.NUMBERS
    individual_apart: bool = False
    """Each item about an individual (exercise of authority, or confidential) has sheets of its own."""


CUSTOM = Habits()


def habits_of(plain: Mapping[str, Any]) -> Habits:
    """Return habits out of plain values, as JSON has them; parts that are not named stand as by custom.

    Raises RuleBroken for what is no part, and for what a habit cannot be.
    """
    try:
        named = tuple(dict.fromkeys(Part(each) for each in plain.get("order", ())))
        return Habits(
            order=_completed(named),
            titles={Part(name): str(title) for name, title in plain.get("titles", {}).items()},
            votes=VotesAs(plain.get("votes", VotesAs.TABLE)),
            points=PointsAs(plain.get("points", PointsAs.NUMBERS)),
            individual_apart=plain.get("individual_apart", False) is True,
        )
    except (ValueError, AttributeError, TypeError) as error:
        raise RuleBroken("There is no such habit: {value}", value=error) from error


def _completed(named: Sequence[Part]) -> tuple[Part, ...]:
    """Return the order with all parts: the rest follows, but for what by custom closes a paragraph."""
    custom = list(Part)
    rest = [part for part in custom if part not in named]
    head = list(named)
    tail: list[Part] = []
    while rest and head and custom.index(head[-1]) > custom.index(rest[-1]):
        tail.insert(0, head.pop())
    return (*head, *rest, *tail)


def plain_habits(habits: Habits) -> dict[str, Any]:
    """Return what differs from the custom, in plain values."""
    found: dict[str, Any] = {}
    if habits.order != CUSTOM.order:
        found["order"] = [str(part) for part in habits.order]
    if habits.titles:
        found["titles"] = {str(part): title for part, title in habits.titles.items()}
    if habits.votes is not CUSTOM.votes:
        found["votes"] = str(habits.votes)
    if habits.points is not CUSTOM.points:
        found["points"] = str(habits.points)
    if habits.individual_apart:
        found["individual_apart"] = True
    return found
