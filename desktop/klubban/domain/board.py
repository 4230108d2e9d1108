"""What law and rules want done around meetings, and what is followed up, of all bodies, each by its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klubban.domain import legal_force
from klubban.domain.deadlines import verification_due
from klubban.domain.duty import Duty, Wanted
from klubban.domain.lead_times import dates_of
from klubban.domain.legal_force import state_of
from klubban.domain.meeting import Meeting, Stage
from klubban.domain.notices import ToDo, reminders
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.submissions import Raised, unanswered


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitedPaper:
    """A paper that has not come."""

    item: int
    title: str
    """None of a confidential item's: the board is printed, and goes to calendars."""
    due: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Written reasons that were announced and have not come."""

    item: int
    number: int | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """As much of a meeting as its deadlines need."""

    meeting: Meeting
    """With the rules of the day; of its items only those that may be appealed against, and of them as much as
    tells whether they are."""
    summoned_on: dt.date | None = None
    papers: tuple[AwaitedPaper, ...] = ()
    reasons: tuple[Reasons, ...] = ()


def duties(
    meetings: Iterable[Watched], raised: Iterable[Raised], today: dt.date, followed: Iterable[Duty] = ()
) -> tuple[Duty, ...]:
    """Return all that is to be done, by day, the late first; `followed` is what is followed up besides."""
    found = [each for meeting in meetings for each in of_meeting(meeting, today)]
    found += _submissions(raised)
    found += followed
    order = {what: place for place, what in enumerate(Wanted)}
    return tuple(
        sorted(found, key=lambda each: (each.day, order[each.what], each.meeting or 0, each.id or 0))
    )


def of_meeting(of: Watched, today: dt.date) -> Iterator[Duty]:
    """Walk what is to be done around one meeting."""
    meeting = of.meeting
    if meeting.cancelled_on is not None or meeting.stage is Stage.ARCHIVED:
        return
    if not meeting.stage.has_reached(Stage.IN_SESSION):
        if meeting.last_day < today:
            yield _of(meeting, Wanted.HELD, meeting.last_day, has_last=False)
        else:
            yield from _before(of)
        return
    yield from _comments(of, today)
    if meeting.body.rules.verified and not meeting.stage.has_reached(Stage.VERIFIED):
        yield from _verifying(of)
    yield from _notices(of, today)
    if not meeting.stage.has_reached(Stage.IN_FORCE):
        yield from _appeals(meeting, today)


def _of(meeting: Meeting, what: Wanted, day: dt.date, **more: object) -> Duty:
    return Duty(what=what, day=day, body=meeting.body, meeting=meeting.id, held=meeting.date, **more)  # type: ignore[arg-type] # the fields of Duty


def _before(of: Watched) -> Iterator[Duty]:
    meeting = of.meeting
    dates = dates_of(meeting.body, meeting.date, papers_due=meeting.papers_due)
    if dates.announced and meeting.announced_on is None:
        yield _of(meeting, Wanted.ANNOUNCEMENT, dates.announced)
    if dates.summons and of.summoned_on is None:
        yield _of(meeting, Wanted.SUMMONS, dates.summons)
    by_day: dict[dt.date, list[AwaitedPaper]] = {}
    for each in of.papers:
        by_day.setdefault(each.due or dates.closes or meeting.date, []).append(each)
    for day, papers in by_day.items():
        item = papers[0].item if len({each.item for each in papers}) == 1 else None
        yield _of(meeting, Wanted.PAPERS, day, item=item, names=tuple(each.title for each in papers))


def _comments(of: Watched, today: dt.date) -> Iterator[Duty]:
    meeting = of.meeting
    verified = meeting.stage.has_reached(Stage.VERIFIED)
    if meeting.comments_by is None or meeting.comments_by < today or verified:
        return
    if meeting.draft_sent is not None:
        yield _of(meeting, Wanted.DRAFT, meeting.comments_by)
    elif meeting.notes_sent is not None:
        yield _of(meeting, Wanted.COMMENTS, meeting.comments_by)


def _verifying(of: Watched) -> Iterator[Duty]:
    """Walk what is to be verified (KL 5 kap. 69 §), and what is to be in by then (KL 4 kap. 27 §)."""
    meeting = of.meeting
    due = verification_due(meeting.last_day)
    extended = due.extended if due.extended != due.day else None
    waiting = [each for each in meeting.verifications if not meeting.is_done(each)]
    for each in waiting:
        if each.immediate:
            yield _of(meeting, Wanted.AT_ONCE, meeting.last_day, paragraphs=each.paragraphs)
    ordinary = [each for each in waiting if not each.immediate]
    if ordinary or not meeting.protocol_verified:
        numbers = [number for each in ordinary if each.paragraphs for number in each.paragraphs]
        whole = not ordinary or any(each.paragraphs is None for each in ordinary)
        told = None if whole else Paragraphs.of(numbers)
        days = {each.date for each in ordinary}
        one = next(iter(days)) if len(days) == 1 else None
        yield _of(meeting, Wanted.VERIFICATION, due.day, extended=extended, paragraphs=told, appointed=one)
    appointed = [each.date for each in ordinary if each.date]
    by_item: dict[int, list[Reasons]] = {}
    for lacking in of.reasons:
        by_item.setdefault(lacking.item, []).append(lacking)
    for item, found in by_item.items():
        day = min([*appointed, due.extended]) if appointed else due.day
        numbers = [one.number for one in found if one.number is not None]
        names = tuple(one.by for one in found)
        yield _of(meeting, Wanted.REASONS, day, item=item, names=names, paragraphs=Paragraphs.of(numbers))


_ABOUT_NOTICES = {
    ToDo.POST: Wanted.NOTICE,
    ToDo.POST_AGAIN: Wanted.NOTICE_ANEW,
    ToDo.TAKE_DOWN: Wanted.NOTICE_DOWN,
}


def _notices(of: Watched, today: dt.date) -> Iterator[Duty]:
    """Walk what is to be posted, and what may come down (KL 8 kap. 12 §)."""
    meeting = of.meeting
    if not meeting.notices and meeting.stage.has_reached(Stage.ANNOUNCED):
        return  # it came in as announced, and nobody noted how
    for each in reminders(meeting, today):
        due = each.due
        yield _of(
            meeting,
            _ABOUT_NOTICES[each.what],
            each.day,
            extended=due.extended if due and due.extended != due.day else None,
            has_last=due is not None,
            paragraphs=each.verification.paragraphs,
        )


_ABOUT_APPEALS = {
    legal_force.Standing.WAITING: Wanted.APPEAL,
    legal_force.Standing.RUN_OUT: Wanted.ASK,
    legal_force.Standing.ASKED: Wanted.ANSWER,
    legal_force.Standing.APPEALED: Wanted.ANSWER,
}


def _appeals(meeting: Meeting, today: dt.date) -> Iterator[Duty]:
    """Walk what is to be asked of the court, and what it is to answer: together for what has one day."""
    together: dict[tuple[Wanted, dt.date], list[int]] = {}
    for item in meeting.items:
        state = state_of(meeting, item, today)
        if item.number is None or state.day is None:
            continue
        what = _ABOUT_APPEALS.get(state.standing)
        if what is not None:
            together.setdefault((what, state.day), []).append(item.number)
    for (what, day), numbers in together.items():
        last = what is Wanted.APPEAL
        yield _of(meeting, what, day, has_last=last, paragraphs=Paragraphs.of(numbers))


def _submissions(raised: Iterable[Raised]) -> Iterator[Duty]:
    """Walk what should be decided within a year (KL 5 kap. 35 §)."""
    for each in unanswered(raised):
        if each.due is not None:
            yield Duty(
                what=Wanted.SUBMISSION, day=each.due, matter=each.matter.id, names=(each.matter.title,)
            )
