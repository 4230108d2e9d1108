"""Where the texts of an answer belong: under the questions that stand, or beside them with a remark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.errors import RuleBroken
from klubban.domain.referral import Inquiry, Question, Referee
from klubban.domain.text import Blocks


class Stood(StrEnum):
    """How a referee stands to an inquiry."""

    NOT_SENT = "not_sent"
    AWAITED = "awaited"
    LATE = "late"
    ANSWERED = "answered"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An answer as it is kept."""

    texts: tuple[tuple[int, Blocks], ...]
    """Number and text, of the questions that stand, in their order."""
    withdrawn: tuple[tuple[int, Question, Blocks], ...] = ()
    """What was answered to questions that had been withdrawn; it is kept beside the questions."""


def stood(inquiry: Inquiry, referee: Referee, today: dt.date) -> Stood:
    """Return how a referee stands on a day: who answered after declining has answered."""
    if referee.replies:
        return Stood.ANSWERED
    if referee.declined_on is not None:
        return Stood.DECLINED
    if referee.sent_on is None:
        return Stood.NOT_SENT
    return Stood.LATE if inquiry.due_of(referee) < today else Stood.AWAITED


def days_late(inquiry: Inquiry, referee: Referee, today: dt.date) -> int:
    """Return for how many days an answer has been late, or came late; 0 for one in time or declined."""
    if referee.reply is None and not referee.is_awaited:
        return 0
    until = referee.replies[0].received_on if referee.replies else today
    return max((until - inquiry.due_of(referee)).days, 0)


def placed(inquiry: Inquiry, texts: Mapping[int, Blocks]) -> Placed:
    """Return what belongs where; raises RuleBroken for a question that was never asked."""
    kept: list[tuple[int, Blocks]] = []
    beside: list[tuple[int, Question, Blocks]] = []
    for number in sorted(texts):
        if not 1 <= number <= len(inquiry.questions):
            raise RuleBroken(
                "There is no question {number}; {title} has {count}",
                number=number,
                title=inquiry.title,
                count=len(inquiry.questions),
            )
        question = inquiry.questions[number - 1]
        if not texts[number]:
            continue
        if question.withdrawn_on is None:
            kept.append((number, texts[number]))
        else:
            beside.append((number, question, texts[number]))
    return Placed(texts=tuple(kept), withdrawn=tuple(beside))


def standing_questions(inquiry: Inquiry) -> tuple[tuple[int, Question], ...]:
    """Return the questions that were not withdrawn, with their numbers, from 1."""
    return tuple(
        (number, each) for number, each in enumerate(inquiry.questions, 1) if each.withdrawn_on is None
    )


def number_of(inquiry: Inquiry, referee_id: int) -> int:
    """Return the number of a referee on forms, from 1: its place; raises LookupError."""
    for number, each in enumerate(inquiry.referees, 1):
        if each.id == referee_id:
            return number
    raise LookupError(referee_id)
