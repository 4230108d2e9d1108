"""What law and rules want done around meetings, of all bodies, each by its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klubban.domain.afterwards import AppealStepKind
from klubban.domain.body import Body
from klubban.domain.deadlines import last_day_for_appeal, notice_due, verification_due
from klubban.domain.duty import Duty, Wanted
from klubban.domain.lead_times import dates_of
from klubban.domain.meeting import Appeal, Outcome, Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.submissions import Raised, unanswered

_STAGES = list(Stage)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOfParagraphs:
    """As much of a verification as its deadlines need."""

    id: int
    paragraphs: Paragraphs | None = None
    date: dt.date | None = None
    """When it was signed, or is to be."""
    immediate: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """As much of a notice as its deadlines need."""

    id: int
    verification: int | None = None
    paragraphs: Paragraphs | None = None
    posted: dt.date | None = None
    removed: dt.date | None = None
    last_day: dt.date | None = None
    flawed: bool = False
    replaces: int | None = None

    @property
    def ends(self) -> dt.date | None:
        """Return the last day for appeal."""
        return self.last_day or (last_day_for_appeal(self.posted) if self.posted else None)

    @property
    def in_vain(self) -> bool:
        """Tell whether the time for appeal has not run by it, since it came down early (KL 13 kap. 5 §)."""
        return self.removed is not None and self.ends is not None and self.removed <= self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A paragraph, and what is known of its appeal."""

    item: int
    number: int
    appeal: Appeal | None = None
    outcome: Outcome | None = None
    steps: tuple[AppealStepKind, ...] = ()
    final: bool = False

    @property
    def by_notice(self) -> bool:
        """Tell whether the notice starts the time for its appeal."""
        return self.appeal is Appeal.LEGALITY or (self.appeal is None and self.outcome is Outcome.DECIDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitedPaper:
    """A paper that has not come."""

    item: int
    title: str
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

    id: int
    body: Body
    """With the rules of the day."""
    date: dt.date
    last_day: dt.date
    stage: Stage
    cancelled: bool = False
    papers_due: dt.date | None = None
    announced_on: dt.date | None = None
    summoned_on: dt.date | None = None
    draft_sent: dt.date | None = None
    notes_sent: dt.date | None = None
    comments_by: dt.date | None = None
    papers: tuple[AwaitedPaper, ...] = ()
    reasons: tuple[Reasons, ...] = ()
    sets: tuple[SetOfParagraphs, ...] = ()
    notices: tuple[Posted, ...] = ()
    decided: tuple[Decided, ...] = ()

    def is_past(self, stage: Stage) -> bool:
        """Tell whether it stands at a stage, or after it."""
        return _STAGES.index(self.stage) >= _STAGES.index(stage)


def duties(meetings: Iterable[Watched], raised: Iterable[Raised], today: dt.date) -> tuple[Duty, ...]:
    """Return all that is to be done, by day, the late first."""
    found = [each for meeting in meetings for each in of_meeting(meeting, today)]
    found += _submissions(raised)
    order = list(Wanted)
    return tuple(sorted(found, key=lambda each: (each.day, order.index(each.what), each.meeting or 0)))


def of_meeting(meeting: Watched, today: dt.date) -> Iterator[Duty]:
    """Walk what is to be done around one meeting."""
    if meeting.cancelled or meeting.stage is Stage.ARCHIVED:
        return
    if not meeting.is_past(Stage.IN_SESSION):
        if meeting.last_day < today:
            yield _of(meeting, Wanted.HELD, meeting.last_day, has_last=False)
        else:
            yield from _before(meeting)
        return
    yield from _notes(meeting, today)
    if meeting.body.rules.verified and not meeting.is_past(Stage.IN_FORCE):
        yield from _verifying(meeting)
        if meeting.body.rules.announced:
            yield from _announcing(meeting)
    if meeting.body.rules.announced:
        yield from _taking_down(meeting)


def _of(meeting: Watched, what: Wanted, day: dt.date, **more: object) -> Duty:
    return Duty(what=what, day=day, body=meeting.body, meeting=meeting.id, held=meeting.date, **more)  # type: ignore[arg-type] # the fields of Duty


def _before(meeting: Watched) -> Iterator[Duty]:
    dates = dates_of(meeting.body, meeting.date, papers_due=meeting.papers_due)
    if dates.announced and meeting.announced_on is None:
        yield _of(meeting, Wanted.ANNOUNCEMENT, dates.announced)
    if dates.summons and meeting.summoned_on is None:
        yield _of(meeting, Wanted.SUMMONS, dates.summons)
    by_day: dict[dt.date, list[AwaitedPaper]] = {}
    for each in meeting.papers:
        by_day.setdefault(each.due or dates.closes or meeting.date, []).append(each)
    for day, papers in by_day.items():
        item = papers[0].item if len({each.item for each in papers}) == 1 else None
        yield _of(meeting, Wanted.PAPERS, day, item=item, names=tuple(each.title for each in papers))


def _notes(meeting: Watched, today: dt.date) -> Iterator[Duty]:
    if meeting.comments_by is None or meeting.comments_by < today or meeting.is_past(Stage.VERIFIED):
        return
    if meeting.draft_sent is not None:
        yield _of(meeting, Wanted.DRAFT, meeting.comments_by)
    elif meeting.notes_sent is not None:
        yield _of(meeting, Wanted.COMMENTS, meeting.comments_by)


def _verifying(meeting: Watched) -> Iterator[Duty]:
    """Walk what is to be verified (KL 5 kap. 69 §), and what is to be in by then (KL 4 kap. 27 §)."""
    if meeting.is_past(Stage.VERIFIED):
        return
    due = verification_due(meeting.last_day)
    extended = due.extended if due.extended != due.day else None
    waiting = [each for each in meeting.sets if not each.done]
    for each in waiting:
        if each.immediate:
            yield _of(meeting, Wanted.AT_ONCE, meeting.last_day, paragraphs=each.paragraphs)
    ordinary = [each for each in waiting if not each.immediate]
    if ordinary or not any(each.done and not each.immediate for each in meeting.sets):
        numbers = [number for each in ordinary if each.paragraphs for number in each.paragraphs]
        whole = not ordinary or any(each.paragraphs is None for each in ordinary)
        told = None if whole else Paragraphs.of(numbers)
        days = {each.date for each in ordinary}
        one = next(iter(days)) if len(days) == 1 else None
        yield _of(meeting, Wanted.VERIFICATION, due.day, extended=extended, paragraphs=told, appointed=one)
    appointed = [each.date for each in ordinary if each.date]
    by_item: dict[int, list[Reasons]] = {}
    for lacking in meeting.reasons:
        by_item.setdefault(lacking.item, []).append(lacking)
    for item, found in by_item.items():
        day = min([*appointed, due.extended]) if appointed else due.day
        numbers = [one.number for one in found if one.number is not None]
        names = tuple(one.by for one in found)
        yield _of(meeting, Wanted.REASONS, day, item=item, names=names, paragraphs=Paragraphs.of(numbers))


def _announcing(meeting: Watched) -> Iterator[Duty]:
    """Walk the verifications that no notice tells of (KL 8 kap. 12 §)."""
    if meeting.is_past(Stage.ANNOUNCED):
        return
    for each in meeting.sets:
        if not each.done or each.date is None:
            continue
        notice = notice_of(meeting, each)
        if notice is not None and notice.posted is not None:
            continue
        due = notice_due(each.date)
        extended = due.extended if due.extended != due.day else None
        yield _of(meeting, Wanted.NOTICE, due.day, extended=extended, paragraphs=each.paragraphs)


def notice_of(meeting: Watched, of: SetOfParagraphs) -> Posted | None:
    """Return the notice of a verification that counts now: the last, since it replaces those before."""
    found = [each for each in meeting.notices if _tells(each, of, meeting)]
    return found[-1] if found else None


def _tells(notice: Posted, of: SetOfParagraphs, meeting: Watched) -> bool:
    if notice.verification is not None:
        return notice.verification == of.id
    if notice.paragraphs is None or of.paragraphs is None:
        return len(meeting.sets) == 1 or notice.paragraphs == of.paragraphs
    return all(number in notice.paragraphs for number in of.paragraphs)


def _taking_down(meeting: Watched) -> Iterator[Duty]:
    replaced = {each.replaces for each in meeting.notices}
    for notice in meeting.notices:
        if notice.posted is None or notice.ends is None or notice.id in replaced:
            continue
        own = _paragraphs(meeting, notice)
        if notice.in_vain:
            yield _of(meeting, Wanted.NOTICE_ANEW, notice.ends, has_last=False, paragraphs=own)
            continue
        if notice.removed is None:
            day = notice.ends + _DAY  # KL 8 kap. 12 §
            yield _of(meeting, Wanted.NOTICE_DOWN, day, has_last=False, paragraphs=own)
        if not meeting.is_past(Stage.IN_FORCE):
            yield from _appeals(meeting, notice, own)


def _paragraphs(meeting: Watched, notice: Posted) -> Paragraphs | None:
    """Return the paragraphs that a notice tells of; None for all."""
    if notice.paragraphs is not None:
        return notice.paragraphs
    return next((each.paragraphs for each in meeting.sets if each.id == notice.verification), None)


def _appeals(meeting: Watched, notice: Posted, own: Paragraphs | None) -> Iterator[Duty]:
    """Walk what is to be asked of the court, and what it is to answer: for the paragraphs together."""
    if not meeting.body.rules.appealable or notice.ends is None:
        return
    covered = [
        each
        for each in meeting.decided
        if each.by_notice and not each.final and (not own or each.number in own)
    ]
    unasked = Paragraphs.of(each.number for each in covered if not each.steps)
    if unasked:
        yield _of(meeting, Wanted.APPEAL, notice.ends, has_last=False, paragraphs=unasked)
    asked = Paragraphs.of(each.number for each in covered if each.steps)
    if asked:
        yield _of(meeting, Wanted.ANSWER, notice.ends + _DAY, has_last=False, paragraphs=asked)


def _submissions(raised: Iterable[Raised]) -> Iterator[Duty]:
    """Walk what should be decided within a year (KL 5 kap. 35 §)."""
    for each in unanswered(raised):
        if each.due is not None:
            yield Duty(
                what=Wanted.SUBMISSION, day=each.due, matter=each.matter.id, names=(each.matter.title,)
            )
