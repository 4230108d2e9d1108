"""Where a meeting stands and which days it has, in lines: for the command line, and whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.legal_force import Standing, state_of
from klubban.domain.meeting import Stage
from klubban.domain.meeting_dates import Dated, Limit, of_meeting, of_set
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.stage_acts import StageAct, open_acts, open_acts_of
from klubban.domain.stages import items_of, sets, stage_of_set
from klubban.domain.who_signs import unsigned

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from klubban.domain.meeting import Meeting
    from klubban.domain.stages import ParagraphSet
    from klubban.i18n import Texts


def stage(of: Stage, texts: Texts) -> str:
    """Return a stage as a word."""
    return {
        Stage.PLANNED: texts.pgettext("stage", "Planned"),
        Stage.SUMMONED: texts.pgettext("stage", "Summoned"),
        Stage.IN_SESSION: texts.pgettext("stage", "In session"),
        Stage.CLOSED: texts.pgettext("stage", "Closed"),
        Stage.READY: texts.pgettext("stage", "Ready to verify"),
        Stage.VERIFIED: texts.pgettext("stage", "Verified"),
        Stage.ANNOUNCED: texts.pgettext("stage", "Announced"),
        Stage.IN_FORCE: texts.pgettext("stage", "In force"),
        Stage.ARCHIVED: texts.pgettext("stage", "Archived"),
    }[of]


def lines(meeting: Meeting, today: date, texts: Texts) -> Iterator[str]:
    """Walk where the meeting stands, its days, and then each set of its paragraphs with its own."""
    held = f"{meeting.body.name} {meeting.date.isoformat()}"
    if meeting.cancelled_on is not None:
        line = texts.gettext("{meeting}: cancelled on {date}")
        yield line.format(meeting=held, date=meeting.cancelled_on.isoformat())
        return
    yield f"{held}: {wording.small(stage(meeting.stage, texts))}"
    for each in of_meeting(meeting):
        yield f"  {dated(each, today, texts)}"
    if meeting.notes_sent is not None:
        yield "  " + texts.gettext("Notes sent: {date}").format(date=meeting.notes_sent.isoformat())
    if not sets(meeting):
        yield from (f"  {line}" for line in _acts(open_acts(meeting, today), texts))
    begun = meeting.stage not in (Stage.PLANNED, Stage.SUMMONED)
    for place, of in enumerate(sets(meeting) if begun else (), 1):
        yield f"{place}. {_heading(meeting, of, texts)}"
        yield from (f"  {line}" for line in _of_set(meeting, of, today, texts))
    for archived in meeting.archived:
        line = texts.gettext("Archived on {date}: {name}")
        yield line.format(date=archived.archived_on.isoformat(), name=archived.name)


def _heading(meeting: Meeting, of: ParagraphSet, texts: Texts) -> str:
    """Return `§ 151, omedelbar justering, eget protokoll: tillkännagivet`."""
    named = wording.signs_in(meeting, of.paragraphs) if of.paragraphs else texts.gettext("The protocol")
    facts = [named]
    if of.verification and of.verification.immediate:
        facts.append(wording.small(texts.gettext("Immediate verification")))
    if of.own_document:
        facts.append(texts.gettext("a protocol of its own"))
    told = wording.small(stage(stage_of_set(meeting, of.verification), texts))
    if of.verification is None:
        told = texts.gettext("nobody is to verify it yet")
    return f"{', '.join(facts)}: {told}"


def _of_set(meeting: Meeting, of: ParagraphSet, today: date, texts: Texts) -> Iterator[str]:
    for each in of_set(meeting, of):
        yield dated(each, today, texts)
    verification = of.verification
    yield from _acts(open_acts_of(meeting, verification, today), texts)
    if verification is None:
        return
    for who in unsigned(verification):
        line = texts.gettext("{name} was chosen to verify, and is not among those who signed.")
        yield line.format(name=who).removesuffix(".")
    if verification.control:
        label = texts.gettext("Control number")
        yield f"{label}: {verification.control}"
    if verification.moved_to is not None:
        line = texts.gettext("The verification was put off to the meeting on {date}")
        yield line.format(date=verification.moved_to.isoformat())
    if meeting.is_done(verification) and meeting.body.rules.appealable:
        yield from _force(meeting, of, today, texts)


def _acts(found: Collection[StageAct], texts: Texts) -> Iterator[str]:
    """Walk one line with what may be done now, where anything may."""
    names = {
        StageAct.SEND_NOTES: texts.pgettext("act", "send out the notes"),
        StageAct.SEND_DRAFT: texts.pgettext("act", "send the draft"),
        StageAct.MAKE_READY: texts.pgettext("act", "mark as ready to be verified"),
        StageAct.TAKE_UP: texts.pgettext("act", "take up again"),
        StageAct.SIGN: texts.pgettext("act", "sign"),
        StageAct.WITHDRAW: texts.pgettext("act", "withdraw what was registered by mistake"),
        StageAct.CORRECT: texts.pgettext("act", "correct"),
        StageAct.POST: texts.pgettext("act", "announce"),
        StageAct.TAKE_DOWN: texts.pgettext("act", "take down the notice"),
        StageAct.DISPATCH: texts.pgettext("act", "dispatch"),
        StageAct.NOTE_FORCE: texts.pgettext("act", "note what the court answers"),
        StageAct.ARCHIVE: texts.pgettext("act", "archive"),
    }
    told = ", ".join(names[act] for act in StageAct if act in found)
    if told:
        yield texts.gettext("Can be done now: {acts}").format(acts=told)


def dated(of: Dated, today: date, texts: Texts) -> str:
    """Return `Justeras senast: 2026-11-30, om 5 dagar`; late is said in words."""
    label = _done_label(of.limit, texts) if of.done else _label(of.limit, texts)
    day = of.done or of.due.day
    facts = [day.isoformat(), _standing(of, today, texts)]
    if of.done is None and of.due.extended != of.due.day:
        line = texts.gettext("{day}, if days off extend the time")
        facts.append(line.format(day=of.due.extended.isoformat()))
    return f"{label}: {', '.join(filter(None, facts))}"


def _label(limit: Limit, texts: Texts) -> str:
    return {
        Limit.PAPERS: texts.gettext("Papers in by"),
        Limit.SUMMONS: texts.gettext("Summons out by"),
        Limit.ANNOUNCEMENT: texts.gettext("Announce the meeting by"),
        Limit.COMMENTS: texts.gettext("Comments by"),
        Limit.APPOINTED: texts.gettext("Time of verification"),
        Limit.VERIFICATION: texts.gettext("Verify by"),
        Limit.NOTICE: texts.gettext("Announce by"),
        Limit.APPEAL: texts.gettext("Last day for appeal"),
        Limit.REMOVAL: texts.gettext("Notice down earliest"),
    }[limit]


def _done_label(limit: Limit, texts: Texts) -> str:
    known = {
        Limit.SUMMONS: texts.gettext("Summons sent"),
        Limit.ANNOUNCEMENT: texts.gettext("Meeting announced"),
        Limit.VERIFICATION: texts.gettext("Verified"),
        Limit.NOTICE: texts.gettext("Announced"),
        Limit.REMOVAL: texts.gettext("Notice taken down"),
    }
    return known.get(limit) or _label(limit, texts)


def _standing(of: Dated, today: date, texts: Texts) -> str:
    late = of.late_by(today)
    if late and of.limit is Limit.REMOVAL:
        return texts.ngettext("{count} day too early", "{count} days too early", late).format(count=late)
    if late:
        return texts.ngettext("{count} day late", "{count} days late", late).format(count=late)
    if of.done is not None:
        return texts.gettext("in time")
    if today > of.due.day or (of.limit is Limit.REMOVAL and today == of.due.day):
        return _passed(of, texts)
    return _left((of.due.day - today).days, texts)


def _passed(of: Dated, texts: Texts) -> str:
    if of.limit is Limit.REMOVAL:
        return texts.gettext("may come down")
    return texts.gettext("passed") if of.runs_out else texts.gettext("the calendar's day has passed")


def _left(days: int, texts: Texts) -> str:
    near = {0: texts.gettext("today"), 1: texts.gettext("tomorrow")}
    return near.get(days) or texts.ngettext("in {count} day", "in {count} days", days).format(count=days)


# --- legal force


def _force(meeting: Meeting, of: ParagraphSet, today: date, texts: Texts) -> Iterator[str]:
    """Walk where the paragraphs stand on their way to legal force, those that stand alike together."""
    assert of.verification is not None  # noqa: S101 - only what is verified can gain it
    alike: dict[tuple[Standing, date | None], list[int]] = {}
    for item in items_of(meeting, of.verification):
        state = state_of(meeting, item, today)
        if item.number is not None and state.standing is not Standing.NOT_APPEALABLE:
            alike.setdefault((state.standing, state.day), []).append(item.number)
    for (standing, day), numbers in alike.items():
        paragraphs = Paragraphs.of(numbers)
        named = wording.signs_in(meeting, paragraphs) if paragraphs else ""
        told = _force_told(standing, texts).format(day=day.isoformat() if day else "")
        yield f"{named}: {told}"


def _force_told(standing: Standing, texts: Texts) -> str:
    return {
        Standing.NOT_APPEALABLE: texts.gettext("cannot be appealed against"),
        Standing.NOT_VERIFIED: texts.gettext("not verified yet"),
        Standing.NOT_ANNOUNCED: texts.gettext("no time for appeal runs, since no notice is up for it"),
        Standing.NOT_RECEIVED: texts.gettext("no party is known to have got the decision"),
        Standing.WAITING: texts.gettext("the time for appeal goes on to the end of {day}"),
        Standing.RUN_OUT: texts.gettext("the time for appeal is over since {day}; ask the court"),
        Standing.ASKED: texts.gettext("the court was asked on {day}"),
        Standing.APPEALED: texts.gettext("appealed against, {day}"),
        Standing.IN_FORCE: texts.gettext("legal force since {day}"),
        Standing.QUASHED: texts.gettext("annulled, {day}"),
    }[standing]
