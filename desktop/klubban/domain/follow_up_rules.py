"""What holds for plans and promises: periods, days of follow-up, what belongs to what, presets of statute."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.commitment import Commitment, CommitmentKind, Progress
from klubban.domain.errors import RuleBroken

TWO_YEARS = 24
"""At least every second year the picture and the plan are made anew (lag 2023:196 6 §)."""
OF_AN_AGREEMENT = 2
"""So many follow-ups are proposed during its validity."""
LONGEST_REVIEW = 600
"""Months, which are fifty years: a longer time is a slip of the keys."""
BEFORE_THE_END = 31
"""So many days before its day a planned follow-up may be made."""
TOLD_BEFORE = 6
"""So many months before its end an agreement is told of."""


class Statutory(StrEnum):
    """What lag (2023:196) wants of every municipality."""

    SITUATION_PICTURE = "situation_picture"
    """Lägesbild (4 §)."""
    PLAN_OF_MEASURES = "plan_of_measures"
    """Åtgärdsplan (5 §)."""
    AGREEMENT = "agreement"
    """Överenskommelse with the police and others (9 §)."""


@dataclass(frozen=True, slots=True)
class Preset:
    """What a statute says of a plan before anybody writes a word."""

    kind: CommitmentKind
    source: str
    review_months: int | None = None


PRESETS: Mapping[Statutory, Preset] = {
    Statutory.SITUATION_PICTURE: Preset(
        CommitmentKind.STEERING_DOCUMENT, "lag (2023:196) 4 och 6 §§", TWO_YEARS
    ),
    Statutory.PLAN_OF_MEASURES: Preset(
        CommitmentKind.STEERING_DOCUMENT, "lag (2023:196) 5 och 6 §§", TWO_YEARS
    ),
    Statutory.AGREEMENT: Preset(CommitmentKind.AGREEMENT, "lag (2023:196) 9 §"),
}
"""The committee that leads the work reports on all of them to the assembly (13 §)."""


class Remark(StrEnum):
    """What may be so, and should be looked at."""

    CHECKPOINT_OUTSIDE = "checkpoint_outside"
    """A follow-up is planned for a day outside the period."""
    ACTIVITY_BEFORE = "activity_before"
    """An activity is due before the plan begins."""
    ACTIVITY_AFTER = "activity_after"
    """An activity is due after the plan ends."""
    REVIEW_PAST = "review_past"
    """The day of review is past."""
    NO_FOLLOW_UP = "no_follow_up"
    """An agreement has no day on which it is followed up."""


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the day so many months later, or earlier; the last of the month where it has no such day."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def check_period(from_date: dt.date | None, to_date: dt.date | None) -> None:
    """Raise RuleBroken for a period that ends before it begins."""
    if from_date and to_date and to_date < from_date:
        raise RuleBroken(
            "The period ends on {to}, before it begins on {begins}; the last day should be {begins} or later",
            to=to_date,
            begins=from_date,
        )


def check_review(months: int | None) -> None:
    """Raise RuleBroken for a clock that nobody would look at again by."""
    if months is not None and months < 1:
        raise RuleBroken("It is looked at again after one month or more, not after {months}", months=months)
    if months is not None and months > LONGEST_REVIEW:
        raise RuleBroken(
            "It is looked at again after {limit} months at most, not after {months}",
            limit=LONGEST_REVIEW,
            months=months,
        )


def check_chain(id_: int, above: int | None, upwards: Mapping[int, int | None], title: str) -> None:
    """Raise RuleBroken where something would belong to itself, or replace itself, also through others."""
    seen = {id_}
    while above is not None:
        if above in seen:
            raise RuleBroken("{title} cannot belong to itself or replace itself", title=title)
        seen.add(above)
        above = upwards.get(above)


def check_noted(progress: Progress | None, moved_to: dt.date | None, *, reason: bool) -> None:
    """Raise RuleBroken for something moved without a day or a reason, or cancelled without a reason."""
    if progress is Progress.MOVED and moved_to is None:
        raise RuleBroken("Say to which day it is moved")
    if progress in (Progress.MOVED, Progress.CANCELLED) and not reason:
        raise RuleBroken("Say why it is moved or cancelled")
    if moved_to is not None and progress is not Progress.MOVED:
        raise RuleBroken("A new day goes with what is moved only")


def spread(from_date: dt.date, to_date: dt.date, count: int = OF_AN_AGREEMENT) -> tuple[dt.date, ...]:
    """Return days of follow-up that part a period evenly, so that the last leaves time to negotiate."""
    length = (to_date - from_date).days
    return tuple(
        from_date + dt.timedelta(days=length * place // (count + 1)) for place in range(1, count + 1)
    )


def answered_by(commitment: Commitment, day: dt.date) -> tuple[int, ...]:
    """Return the planned follow-ups that one on a day settles: all till then, or the next within a month."""
    waiting = [each for each in commitment.checkpoints if each.done_on is None]
    past = tuple(each.id for each in waiting if each.day <= day)
    if past:
        return past
    soon = day + dt.timedelta(days=BEFORE_THE_END)
    return tuple(each.id for each in waiting if each.day <= soon)[:1]


def next_review(commitment: Commitment, day: dt.date) -> dt.date | None:
    """Return when a document that was looked at on a day is to be looked at again; None for never."""
    return add_months(day, commitment.review_months) if commitment.review_months else None


def renewed_title(commitment: Commitment, from_date: dt.date, to_date: dt.date) -> str:
    """Return a title with the years of a new period in the place of the old ones."""
    first, last = commitment.from_date, commitment.to_date
    if not first or not last:
        return commitment.title
    title = commitment.title
    for dash in "–-":
        title = title.replace(f"{first.year}{dash}{last.year}", f"{from_date.year}{dash}{to_date.year}")
    return title


def remarks(commitment: Commitment, today: dt.date) -> tuple[Remark, ...]:
    """Return what should be looked at in a plan that is not closed."""
    if commitment.closed_on is not None:
        return ()
    first, last = commitment.from_date, commitment.to_date
    dues = [each.due_now for each in commitment.activities if not each.progress.is_over]
    days = [each.day for each in commitment.checkpoints if each.done_on is None]
    agreed = commitment.kind is CommitmentKind.AGREEMENT
    found = {
        Remark.CHECKPOINT_OUTSIDE: any(_outside(day, first, last) for day in days),
        Remark.ACTIVITY_BEFORE: any(_outside(day, first, None) for day in dues),
        Remark.ACTIVITY_AFTER: any(_outside(day, None, last) for day in dues),
        Remark.REVIEW_PAST: commitment.review is not None and commitment.review < today,
        Remark.NO_FOLLOW_UP: agreed and not commitment.checkpoints and not commitment.follow_ups,
    }
    return tuple(each for each, holds in found.items() if holds)


def _outside(day: dt.date | None, first: dt.date | None, last: dt.date | None) -> bool:
    return day is not None and bool((first and day < first) or (last and day > last))


def by_review(found: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Return documents by the day on which they are looked at again, those without one last."""
    return tuple(sorted(found, key=lambda one: (one.review or dt.date.max, one.title)))
