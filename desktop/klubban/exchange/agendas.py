"""The open format's agenda before the meeting: what is awaited, was done and was sent, who is to speak."""

from __future__ import annotations

from pydantic import Field, StrictBool

from klubban.domain.agenda import Act
from klubban.exchange.parts import Part, Somebody
from klubban.exchange.values import Clock, Count, Day, Hash, ItemName, Line, Number, Words


class OpenAct(Part):
    """An item was added, withdrawn, postponed or taken up again: who proposed that, when and why."""

    act: Act
    by: Line | None = None
    on: Day | None = None
    at: Clock | None = None
    reason: Words | None = None


class OpenAwaitedPaper(Part):
    """A paper that is awaited for an item: from whom, by when, whether it came and was approved."""

    title: Line
    sender: Line | None = Field(default=None, alias="from")
    due: Day | None = None
    arrived: Day | None = None
    approved: Day | None = None
    approved_by: Line | None = None


class OpenComment(Part):
    """What somebody remarked about an item before the meeting."""

    by: Line
    text: Words
    on: Day | None = None


class OpenSpeaker(Part):
    """Somebody on the speakers' list of an item, in turn."""

    person: Somebody
    reply: StrictBool = False
    seconds: Count | None = None
    """How long they spoke."""


class OpenGroupMeeting(Part):
    """A group that meets before the meeting; the same day, where none is said."""

    name: Line
    date: Day | None = None
    start: Clock | None = None
    place: Line | None = None


class OpenSentItem(Part):
    """An item as a sending told of it."""

    item: ItemName
    number: Line
    """Its number on the agenda then."""
    title: Line
    withdrawn: StrictBool = False


class OpenSentDocument(Part):
    """A document as it was sent."""

    item: ItemName
    document: Number | None = None
    """Its place in the item's list of documents, from 1, while it is there."""
    number: Number
    """Its number among the item's documents then."""
    title: Line
    sha256: Hash | None = None


class OpenSending(Part):
    """The summons (number 0), or a supplement to it, as it went out: what it told of the meeting then."""

    number: Count
    on: Day
    at: Clock | None = None
    date: Day | None = None
    start: Clock | None = None
    place: Line | None = None
    late_because: Words | None = None
    items: tuple[OpenSentItem, ...] = ()
    documents: tuple[OpenSentDocument, ...] = ()


class OpenCalendar(Part):
    """What calendars know a meeting by, and how often what they hold of it has changed."""

    uid: Line | None = None
    sequence: Count = 0
