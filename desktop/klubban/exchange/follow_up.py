"""The open format's follow-up: walks, inquiries, plans and promises, goals, situation reports, who read what.

Each model names the table that its objects are rows of; `writing_follow_up` and `operations.import_follow_up`
go by that, field by field, so that a column is named here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import (
    Field,
    PlainSerializer,
    PlainValidator,
    StrictBool,
    StrictInt,
    WithJsonSchema,
    model_validator,
)

from klubban.domain.assignment import StepKind
from klubban.domain.circulated import Circulates
from klubban.domain.commitment import CommitmentKind, Progress
from klubban.domain.errors import RuleBroken
from klubban.domain.referral import InquiryKind
from klubban.domain.situation import STEPS, check_scale
from klubban.exchange.parts import Part, SomebodyOrName
from klubban.exchange.plans import OpenItemAt, OpenMeetingAt
from klubban.exchange.refused import Misfit
from klubban.exchange.texts import TextBlocks
from klubban.exchange.values import Day, FileName, Hash, Key, Line, Number, Words, Year
from klubban.i18n import N_

_LONGEST_AMOUNT = 20


def _read_amount(value: Any) -> Decimal:
    try:
        found = Decimal(value) if isinstance(value, str) and len(value) <= _LONGEST_AMOUNT else None
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite() or f"{found:f}" != value:
        raise Misfit(N_("Expected a number as digits, such as 12.5"))
    return found


Amount: TypeAlias = Annotated[
    Decimal,
    PlainValidator(_read_amount),
    PlainSerializer(lambda amount: f"{amount:f}"),
    WithJsonSchema({"type": "string", "maxLength": _LONGEST_AMOUNT, "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
]
Percent: TypeAlias = Annotated[StrictInt, Field(ge=0, le=100)]

_NONE: Mapping[str, Any] = MappingProxyType({})


class Row(Part):
    """An object that is one row of a table: a field is the column of its name, unless it is named below."""

    TABLE: ClassVar[str]
    NAMED: ClassVar[Mapping[str, str]] = _NONE
    """Fields that say who, with what the names of their columns begin with."""
    REFERS: ClassVar[Mapping[str, str]] = _NONE
    """Fields that hold the key of something, with its sort: `body` for the column `body_id`."""
    CHILDREN: ClassVar[Mapping[str, type[Row]]] = _NONE
    """Fields that list the rows that are part of this one."""
    SINGLE: ClassVar[Mapping[str, tuple[str, str]]] = _NONE
    """Fields that list the one column of such rows: the table and the column."""


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


class OpenQuestion(Row):
    """One question of an inquiry."""

    TABLE = "question"

    text: Words
    withdrawn_on: Day | None = None
    withdrawn_because: Words | None = None


class OpenReplyText(Row):
    """The answer to one question, by its number from 1."""

    TABLE = "reply_text"

    number: Number = Field(alias="question")
    text: TextBlocks = ()


class OpenReply(Row):
    """What a referee answered."""

    TABLE = "reply"
    CHILDREN = MappingProxyType({"texts": OpenReplyText})

    received_on: Day = Field(alias="on")
    by: Line | None = None
    text: TextBlocks = ()
    """What was said beside the questions."""
    texts: tuple[OpenReplyText, ...] = ()
    sha256: Hash | None = None
    media_type: Line | None = Field(default=None, alias="type")
    file_name: FileName | None = Field(default=None, alias="file")
    from_form: StrictBool = False


class OpenReferee(Row):
    """Who is asked, or is to report."""

    TABLE = "referee"
    NAMED = MappingProxyType({"who": ""})
    REFERS = MappingProxyType({"body": "body"})
    CHILDREN = MappingProxyType({"replies": OpenReply})
    SINGLE = MappingProxyType({"reminders": ("reminder", "day")})

    who: SomebodyOrName
    email: Line | None = None
    body: Key | None = None
    sent_on: Day | None = None
    due: Day | None = None
    """A day of its own."""
    due_because: Words | None = None
    reminders: tuple[Day, ...] = ()
    declined_on: Day | None = None
    declined_because: Words | None = None
    replies: tuple[OpenReply, ...] = ()


class OpenInquiry(Row):
    """A referral that was sent out, or a round of reports: questions to several by a date, and replies."""

    TABLE = "inquiry"
    REFERS = MappingProxyType({"body": "body", "matter": "matter"})
    CHILDREN = MappingProxyType({"questions": OpenQuestion, "referees": OpenReferee})

    key: Key
    body: Key
    kind: InquiryKind
    title: Line
    due: Day
    text: TextBlocks = ()
    """What the letter says before the questions."""
    registry_number: Line | None = None
    answer_to: Words | None = None
    matter: Key | None = None
    item: OpenItemAt | None = None
    """The item that decided it."""
    meeting: OpenMeetingAt | None = None
    """The meeting that is to have the answers."""
    sent_on: Day | None = None
    closed_on: Day | None = None
    questions: tuple[OpenQuestion, ...] = ()
    referees: tuple[OpenReferee, ...] = ()


class OpenReceivedReferral(Row):
    """A referral that came from others, which the matter is about."""

    TABLE = "received_referral"

    sender: Line = Field(alias="from")
    received_on: Day = Field(alias="on")
    due: Day | None = None
    their_number: Line | None = None
    questions: tuple[Words, ...] = ()
    extended_to: Day | None = None
    extended_because: Words | None = None
    answered_on: Day | None = None
    answered_how: Line | None = None
    item: OpenItemAt | None = None
    """The item by which it was answered."""


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


def check_scale_here(names: tuple[str, ...]) -> None:
    """Raise Misfit for names of steps that are no scale; none are those of the program."""
    try:
        if names:
            check_scale(names)
    except RuleBroken as error:
        raise Misfit(error.template, "scale", **error.facts) from None


class OpenSituationArea(Row):
    """One area of a situation report, on its step from 1 (normal) to 5 (critical)."""

    TABLE = "situation_area"

    name: Line
    step: Annotated[StrictInt, Field(ge=1, le=STEPS)] | None = None
    events: TextBlocks = ()
    measures: TextBlocks = ()


class OpenSituation(Row):
    """A situation report; `scale` names the five steps, where they are not the program's."""

    TABLE = "situation"
    REFERS = MappingProxyType({"body": "body"})
    CHILDREN = MappingProxyType({"areas": OpenSituationArea})
    SINGLE = MappingProxyType({"rolled_up": ("rolled_up", "from_id")})

    key: Key
    body: Key
    day: Day = Field(alias="date")
    from_date: Day | None = Field(default=None, alias="from")
    title: Line | None = None
    by: Line | None = None
    text: TextBlocks = ()
    scale: tuple[Line, ...] = ()
    sources: tuple[Line, ...] = ()
    done_on: Day | None = None
    item: OpenItemAt | None = None
    areas: tuple[OpenSituationArea, ...] = ()
    rolled_up: tuple[Key, ...] = ()
    """The keys of the reports that went into it."""

    @model_validator(mode="after")
    def _has_five_steps(self) -> OpenSituation:
        check_scale_here(self.scale)
        return self


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
