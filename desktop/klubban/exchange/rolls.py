"""The open format's roll: who was on it, when they were there, and what was decided about who serves.

Lines refer to one another by their number in the list, from 1.
"""

from __future__ import annotations

from pydantic import Field, StrictBool

from klubban.domain.roll import Coming, Moment, OnRollAs
from klubban.domain.rules import Right
from klubban.exchange.parts import Part, Somebody
from klubban.exchange.values import Clock, Day, ItemName, Key, Line, Number, ParagraphSet, Words


class OpenCallUp(Part):
    """An alternate who was asked before the meeting, and the answer."""

    person: Somebody
    serves_for: Somebody | None = Field(default=None, alias="for")
    asked: Day | None = None
    answer: Coming | None = None


class OpenStay(Part):
    """A time that somebody was there; from the opening, or on to the end, where no item is said.

    Who was there at the decision of an item served at it: who `came` `before` it or `during` it, before the
    decision, and who `went` `after` it, or once it was `decided`.
    """

    first: ItemName | None = Field(default=None, alias="from")
    came: Moment = Moment.BEFORE
    last: ItemName | None = Field(default=None, alias="to")
    went: Moment = Moment.AFTER
    remote: StrictBool = False
    came_at: Clock | None = None
    went_at: Clock | None = None


class OpenRollLine(Part):
    """Somebody on the roll; without a person, a vacant seat."""

    person: Somebody | None = None
    role: OnRollAs = Field(alias="as")
    seat_party: Line | None = None
    """The party whose seat it is, when nobody sits in it."""
    represents: Line | None = None
    title: Line | None = None
    personal_for: Number | None = None
    """The line of the member whose own alternate this is."""
    instead_of: Somebody | None = None
    """Whom the organisation sent this one in place of, for this meeting."""
    since: Day | None = None
    """The first day of an unbroken time in the body."""
    rights: tuple[Right, ...] = ()
    stand_ins: tuple[Number, ...] = ()
    """The lines of those who step in for this member, in order."""
    stays: tuple[OpenStay, ...] = ()


class OpenRuling(Part):
    """The chair's decision who serves in a seat, or presides, against what the order of call gives."""

    place: Number | None = Field(default=None, alias="for")
    """The line of the seat; without it, the chair's own place."""
    serves: Number | None = None
    """The line of the one who serves; without it, nobody."""
    first: ItemName = Field(alias="from")
    last: ItemName | None = Field(default=None, alias="to")
    reason: Words


class OpenPresiding(Part):
    """Who presided, and where, if there were several: what follows from a roll."""

    person: Somebody
    paragraphs: ParagraphSet | None = None
    items: tuple[Key, ...] = ()
