"""What an item's questions came to, taken together: its outcome, and what was adopted."""

from __future__ import annotations

from dataclasses import dataclass

from klubban.domain.decided import Adopted, Division, Motion, Put, Question
from klubban.domain.meeting import Item, Meeting, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What follows from what was found and voted, so far."""

    outcome: Outcome | None = None
    """None while nothing ends the item."""
    main: Adopted | None = None
    """PROPOSAL or MOTION; None while the main question is open, or was never reached."""
    motion: Motion | None = None
    """The motion that was adopted: of the formal question that ended the item, or of the main one. Where
    `main` is PROPOSAL, the motion to approve that the question or the vote named, if one was."""
    amendments: tuple[Motion, ...] = ()
    additions: tuple[Motion, ...] = ()
    minority: bool = False
    """It was referred back or postponed by a third of those present (KL 5 kap. 50 §)."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one question came to."""

    adopted: Adopted
    motion: int | None = None
    division: Division | None = None
    """The vote that settled it; None where it is as the chair found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToVote:
    """A division that is needed, with what each answer is for (ids of motions, None for the proposal)."""

    question: Question
    put: int
    yes_motion: int | None
    no_motion: int | None
    after: int | None = None
    """Id of the division before it."""


def settled(meeting: Meeting, item: Item) -> Settled:
    """Return what an item's questions came to."""
    raise NotImplementedError


def found(meeting: Meeting, item: Item, put: Put) -> Found | None:
    """Return what a question came to: by the last vote on it, or else as the chair found.

    `Put.adopted` stays what the chair found, also where a vote then settled it otherwise. None while nothing
    was found, or a vote is not complete.
    """
    raise NotImplementedError


def next_division(item: Item, put: Put | None = None) -> ToVote | None:
    """Return the vote that is needed next on a question, or on the one that is in hand (None).

    Of three or more main proposals the one that the chair found adopted is the main proposal; the others are
    put against each other, two at a time, to become the counter-proposal; last come main and counter-proposal.
    """
    raise NotImplementedError
