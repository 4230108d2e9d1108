"""The steps that a meeting takes once it is closed, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain import legal_force, notices
from klubban.domain.deadlines import verification_due
from klubban.domain.legal_force import Standing
from klubban.domain.meeting import Stage
from klubban.domain.notices import ToDo
from klubban.domain.signing import SigningWay
from klubban.domain.stages import sets
from klubban.i18n import _, pgettext
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.domain.dispatching import Plan
    from klubban.domain.meeting import Meeting
    from klubban.domain.signing import Signing
    from klubban.domain.stages import ParagraphSet
    from klubban.domain.verification import Verification


class Step(Enum):
    """What is done after a meeting, in its order."""

    DRAFT = "draft"
    LAST_LOOK = "last_look"
    VERIFY = "verify"
    NOTICE = "notice"
    DISPATCH = "dispatch"
    FORCE = "force"
    ARCHIVE = "archive"
    TRACE = "trace"


class Stands(Enum):
    """How far a step is."""

    TO_COME = "to come"
    NOW = "now"
    LATE = "late"
    DONE = "done"
    BESIDE = "beside"
    """It is no step, but can be read."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line of the course: a step, which of several it is, and where it stands."""

    id: tuple[Step, int | None]
    title: str
    told: str
    stands: Stands

    @property
    def heading(self) -> bool:
        """Tell that each can be chosen."""
        return False

    @property
    def words(self) -> str:
        """Return all that the line says."""
        return ", ".join(filter(None, (self.title, self.told)))


_BEFORE = (Stage.PLANNED, Stage.SUMMONED, Stage.IN_SESSION)


def is_after(meeting: Meeting) -> bool:
    """Tell whether there is a course to show: the meeting is closed, or verifies something while it sits."""
    return meeting.stage not in _BEFORE or _at_once(meeting)


def _at_once(meeting: Meeting) -> bool:
    """Tell whether some paragraphs are verified while the meeting still sits."""
    pressing = any(each.immediate for each in meeting.verifications)
    pressing = pressing or any(item.verified_immediately and item.number for item in meeting.items)
    return meeting.stage is Stage.IN_SESSION and pressing


def course(meeting: Meeting, today: date, dispatch: Plan) -> tuple[StepLine, ...]:
    """Return the steps that apply to the meeting, in their order; `dispatch` is who is to have what."""
    return tuple(_lines(meeting, today, dispatch))


def _lines(meeting: Meeting, today: date, dispatch: Plan) -> Iterator[StepLine]:
    rules = meeting.body.rules
    if rules.verified:
        if meeting.stage not in _BEFORE:
            yield _draft(meeting, today)
        yield _last_look(meeting, today)
        yield from _verifications(meeting, today)
    if rules.announced:
        yield _notice(meeting, today)
    yield _dispatch(meeting, dispatch)
    if rules.appealable:
        yield _force(meeting, today)
    yield _archive(meeting, today)
    yield StepLine((Step.TRACE, None), _("Who did what when"), "", Stands.BESIDE)


def _verifications(meeting: Meeting, today: date) -> Iterator[StepLine]:
    """Walk the sets of paragraphs, each with its verification, and then the corrections."""
    found = sets(meeting)
    for each in found:
        name = _("Verification")
        if len(found) > 1 and each.paragraphs is not None:
            name = f"{name} {wording.signs_in(meeting, each.paragraphs)}"
        if each.verification is None:
            yield StepLine((Step.VERIFY, None), name, _("nobody is to sign yet"), Stands.TO_COME)
        else:
            yield _verification(name, meeting, each.verification, today)
    for correction in meeting.corrections:
        if correction.verification is not None:
            yield _verification(_("Correction"), meeting, correction.verification, today, correction=True)


def _day(of: date, today: date) -> str:
    return words.day(of, today)


def _draft(meeting: Meeting, today: date) -> StepLine:
    title, sent = _("Draft"), meeting.draft_sent
    id_ = (Step.DRAFT, None)
    if meeting.protocol_verified:
        told = _("was sent {day}").format(day=_day(sent, today)) if sent else _("was not sent")
        return StepLine(id_, title, told, Stands.DONE)
    if sent is None:
        closed = meeting.stage is Stage.CLOSED
        return StepLine(id_, title, _("not sent"), Stands.NOW if closed else Stands.TO_COME)
    open_ = [each for each in meeting.objections if not each.settled]
    if open_:
        told = _("{count} to settle").format(count=len(open_))
        return StepLine(id_, title, told, Stands.NOW)
    told = _("was sent {day}").format(day=_day(sent, today))
    return StepLine(id_, title, told, Stands.DONE)


def is_ready(meeting: Meeting) -> bool:
    """Tell whether all that is not verified yet is ready to be signed."""
    open_ = [each.verification for each in sets(meeting) if not _done(meeting, each)]
    if meeting.stage is Stage.IN_SESSION:  # then only what is verified at once
        open_ = [each for each in open_ if each is not None and each.immediate]
        noted = {
            number for each in meeting.verifications if each.immediate for number in each.paragraphs or ()
        }
        pressing = {item.number for item in meeting.items if item.verified_immediately and item.number}
        return pressing <= noted and all(each is not None and each.ready_on for each in open_)
    return all(each is not None and each.ready_on is not None for each in open_)


def _done(meeting: Meeting, of: ParagraphSet) -> bool:
    return of.verification is not None and meeting.is_done(of.verification)


def _last_look(meeting: Meeting, today: date) -> StepLine:
    id_, title = (Step.LAST_LOOK, None), _("Last look")
    if meeting.protocol_verified:
        return StepLine(id_, title, "", Stands.DONE)
    days = [each.ready_on for each in meeting.verifications if each.ready_on and not each.signed_by]
    if not is_ready(meeting) or not days:
        return StepLine(id_, title, _("not ready to verify yet"), Stands.NOW)
    return StepLine(id_, title, _("ready since {day}").format(day=_day(max(days), today)), Stands.DONE)


def _verification(
    title: str, meeting: Meeting, of: Verification, today: date, *, correction: bool = False
) -> StepLine:
    id_ = (Step.VERIFY, of.id)
    if of.signed_by or (meeting.is_done(of) and not correction):
        told = _("signed {day}").format(day=_day(of.date, today)) if of.date else _("signed")
        return StepLine(id_, title, told, Stands.DONE)
    due = verification_due(meeting.last_day).extended
    if today > due and not correction:
        told = _("should have been done by {day}").format(day=_day(due, today))
        return StepLine(id_, title, told, Stands.LATE)
    if of.signing is not None:
        return StepLine(id_, title, _out(of.signing), Stands.NOW)
    if of.moved_to is not None:
        return StepLine(id_, title, _("put off to {day}").format(day=_day(of.moved_to, today)), Stands.NOW)
    told = _("nobody has signed") if correction else _("by {day}").format(day=_day(due, today))
    now = correction or of.ready_on is not None
    return StepLine(id_, title, told, Stands.NOW if now else Stands.TO_COME)


def _out(signing: Signing) -> str:
    """Return how far a signing is."""
    if signing.way is SigningWay.SERVICE and signing.returned is not None:
        return _("the file has come back")
    awaited = signing.awaited
    if not awaited:
        return _("all have signed")
    if len(awaited) == 1:
        return _("{name} has not signed").format(name=awaited[0].who)
    return _("{count} have not signed").format(count=len(awaited))


def _notice(meeting: Meeting, today: date) -> StepLine:
    """Return where the announcement stands: what is to be done first, of several sets."""
    id_, title = (Step.NOTICE, None), pgettext("step", "Notice")
    wanted = {each.what: each for each in reversed(notices.reminders(meeting, today))}
    if ToDo.POST_AGAIN in wanted:
        return StepLine(id_, title, _("to be posted again"), Stands.LATE)
    if post := wanted.get(ToDo.POST):
        told = _("to be up by {day}").format(day=_day(post.day, today))
        return StepLine(id_, title, told, Stands.LATE if post.late else Stands.NOW)
    posted = [each for each in meeting.notices if each.posted]
    if not posted:
        return StepLine(id_, title, "", Stands.TO_COME)
    last = posted[-1]
    if last.removed is not None:
        return StepLine(id_, title, _("down {day}").format(day=_day(last.removed, today)), Stands.DONE)
    if (down := wanted.get(ToDo.TAKE_DOWN)) and today >= down.day:
        return StepLine(id_, title, _("may come down"), Stands.NOW)
    assert last.posted is not None  # noqa: S101 - just asked
    return StepLine(id_, title, _("up since {day}").format(day=_day(last.posted, today)), Stands.NOW)


def _dispatch(meeting: Meeting, plan: Plan) -> StepLine:
    id_, title = (Step.DISPATCH, None), _("Dispatch")
    if not plan.lines:
        return StepLine(id_, title, _("no recipients"), Stands.TO_COME)
    done = sum(not any(part.due for part in line.parts) for line in plan.lines)
    if done == len(plan.lines):
        return StepLine(id_, title, _("all sent"), Stands.DONE)
    told = _("{done} of {all} recipients have theirs").format(done=done, all=len(plan.lines))
    return StepLine(id_, title, told, Stands.NOW if meeting.verified else Stands.TO_COME)


def _force(meeting: Meeting, today: date) -> StepLine:
    id_, title = (Step.FORCE, None), _("Legal force")
    states = [legal_force.state_of(meeting, item, today) for item in meeting.items]
    if meeting.stage in (Stage.IN_FORCE, Stage.ARCHIVED):
        since = [each.day for each in states if each.standing is Standing.IN_FORCE and each.day]
        told = _("since {day}").format(day=_day(max(since), today)) if since else ""
        return StepLine(id_, title, told, Stands.DONE)
    able = [each for each in states if each.standing is not Standing.NOT_APPEALABLE]
    if any(each.standing is Standing.RUN_OUT for each in able):
        return StepLine(id_, title, _("ask the court"), Stands.NOW)
    begun = any(each.posted for each in meeting.notices)
    done = sum(each.is_over for each in able)
    ends = [each.day for each in able if each.standing is Standing.WAITING and each.day]
    told = ""
    if done:
        told = _("{done} of {all} decisions").format(done=done, all=len(able))
    elif ends:
        told = _("the time goes on to the end of {day}").format(day=_day(max(ends), today))
    return StepLine(id_, title, told, Stands.NOW if begun else Stands.TO_COME)


def _archive(meeting: Meeting, today: date) -> StepLine:
    id_, title = (Step.ARCHIVE, None), pgettext("step", "Archive")
    if not meeting.archived:
        return StepLine(id_, title, "", Stands.TO_COME)
    day = _day(meeting.archived[-1].archived_on, today)
    return StepLine(id_, title, _("packed {day}").format(day=day), Stands.DONE)
