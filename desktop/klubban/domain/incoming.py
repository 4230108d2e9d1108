"""What waits for an agenda, and what that follows from: a body's meetings and items, and what others did."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from klubban.domain.agenda import CameFrom, ItemKind, Origin
from klubban.domain.assignment import Assignment, AssignmentStep
from klubban.domain.commitments_due import Follows, FollowUpDue
from klubban.domain.meeting import Outcome, SubmissionKind
from klubban.domain.text import Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """Something that waits for one meeting's agenda, and where it comes from."""

    origin: Origin
    title: str = ""
    """Empty for decisions by delegation, until the document's language is known."""
    kind: ItemKind | None = None
    matter_id: int | None = None
    registry_number: str | None = None
    item_id: int | None = None
    """The earlier item that it goes on from."""
    assignment_id: int | None = None
    assignment_ids: tuple[int, ...] = ()
    """The assignments that are followed up together."""
    commitment_id: int | None = None
    inquiry_id: int | None = None
    standing_id: int | None = None
    minutes: int | None = None
    proposal: Blocks = ()
    presenters: tuple[str, ...] = ()
    delegated_ids: tuple[int, ...] = ()
    """The decisions by delegation that are reported together."""
    since: dt.date | None = None
    """From which day on it waits; None for always."""
    by_itself: bool = True
    """It comes on the next agenda without being asked for; otherwise it is offered."""
    came: CameFrom | None = None
    """The earlier item in words."""
    cancelled: bool = False
    """It was on the agenda of a meeting that was cancelled."""
    dispatched: bool = False
    """The paragraph was sent over by the other body, for this one to know or go on with."""
    who: str | None = None
    """Who raised it, to whom it was assigned, or who asks."""
    due: dt.date | None = None
    """By when it is to be done, of what falls due."""
    stuck: AssignmentStep | None = None
    """How it is stuck, of an assignment that was taken to the body."""
    unanswered: int = 0
    """So many meetings were held without an answer about the assignment."""
    answers: tuple[int, int] | None = None
    """How many answered an inquiry, of how many that were asked."""
    follows: Follows | None = None
    """What is to be done with a plan or promise."""
    submission: SubmissionKind | None = None
    source: str | None = None
    """Where a duty is laid down."""
    told: str = ""
    """Where it comes from, in the reader's words: `Bordlagd den 22 februari 2016, § 12`."""

    def is_same(self, other: Incoming) -> bool:
        """Tell whether both are one thing that waits, whatever is known of it by now."""
        return self._key == other._key

    @property
    def _key(self) -> tuple[Origin, tuple[int | None, ...]]:
        about = (self.assignment_id, self.standing_id, self.matter_id, self.commitment_id, self.inquiry_id)
        return self.origin, (self.item_id, *about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sat:
    """One of a body's meetings, past or planned."""

    id: int
    date: dt.date
    start: dt.time | None = None
    type: int | None = None
    cancelled: bool = False
    over: bool = False
    """It has been held, or at least minuted."""

    @property
    def when(self) -> tuple[dt.date, dt.time, int]:
        """Return what meetings are ordered by."""
        return self.date, self.start or dt.time(), self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An item of one of the body's meetings, as far as what waits depends on it."""

    id: int
    meeting: int
    title: str
    number: int | None = None
    outcome: Outcome | None = None
    matter: int | None = None
    registry_number: str | None = None
    origin: Origin | None = None
    origin_item: int | None = None
    assignment: int | None = None
    commitment: int | None = None
    inquiry: int | None = None
    standing: int | None = None
    lists: tuple[str, ...] = ()
    """The assignments that it follows up together, a line for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """An item of another body's meeting that this body is to go on with."""

    came: CameFrom
    title: str
    matter: int | None = None
    registry_number: str | None = None
    proposal: Blocks = ()
    returned: bool = False
    """That body referred it back; otherwise it proposed what this one is to decide."""
    came_again: bool = False
    """What was referred back has been on that body's agenda since."""
    dispatched: dt.date | None = None
    """When this body was sent the paragraph; it proposed nothing to this body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """An open assignment that falls due or is stuck, with the matter that it came out of."""

    assignment: Assignment
    given: dt.date | None = None
    heard: bool = True
    """It is reported to this body; otherwise it was taken here, since it is stuck."""
    confidential: bool = False
    matter: int | None = None
    registry_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An inquiry of the body that was sent and is not closed."""

    id: int
    title: str
    due: dt.date
    meeting: int | None = None
    """The meeting that is to have the answers."""
    matter: int | None = None
    registry_number: str | None = None
    answers: int = 0
    asked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOf:
    """A referral from others that the body is to answer, and that is not answered."""

    matter: int
    title: str
    sender: str
    received: dt.date
    due: dt.date | None = None
    registry_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToFollow:
    """What is to be done with a plan or promise, by the body that hears of it."""

    due: FollowUpDue
    title: str
    since: dt.date
    """From which day on it belongs on an agenda."""
