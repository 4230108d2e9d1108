"""What plans and promises want done by which day, and which statute wants it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.commitment import Commitment, CommitmentKind
from klubban.domain.follow_up_rules import BEFORE_THE_END, TOLD_BEFORE, add_months

REPORT_TO_ASSEMBLY = "lag (2023:196) 13 §"
_OF_THE_ACT = "2023:196"


class Follows(StrEnum):
    """What is to be done with a plan or promise."""

    CHECKPOINT = "checkpoint"
    """It is followed up, as was planned."""
    REVIEW = "review"
    """It is looked at again."""
    ENDS = "ends"
    """It ends, and nothing takes its place."""
    ANSWER = "answer"
    """Auditors are to be answered."""
    ACTIVITY = "activity"
    """An activity is to be over."""
    YEARLY = "yearly"
    """A promise is followed up each year."""
    REPORT = "report"
    """It is reported to the body that it is reported to, each year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A plan or promise, with what its deadlines need beside it."""

    commitment: Commitment
    confidential: bool = False
    """It came out of a confidential item: lists and mails have no word of it."""
    reported: tuple[dt.date, ...] = ()
    """The days on which it was followed up at a meeting of the body that it is reported to."""
    replaced: bool = False
    """Another has taken its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpDue:
    """One thing to be done with a plan or promise."""

    what: Follows
    day: dt.date
    commitment: int
    kind: CommitmentKind
    body: int
    title: str | None
    """None of what is confidential."""
    detail: str | None = None
    """The activity, or what is followed up at a checkpoint; None of what is confidential."""
    part: int | None = None
    """The id of the activity, or of the checkpoint."""
    statute: str | None = None
    to: int | None = None
    """The body that it is reported to."""

    def is_late(self, today: dt.date) -> bool:
        """Tell whether its day is past."""
        return self.day < today

    def comes_up(self, day: dt.date) -> bool:
        """Tell whether it belongs on the agenda of a meeting on a day.

        What is followed up comes within a month before its day, an activity once its day is past.
        """
        if self.what is Follows.ENDS:
            return self.is_told(day)
        if self.what is Follows.ACTIVITY:
            return self.is_late(day)
        return self.day <= day + dt.timedelta(days=BEFORE_THE_END)

    def is_told(self, today: dt.date) -> bool:
        """Tell whether it is time to tell of it: what ends half a year before, all else always."""
        return self.what is not Follows.ENDS or today >= add_months(self.day, -TOLD_BEFORE)


def due(found: Iterable[Followed], today: dt.date) -> tuple[FollowUpDue, ...]:
    """Return all that is to be done, by day; what ends is told of from half a year before."""
    order = list(Follows)
    told = [each for one in found for each in of_one(one, today) if each.is_told(today)]
    return tuple(sorted(told, key=lambda each: (each.day, order.index(each.what), each.commitment)))


def of_one(of: Followed, today: dt.date) -> Iterator[FollowUpDue]:
    """Walk what is to be done with one plan or promise; nothing with one that is closed."""
    one = of.commitment
    if one.closed_on is not None:
        return
    yield from _planned(of)
    if one.review is not None:
        yield _of(of, Follows.REVIEW, one.review, statute=statute(one))
    if _ends(of) and one.to_date is not None:
        yield _of(of, Follows.ENDS, one.to_date)
    if one.kind is CommitmentKind.RECOMMENDATION and one.answer_due and one.answered_on is None:
        yield _of(of, Follows.ANSWER, one.answer_due)
    if (yearly := _yearly(one, today)) is not None:
        yield _of(of, Follows.YEARLY, yearly)
    if one.reports_to is not None:
        # lag 2023:196 13 §: the assembly is reported to continuously
        law = REPORT_TO_ASSEMBLY if of_the_act(one) else None
        day = _year_after(one, of.reported, today)
        yield _of(of, Follows.REPORT, day, statute=law, to=one.reports_to)


def _planned(of: Followed) -> Iterator[FollowUpDue]:
    one = of.commitment
    for checkpoint in one.checkpoints:
        if checkpoint.done_on is None:
            yield _of(of, Follows.CHECKPOINT, checkpoint.day, detail=checkpoint.what, part=checkpoint.id)
    for activity in one.activities:
        if activity.due_now is not None and not activity.progress.is_over:
            yield _of(of, Follows.ACTIVITY, activity.due_now, detail=activity.title, part=activity.id)


def of_the_act(one: Commitment) -> bool:
    """Tell whether lag (2023:196) wants it."""
    return _OF_THE_ACT in (one.source or "")


def statute(one: Commitment) -> str | None:
    """Return the statute that wants a document to be looked at again, or None for what nobody decreed."""
    return one.source if of_the_act(one) else None


def _ends(of: Followed) -> bool:
    timed = (CommitmentKind.AGREEMENT, CommitmentKind.PROMISE, CommitmentKind.ACTIVITY_PLAN)
    return of.commitment.kind in timed and not of.replaced


def _yearly(one: Commitment, today: dt.date) -> dt.date | None:
    """Return the last day of the year in which a promise is to be followed up next."""
    if one.kind is not CommitmentKind.PROMISE or one.progress.is_over:
        return None
    day = _year_after(one, (each.day for each in one.follow_ups), today)
    if any(each.done_on is None and each.day.year == day.year for each in one.checkpoints):
        return None  # it is planned already
    if one.to_date is not None and one.to_date < day:
        return one.to_date if not one.follow_ups or one.follow_ups[-1].day.year < one.to_date.year else None
    return day


def _year_after(one: Commitment, days: Iterable[dt.date], today: dt.date) -> dt.date:
    """Return the last day of the year after the last of these days; without any, of its first year.

    What is decided before its period begins is asked for nothing before that.
    """
    last = max(days, default=None)
    begun = max((day for day in (one.decided_on, one.from_date) if day is not None), default=today)
    return dt.date(last.year + 1 if last else begun.year, 12, 31)


def _of(
    of: Followed,
    what: Follows,
    day: dt.date,
    *,
    detail: str | None = None,
    part: int | None = None,
    statute: str | None = None,
    to: int | None = None,
) -> FollowUpDue:
    one = of.commitment
    return FollowUpDue(
        what=what,
        day=day,
        commitment=one.id,
        kind=one.kind,
        body=one.body,
        title=None if of.confidential else one.title,
        detail=None if of.confidential else detail,
        part=part,
        statute=statute,
        to=to,
    )
