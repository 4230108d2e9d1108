"""The steps that a meeting takes once it is closed, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.meeting import Stage
from klubban.i18n import _, pgettext
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.domain.meeting import Meeting, Verification


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
    """Tell whether the meeting is closed, so that there is a course to show."""
    return meeting.stage not in _BEFORE


def course(meeting: Meeting, today: date) -> tuple[StepLine, ...]:
    """Return the steps that apply to the meeting, in their order."""
    return tuple(_lines(meeting, today))


def _lines(meeting: Meeting, today: date) -> Iterator[StepLine]:
    rules = meeting.body.rules
    if rules.verified:
        yield _draft(meeting, today)
        yield _last_look(meeting)
        for each in meeting.verifications:
            yield _verification(meeting, each, today)
        if not meeting.verifications:
            yield StepLine((Step.VERIFY, None), _("Verification"), "", Stands.TO_COME)
    if rules.announced:
        yield _notice(meeting, today)
    yield _dispatch(meeting)
    if rules.appealable:
        yield _force(meeting)
    yield _archive(meeting, today)
    yield StepLine((Step.TRACE, None), _("Who did what when"), "", Stands.TO_COME)


def _day(of: date, today: date) -> str:
    return words.day(of, today)


def _draft(meeting: Meeting, today: date) -> StepLine:
    title, sent = _("Draft"), meeting.draft_sent
    id_ = (Step.DRAFT, None)
    if meeting.protocol_verified:
        told = _("was sent {day}").format(day=_day(sent, today)) if sent else _("was not sent")
        return StepLine(id_, title, told, Stands.DONE)
    if sent is None:
        return StepLine(id_, title, _("not sent"), Stands.NOW)
    open_ = [each for each in meeting.objections if not each.settled]
    if open_:
        told = _("{count} to settle").format(count=len(open_))
        return StepLine(id_, title, told, Stands.NOW)
    told = _("was sent {day}").format(day=_day(sent, today))
    return StepLine(id_, title, told, Stands.DONE)


def _last_look(meeting: Meeting) -> StepLine:
    ready = meeting.protocol_verified or meeting.stage not in (*_BEFORE, Stage.CLOSED)
    told = _("ready to verify") if ready else _("not ready yet")
    return StepLine((Step.LAST_LOOK, None), _("Last look"), told, Stands.DONE if ready else Stands.NOW)


def _verification(meeting: Meeting, of: Verification, today: date) -> StepLine:
    title = _("Verification")
    if of.paragraphs is not None and len(meeting.verifications) > 1:
        title = f"{title} {wording.signs_in(meeting, of.paragraphs)}"
    id_ = (Step.VERIFY, of.id)
    if meeting.is_done(of):
        told = _("verified {day}").format(day=_day(of.date, today)) if of.date else _("verified")
        return StepLine(id_, title, told, Stands.DONE)
    if of.moved_to is not None:
        return StepLine(id_, title, _("put off to {day}").format(day=_day(of.moved_to, today)), Stands.NOW)
    if of.signing is not None:
        told = _("{signed} of {all} have signed").format(
            signed=len(of.signing.signatures) - len(of.signing.awaited), all=len(of.signing.signatures)
        )
        return StepLine(id_, title, told, Stands.NOW)
    if of.date is not None:
        late = of.date < today
        told = _("was to be {day}") if late else _("to be {day}")
        return StepLine(
            id_, title, told.format(day=_day(of.date, today)), Stands.LATE if late else Stands.NOW
        )
    return StepLine(id_, title, _("nobody has signed"), Stands.NOW)


def _notice(meeting: Meeting, today: date) -> StepLine:
    id_, title = (Step.NOTICE, None), _("Announcement")
    posted = [each for each in meeting.notices if each.posted]
    if not posted:
        done = meeting.protocol_verified
        return StepLine(id_, title, _("not posted") if done else "", Stands.NOW if done else Stands.TO_COME)
    last = posted[-1]
    if last.removed is not None:
        return StepLine(id_, title, _("down {day}").format(day=_day(last.removed, today)), Stands.DONE)
    assert last.posted is not None  # noqa: S101 - just asked
    return StepLine(id_, title, _("up since {day}").format(day=_day(last.posted, today)), Stands.NOW)


def _dispatch(meeting: Meeting) -> StepLine:
    wanted = {(item.id, name) for item in meeting.items for name in item.recipients}
    sent = {(item.id, each.recipient) for item in meeting.items for each in item.dispatches}
    id_, title = (Step.DISPATCH, None), _("Dispatch")
    if not wanted:
        return StepLine(id_, title, _("no recipients"), Stands.TO_COME)
    if wanted <= sent:
        return StepLine(id_, title, _("all sent"), Stands.DONE)
    told = _("{sent} of {all} sent").format(sent=len(wanted & sent), all=len(wanted))
    return StepLine(id_, title, told, Stands.NOW if meeting.verified else Stands.TO_COME)


def _force(meeting: Meeting) -> StepLine:
    id_, title = (Step.FORCE, None), _("Legal force")
    if meeting.stage in (Stage.IN_FORCE, Stage.ARCHIVED):
        return StepLine(id_, title, words.small(words.stage(Stage.IN_FORCE)), Stands.DONE)
    stands = Stands.NOW if any(each.posted for each in meeting.notices) else Stands.TO_COME
    return StepLine(id_, title, "", stands)


def _archive(meeting: Meeting, today: date) -> StepLine:
    id_, title = (Step.ARCHIVE, None), pgettext("step", "Archive")
    if not meeting.archived:
        return StepLine(id_, title, "", Stands.TO_COME)
    day = _day(meeting.archived[-1].archived_on, today)
    return StepLine(id_, title, _("packed {day}").format(day=day), Stands.DONE)
