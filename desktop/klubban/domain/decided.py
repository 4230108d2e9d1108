"""What was moved, put, voted and said about an item, and what it asks others to decide."""

from __future__ import annotations

import datetime as dt
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

    @property
    def put_as(self) -> Puts:
        """Return the kind of question that a motion which asks this is put as."""
        return _PUT_AS.get(self, Puts.MAIN)


class Question(StrEnum):
    """What a division was about."""

    MAIN = "main"
    COUNTER_PROPOSAL = "counter_proposal"
    REFER_BACK = "refer_back"
    POSTPONE = "postpone"

    @property
    def settles(self) -> Puts:
        """Return the kind of question that such a division settles, where it names none."""
        return _SETTLES.get(self, Puts.MAIN)

    @property
    def formal(self) -> bool:
        """Tell whether it is about referring back or postponing."""
        return self in _SETTLES


class Vote(StrEnum):
    """One answer in a division by names."""

    YES = "yes"
    NO = "no"
    ABSTAINED = "abstained"
    ABSENT = "absent"
    NOT_TAKING_PART = "not_taking_part"


SIDES = (Vote.YES, Vote.NO)
"""The answers that settle a division."""


class OpinionKind(StrEnum):
    """How somebody's opinion stands in the protocol."""

    RESERVATION = "reservation"
    STATEMENT = "statement"
    NOTE = "note"


class Puts(StrEnum):
    """What a question settles."""

    ADJOURN = "adjourn"
    """Whether the meeting is adjourned."""
    POSTPONE = "postpone"
    """Whether the item is decided today or postponed."""
    REFER_BACK = "refer_back"
    """Whether the item is decided today or referred back."""
    MAIN = "main"
    """Which of the main proposals is adopted; the only one is put alone."""
    AMENDMENT = "amendment"
    """Whether what was adopted is amended so."""
    ADDITION = "addition"
    """Whether something is added to it."""

    @property
    def formal(self) -> bool:
        """Tell whether it is about when the item is decided, and not how."""
        return self in (Puts.ADJOURN, Puts.POSTPONE, Puts.REFER_BACK)

    @property
    def voted_on(self) -> Question:
        """Return what a division that settles it is about."""
        return next((question for question, puts in _SETTLES.items() if puts is self), Question.MAIN)


_PUT_AS = {
    Asks.ADJOURN: Puts.ADJOURN,
    Asks.POSTPONE: Puts.POSTPONE,
    Asks.REFER_BACK: Puts.REFER_BACK,
    Asks.AMEND: Puts.AMENDMENT,
    Asks.ADD: Puts.ADDITION,
}
_SETTLES = {Question.POSTPONE: Puts.POSTPONE, Question.REFER_BACK: Puts.REFER_BACK}


class Adopted(StrEnum):
    """What the chair found, or a vote settled."""

    PROPOSAL = "proposal"
    """The proposal as it was prepared."""
    MOTION = "motion"
    """The motion that the question names."""
    REJECTED = "rejected"
    """Neither: a formal motion fell and the item is decided today, an amendment or addition fell."""


class ElectionMethod(StrEnum):
    """How somebody is elected."""

    ACCLAMATION = "acclamation"
    BALLOT = "ballot"
    """A secret vote; the majority elects (KL 5 kap. 54–56 §§)."""
    PROPORTIONAL = "proportional"
    """Demanded by as many as lag (2022:629) 2 § says."""


class Written(StrEnum):
    """The texts of a paragraph that the program writes from what was recorded."""

    MOTIONS = "motions"
    PROCEEDINGS = "proceedings"
    DIVISIONS = "divisions"
    DECISION = "decision"
    OPINIONS = "opinions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """What somebody moved at the meeting."""

    id: int
    asks: Asks
    by: tuple[Named, ...] = ()
    key: str | None = None
    text: Blocks = ()
    withdrawn: bool = False
    kept: bool = False
    """It stays in the protocol although it was withdrawn."""
    in_writing: bool = False
    """It was handed in on paper, and is an appendix of the protocol."""
    instead_of: int | None = None
    """Id of the motion in the first place, if that falls (`i andra hand`)."""
    noted_at: dt.time | None = None

    @property
    def complete(self) -> bool:
        """Tell whether it has a mover, and words where it is nothing without them."""
        wordless = (Asks.APPROVE, Asks.REJECT, Asks.REFER_BACK, Asks.POSTPONE, Asks.ADJOURN)
        return bool(self.by) and (bool(self.text) or self.asks in wordless)

    @property
    def stands(self) -> bool:
        """Tell whether it is to be put, and printed."""
        return not self.withdrawn

    @property
    def from_body(self) -> bool:
        """Tell whether the mover is no person: an administration or another body proposes, and moves nothing.

        Whoever moved it at the table is a person, also where the registers do not know them.
        """
        nobody = all(mover.person is None and mover.party is None for mover in self.by)
        return bool(self.by) and nobody and self.noted_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A question as the chair put it, and what the chair found (KL 5 kap. 53 §)."""

    id: int
    puts: Puts
    motion: int | None = None
    """Id of the motion that is put; of the main question the one that was adopted, if one was."""
    adopted: Adopted | None = None
    """None until something was found."""


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
    put: int | None = None
    """Id of the question that it settles."""
    yes_motion: int | None = None
    """Id of the motion that yes is for; None for the proposal as prepared, or for deciding today."""
    no_motion: int | None = None
    minority: bool = False
    """A third of those present is enough to refer back or postpone (KL 5 kap. 50 §)."""
    lot: Vote | None = None
    """What the lot fell on, after a tie about an election or employment (KL 5 kap. 56 §)."""
    asked_by: str | None = None
    """Who asked for it, where that is to be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who was nominated; in a ballot, with their votes."""

    id: int
    who: Named
    votes: int | None = None
    elected: bool = False
    by_lot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """An election at the meeting: totals only, never who voted for whom (KL 5 kap. 54 §)."""

    id: int
    office: str
    """What they are elected to, and for how long, in words."""
    seats: int = 1
    method: ElectionMethod = ElectionMethod.ACCLAMATION
    candidates: tuple[Candidate, ...] = ()
    blank: int | None = None
    invalid: int | None = None


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
    lodged_on: dt.date | None = None
    lodged_at: dt.time | None = None
    """When it was lodged, which is what counts, and not when it was typed."""
    awaited: bool = False
    """Written reasons were announced, and are awaited until the verification."""
    lapsed: bool = False
    """They never came."""
    appendix: bool = False
    """Its text is an appendix of the protocol."""
    motion: int | None = None
    """Id of the motion in whose favour it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence that the program wrote: where it came from, and what it said when the text was changed."""

    key: str
    """Such as `motion 12` or `division 3 result`."""
    words: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """A text that the secretary changed; see domain/own_text.py for what becomes of the rest of it."""

    id: int
    part: Written
    text: Blocks = ()
    """Empty for proceedings and decision, which the item itself holds."""
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scratch:
    """What there was no time to sort; never in a document."""

    id: int
    text: str
    at: dt.time | None = None
    done: bool = False
    """It has been sorted in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What somebody objected to in notes, or in the draft of a protocol, that were sent round."""

    id: int
    by: Named
    text: Blocks
    on: dt.date | None = None
    item: int | None = None
    dissent: bool = False
    """Who verifies does not agree that it was decided so, and wants that noted."""
    settled: str | None = None
    """What was done about it."""
