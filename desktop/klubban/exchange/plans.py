"""The open format's plans: how a body's meetings and items come again, and what was decided for it."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StrictBool, StrictInt, model_validator

from klubban.domain.agenda import ItemKind, Moves, Pattern
from klubban.exchange.parts import Part
from klubban.exchange.refused import Misfit
from klubban.exchange.texts import TextBlocks
from klubban.exchange.values import Clock, Day, ItemName, Key, Line, MomentText, Number
from klubban.i18n import N_

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Weekday: TypeAlias = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MonthNumber: TypeAlias = Annotated[StrictInt, Field(ge=1, le=12)]
Nth: TypeAlias = Annotated[StrictInt, Field(ge=-2, le=5)]


class OpenPattern(Part):
    """How a body's meetings come again: every third Tuesday (`nth`), or each sixth week (`weeks`)."""

    weekday: Weekday
    nth: tuple[Nth, ...] = ()
    """Which of the month's weekdays: 1 for the first, -1 for the last."""
    weeks: Number | None = None
    """So many weeks from one meeting to the next."""
    first: Day | None = None
    """The day that the weeks are counted from."""
    months: tuple[MonthNumber, ...] = ()
    """The months in which it meets, 1 for January; all, where none are said."""
    start: Clock | None = None
    place: Line | None = None
    moves: Moves = Moves.LATER
    """Where a meeting goes whose day is a holiday."""
    meeting_type: Line | None = Field(default=None, alias="type")
    """The name of one of the body's types of meeting."""

    @model_validator(mode="after")
    def _counts_one_way(self) -> OpenPattern:
        if bool(self.nth) == (self.weeks is not None):
            raise Misfit(N_("Expected one of the keys {known}, and no more"), known="nth, weeks")
        return self

    @property
    def pattern(self) -> Pattern:
        """Return the pattern, as far as it says which days there are."""
        facts = self.model_dump(include={"nth", "weeks", "first", "months"})
        return Pattern(id=0, weekday=WEEKDAYS.index(self.weekday), **facts)


class OpenStandingItem(Part):
    """An item that comes by itself on the agendas of a body: on each, or in some months of the year."""

    title: Line
    kind: ItemKind | None = None
    minutes: Number | None = None
    """How long it is planned to take."""
    presenters: tuple[Line, ...] = ()
    proposal: TextBlocks = ()
    months: tuple[MonthNumber, ...] = ()
    """The months of a duty, 1 for January; each meeting, where none are said."""
    source: Line | None = None
    """Where the duty is laid down."""
    closing: StrictBool = False
    """It stands at the end of the agenda."""
    meeting_type: Line | None = Field(default=None, alias="type")
    """The name of one of the body's types of meeting; all, where none is said."""


class OpenMeetingAt(Part):
    """Some meeting: its body and date, with the start after a space where the day has two."""

    body: Key
    meeting: MomentText


class OpenItemAt(Part):
    """An item of some meeting: its body, the meeting's date (with the start after a space where the day has
    two), and the item's key or the number of its paragraph.
    """  # noqa: D205 - one sentence

    body: Key
    meeting: MomentText
    item: ItemName


class OpenDelegated(Part):
    """A decision that was taken by delegation from a body, and the item at which it was reported."""

    body: Key
    title: Line
    registry_number: Line | None = None
    date: Day | None = None
    by: Line | None = None
    """The delegate."""
    basis: Line | None = None
    """The point of the order of delegation."""
    urgent: StrictBool = False
    """Taken by the chair since it could not wait (KL 6 kap. 39 §)."""
    reported: OpenItemAt | None = None
