"""The dates that the law sets for one meeting: what is due, what is done, what is late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain import deadlines
from klubban.domain.deadlines import Due
from klubban.domain.lead_times import dates_of
from klubban.domain.meeting import Meeting
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.verification import Notice, Verification
from klubban.i18n import _, ngettext
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from klubban.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class DateLine:
    """One date: what it is for, the day, and where it stands in a word with its tone.

    Without a day the label heads the lines that follow.
    """

    label: str
    day: str = ""
    state: str = ""
    tone: Tone = "plain"
    note: str = ""


def lines(meeting: Meeting, today: date) -> tuple[DateLine, ...]:
    """Return the dates in the order they come, first for the protocol as a whole.

    What was verified immediately has a notice and a time for appeal of its own. Of a meeting to come they are
    the dates of its summons.
    """
    if meeting.date > today:
        return () if meeting.cancelled_on else tuple(_before(meeting, today))
    at_once = [each for each in meeting.verifications if each.immediate]
    main = [each for each in meeting.verifications if not each.immediate]
    found = list(_of(meeting, main, _notices(meeting, None, at_once), today))
    apart: list[DateLine] = []
    for verification in at_once:
        own = _notices(meeting, verification, at_once)
        rest = list(_of(meeting, [verification], own, today, immediate=True))
        if rest and verification.paragraphs:
            apart += [DateLine(_at_once(meeting, verification.paragraphs)), *rest]
    if found and apart:
        found.insert(0, DateLine(_others(meeting, at_once)))
    return (*found, *apart)


def _before(meeting: Meeting, today: date) -> Iterator[DateLine]:
    """Walk the dates of the summons, as far as law and the body's rules set them."""
    due = dates_of(meeting.body, meeting.date, papers_due=meeting.papers_due)
    sent = min((each.on for each in meeting.sendings), default=None)
    if due.papers is not None and sent is None:
        labels = (_("Papers in by"), "")
        yield _until(labels, Due(due.papers, due.papers), None, today)
    if due.summons is not None:
        labels = (_("Summons out by"), _("Summons sent"))
        yield _until(labels, Due(due.summons, due.summons), sent, today)
    if due.announced is not None:
        labels = (_("Announce the meeting by"), _("Meeting announced"))
        yield _until(labels, Due(due.announced, due.announced), meeting.announced_on, today)


def _at_once(meeting: Meeting, paragraphs: Paragraphs) -> str:
    """Return what heads the dates of what was verified immediately."""
    head = ngettext(
        "{paragraphs}, verified immediately", "{paragraphs}, all verified immediately", len(list(paragraphs))
    )
    return head.format(paragraphs=wording.signs_in(meeting, paragraphs))


def _others(meeting: Meeting, at_once: Sequence[Verification]) -> str:
    """Return what heads the dates of the rest: its paragraphs, once they have numbers."""
    apart = {number for each in at_once for number in each.paragraphs or ()}
    rest = Paragraphs.of(number for number in meeting.paragraphs or () if number not in apart)
    return wording.signs_in(meeting, rest) if rest else _("The rest of the protocol")


def _notices(meeting: Meeting, of: Verification | None, at_once: Sequence[Verification]) -> list[Notice]:
    """Return the notices of one immediate verification, or those of the protocol as a whole."""
    owned: list[tuple[Notice, Verification | None]] = []
    for notice in meeting.notices:
        covered = set(notice.paragraphs or ())
        fits = (each for each in at_once if covered and covered <= set(each.paragraphs or ()))
        owned.append((notice, next(fits, None)))
    return [notice for notice, owner in owned if owner is of]


def _of(
    meeting: Meeting,
    verifications: Sequence[Verification],
    notices: Sequence[Notice],
    today: date,
    *,
    immediate: bool = False,
) -> Iterator[DateLine]:
    """Walk the dates of one verification, as far as the body's rules and what is known give them."""
    rules = meeting.body.rules
    verified = max((day for each in verifications if (day := _verified(meeting, each))), default=None)
    replaced = {each.replaces for each in notices}
    standing = [each for each in notices if each.id not in replaced]
    first = min((each.posted for each in notices if each.posted), default=None)
    posted = max((each.posted for each in standing if each.posted), default=None)
    removed = max((each.removed for each in standing if each.removed), default=None)
    if rules.verified and not immediate:
        planned = max((each.date for each in verifications if each.date), default=None)
        due = deadlines.verification_due(meeting.last_day)
        if planned and not verified:
            yield _appointment(planned, due, today)
        yield _until((_("Verify by"), _("Verified")), due, verified, today)
    if rules.announced and verified:
        due = deadlines.notice_due(verified)
        yield _until((_("Announce by"), _("Announced")), due, first, today)
    if posted and rules.appealable:
        yield _appeal(deadlines.last_day_for_appeal(posted), today)
    if posted and rules.announced:
        yield _removal(deadlines.earliest_removal(posted), removed, today)


def _verified(meeting: Meeting, verification: Verification) -> date | None:
    """Return when something was verified, if it has been."""
    return verification.date if meeting.is_done(verification) else None


def _appointment(planned: date, due: Due, today: date) -> DateLine:
    """Return the day that is set for verification, and whether it is too late."""
    standing: tuple[str, Tone] = ("", "plain")
    if planned > due.extended:
        standing = _("too late"), "late"
    elif planned < today:
        standing = _("passed"), "soon"
    return DateLine(_("Time of verification"), words.day(planned, today), *standing)


def _until(labels: tuple[str, str], due: Due, done: date | None, today: date) -> DateLine:
    """Return a limit with both its days when they differ: it is unsettled whether days off extend it."""
    if done is not None:
        if done <= due.extended:
            return DateLine(labels[1], words.day(done, today), _("in time"), "done")
        note = _("should have been done by {day}").format(day=words.day(due.extended, today))
        return DateLine(labels[1], words.day(done, today), _days_late(due.extended, done), "late", note)
    note = ""
    if due.extended != due.day:
        note = _("{day}, if days off extend the time").format(day=words.day(due.extended, today))
    return DateLine(labels[0], words.day(due.day, today), *_standing(due, today), note)


def _standing(due: Due, today: date) -> tuple[str, Tone]:
    if today > due.extended:
        return _days_late(due.extended, today), "late"
    if today > due.day:
        return _("the calendar's day has passed"), "soon"
    return _days_left(due.day, today)


def _days_left(day: date, today: date) -> tuple[str, Tone]:
    left = (day - today).days
    if left == 0:
        return _("today"), "soon"
    if left == 1:
        return _("tomorrow"), "soon"
    return ngettext("in {count} day", "in {count} days", left).format(count=left), "plain"


def _days_late(due: date, day: date) -> str:
    late = (day - due).days
    return ngettext("{count} day late", "{count} days late", late).format(count=late)


def _appeal(last: date, today: date) -> DateLine:
    passed: tuple[str, Tone] = (_("passed"), "plain")
    standing = passed if today > last else _days_left(last, today)
    return DateLine(_("Last day for appeal"), words.day(last, today), *standing)


def _removal(earliest: date, removed: date | None, today: date) -> DateLine:
    """Return when the notice may come down: it must hang for the whole time for appeal (KL 8 kap. 12 §)."""
    if removed is None:
        state: tuple[str, Tone] = (_("may come down"), "soon") if today >= earliest else ("", "plain")
        return DateLine(_("Notice down earliest"), words.day(earliest, today), *state)
    if removed < earliest:
        note = _("should have stayed until {day}").format(day=words.day(earliest, today))
        return DateLine(_("Notice taken down"), words.day(removed, today), _("too early"), "late", note)
    return DateLine(_("Notice taken down"), words.day(removed, today), _("done"), "done")
