"""The open format's minutes of an item: what was moved, put, voted, elected and said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, StrictBool

from klubban.domain.decided import Adopted, Asks, ElectionMethod, OpinionKind, Puts, Question, Vote, Written
from klubban.exchange.parts import Movers, OneOrMany, Part, Shorthand, Somebody
from klubban.exchange.texts import TextBlocks
from klubban.exchange.values import Clock, Count, Day, ItemName, Key, Line, Number, Words

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue


def _votes(value: Any) -> Any:
    if isinstance(value, dict):
        return [{"person": person, "vote": vote} for person, vote in value.items()]
    return value


def _votes_by_name(_long: JsonSchemaValue) -> JsonSchemaValue:
    return {"type": "object", "additionalProperties": {"enum": [vote.value for vote in Vote]}}


class OpenMotion(Part):
    """What somebody moved at the meeting; without `by` while the mover is unknown.

    Additions to the core of the format: among those who moved it, a party stands as `{"party": "M"}`;
    `instead_of` is the key of the motion in the first place, if that falls.
    """

    key: Key | None = None
    by: Movers = ()
    asks: Asks
    text: TextBlocks = ()
    withdrawn: StrictBool = False
    kept: StrictBool = False
    """It stays in the protocol although it was withdrawn."""
    in_writing: StrictBool = False
    """It was handed in on paper, and is an appendix of the protocol."""
    instead_of: Key | None = None
    noted_at: Clock | None = None


class OpenPut(Part):
    """A question as the chair put it, and what was found; divisions refer to it by its number, from 1."""

    puts: Puts
    motion: Key | None = None
    """The key of the motion that is put; of the main question, of the one that was adopted."""
    adopted: Adopted | None = None


class OpenVote(Part):
    """One answer in a division."""

    person: Somebody
    vote: Vote


class OpenBallot(Part):
    """The totals of a vote without names."""

    yes: Count = 0
    no: Count = 0
    blank: Count = 0
    invalid: Count = 0


class OpenDivision(Part):
    """A vote: what yes and no mean, and who answered what, or the totals of a ballot.

    An addition to the core of the format: `votes` may be a list of `{"person": …, "vote": …}`, which it is
    when somebody who voted was called otherwise on that day.
    """

    key: Key | None = None
    question: Question = Field(default=Question.MAIN, alias="for")
    after: Key | None = None
    """The key of the division before it, which stands earlier in the list."""
    put: Number | None = None
    """The number, from 1, of the question that it settles among those that were put."""
    yes: Line
    no: Line
    yes_motion: Key | None = None
    """The key of the motion that yes is for; without it, the proposal as prepared, or deciding today."""
    no_motion: Key | None = None
    votes: Annotated[tuple[OpenVote, ...], Shorthand(_votes, _votes_by_name)] = ()
    ballot: OpenBallot | None = None
    casting_vote: Literal[Vote.YES, Vote.NO] | None = None
    lot: Literal[Vote.YES, Vote.NO] | None = None
    """What the lot fell on, after a tie about an election or employment."""
    minority: StrictBool = False
    """A third of those present was enough to refer back or postpone (KL 5 kap. 50 §)."""
    asked_by: Line | None = None
    """Who asked for the vote, where that is to be told."""
    result: Words | None = None


class OpenCandidate(Part):
    """Somebody who was nominated; in a ballot, with their votes."""

    person: Somebody
    votes: Count | None = None
    elected: StrictBool = False
    by_lot: StrictBool = False


class OpenElection(Part):
    """An election at the meeting: totals only, never who voted for whom."""

    office: Line
    """What they are elected to, and for how long, in words."""
    seats: Number = 1
    method: ElectionMethod = ElectionMethod.ACCLAMATION
    candidates: tuple[OpenCandidate, ...] = ()
    blank: Count | None = None
    invalid: Count | None = None


class OpenOpinion(Part):
    """What a reservation, statement or note has in common."""

    by: OneOrMany[Somebody]
    text: TextBlocks = ()
    lodged_on: Day | None = None
    lodged_at: Clock | None = None
    """When it was lodged, which is what counts, and not when it was typed."""
    awaited: StrictBool = False
    """Written reasons were announced, and are awaited until the verification."""
    lapsed: StrictBool = False
    """They never came."""
    appendix: StrictBool = False
    """Its text is an appendix of the protocol."""
    motion: Key | None = None
    """The key of the motion in whose favour it is."""


class OpenReservation(OpenOpinion):
    """A reservation against the decision."""


class OpenStatement(OpenOpinion):
    """A statement, or a note in the protocol."""

    kind: Literal[OpinionKind.STATEMENT, OpinionKind.NOTE] = OpinionKind.STATEMENT


class OpenSaid(Part):
    """A sentence that the program wrote, and what it said when the secretary changed the text.

    `key` names what it was written from by its number, from 1, in the item's lists: `motion 2`, `put 1`,
    `division 1 result`, `election 1`, `opinion 3` (reservations come before statements), `candidate 4`
    (counted through all elections), `recess 1` of the meeting. `motion ?1` is one that is no longer there.
    """

    key: Key
    words: TextBlocks = ()


class OpenOwnText(Part):
    """A written text of an item that the secretary changed; for proceedings and decision, the item has it."""

    part: Written
    text: TextBlocks = ()
    said: tuple[OpenSaid, ...] = ()


class OpenObjection(Part):
    """What somebody objected to in notes, or in the draft of a protocol, that were sent round."""

    by: Somebody
    on: Day | None = None
    item: ItemName | None = None
    text: TextBlocks = ()
    dissent: StrictBool = False
    """Who verifies does not agree that it was decided so, and wants that noted."""
    settled: Words | None = None
    """What was done about it."""
