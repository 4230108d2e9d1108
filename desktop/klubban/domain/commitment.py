"""Plans and promises: agreements, activity plans, citizen promises, steering documents, recommendations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Named
from klubban.domain.text import Blocks


class CommitmentKind(StrEnum):
    """What sort of plan or promise it is."""

    AGREEMENT = "agreement"
    """Samverkansöverenskommelse, avtal: between parties, for a period (lag 2023:196 9 §)."""
    ACTIVITY_PLAN = "activity_plan"
    """Aktivitetsplan, åtgärdsplan."""
    PROMISE = "promise"
    """Medborgarlöfte."""
    STEERING_DOCUMENT = "steering_document"
    """Policy, plan, programme, lägesbild: with a day on which it is looked at again."""
    RECOMMENDATION = "recommendation"
    """What auditors recommended, to be answered by a day."""


class Progress(StrEnum):
    """How far a plan, a promise or an activity has come."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    PARTLY = "partly"
    """Done in part, and no more is to be done."""
    DONE = "done"
    CANCELLED = "cancelled"
    MOVED = "moved"
    """To another day, and not yet begun."""

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more is to be done."""
        return self in (Progress.PARTLY, Progress.DONE, Progress.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityStep:
    """What was noted of an activity on a day."""

    id: int
    day: dt.date
    progress: Progress
    moved_to: dt.date | None = None
    text: Blocks = ()
    item: int | None = None
    """The item at which it was noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity of a plan: what, what for, when, and who is responsible."""

    id: int
    title: str
    purpose: str | None = None
    when: str | None = None
    """In words: "vår och höst"."""
    from_date: dt.date | None = None
    to_date: dt.date | None = None
    responsible: Named | None = None
    steps: tuple[ActivityStep, ...] = ()
    """In the order of their days."""

    @property
    def progress(self) -> Progress:
        """Return how far it has come, as was last noted."""
        return self.steps[-1].progress if self.steps else Progress.PLANNED

    @property
    def due_now(self) -> dt.date | None:
        """Return the last day, as it was last moved."""
        moved = next((step.moved_to for step in reversed(self.steps) if step.moved_to), None)
        return moved or self.to_date or self.from_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A day on which it is to be followed up."""

    id: int
    day: dt.date
    what: str | None = None
    done_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What was found when it was followed up, at a meeting or between."""

    id: int
    day: dt.date
    progress: Progress | None = None
    text: Blocks = ()
    by: str | None = None
    item: int | None = None
    """The item at which it was noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One plan or promise, with its period, the days on which it is followed up, and what was found then."""

    id: int
    key: str
    body: int
    """Id of the body that watches it."""
    kind: CommitmentKind
    title: str
    text: Blocks = ()
    area: str | None = None
    responsible: Named | None = None
    parties: tuple[str, ...] = ()
    """Of an agreement; of a recommendation, who made it."""
    from_date: dt.date | None = None
    to_date: dt.date | None = None
    registry_number: str | None = None
    decided_on: dt.date | None = None
    decided_by: str | None = None
    item: int | None = None
    """The item that decided it."""
    review: dt.date | None = None
    """When a steering document is to be looked at again."""
    review_months: int | None = None
    """How many months from one review to the next (24: lag 2023:196 6 §)."""
    source: str | None = None
    """The statute or decision that wants it."""
    reports_to: int | None = None
    """Id of the body that it is reported to (13 § of the same act: the assembly)."""
    answer_due: dt.date | None = None
    """By when auditors are to be answered."""
    answered_on: dt.date | None = None
    belongs_to: int | None = None
    """Id of the agreement or plan that it belongs to."""
    replaces: int | None = None
    closed_on: dt.date | None = None
    closed_because: str | None = None
    activities: tuple[Activity, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    """In the order of their days."""

    @property
    def progress(self) -> Progress:
        """Return how far it has come, as was last found."""
        noted = next((each.progress for each in reversed(self.follow_ups) if each.progress), None)
        return noted or Progress.PLANNED
