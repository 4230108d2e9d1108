"""What happened around a matter beside the meetings: sent, answered, undertaken, verified, appealed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from klubban.domain.afterwards import AppealStep
from klubban.domain.assignment import Assignment, StepKind
from klubban.domain.commitment import Commitment, CommitmentKind, Progress
from klubban.domain.matter_history import Handled
from klubban.domain.referral import Inquiry, ReceivedReferral, Referee


class Since(StrEnum):
    """What happened."""

    ASKED = "asked"
    """Others were asked for their opinion or report."""
    ANSWERED = "answered"
    DECLINED = "declined"
    COMPILED = "compiled"
    """The answers were put together, or the round was ended."""
    RECEIVED = "received"
    """Others asked for an opinion."""
    REPLIED = "replied"
    """They were answered."""
    GIVEN = "given"
    REPORTED = "reported"
    MOVED = "moved"
    HANDED = "handed"
    STUCK = "stuck"
    FREED = "freed"
    DONE = "done"
    CANCELLED = "cancelled"
    REOPENED = "reopened"
    VERIFIED = "verified"
    POSTED = "posted"
    REMOVED = "removed"
    CORRECTED = "corrected"
    APPEAL = "appeal"
    DISPATCHED = "dispatched"
    BEGUN = "begun"
    """A plan or promise was made by the matter's item."""
    FOLLOWED_UP = "followed_up"
    ENDED = "ended"
    """A plan or promise."""


_OF_STEPS = {
    StepKind.MOVED: Since.MOVED,
    StepKind.HANDED: Since.HANDED,
    StepKind.STUCK: Since.STUCK,
    StepKind.FREED: Since.FREED,
    StepKind.DONE: Since.DONE,
    StepKind.CANCELLED: Since.CANCELLED,
    StepKind.REOPENED: Since.REOPENED,
}
"""What is told of steps; that somebody was reminded is no event of the matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One thing that happened on a day, around an item of the matter or the matter itself."""

    day: dt.date
    what: Since
    around: Handled | None = None
    """The item that it came out of."""
    who: tuple[str, ...] = ()
    """Who was asked, answered, has the assignment, or was sent it."""
    words: str = ""
    """What it is about: the assignment, the referral's title, what was answered."""
    because: str = ""
    until: dt.date | None = None
    """By when, or to which day it was moved."""
    body: str = ""
    """The body that asked, or that it was taken to."""
    appeal: AppealStep | None = None
    progress: Progress | None = None
    kind: CommitmentKind | None = None
    """What sort of plan or promise it is about."""
    told_at: int | None = None
    """Id of the item at which it was told, where it has one of its own."""
    hidden: bool = False
    """It was told at a confidential item, or is of a confidential matter."""

    @property
    def confidential(self) -> bool:
        """Tell whether it came out of a confidential item, so that its words are for no list."""
        return self.hidden or (self.around is not None and self.around.confidential)

    def shown(self) -> Noted:
        """Return it as a list may tell it: of what is confidential only that it happened."""
        if not self.confidential:
            return self
        return replace(self, who=(), words="", because="", body="", appeal=self.appeal and _bare(self.appeal))


def _bare(step: AppealStep) -> AppealStep:
    return replace(step, by=None, note=None, case_number=None)


def of_assignment(
    assignment: Assignment, around: Handled, bodies: dict[int, str], reports: dict[int, str]
) -> Iterator[Noted]:
    """Walk what happened to an assignment that an item gave; `reports` has what was told, on one line."""
    text = " ".join(assignment.text.split())
    holder = assignment.to
    yield Noted(
        day=around.date,
        what=Since.GIVEN,
        around=around,
        who=(str(holder),),
        words=text,
        until=assignment.due,
    )
    for report in assignment.reports:
        told = reports.get(report.id, "")
        yield Noted(
            day=report.date,
            what=Since.REPORTED,
            around=around,
            who=(report.by or str(assignment.to_on(report.date)),),
            words=told,
            told_at=report.item,
        )
    for step in assignment.steps:
        holder = step.to or holder
        if step.kind not in _OF_STEPS:
            continue
        yield Noted(
            day=step.day,
            what=_OF_STEPS[step.kind],
            around=around,
            who=step.between if step.kind is StepKind.STUCK and step.between else (str(holder),),
            words=text,
            because="; ".join(filter(None, (step.aims, step.reason))),
            until=step.due,
            body=bodies.get(step.taken_to, "") if step.taken_to is not None else "",
            told_at=step.item,
        )


def of_inquiry(
    inquiry: Inquiry, around: Handled | None, bodies: dict[int, str], said: dict[int, str]
) -> Iterator[Noted]:
    """Walk what was sent and answered; `said` has what a reply says, on one line."""
    body = bodies.get(inquiry.body, "")
    for day in sorted({each.sent_on for each in inquiry.referees if each.sent_on}):
        asked = tuple(str(each.who) for each in inquiry.referees if each.sent_on == day)
        yield Noted(
            day=day,
            what=Since.ASKED,
            around=around,
            who=asked,
            words=inquiry.title,
            until=inquiry.due,
            body=body,
        )
    for referee in inquiry.referees:
        yield from _of_referee(referee, inquiry.title, around, body, said)
    if inquiry.closed_on is not None:
        answered = tuple(str(each.who) for each in inquiry.referees if each.replies)
        yield Noted(
            day=inquiry.closed_on,
            what=Since.COMPILED,
            around=around,
            who=answered,
            words=inquiry.title,
            body=body,
        )


def _of_referee(
    referee: Referee, title: str, around: Handled | None, body: str, said: dict[int, str]
) -> Iterator[Noted]:
    who = (str(referee.who),)
    for reply in referee.replies:
        yield Noted(
            day=reply.received_on,
            what=Since.ANSWERED,
            around=around,
            who=who,
            words=said.get(reply.id, ""),
            body=body,
        )
    if referee.declined_on is not None:
        yield Noted(
            day=referee.declined_on,
            what=Since.DECLINED,
            around=around,
            who=who,
            words=title,
            because=referee.declined_because or "",
            body=body,
        )


def of_received(received: ReceivedReferral, around: Handled | None) -> Iterator[Noted]:
    """Walk what became of a referral that others sent."""
    yield Noted(
        day=received.received_on,
        what=Since.RECEIVED,
        who=(received.sender,),
        words=received.their_number or "",
        until=received.due_now,
        because=received.extended_because or "" if received.extended_to else "",
    )
    if received.answered_on is not None:
        yield Noted(
            day=received.answered_on,
            what=Since.REPLIED,
            around=around,
            who=(received.sender,),
            words=received.answered_how or "",
        )


def of_commitment(commitment: Commitment, around: Handled, said: dict[int, str]) -> Iterator[Noted]:
    """Walk what was found of a plan or promise that an item made; `said` has its follow-ups, on one line."""
    responsible = (str(commitment.responsible),) if commitment.responsible else ()
    yield Noted(
        day=commitment.decided_on or around.date,
        what=Since.BEGUN,
        around=around,
        who=responsible,
        words=commitment.title,
        until=commitment.to_date,
    )
    for each in commitment.follow_ups:
        yield Noted(
            day=each.day,
            what=Since.FOLLOWED_UP,
            around=around,
            words=commitment.title,
            because=said.get(each.id, ""),
            progress=each.progress,
            kind=commitment.kind,
            told_at=each.item,
        )
    if commitment.closed_on is not None:
        yield Noted(
            day=commitment.closed_on,
            what=Since.ENDED,
            around=around,
            words=commitment.title,
            because=commitment.closed_because or "",
        )


def in_turn(found: Iterable[Noted]) -> tuple[Noted, ...]:
    """Return what happened by day; on one day as it was found."""
    return tuple(sorted(found, key=lambda each: each.day))
