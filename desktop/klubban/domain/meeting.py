"""One meeting as a frozen snapshot: what was planned, said and decided, and by whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from enum import StrEnum

from klubban.domain.afterwards import AppealStep, Archived, Dispatch, Receipt
from klubban.domain.agenda import (
    AgendaAct,
    CameFrom,
    Comment,
    GroupMeeting,
    ItemKind,
    Origin,
    Paper,
    Sending,
)
from klubban.domain.assignment import Assignment
from klubban.domain.body import Body, Named, Organisation
from klubban.domain.decided import (
    Division,
    Election,
    Motion,
    Objection,
    Opinion,
    OwnText,
    Proposal,
    Put,
)
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.referral import Referral
from klubban.domain.roll import Agenda, AgendaItem, CallUp, Deviates, Deviation, OnRollAs, RollCall
from klubban.domain.text import Blocks
from klubban.domain.verification import Correction, Notice, Verification, covers, is_apart


class Stage(StrEnum):
    """Where a meeting stands, in the order that meetings go through."""

    PLANNED = "planned"
    SUMMONED = "summoned"
    IN_SESSION = "in_session"
    CLOSED = "closed"
    READY = "ready"
    VERIFIED = "verified"
    ANNOUNCED = "announced"
    IN_FORCE = "in_force"
    ARCHIVED = "archived"

    def has_reached(self, other: Stage) -> bool:
        """Tell whether it is another, or comes after it."""
        order = list(Stage)
        return order.index(self) >= order.index(other)


class AttendsAs(StrEnum):
    """In what capacity somebody was there."""

    MEMBER = "member"
    SERVING_ALTERNATE = "serving_alternate"
    ALTERNATE = "alternate"
    CO_OPTED = "co_opted"
    STAFF_REPRESENTATIVE = "staff_representative"
    OFFICIAL = "official"
    GUEST = "guest"
    OTHER = "other"

    @property
    def on_roll(self) -> OnRollAs:
        """Return what somebody who attended so is on a roll as."""
        return OnRollAs.ALTERNATE if self is AttendsAs.SERVING_ALTERNATE else OnRollAs(self.value)


class Outcome(StrEnum):
    """What became of an item."""

    DECIDED = "decided"
    POSTPONED = "postponed"
    REFERRED_BACK = "referred_back"
    WITHDRAWN = "withdrawn"
    NOTED = "noted"


class Appeal(StrEnum):
    """The way of appeal against a decision."""

    LEGALITY = "legality"
    ADMINISTRATIVE = "administrative"
    NONE = "none"


class SubmissionKind(StrEnum):
    """How a matter was raised by members or citizens."""

    MEMBER_MOTION = "member_motion"
    INTERPELLATION = "interpellation"
    QUESTION = "question"
    CITIZEN_PROPOSAL = "citizen_proposal"
    INITIATIVE = "initiative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Who raised a matter, how and when."""

    kind: SubmissionKind
    by: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A matter in the register; it may come to several meetings and bodies."""

    id: int
    key: str
    title: str
    registry_number: str | None = None
    submission: Submission | None = None
    body: int | None = None
    """Id of the body that is to decide it."""
    closed: dt.date | None = None
    """When it was answered or written off (KL 5 kap. 35 §), where no decision of an item says so."""
    closed_because: str | None = None


class Doors(StrEnum):
    """Whether everybody may listen (KL 5 kap. 42 §, 6 kap. 25 §)."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recess:
    """A break in the meeting; open-ended while it lasts."""

    id: int
    starts: dt.time
    ends: dt.time | None = None
    adjourned: bool = False
    """The meeting decided it (`ajournering`); else it is a pause."""
    ends_on: dt.date | None = None
    """The day on which it goes on, where that is another."""
    after: int | None = None
    """Id of the item during or after which it was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody who was there, named as on that day."""

    id: int
    who: Named
    attends_as: AttendsAs
    serves_for: Named | None = None
    title: str | None = None
    paragraphs: Paragraphs | None = None
    """Paragraphs at whose decision they were there; all, where neither these nor items are said."""
    items: tuple[int, ...] = ()
    """Ids of items, for what was known before there were numbers."""
    partly: Paragraphs | None = None
    """Paragraphs that they were there for a part of; among `paragraphs` too, if at the decision."""
    remote: bool = False
    came_at: dt.time | None = None
    went_at: dt.time | None = None

    @property
    def decides(self) -> bool:
        """Tell whether the person took part as member or in a member's place."""
        return self.attends_as in (AttendsAs.MEMBER, AttendsAs.SERVING_ALTERNATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Somebody who did not come, and whether it was told beforehand."""

    id: int
    who: Named
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper that a decision rests on; the bytes are found by their hash."""

    id: int
    title: str
    sha256: str | None = None
    media_type: str | None = None
    confidential: bool = False
    number: int | None = None
    """Its number among the item's documents, which it keeps when a newer version takes its place."""
    file_name: str | None = None
    size: int | None = None
    """How many bytes this file holds of it; None where it holds none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disqualification:
    """Somebody who may not take part in an item, on a ground of KL 6 kap. 28 § (1–4)."""

    id: int
    who: Named
    ground: str | None = None
    raised_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A matter at one meeting; a paragraph once it is numbered."""

    id: int
    title: str
    key: str | None = None
    number: int | None = None
    matter: Matter | None = None
    registry_number: str | None = None
    kind: ItemKind | None = None
    presenters: tuple[str, ...] = ()
    proposal: Blocks = ()
    documents: tuple[Document, ...] = ()
    earlier: Blocks = ()
    summary: Blocks = ()
    motions: tuple[Motion, ...] = ()
    order_approved: bool = False
    """The order of the questions was approved before they were put."""
    puts: tuple[Put, ...] = ()
    proceedings: Blocks = ()
    elections: tuple[Election, ...] = ()
    divisions: tuple[Division, ...] = ()
    decision: Blocks = ()
    proposals: tuple[Proposal, ...] = ()
    disqualifications: tuple[Disqualification, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    not_taking_part: tuple[Named, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    referral: Referral | None = None
    recipients: tuple[str, ...] = ()
    outcome: Outcome | None = None
    verified_immediately: bool = False
    confidential: bool = False
    secrecy: str | None = None
    """The section of the secrecy act that it is confidential by: `26 kap. 1 § OSL`."""
    public_title: str | None = None
    """What it is called where everybody may read it, in the place of its title."""
    doors: Doors | None = None
    """Whether everybody might listen to this item, where that is not as for the whole meeting."""
    exercise_of_authority: bool = False
    appeal: Appeal | None = None
    minutes: int | None = None
    """How long it is planned to take."""
    start: dt.time | None = None
    """The clock time at which it, or its presenter, is to begin."""
    origin: Origin | None = None
    came_from: CameFrom | None = None
    assignment: int | None = None
    """Id of the assignment that falls due."""
    commitment: int | None = None
    """Id of the plan or promise that is followed up."""
    inquiry: int | None = None
    """Id of the inquiry whose answers are presented."""
    standing: int | None = None
    """Id of the standing item that it is."""
    acts: tuple[AgendaAct, ...] = ()
    papers: tuple[Paper, ...] = ()
    comments: tuple[Comment, ...] = ()
    unnumbered: bool = False
    """It is never a paragraph."""
    own_texts: tuple[OwnText, ...] = ()
    """The written texts that the secretary changed."""
    worded: bool = False
    """It is verified, and its texts stand as they were verified: the program writes none of them anew."""
    appeal_steps: tuple[AppealStep, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()

    @property
    def registered_as(self) -> str | None:
        """Return the registry number: the item's own, or its matter's."""
        return self.registry_number or (self.matter.registry_number if self.matter else None)

    @property
    def kept_out(self) -> tuple[Named, ...]:
        """Return those disqualified who did not take part all the same."""
        took_part = [each.who for each in self.deviations if each.rule is Deviates.DISQUALIFIED]
        found = (each.who for each in self.disqualifications)
        return tuple(who for who in found if not any(who.is_same(one) for one in took_part))

    @property
    def on_agenda(self) -> AgendaItem:
        """Return as much of the item as presence needs."""
        return AgendaItem(id=self.id, title=self.title, number=self.number, disqualified=self.kept_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presiding:
    """Who presided, for which paragraphs or items; for the whole meeting where neither is said."""

    who: Named
    paragraphs: Paragraphs | None = None
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting, whole; identified by body, date and start."""

    id: int
    organisation: Organisation
    body: Body
    date: dt.date
    start: dt.time | None = None
    end: dt.time | None = None
    end_date: dt.date | None = None
    place: str | None = None
    stage: Stage = Stage.PLANNED
    recesses: tuple[Recess, ...] = ()
    chair: Named | None = None
    secretary: Named | None = None
    minuted: Paragraphs | None = None
    """The paragraphs of the whole protocol, when only some of it is in the file."""
    type: str | None = None
    """The name of the type of meeting, of those that the body has."""
    rules_kept: bool = False
    """The body's rules are those of the day, kept when the roll was begun."""
    roll: RollCall = field(default_factory=RollCall)
    """What attendance, absences and who presided are derived from, where a roll was called."""
    call_ups: tuple[CallUp, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    absent: tuple[Absence, ...] = ()
    presiding: tuple[Presiding, ...] = ()
    """Those who presided, in turn; empty where nothing but `chair` is known."""
    items: tuple[Item, ...] = ()
    verifications: tuple[Verification, ...] = ()
    withdrawn: tuple[Verification, ...] = ()
    """Verifications that were registered by mistake, and taken back."""
    corrections: tuple[Correction, ...] = ()
    notices: tuple[Notice, ...] = ()
    group_meetings: tuple[GroupMeeting, ...] = ()
    sendings: tuple[Sending, ...] = ()
    papers_due: dt.date | None = None
    """When papers must be in, where that is not what the body's rules give."""
    announced_on: dt.date | None = None
    """When the assembly's meeting was announced (KL 5 kap. 13 §)."""
    cancelled_on: dt.date | None = None
    cancelled_because: str | None = None
    calendar_uid: str | None = None
    """What calendars know it by; None while it follows from body, date and start."""
    calendar_sequence: int = 0
    """How often what calendars hold of it has changed."""
    opened: dt.time | None = None
    """When the chair opened it; `start` is when it was to begin."""
    notes_sent: dt.date | None = None
    """When the notes went out to those who were there."""
    comments_by: dt.date | None = None
    """The last day for comments on them; after it they count as agreed."""
    objections: tuple[Objection, ...] = ()
    doors: Doors | None = None
    """Whether everybody may listen, where that is not as the body's rules say."""
    draft_sent: dt.date | None = None
    """When a draft of the protocol went to those who sign it."""
    as_verified: bool = False
    """Organisation and body are as they were when the protocol was verified, and not as they are now."""
    archived: tuple[Archived, ...] = ()

    @property
    def paragraphs(self) -> Paragraphs | None:
        """Return the paragraphs of the protocol: as noted, or else those of the items."""
        numbers = (item.number for item in self.items if item.number is not None)
        return self.minuted or Paragraphs.of(numbers)

    @property
    def agenda(self) -> Agenda:
        """Return the items as far as presence needs them."""
        return Agenda(tuple(item.on_agenda for item in self.items))

    @property
    def last_day(self) -> dt.date:
        """Return the day on which the meeting ends."""
        return self.end_date or self.date

    @property
    def verified(self) -> bool:
        """Tell whether the protocol, or any part of it, has been verified."""
        return self._past_verification or any(each.signed_by for each in self.verifications)

    @property
    def protocol_verified(self) -> bool:
        """Tell whether the protocol is verified; paragraphs that have one of their own are not all of it."""
        items = [(item.number, item.confidential) for item in self.items]
        whole = (each for each in self.verifications if each.signed_by and not each.immediate)
        return self._past_verification or any(not is_apart(each.paragraphs, items) for each in whole)

    def is_done(self, verification: Verification) -> bool:
        """Tell whether a verification of the meeting has been done; a date alone may be an appointment."""
        return self._past_verification or bool(verification.signed_by)

    def item_by_id(self, item_id: int) -> Item:
        """Return one of its items; raises LookupError."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise LookupError(item_id)

    def with_item(self, item: Item) -> Meeting:
        """Return the meeting with an item as it is given, in the place of the one with its id."""
        return replace(self, items=tuple(item if each.id == item.id else each for each in self.items))

    def is_fixed(self, item: Item) -> bool:
        """Tell whether an item is verified: a verification that is done covers it, or the stage is past."""
        done = (each for each in self.verifications if self.is_done(each))
        return self._past_verification or any(covers(self.verifications, each, item.number) for each in done)

    @property
    def _past_verification(self) -> bool:
        return self.stage.has_reached(Stage.VERIFIED)

    def item(self, number: int) -> Item | None:
        """Return the item with a paragraph number."""
        return next((item for item in self.items if item.number == number), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """As much of a meeting as a list shows."""

    id: int
    body: int
    date: dt.date
    start: dt.time | None
    stage: Stage
    cancelled: bool = False
