"""The open format's meetings, and the document that holds everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeVar

from pydantic import Field, PrivateAttr, StrictBool

from klubban.domain.meeting import AttendsAs, Doors, Stage
from klubban.exchange.agendas import OpenCalendar, OpenGroupMeeting, OpenSending
from klubban.exchange.commitments import OpenCommitment, OpenGoal
from klubban.exchange.follow_up import OpenCirculated, OpenWalk
from klubban.exchange.inquiries import OpenInquiry
from klubban.exchange.items import OpenAssignment, OpenItem
from klubban.exchange.json_bytes import Steps
from klubban.exchange.minutes import OpenObjection
from klubban.exchange.parts import OneOrMany, Part, Somebody
from klubban.exchange.phrases import OpenPhrase
from klubban.exchange.plans import OpenDelegated
from klubban.exchange.refused import place
from klubban.exchange.registers import OpenBody, OpenMatter, OpenOrganisation, OpenPerson, OpenSeat
from klubban.exchange.rolls import OpenCallUp, OpenPresiding, OpenRollLine, OpenRuling
from klubban.exchange.rules import OpenDayRules
from klubban.exchange.situations import OpenSituation
from klubban.exchange.values import Clock, Day, ItemName, Key, Line, MomentText, ParagraphSet, Words
from klubban.exchange.verification import (
    OpenAddressee,
    OpenArchived,
    OpenAsVerified,
    OpenCorrection,
    OpenNotice,
    OpenTrustedIssuer,
    OpenVerification,
)


class OpenRecess(Part):
    """A break; open-ended while it lasts."""

    starts: Clock = Field(alias="from")
    ends: Clock | None = Field(default=None, alias="to")
    adjourned: StrictBool = False
    """The meeting decided it; else it is a pause."""
    ends_on: Day | None = None
    """The day on which it goes on, where that is another."""
    after: ItemName | None = None
    """The item during or after which it was taken."""


class OpenAttendee(Part):
    """Somebody who was there."""

    person: Somebody
    attends_as: AttendsAs = Field(alias="as")
    serves_for: Somebody | None = Field(default=None, alias="for")
    title: Line | None = None
    paragraphs: ParagraphSet | None = None
    items: tuple[Key, ...] = ()
    """Keys of items of the same meeting, before there are numbers."""
    partly: ParagraphSet | None = None
    """Paragraphs that they were there for a part of."""
    remote: StrictBool = False
    came_at: Clock | None = None
    went_at: Clock | None = None


class OpenAbsence(Part):
    """Somebody who did not come, and whether it was told beforehand."""

    person: Somebody
    told: StrictBool = False


class OpenMeeting(Part):
    """One meeting; identified by body, date and start.

    With a `roll`, what stands in `attendance` and `presiding` follows from it; both may be left out.
    """

    body: Key
    type: Line | None = None
    """The name of one of the body's types of meeting."""
    date: Day
    start: Clock | None = None
    opened: Clock | None = None
    """When the chair opened it; `start` is when it was to begin."""
    end: Clock | None = None
    end_date: Day | None = None
    place: Line | None = None
    stage: Stage | None = None
    recesses: tuple[OpenRecess, ...] = ()
    chair: Somebody | None = None
    secretary: Somebody | None = None
    paragraphs: ParagraphSet | None = None
    """The whole protocol, when only some of it is here; numbering goes on after it."""
    rules: OpenDayRules | None = None
    call_ups: tuple[OpenCallUp, ...] = ()
    roll: tuple[OpenRollLine, ...] = ()
    rulings: tuple[OpenRuling, ...] = ()
    presiding: tuple[OpenPresiding, ...] = ()
    attendance: tuple[OpenAttendee, ...] = ()
    absent: tuple[OpenAbsence, ...] = ()
    items: tuple[OpenItem, ...] = ()
    verification: OneOrMany[OpenVerification] = ()
    notice: OneOrMany[OpenNotice] = ()
    group_meetings: tuple[OpenGroupMeeting, ...] = ()
    sendings: tuple[OpenSending, ...] = ()
    papers_due: Day | None = None
    """When papers must be in, where that is not what the body's rules give."""
    announced_on: Day | None = None
    """When the assembly's meeting was announced."""
    cancelled_on: Day | None = None
    cancelled_because: Words | None = None
    calendar: OpenCalendar | None = None
    notes_sent: Day | None = None
    """When the notes went out to those who were there."""
    comments_by: Day | None = None
    """The last day for comments on them; after it they count as agreed."""
    doors: Doors | None = None
    """Whether everybody may listen, where that is not as the rules say."""
    objections: tuple[OpenObjection, ...] = ()
    draft_sent: Day | None = None
    """When a draft of the protocol went to those who sign it."""
    as_verified: OpenAsVerified | None = None
    corrections: tuple[OpenCorrection, ...] = ()
    archived: tuple[OpenArchived, ...] = ()
    circulated: tuple[OpenCirculated, ...] = ()
    """Who was sent what around it, and when they had read it."""


class OpenFreeAssignment(OpenAssignment):
    """An assignment outside an item: given to a body or at a meeting, or belonging to an item named here.

    `meeting` is the date of a meeting of `body`, with the start after a space where the day has two; `item`
    is the key of an item of that meeting or the number of its paragraph.
    """

    body: Key | None = None
    meeting: MomentText | None = None
    item: ItemName | None = None


Kind = TypeVar("Kind", bound=Part)


def _objects(value: object, steps: Steps) -> Iterator[tuple[Steps, Part]]:
    """Walk the objects in a value, each before those inside it."""
    if isinstance(value, Part):
        yield steps, value
        for name, field in type(value).model_fields.items():
            yield from _objects(getattr(value, name), (*steps, field.alias or name))
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _objects(part, (*steps, place))


class OpenDocument(Part):
    """What a file holds, as one document of the open format."""

    format: Literal["klubban-open-1"]
    organisation: OpenOrganisation | None = None
    bodies: tuple[OpenBody, ...] = ()
    people: tuple[OpenPerson, ...] = ()
    seats: tuple[OpenSeat, ...] = ()
    matters: tuple[OpenMatter, ...] = ()
    meetings: tuple[OpenMeeting, ...] = ()
    assignments: tuple[OpenFreeAssignment, ...] = ()
    delegated: tuple[OpenDelegated, ...] = ()
    phrases: tuple[OpenPhrase, ...] = ()
    """Those of all bodies."""
    words: tuple[Line, ...] = ()
    """What is spelt as the organisation spells it."""
    addressees: tuple[OpenAddressee, ...] = ()
    """Those whom decisions are sent to."""
    trusted_issuers: tuple[OpenTrustedIssuer, ...] = ()
    walks: tuple[OpenWalk, ...] = ()
    inquiries: tuple[OpenInquiry, ...] = ()
    commitments: tuple[OpenCommitment, ...] = ()
    goals: tuple[OpenGoal, ...] = ()
    situations: tuple[OpenSituation, ...] = ()
    _raw: object = PrivateAttr(default=None)
    _held: tuple[tuple[Steps, Part], ...] | None = PrivateAttr(default=None)

    @classmethod
    def read(cls, raw: object) -> OpenDocument:
        """Return the document of JSON values, which it keeps so that it can name places in them."""
        return cls.model_validate(raw, context=raw)

    def model_post_init(self, context: object, /) -> None:
        """Keep the JSON values."""
        self._raw = context

    def held(self, kind: type[Kind]) -> Iterator[tuple[Steps, Kind]]:
        """Walk the objects of a kind, wherever in the document they stand, each with the steps to it."""
        if self._held is None:
            self._held = tuple(_objects(self, ()))
        return ((steps, each) for steps, each in self._held if isinstance(each, kind))

    def place(self, *steps: str | int) -> str:
        """Return the JSON pointer to something in the document as it was written."""
        return place(steps, self._raw)
