"""The open format's follow-up: what happened to assignments, walks, who read what; and its lists of roots."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import Field

from klubban.domain.assignment import StepKind
from klubban.domain.circulated import Circulates
from klubban.exchange.commitments import OpenCommitment, OpenGoal
from klubban.exchange.inquiries import OpenInquiry
from klubban.exchange.parts import SomebodyOrName
from klubban.exchange.plans import OpenItemAt
from klubban.exchange.row import Row
from klubban.exchange.situations import OpenSituation
from klubban.exchange.texts import TextBlocks
from klubban.exchange.values import Day, Hash, Key, Line, Words


class OpenAssignmentStep(Row):
    """What happened to an assignment after it was given."""

    TABLE = "assignment_step"
    NAMED = MappingProxyType({"to": "to_"})
    REFERS = MappingProxyType({"taken_to": "body"})

    kind: StepKind
    day: Day = Field(alias="on")
    due: Day | None = None
    """The new day of one that was moved."""
    to: SomebodyOrName | None = None
    """Who has it now, of one that was handed over."""
    reason: Words | None = None
    between: tuple[Line, ...] = ()
    """Whom it is stuck between."""
    aims: Words | None = None
    taken_to: Key | None = None
    """The key of the body that is to say how it goes on."""
    item: OpenItemAt | None = None


class OpenObservation(Row):
    """What was seen on a walk."""

    TABLE = "observation"
    REFERS = MappingProxyType({"assignment": "assignment"})

    text: Words
    place: Line | None = None
    sha256: Hash | None = None
    """The picture."""
    media_type: Line | None = Field(default=None, alias="type")
    picture_says: Words | None = None
    assignment: Key | None = None
    nothing_because: Words | None = None


class OpenWalk(Row):
    """A safety walk."""

    TABLE = "walk"
    REFERS = MappingProxyType({"body": "body"})
    CHILDREN = MappingProxyType({"observations": OpenObservation})

    key: Key
    body: Key
    title: Line
    day: Day = Field(alias="date")
    place: Line | None = None
    led_by: Line | None = None
    taking_part: tuple[Line, ...] = ()
    text: TextBlocks = ()
    item: OpenItemAt | None = None
    observations: tuple[OpenObservation, ...] = ()


class OpenCirculated(Row):
    """That somebody was sent something around a meeting, and when they had read it."""

    TABLE = "circulated"
    NAMED = MappingProxyType({"who": ""})

    who: SomebodyOrName
    what: Circulates
    sent_on: Day
    email: Line | None = None
    read_on: Day | None = None
    read_how: Line | None = None


ROOTS: Mapping[str, type[Row]] = MappingProxyType(
    {
        "walks": OpenWalk,
        "inquiries": OpenInquiry,
        "commitments": OpenCommitment,
        "goals": OpenGoal,
        "situations": OpenSituation,
    }
)
"""What stands in lists of the document of their own, each with its key."""
