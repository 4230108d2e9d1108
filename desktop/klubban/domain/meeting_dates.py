"""The days that law and rules set around one meeting and each set of its paragraphs: due, done, late."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain import deadlines, notices
from klubban.domain.deadlines import Due
from klubban.domain.lead_times import dates_of
from klubban.domain.meeting import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.domain.meeting import Meeting
    from klubban.domain.stages import ParagraphSet


class Limit(StrEnum):
    """What a day is the last, or the first, for."""

    PAPERS = "papers"
    SUMMONS = "summons"
    ANNOUNCEMENT = "announcement"
    """Of the assembly's meeting (KL 5 kap. 13 §)."""
    COMMENTS = "comments"
    """On notes, or on a draft."""
    APPOINTED = "appointed"
    """When those who verify meet."""
    VERIFICATION = "verification"
    NOTICE = "notice"
    APPEAL = "appeal"
    """The last day for it, which nobody does anything about."""
    REMOVAL = "removal"
    """The first day for it: the notice may come down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day, what it is for, and when that was done."""

    limit: Limit
    due: Due
    done: date | None = None
    runs_out: bool = False
    """Nothing is to be done by then; the time is over after it."""

    def late_by(self, today: date) -> int:
        """Return how many days late it was done, or is; 0 where it is in time, or nothing is to be done."""
        if self.runs_out:
            return 0
        if self.limit is Limit.REMOVAL:
            return max((self.due.day - self.done).days, 0) if self.done else 0
        return max(((self.done or today) - self.due.extended).days, 0)


def of_meeting(meeting: Meeting) -> tuple[Dated, ...]:
    """Return the days before the meeting, and the last for comments on its draft or notes."""
    return tuple(_of_meeting(meeting))


def _of_meeting(meeting: Meeting) -> Iterator[Dated]:
    due = dates_of(meeting.body, meeting.date, papers_due=meeting.papers_due)
    sent = min((each.on for each in meeting.sendings), default=None)
    ahead = meeting.stage in (Stage.PLANNED, Stage.SUMMONED)
    if due.papers is not None and ahead and sent is None:
        yield Dated(limit=Limit.PAPERS, due=Due(due.papers, due.papers), runs_out=True)
    if due.summons is not None and (ahead or sent is not None):
        yield Dated(limit=Limit.SUMMONS, due=Due(due.summons, due.summons), done=sent)
    if due.announced is not None and (ahead or meeting.announced_on):
        limit = Due(due.announced, due.announced)
        yield Dated(limit=Limit.ANNOUNCEMENT, due=limit, done=meeting.announced_on)
    if meeting.comments_by is not None:
        yield Dated(limit=Limit.COMMENTS, due=Due(meeting.comments_by, meeting.comments_by), runs_out=True)


def of_set(meeting: Meeting, of: ParagraphSet) -> tuple[Dated, ...]:
    """Return the days of one set of paragraphs, as far as the body's rules and what is known give them."""
    return tuple(_of_set(meeting, of))


def _of_set(meeting: Meeting, of: ParagraphSet) -> Iterator[Dated]:
    rules, verification = meeting.body.rules, of.verification
    if meeting.stage in (Stage.PLANNED, Stage.SUMMONED):
        return
    done = verification.date if verification and meeting.is_done(verification) else None
    if verification and verification.date and done is None:
        day = verification.date
        yield Dated(limit=Limit.APPOINTED, due=Due(day, day), runs_out=True)
    if verification is None or not verification.immediate or done is None:
        day = meeting.last_day
        at_once = verification is not None and verification.immediate
        due = Due(day, day) if at_once else deadlines.verification_due(day)
        yield Dated(limit=Limit.VERIFICATION, due=due, done=done)
    else:
        yield Dated(limit=Limit.VERIFICATION, due=Due(done, done), done=done)
    if verification is None or done is None:
        return
    notice = notices.standing(meeting, verification)
    posted = notice.posted if notice else None
    if rules.announced or posted:
        yield Dated(limit=Limit.NOTICE, due=deadlines.notice_due(done), done=posted)
    if notice is None or posted is None:
        return
    last, earliest = notices.last_day(meeting, notice), notices.earliest_removal(meeting, notice)
    if last is not None:
        yield Dated(limit=Limit.APPEAL, due=Due(last, last), runs_out=True)
    if earliest is not None:
        yield Dated(limit=Limit.REMOVAL, due=Due(earliest, earliest), done=notice.removed)
