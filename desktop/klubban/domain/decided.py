"""What was moved, voted and said about an item, and what it asks others to decide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Named
from klubban.domain.text import Blocks


class Asks(StrEnum):
    """What a motion asks the body to do."""

    APPROVE = "approve"
    REJECT = "reject"
    AMEND = "amend"
    ADD = "add"
    REFER_BACK = "refer_back"
    POSTPONE = "postpone"
    ADJOURN = "adjourn"
    OTHER = "other"


class Question(StrEnum):
    """What a division was about."""

    MAIN = "main"
    COUNTER_PROPOSAL = "counter_proposal"
    REFER_BACK = "refer_back"
    POSTPONE = "postpone"


class Vote(StrEnum):
    """One answer in a division by names."""

    YES = "yes"
    NO = "no"
    ABSTAINED = "abstained"
    ABSENT = "absent"
    NOT_TAKING_PART = "not_taking_part"


class OpinionKind(StrEnum):
    """How somebody's opinion stands in the protocol."""

    RESERVATION = "reservation"
    STATEMENT = "statement"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """What somebody moved at the meeting."""

    id: int
    asks: Asks
    by: tuple[Named, ...] = ()
    key: str | None = None
    text: Blocks = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """The totals of a vote without names (KL 5 kap. 54 §)."""

    yes: int = 0
    no: int = 0
    blank: int = 0
    invalid: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A vote: what yes and no mean, who answered what, or the totals of a ballot."""

    id: int
    yes: str
    no: str
    question: Question = Question.MAIN
    key: str | None = None
    after: int | None = None
    """Id of the division before it."""
    votes: tuple[tuple[Named, Vote], ...] = ()
    ballot: Ballot | None = None
    casting_vote: Vote | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a body proposes that another decides."""

    id: int
    body: str
    decision: Blocks = ()
    body_id: int | None = None
    """Id of the body, when it is in the file; `body` is its name on that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A reservation, statement or note."""

    id: int
    kind: OpinionKind
    by: tuple[Named, ...]
    text: Blocks = ()
