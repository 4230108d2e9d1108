"""The open format's items: what stands on an agenda, and what a paragraph of the protocol says."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, StrictBool

from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.assignment import AssignmentStatus
from klubban.domain.meeting import Appeal, Doors, Outcome
from klubban.domain.roll import Deviates
from klubban.exchange.agendas import OpenAct, OpenAwaitedPaper, OpenComment, OpenSpeaker
from klubban.exchange.follow_up import OpenAssignmentStep
from klubban.exchange.minutes import (
    OpenDivision,
    OpenElection,
    OpenMotion,
    OpenOwnText,
    OpenPut,
    OpenReservation,
    OpenStatement,
)
from klubban.exchange.parts import Part, Somebody, SomebodyOrName, as_string
from klubban.exchange.plans import OpenItemAt
from klubban.exchange.refused import Misfit
from klubban.exchange.texts import DecisionBlocks, TextBlocks
from klubban.exchange.values import Clock, Day, FileName, Hash, Key, Line, Number, Words
from klubban.exchange.verification import OpenAppealStep, OpenDispatch, OpenReceipt
from klubban.i18n import N_


def _titled(value: Any) -> Any:
    return {"title": value} if isinstance(value, str) else value


def _body_name(value: Any) -> Any:
    if isinstance(value, dict) and "name" not in value:
        raise Misfit(N_("Expected the key {key} here"), key="name")
    return {"key": value} if isinstance(value, str) else value


class OpenPaper(Part):
    """A paper that a decision rests on; a title alone is written as a string."""

    title: Line
    sha256: Hash | None = None
    media_type: Line | None = Field(default=None, alias="type")
    confidential: StrictBool = False
    number: Number | None = None
    """Its number among the item's documents, which it keeps."""
    file_name: FileName | None = Field(default=None, alias="file")


class BodyName(Part):
    """A body, as a string: its key, or a name when that is no body's key.

    An addition to the core of the format: `{"key": "kf", "name": "Stadsfullmäktige"}` when it was called
    otherwise on that day, and `{"name": …}` for a name that happens to be a key.
    """

    model_config = ConfigDict(json_schema_extra={"required": ["name"]})

    key: Line | None = None
    name: Line | None = None


class OpenProposal(Part):
    """What a body proposes that another decides."""

    body: Annotated[BodyName, as_string(_body_name)]
    decision: DecisionBlocks = ()


class OpenDisqualification(Part):
    """Somebody who may not take part in an item, on which ground, and who said so: a key or words."""

    person: Somebody
    ground: Line | None = None
    raised_by: SomebodyOrName | None = None


class OpenDeviation(Part):
    """A fact against a rule, noted with its reason."""

    rule: Deviates
    person: Somebody | None = None
    reason: Words


class OpenReport(Part):
    """What was answered about an assignment."""

    date: Day
    text: TextBlocks
    by: Line | None = None
    item: OpenItemAt | None = None
    """The item at which it was told."""


class OpenAssignment(Part):
    """What somebody (a person's key, or a name) undertook or was told to do, by when."""

    key: Key | None = None
    to: SomebodyOrName
    text: Words
    due: Day | None = None
    status: AssignmentStatus = AssignmentStatus.OPEN
    cost: Line | None = None
    """At whose cost."""
    for_body: Key | None = None
    """The key of the body that it is reported to, where that is another."""
    given_on: Day | None = None
    reports: tuple[OpenReport, ...] = ()
    steps: tuple[OpenAssignmentStep, ...] = ()
    """What happened to it since, in order."""


class OpenAnswer(Part):
    """A referee's answer, one text for each question."""

    sender: Line = Field(alias="from")
    date: Day | None = None
    texts: tuple[TextBlocks, ...] = ()


class OpenReferral(Part):
    """Asking others for their opinion by a date."""

    title: Line | None = None
    due: Day
    referees: tuple[Line, ...] = ()
    questions: tuple[Words, ...] = ()
    answers: tuple[OpenAnswer, ...] = ()


class OpenItem(Part):
    """A matter at one meeting; `decision` is a list of points or, as an addition, a text."""

    key: Key | None = None
    paragraph: Number | None = None
    unnumbered: StrictBool = False
    """It is never a paragraph."""
    title: Line
    matter: Key | None = None
    registry_number: Line | None = None
    kind: ItemKind | None = None
    presenters: tuple[Line, ...] = ()
    proposal: TextBlocks = ()
    documents: tuple[Annotated[OpenPaper, as_string(_titled)], ...] = ()
    earlier: TextBlocks = ()
    summary: TextBlocks = ()
    motions: tuple[OpenMotion, ...] = ()
    order_approved: StrictBool = False
    """The order of the questions was approved before they were put."""
    puts: tuple[OpenPut, ...] = ()
    proceedings: TextBlocks = ()
    elections: tuple[OpenElection, ...] = ()
    divisions: tuple[OpenDivision, ...] = ()
    decision: DecisionBlocks = ()
    own_texts: tuple[OpenOwnText, ...] = ()
    proposes_to: tuple[OpenProposal, ...] = ()
    disqualifications: tuple[OpenDisqualification, ...] = ()
    deviations: tuple[OpenDeviation, ...] = ()
    not_taking_part: tuple[Somebody, ...] = ()
    reservations: tuple[OpenReservation, ...] = ()
    statements: tuple[OpenStatement, ...] = ()
    assignments: tuple[OpenAssignment, ...] = ()
    referral: OpenReferral | None = None
    dispatch_to: tuple[Line, ...] = ()
    outcome: Outcome | None = None
    verified_immediately: StrictBool = False
    confidential: StrictBool = False
    secrecy: Line | None = None
    """The section of the secrecy act that it is confidential by."""
    public_title: Line | None = None
    """What it is called where everybody may read it."""
    doors: Doors | None = None
    exercise_of_authority: StrictBool = False
    appeal: Appeal | None = None
    minutes: Number | None = None
    """How long it is planned to take."""
    start: Clock | None = None
    """The clock time at which it, or its presenter, is to begin."""
    origin: Origin | None = None
    """Why it is on the agenda, when nobody wrote it there by hand."""
    came_from: OpenItemAt | None = None
    assignment: Key | None = None
    """The key of the assignment that falls due."""
    commitment: Key | None = None
    """The key of the plan or promise that is followed up."""
    inquiry: Key | None = None
    """The key of the inquiry whose answers are presented."""
    standing: Number | None = None
    """The number, from 1, of the standing item in its body's list."""
    acts: tuple[OpenAct, ...] = ()
    papers: tuple[OpenAwaitedPaper, ...] = ()
    comments: tuple[OpenComment, ...] = ()
    speakers: tuple[OpenSpeaker, ...] = ()
    appeal_steps: tuple[OpenAppealStep, ...] = ()
    receipts: tuple[OpenReceipt, ...] = ()
    dispatches: tuple[OpenDispatch, ...] = ()
