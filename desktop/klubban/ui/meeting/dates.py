"""The dates that the law sets for one meeting: what is due, what is done, what is late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain import deadlines
from klubban.i18n import _, ngettext
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.deadlines import Due
    from klubban.domain.meeting import Meeting
    from klubban.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class DateLine:
    """One date: what it is for, the day, and where it stands in a word with its tone."""

    label: str
    day: str
    state: str = ""
    tone: Tone = "plain"
    note: str = ""


def lines(meeting: Meeting, today: date) -> tuple[DateLine, ...]:
    """Return the dates in the order they come, as far as the body's rules and what is known give them."""
    if meeting.date > today:
        return ()
    rules = meeting.body.rules
    verified = max((each.date for each in meeting.verifications if each.date), default=None)
    posted = max((each.posted for each in meeting.notices if each.posted), default=None)
    removed = max((each.removed for each in meeting.notices if each.removed), default=None)
    found = []
    if rules.verified:
        due = deadlines.verification_due(meeting.last_day)
        found.append(_until(_("Verify by"), _("Verified"), due, verified, today))
    if rules.announced and verified:
        due = deadlines.notice_due(verified)
        found.append(_until(_("Announce by"), _("Announced"), due, posted, today))
    if posted and rules.appealable:
        found.append(_appeal(deadlines.last_day_for_appeal(posted), today))
    if posted and rules.announced:
        found.append(_removal(deadlines.earliest_removal(posted), removed, today))
    return tuple(found)


def _until(label: str, done_label: str, due: Due, done: date | None, today: date) -> DateLine:
    """Return a limit with both its days when they differ: it is unsettled whether days off extend it."""
    if done is not None:
        if done <= due.extended:
            return DateLine(done_label, words.day(done, today), _("done"), "done")
        note = _("should have been done by {day}").format(day=words.day(due.extended, today))
        return DateLine(done_label, words.day(done, today), _days_late(due.extended, done), "late", note)
    note = ""
    if due.extended != due.day:
        note = _("{day}, if days off extend the time").format(day=words.day(due.extended, today))
    state, tone = _standing(due, today)
    return DateLine(label, words.day(due.day, today), state, tone, note)


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
    state, tone = (_("passed"), "plain") if today > last else _days_left(last, today)
    return DateLine(_("Last day for appeal"), words.day(last, today), state, tone)


def _removal(earliest: date, removed: date | None, today: date) -> DateLine:
    """Return when the notice may come down: it must hang for the whole time for appeal (KL 8 kap. 12 §)."""
    if removed is None:
        state: tuple[str, Tone] = (_("may come down"), "soon") if today >= earliest else ("", "plain")
        return DateLine(_("Notice down earliest"), words.day(earliest, today), *state)
    if removed < earliest:
        note = _("should have stayed until {day}").format(day=words.day(earliest, today))
        return DateLine(_("Notice taken down"), words.day(removed, today), _("too early"), "late", note)
    return DateLine(_("Notice taken down"), words.day(removed, today), _("done"), "done")
