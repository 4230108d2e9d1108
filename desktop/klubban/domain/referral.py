"""Asking others by a date: a referral (remiss), or a round of reports; and referrals that others sent here.

What an item decided to send out stands in its `Referral`, which a verified protocol keeps; the `Inquiry` is
what was sent and answered since.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Named
from klubban.domain.text import Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A referee's answer, one text for each question."""

    id: int
    sender: str
    date: dt.date | None = None
    texts: tuple[Blocks, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """What an item decided: to ask others for their opinion by a date."""

    id: int
    due: dt.date
    title: str | None = None
    referees: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()


class InquiryKind(StrEnum):
    """What is asked for."""

    REFERRAL = "referral"
    """An opinion on a proposal."""
    REPORTS = "reports"
    """What units have to report before a meeting, merged into one document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of an inquiry; once sent it is only ever withdrawn."""

    id: int
    text: str
    withdrawn_on: dt.date | None = None
    withdrawn_because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyText:
    """The answer to one question."""

    number: int
    """Of the question, from 1."""
    text: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What one referee answered; a later one stands for an earlier one."""

    id: int
    received_on: dt.date
    by: str | None = None
    """Who signed it."""
    text: Blocks = ()
    """What was said beside the questions."""
    texts: tuple[ReplyText, ...] = ()
    sha256: str | None = None
    """The paper or form that it came in."""
    media_type: str | None = None
    file_name: str | None = None
    from_form: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Referee:
    """Who is asked (remissinstans), or the unit that is to report."""

    id: int
    who: Named
    email: str | None = None
    body: int | None = None
    """Id of the body that it is, of one in this file."""
    sent_on: dt.date | None = None
    due: dt.date | None = None
    """A day of its own."""
    due_because: str | None = None
    reminders: tuple[dt.date, ...] = ()
    declined_on: dt.date | None = None
    """When it said that it will not answer."""
    declined_because: str | None = None
    replies: tuple[Reply, ...] = ()

    @property
    def reply(self) -> Reply | None:
        """Return what it answered last, if it did."""
        return self.replies[-1] if self.replies else None

    @property
    def is_awaited(self) -> bool:
        """Tell whether it was asked, and has neither answered nor declined."""
        return self.sent_on is not None and not self.replies and self.declined_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """Questions to several by a date, with what they answered."""

    id: int
    key: str
    body: int
    """Id of the body that asks."""
    kind: InquiryKind
    title: str
    due: dt.date
    text: Blocks = ()
    """What the letter says before the questions."""
    registry_number: str | None = None
    answer_to: str | None = None
    """Where answers are to be sent."""
    matter: int | None = None
    item: int | None = None
    """The item that decided it."""
    meeting: int | None = None
    """The meeting that is to have the answers."""
    sent_on: dt.date | None = None
    closed_on: dt.date | None = None
    """When it was compiled, or ended."""
    questions: tuple[Question, ...] = ()
    referees: tuple[Referee, ...] = ()

    def referee_by_id(self, referee_id: int) -> Referee:
        """Return one of those who are asked; raises LookupError."""
        for each in self.referees:
            if each.id == referee_id:
                return each
        raise LookupError(referee_id)

    def due_of(self, referee: Referee) -> dt.date:
        """Return by when a referee is to answer."""
        return referee.due or self.due


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedReferral:
    """A referral that came from others, which a matter is about."""

    id: int
    matter: int
    sender: str
    received_on: dt.date
    due: dt.date | None = None
    their_number: str | None = None
    """The sender's registry number."""
    questions: tuple[str, ...] = ()
    extended_to: dt.date | None = None
    extended_because: str | None = None
    answered_on: dt.date | None = None
    answered_how: str | None = None
    item: int | None = None
    """The item by which it was answered."""

    @property
    def due_now(self) -> dt.date | None:
        """Return by when it is to be answered."""
        return self.extended_to or self.due
