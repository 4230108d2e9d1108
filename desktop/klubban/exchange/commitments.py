"""The open format's plans and promises, with how they were followed up, and goals."""

from __future__ import annotations

from types import MappingProxyType

from pydantic import Field

from klubban.domain.commitment import CommitmentKind, Progress
from klubban.exchange.parts import SomebodyOrName
from klubban.exchange.plans import OpenItemAt
from klubban.exchange.row import Amount, Percent, Row
from klubban.exchange.texts import TextBlocks
from klubban.exchange.values import Day, Key, Line, Number, Words, Year


class OpenActivityStep(Row):
    """What was noted of an activity."""

    TABLE = "activity_step"

    day: Day = Field(alias="on")
    progress: Progress
    moved_to: Day | None = None
    text: TextBlocks = ()
    item: OpenItemAt | None = None


class OpenActivity(Row):
    """One activity of a plan."""

    TABLE = "activity"
    NAMED = MappingProxyType({"responsible": "responsible_"})
    CHILDREN = MappingProxyType({"steps": OpenActivityStep})

    title: Line
    purpose: Words | None = None
    when: Line | None = None
    from_date: Day | None = Field(default=None, alias="from")
    to_date: Day | None = Field(default=None, alias="to")
    responsible: SomebodyOrName | None = None
    steps: tuple[OpenActivityStep, ...] = ()


class OpenCheckpoint(Row):
    """A day on which it is followed up."""

    TABLE = "checkpoint"

    day: Day = Field(alias="on")
    what: Line | None = None
    done_on: Day | None = None


class OpenFollowUp(Row):
    """What was found when it was followed up."""

    TABLE = "follow_up"

    day: Day = Field(alias="on")
    progress: Progress | None = None
    text: TextBlocks = ()
    by: Line | None = None
    item: OpenItemAt | None = None


class OpenCommitment(Row):
    """A plan or promise: agreement, activity plan, citizen promise, steering document, recommendation."""

    TABLE = "commitment"
    NAMED = MappingProxyType({"responsible": "responsible_"})
    REFERS = MappingProxyType(
        {
            "body": "body",
            "reports_to": "body",
            "belongs_to": "commitment",
            "replaces": "commitment",
        }
    )
    CHILDREN = MappingProxyType(
        {
            "activities": OpenActivity,
            "checkpoints": OpenCheckpoint,
            "follow_ups": OpenFollowUp,
        }
    )

    key: Key
    body: Key
    kind: CommitmentKind
    title: Line
    text: TextBlocks = ()
    area: Line | None = None
    responsible: SomebodyOrName | None = None
    parties: tuple[Line, ...] = ()
    from_date: Day | None = Field(default=None, alias="from")
    to_date: Day | None = Field(default=None, alias="to")
    registry_number: Line | None = None
    decided_on: Day | None = None
    decided_by: Line | None = None
    item: OpenItemAt | None = None
    """The item that decided it."""
    review: Day | None = None
    review_months: Number | None = None
    source: Line | None = None
    """The statute or decision that wants it."""
    reports_to: Key | None = None
    answer_due: Day | None = None
    answered_on: Day | None = None
    belongs_to: Key | None = None
    """The key of the agreement or plan that it is part of."""
    replaces: Key | None = None
    closed_on: Day | None = None
    closed_because: Words | None = None
    activities: tuple[OpenActivity, ...] = ()
    checkpoints: tuple[OpenCheckpoint, ...] = ()
    follow_ups: tuple[OpenFollowUp, ...] = ()


class OpenGoalYear(Row):
    """The comment that explains a goal's year."""

    TABLE = "goal_year"

    year: Year
    text: TextBlocks = ()
    day: Day | None = Field(default=None, alias="on")
    item: OpenItemAt | None = None


class OpenMeasured(Row):
    """What an indicator was in a year."""

    TABLE = "measured"

    year: Year
    value: Amount
    note: Words | None = None


class OpenIndicator(Row):
    """Something that is measured, with what is 0 and what is 100 on the index."""

    TABLE = "indicator"
    CHILDREN = MappingProxyType({"measured": OpenMeasured})

    name: Line
    unit: Line | None = None
    source: Line | None = None
    none_at: Amount
    full_at: Amount
    measured: tuple[OpenMeasured, ...] = ()


class OpenGoal(Row):
    """A goal with its indicators, and from which index it is yellow and green."""

    TABLE = "goal"
    REFERS = MappingProxyType({"body": "body", "commitment": "commitment"})
    CHILDREN = MappingProxyType({"years": OpenGoalYear, "indicators": OpenIndicator})

    key: Key
    body: Key
    title: Line
    area: Line | None = None
    text: TextBlocks = ()
    commitment: Key | None = None
    yellow_from: Percent = 50
    green_from: Percent = 75
    years: tuple[OpenGoalYear, ...] = ()
    indicators: tuple[OpenIndicator, ...] = ()
