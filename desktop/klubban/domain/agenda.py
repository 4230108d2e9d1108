"""What an agenda is made of before and beside what is minuted: where items come from, and what was sent."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Named
from klubban.domain.text import Blocks


class ItemKind(StrEnum):
    """What an item is on the agenda for."""

    PROCEDURE = "procedure"
    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    ELECTION = "election"
    REPORT = "report"


class Origin(StrEnum):
    """Why an item is on the agenda that nobody wrote there by hand."""

    STANDING = "standing"
    """It is on each agenda of the body, or of a type of its meetings."""
    DUTY = "duty"
    """It is due in this month each year."""
    POSTPONED = "postponed"
    REFERRED_BACK = "referred_back"
    PROPOSED = "proposed"
    """Another body proposed what this one is to decide."""
    ASSIGNMENT = "assignment"
    """What somebody undertook falls due."""
    DELEGATED = "delegated"
    """Decisions by delegation are reported (KL 6 kap. 40 §, 7 kap. 8 §)."""
    URGENT = "urgent"
    """Urgent decisions are reported at the next meeting (KL 6 kap. 39–40 §§)."""
    SUBMISSION = "submission"
    """Members or citizens raised it."""
    CHAIR = "chair"
    """The chair put it there."""
    REFERRAL = "referral"
    """What others answered is compiled, or a referral that came here is to be answered."""
    FOLLOW_UP = "follow_up"
    """A plan or promise is to be followed up."""


class Act(StrEnum):
    """What was done to an agenda item, when that is to be known later."""

    ADDED = "added"
    """It came as an extra item, after the summons."""
    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"
    RESTORED = "restored"
    """It was taken up after all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaAct:
    """An item was added, withdrawn, postponed or taken up again: who proposed that, and when."""

    id: int
    act: Act
    by: str | None = None
    on: dt.date | None = None
    at: dt.time | None = None
    """The clock time, during a meeting."""
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CameFrom:
    """The item of an earlier meeting, or of another body, that an item comes from."""

    item: int
    meeting: int
    body: str
    date: dt.date
    number: int | None = None
    held: bool = True
    """That meeting was begun: what is told of it was decided there, and not before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper that is awaited for a coming item: from whom, by when, whether it came and was approved."""

    id: int
    title: str
    sender: str | None = None
    due: dt.date | None = None
    arrived: dt.date | None = None
    approved: dt.date | None = None
    approved_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody remarked about an item before the meeting; never in a document."""

    id: int
    by: str
    text: str
    on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMeeting:
    """A party group, or another group, that meets before the meeting."""

    id: int
    name: str
    date: dt.date | None = None
    """Another day than the meeting's own."""
    start: dt.time | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentItem:
    """An item as a sending told of it."""

    id: int
    item: int
    number: str
    """Its number on the agenda then, as text."""
    title: str
    withdrawn: bool = False
    """The sending told that it is withdrawn or postponed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentDocument:
    """A document as it was sent."""

    id: int
    item: int
    document: int | None
    """Id of the document, while it is there."""
    number: int
    """Its number among the item's documents: "Bilaga 3 till punkt 12"."""
    title: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """The summons, or a supplement to it, as it went out: what it told of the meeting then."""

    id: int
    number: int
    """0 for the summons; a supplement's own number."""
    on: dt.date
    at: dt.time | None = None
    meeting_date: dt.date | None = None
    meeting_start: dt.time | None = None
    place: str | None = None
    late_because: str | None = None
    """Why it went out later than the law or the body's rules say."""
    items: tuple[SentItem, ...] = ()
    """All items in the summons; those that are new or changed in a supplement."""
    documents: tuple[SentDocument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingItem:
    """An item that comes by itself on the agendas of a body: on each, or in some months of the year."""

    id: int
    title: str
    kind: ItemKind | None = None
    minutes: int | None = None
    presenters: tuple[str, ...] = ()
    proposal: Blocks = ()
    months: tuple[int, ...] = ()
    """1 for January; a duty of these months. Empty for each meeting."""
    source: str | None = None
    """Where the duty is laid down: "KL 6 kap. 34 §"."""
    closing: bool = False
    """It stands at the end of the agenda."""
    meeting_type: int | None = None
    """Id of the type of meeting that it belongs to; None for all."""


class Moves(StrEnum):
    """Where a meeting goes whose day is a holiday."""

    LATER = "later"
    EARLIER = "earlier"
    SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """How a body's meetings come again: "every third Tuesday, except July", or each sixth week."""

    id: int
    weekday: int
    """0 for Monday."""
    nth: tuple[int, ...] = ()
    """Which of the month's weekdays: 1 for the first, -1 for the last. Empty where it counts weeks."""
    weeks: int | None = None
    """So many weeks from one meeting to the next."""
    first: dt.date | None = None
    """The day that the weeks are counted from."""
    months: tuple[int, ...] = ()
    """The months in which it meets; empty for all."""
    start: dt.time | None = None
    place: str | None = None
    moves: Moves = Moves.LATER
    meeting_type: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegated:
    """A decision that was taken by delegation, and the item at which it was reported."""

    id: int
    body: int
    title: str
    registry_number: str | None = None
    on: dt.date | None = None
    by: str | None = None
    """The delegate."""
    basis: str | None = None
    """The point of the order of delegation."""
    urgent: bool = False
    """Taken by the chair since it could not wait (KL 6 kap. 39 §)."""
    item: int | None = None
    """Id of the item that reported it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody on the speakers' list of an item, in turn."""

    id: int
    who: Named
    reply: bool = False
    """A reply to the speech before it."""
    seconds: int | None = None
    """How long they spoke; None while they wait, or speak."""


class Verdict(StrEnum):
    """What became of one of the chair's moves."""

    TAKEN = "taken"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lent:
    """A copy of the agenda that was lent to the chair."""

    id: int
    sha256: str
    base: str
    """The agenda as it was then, as canonical JSON."""
    on: dt.date
    at: dt.time | None = None
    verdicts: tuple[tuple[str, Verdict], ...] = ()
    """The chair's moves that were judged, by their id."""
