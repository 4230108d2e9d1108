"""What is said of plans and promises, for page and documents: how far, until when, where it was noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import attendance_words, matter_words
from klubban.documents.wording import NBSP, capital, held, number_sign
from klubban.domain.commitment import CommitmentKind, Progress
from klubban.domain.commitments_due import Follows
from klubban.domain.follow_up_rules import Remark, Statutory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.commitment import Activity, Commitment
    from klubban.domain.commitments_due import FollowUpDue
    from klubban.domain.noted_at import NotedAt
    from klubban.i18n import Texts

SHAPES = {
    Progress.PLANNED: "○",
    Progress.UNDER_WAY: "▶",
    Progress.PARTLY: "◆",
    Progress.DONE: "●",
    Progress.CANCELLED: "×",
    Progress.MOVED: "→",
}
"""What stands beside the word, for those who look before they read."""
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


# --- how far it has come


def activity_progress(of: Progress, texts: Texts) -> str:
    """Return how far an activity has come, in a word."""
    words = {
        Progress.PLANNED: texts.pgettext("activity", "planned"),
        Progress.UNDER_WAY: texts.pgettext("activity", "under way"),
        Progress.PARTLY: texts.pgettext("activity", "done in part"),
        Progress.DONE: texts.pgettext("activity", "done"),
        Progress.CANCELLED: texts.pgettext("activity", "cancelled"),
        Progress.MOVED: texts.pgettext("activity", "moved"),
    }
    return words[of]


def progress(of: Progress, whose: CommitmentKind, texts: Texts) -> str:
    """Return how far a plan or promise has come, in a word that fits its kind."""
    if whose is CommitmentKind.PROMISE:
        words = {
            Progress.PLANNED: texts.pgettext("promise", "not begun"),
            Progress.UNDER_WAY: texts.pgettext("promise", "under way"),
            Progress.PARTLY: texts.pgettext("promise", "kept in part"),
            Progress.DONE: texts.pgettext("promise", "kept"),
            Progress.CANCELLED: texts.pgettext("promise", "given up"),
            Progress.MOVED: texts.pgettext("promise", "put off"),
        }
    elif whose is CommitmentKind.RECOMMENDATION:
        words = {
            Progress.PLANNED: texts.pgettext("recommendation", "not dealt with yet"),
            Progress.UNDER_WAY: texts.pgettext("recommendation", "under way"),
            Progress.PARTLY: texts.pgettext("recommendation", "dealt with in part"),
            Progress.DONE: texts.pgettext("recommendation", "dealt with"),
            Progress.CANCELLED: texts.pgettext("recommendation", "not followed"),
            Progress.MOVED: texts.pgettext("recommendation", "put off"),
        }
    else:
        words = {
            Progress.PLANNED: texts.pgettext("plan", "not begun"),
            Progress.UNDER_WAY: texts.pgettext("plan", "under way"),
            Progress.PARTLY: texts.pgettext("plan", "carried out in part"),
            Progress.DONE: texts.pgettext("plan", "carried out"),
            Progress.CANCELLED: texts.pgettext("plan", "given up"),
            Progress.MOVED: texts.pgettext("plan", "put off"),
        }
    return words[of]


def progress_of(count: int, of: Progress, whose: CommitmentKind | None, texts: Texts) -> str:
    """Return how far so many have come, in a word; without a kind they are activities."""
    one = activity_progress(of, texts) if whose is None else progress(of, whose, texts)
    if count == 1:
        return one
    if whose is CommitmentKind.PROMISE:
        several = {
            Progress.PLANNED: texts.pgettext("promises", "not begun"),
            Progress.PARTLY: texts.pgettext("promises", "kept in part"),
            Progress.DONE: texts.pgettext("promises", "kept"),
            Progress.MOVED: texts.pgettext("promises", "put off"),
        }
    elif whose is CommitmentKind.RECOMMENDATION:
        several = {
            Progress.PLANNED: texts.pgettext("recommendations", "not dealt with yet"),
            Progress.PARTLY: texts.pgettext("recommendations", "dealt with in part"),
            Progress.DONE: texts.pgettext("recommendations", "dealt with"),
            Progress.MOVED: texts.pgettext("recommendations", "put off"),
        }
    else:
        several = {
            Progress.PLANNED: texts.pgettext("activities", "planned"),
            Progress.PARTLY: texts.pgettext("activities", "done in part"),
            Progress.DONE: texts.pgettext("activities", "done"),
            Progress.CANCELLED: texts.pgettext("activities", "cancelled"),
            Progress.MOVED: texts.pgettext("activities", "moved"),
        }
    return several.get(of, one)


def marked(of: Progress, word: str) -> str:
    """Return a word of progress with its shape: `● Genomförd`."""
    return f"{SHAPES[of]}{NBSP}{capital(word)}"


def is_known(of: Commitment) -> bool:
    """Tell whether it is known how far a plan or promise has come; what nobody dealt with is so till then."""
    return of.kind is CommitmentKind.RECOMMENDATION or any(each.progress for each in of.follow_ups)


def standing(of: Commitment, texts: Texts) -> str:
    """Return how far a plan or promise has come, with its shape; or that nobody has said so yet."""
    unknown = texts.gettext("not followed up yet")
    return marked(of.progress, progress(of.progress, of.kind, texts) if is_known(of) else unknown)


def stands(of: Activity, texts: Texts) -> str:
    """Return how far an activity has come, with its shape, and to which day it was moved."""
    told = marked(of.progress, activity_progress(of.progress, texts))
    if of.progress is Progress.MOVED and of.due_now:
        to = texts.pgettext("moved", "to {day}").format(day=of.due_now.isoformat())
        told = f"{told} {held(to)}"
    return told


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


def counted(activities: Sequence[Activity], today: date, texts: Texts) -> str:
    """Return how many activities there are and how far they have come, in a sentence or two."""
    if not activities:
        return ""
    many = texts.ngettext("{count} activity", "{count} activities", len(activities))
    told = [
        f"{count} {progress_of(count, each, None, texts)}"
        for each in Progress
        if (count := sum(one.progress is each for one in activities))
    ]
    late = sum(is_late(one, today) for one in activities)
    line = f"{many.format(count=len(activities))}: {', '.join(told)}."
    if late:
        behind = texts.ngettext("{count} is late.", "{count} are late.", late)
        line = f"{line} {behind.format(count=late)}"
    return line


def is_late(of: Activity, today: date) -> bool:
    """Tell whether an activity is past its day and not over."""
    return of.due_now is not None and of.due_now < today and not of.progress.is_over


def next_day(of: Commitment) -> date | None:
    """Return the next day on which it is followed up, as planned."""
    days = [each.day for each in of.checkpoints if each.done_on is None]
    return min((*days, *([of.review] if of.review else [])), default=None)
