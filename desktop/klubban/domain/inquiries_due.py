"""What inquiries and received referrals want done, by which day: sent, reminded of, compiled, answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from klubban.domain.referral import Inquiry, InquiryKind, ReceivedReferral, Referee

TO_ANSWER = dt.timedelta(days=21)
"""What referees are given at the least; an inquiry that is not sent is to be by then."""
REMIND_AGAIN = dt.timedelta(days=7)
"""So long after one reminder the next is due."""
COMPILED_BEFORE = dt.timedelta(days=14)
"""So long before its meeting what was answered is to be compiled, to come with the summons."""


class InquiryWants(StrEnum):
    """What is to be done about an inquiry, or a referral that came here."""

    SEND = "send"
    ANSWERS = "answers"
    """Somebody's answer is due on that day, and not late yet."""
    REMIND = "remind"
    """Somebody is late with the answer."""
    COMPILE = "compile"
    ANSWER = "answer"
    """A referral that came here is to be answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What is known of the matter that a received referral belongs to."""

    title: str
    body: int | None = None
    """Id of the body that decides it, or had it last."""
    confidential: bool = False
    public_title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A referral that a body decided on, and that nobody has begun yet."""

    item: int
    meeting: int
    body: int
    held: dt.date
    title: str
    due: dt.date
    number: int | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """All that is open, as the store reads it at once."""

    inquiries: tuple[Inquiry, ...] = ()
    received: tuple[ReceivedReferral, ...] = ()
    confidential: frozenset[int] = frozenset()
    """Ids of the inquiries that come of what is confidential: no list says what they are about."""
    meetings: Mapping[int, dt.date] = field(default_factory=dict)
    """The days of the meetings that are to have the answers, by id."""
    matters: Mapping[int, Place] = field(default_factory=dict)
    """Of received referrals, by id."""
    decided: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryDue:
    """One thing that is to be done, and by when; the title is empty where it is confidential."""

    wants: InquiryWants
    day: dt.date
    title: str
    kind: InquiryKind = InquiryKind.REFERRAL
    body: int | None = None
    inquiry: int | None = None
    received: int | None = None
    matter: int | None = None
    meeting: int | None = None
    """The meeting that is to have the answers; of one that is not begun, the meeting that decided it."""
    item: int | None = None
    """The item that decided it, of one that is not begun."""
    number: int | None = None
    """Its paragraph."""
    who: tuple[str, ...] = ()
    """Those whose answers are due or late; of a received one, its sender."""
    answered: int = 0
    asked: int = 0

    def days_late(self, today: dt.date) -> int:
        """Return for how many days it is late; 0 if it is not."""
        return max((today - self.day).days, 0)


def due(watched: Watched, today: dt.date) -> tuple[InquiryDue, ...]:
    """Return all that is to be done about what is open, by day."""
    found = [each for inquiry in watched.inquiries for each in _of_inquiry(inquiry, watched, today)]
    found += (_to_begin(each) for each in watched.decided if each.held <= today <= each.due)
    found += (_to_answer(each, watched) for each in watched.received if each.answered_on is None)
    return tuple(sorted(found, key=lambda each: (each.day, each.title, each.wants)))


def _to_begin(each: Decided) -> InquiryDue:
    return InquiryDue(
        wants=InquiryWants.SEND,
        day=max(each.held, each.due - TO_ANSWER),
        title="" if each.confidential else each.title,
        body=each.body,
        meeting=each.meeting,
        item=each.item,
        number=each.number,
    )


def _to_answer(each: ReceivedReferral, watched: Watched) -> InquiryDue:
    matter = watched.matters.get(each.matter)
    hidden = matter is not None and matter.confidential
    return InquiryDue(
        wants=InquiryWants.ANSWER,
        day=each.due_now or each.received_on,
        title="" if matter is None or hidden else matter.title,
        body=matter.body if matter else None,
        received=each.id,
        matter=each.matter,
        who=() if hidden else (each.sender,),
    )


def _of_inquiry(inquiry: Inquiry, watched: Watched, today: dt.date) -> Iterator[InquiryDue]:
    if inquiry.closed_on is not None:
        return
    hidden = inquiry.id in watched.confidential

    def wanted(wants: InquiryWants, day: dt.date, who: tuple[Referee, ...] = ()) -> InquiryDue:
        asked = [each for each in inquiry.referees if each.sent_on is not None]
        return InquiryDue(
            wants=wants,
            day=day,
            title="" if hidden else inquiry.title,
            kind=inquiry.kind,
            body=inquiry.body,
            inquiry=inquiry.id,
            meeting=inquiry.meeting,
            who=() if hidden else tuple(str(each.who) for each in who),
            answered=sum(bool(each.replies) for each in asked),
            asked=len(asked),
        )

    if inquiry.sent_on is None:
        yield wanted(InquiryWants.SEND, inquiry.due - TO_ANSWER)
        return
    awaited = [each for each in inquiry.referees if each.is_awaited]
    for day in sorted({inquiry.due_of(each) for each in awaited}):
        who = tuple(each for each in awaited if inquiry.due_of(each) == day)
        yield wanted(InquiryWants.REMIND if day < today else InquiryWants.ANSWERS, day, who)
    if not awaited or all(inquiry.due_of(each) < today for each in awaited):
        yield wanted(InquiryWants.COMPILE, _compile_by(inquiry, watched))


def _compile_by(inquiry: Inquiry, watched: Watched) -> dt.date:
    """Return by when it is compiled: before its meeting, or else when the last answer was due."""
    last = max((inquiry.due_of(each) for each in inquiry.referees), default=inquiry.due)
    meeting = watched.meetings.get(inquiry.meeting) if inquiry.meeting is not None else None
    return last if meeting is None else max(last, meeting - COMPILED_BEFORE)


def to_remind(
    inquiry: Inquiry, today: dt.date, *, before: dt.timedelta = dt.timedelta()
) -> tuple[Referee, ...]:
    """Return whose answer is late, or due within `before`, and who was not reminded in the last week."""
    return tuple(
        each
        for each in inquiry.referees
        if each.is_awaited
        and inquiry.due_of(each) - before <= today
        and not any(today - day < REMIND_AGAIN for day in each.reminders)
    )
