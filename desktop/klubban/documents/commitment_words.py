"""What is said of plans and promises, for page and documents: how far, until when, where it was noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import attendance_words, matter_words
from klubban.documents.wording import held, number_sign
from klubban.domain.commitment import CommitmentKind
from klubban.domain.commitments_due import Follows
from klubban.domain.follow_up_rules import Remark, Statutory

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.commitment import Activity, Commitment
    from klubban.domain.commitments_due import FollowUpDue
    from klubban.domain.noted_at import NotedAt
    from klubban.i18n import Texts

_YEARS = 731
"""Days from which time is told in years."""


def kind(of: CommitmentKind, texts: Texts) -> str:
    """Return what one of them is called."""
    names = {
        CommitmentKind.AGREEMENT: texts.pgettext("commitment", "Agreement"),
        CommitmentKind.ACTIVITY_PLAN: texts.pgettext("commitment", "Activity plan"),
        CommitmentKind.PROMISE: texts.pgettext("commitment", "Citizen promise"),
        CommitmentKind.STEERING_DOCUMENT: texts.pgettext("commitment", "Steering document"),
        CommitmentKind.RECOMMENDATION: texts.pgettext("commitment", "Recommendation"),
    }
    return names[of]


def kinds(of: CommitmentKind, texts: Texts) -> str:
    """Return what several of them are called."""
    names = {
        CommitmentKind.AGREEMENT: texts.pgettext("commitments", "Agreements"),
        CommitmentKind.ACTIVITY_PLAN: texts.pgettext("commitments", "Activity plans"),
        CommitmentKind.PROMISE: texts.pgettext("commitments", "Citizen promises"),
        CommitmentKind.STEERING_DOCUMENT: texts.pgettext("commitments", "Steering documents"),
        CommitmentKind.RECOMMENDATION: texts.pgettext("commitments", "Recommendations"),
    }
    return names[of]


def statutory(of: Statutory, texts: Texts) -> str:
    """Return what lag (2023:196) wants is called."""
    names = {
        Statutory.SITUATION_PICTURE: texts.gettext("Picture of the local crime situation"),
        Statutory.PLAN_OF_MEASURES: texts.gettext("Plan of crime-prevention measures"),
        Statutory.AGREEMENT: texts.gettext("Agreement on crime prevention"),
    }
    return names[of]


def late(day: date | None, today: date, texts: Texts) -> str:
    """Return how late something is, or how long is left; no words without a day."""
    if day is None:
        return ""
    days = (day - today).days
    if abs(days) < _YEARS:
        return matter_words.time_left(days, texts)
    years = abs(days) * 4 // 1461
    words = (
        texts.ngettext("{count} year too late", "{count} years too late", years)
        if days < 0
        else texts.ngettext("{count} year left", "{count} years left", years)
    )
    return held(words.format(count=years))


# --- when and where


def period(first: date | None, last: date | None, texts: Texts) -> str:
    """Return a period in words, as far as it is known: `1 januari 2024–31 december 2027`."""
    if first and last:
        return attendance_words.period(first, last, texts)
    if first:
        return texts.gettext("from {day}").format(day=texts.date(first))
    return texts.gettext("until {day}").format(day=texts.date(last)) if last else ""


def when(of: Activity, texts: Texts) -> str:
    """Return when an activity is to be done: in its own words, or else its days."""
    if of.when:
        return of.when
    if of.from_date and of.to_date:
        return f"{of.from_date.isoformat()}–{of.to_date.isoformat()}"
    if of.to_date:
        return held(texts.pgettext("activity", "by {day}").format(day=of.to_date.isoformat()))
    return of.from_date.isoformat() if of.from_date else "–"


def at(of: NotedAt | None, *, beside: date | None = None) -> str:
    """Return at which paragraph something was noted: `Brå 2025-05-03 § 4`; without one, no words.

    Beside a day it is told without that day.
    """
    if of is None:
        return ""
    day = "" if of.on == beside else of.on.isoformat()
    sign = number_sign(of.number, of.on.year if of.with_year else None) if of.number is not None else ""
    return held(" ".join(filter(None, (of.body_name, day, sign))))


def months(count: int, texts: Texts) -> str:
    """Return how often something is looked at: `vartannat år`, `var 18:e månad`."""
    often = {
        6: texts.gettext("twice a year"),
        12: texts.gettext("every year"),
        24: texts.gettext("every second year"),
        36: texts.gettext("every third year"),
        48: texts.gettext("every fourth year"),
    }
    line = texts.ngettext("every month", "every {count} months", count)
    return often.get(count) or line.format(count=count)


# --- what is to be looked at, and what is to be done


def remark(of: Remark, texts: Texts) -> str:
    """Return what should be looked at, in a sentence."""
    lines = {
        Remark.CHECKPOINT_OUTSIDE: texts.gettext("A follow-up is planned for a day outside the period."),
        Remark.ACTIVITY_BEFORE: texts.gettext("An activity is due before the plan begins."),
        Remark.ACTIVITY_AFTER: texts.gettext("An activity is due after the plan has ended."),
        Remark.REVIEW_PAST: texts.gettext("It should have been looked at again."),
        Remark.NO_FOLLOW_UP: texts.gettext("No follow-up is planned."),
    }
    return lines[of]


def to_do(of: FollowUpDue, texts: Texts) -> str:
    """Return what is to be done with a plan or promise, in a few words: `Följ upp`."""
    words = {
        Follows.CHECKPOINT: texts.pgettext("to do", "Follow up"),
        Follows.REVIEW: texts.pgettext("to do", "Look at it again"),
        Follows.ENDS: texts.pgettext("to do", "Renew or let it end"),
        Follows.ANSWER: texts.pgettext("to do", "Answer the auditors"),
        Follows.ACTIVITY: texts.pgettext("to do", "Say how far it has come"),
        Follows.YEARLY: texts.pgettext("to do", "Follow up this year"),
        Follows.REPORT: texts.pgettext("to do", "Report"),
    }
    return words[of.what]


def next_day(of: Commitment) -> date | None:
    """Return the next day on which it is followed up, as planned."""
    days = [each.day for each in of.checkpoints if each.done_on is None]
    return min((*days, *([of.review] if of.review else [])), default=None)
