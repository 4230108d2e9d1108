"""What is said of a notice in the room after the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.notice import board_of
from klubban.domain import deadlines, notices
from klubban.domain.notices import Fault, ToDo
from klubban.i18n import _, pgettext
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Notice, Verification
    from klubban.ui.theme import Tone

Told = tuple[str, "Tone", str]
"""A pill, its tone, and a sentence."""


def heading(meeting: Meeting, verification: Verification | None, today: date) -> str:
    """Return where the announcement stands, in a sentence."""
    if verification is None:
        return _("There is nothing to announce before the protocol is verified.")
    notice = notices.standing(meeting, verification)
    if notice is None or notice.posted is None:
        return _("It is verified, and is to be announced.")
    if not notices.runs(meeting, notice):
        return _("The notice does not let the time for appeal run out; post it again.")
    last = notices.last_day(meeting, notice)
    if notice.removed is not None:
        line = _("Announced {posted}, taken down {removed}.")
    elif last is None:
        line = _("Announced {posted}.")
    elif today <= last:
        line = _("Announced {posted}; the time for appeal goes on to the end of {last}.")
    else:
        line = _("Announced {posted}; the time for appeal is over, and the notice may come down.")
    return line.format(
        posted=words.day(notice.posted, today),
        removed=words.day(notice.removed, today) if notice.removed else "",
        last=words.day(last, today) if last else "",
    )


def days(
    meeting: Meeting, verification: Verification, notice: Notice | None, today: date
) -> Iterator[tuple[date, str, str, Tone]]:
    """Walk the days that matter, in their order: each with what it is of, and a pill for one that is near."""
    if verification.date is not None:
        yield verification.date, _("The protocol was verified"), "", "plain"
    if notice is None or notice.posted is None:
        if verification.date is not None:
            due = deadlines.notice_due(verification.date)
            pill, tone = _by_when(due.day, due.extended, today)
            yield due.day, _("The notice is up at the latest (KL 8 kap. 12 §)"), pill, tone
        return
    yield notice.posted, _("The notice was posted"), "", "plain"
    last, earliest = notices.last_day(meeting, notice), notices.earliest_removal(meeting, notice)
    counts = notices.runs(meeting, notice)
    if last is not None:
        pill = "" if counts else pgettext("of a day", "does not count")
        yield last, _("Last day for appeal (KL 13 kap. 5 §)"), pill, "plain"
    if notice.removed is not None:
        yield notice.removed, _("The notice was taken down"), "", "plain"
    elif earliest is not None and counts:
        now = earliest <= today
        pill = pgettext("of a day", "may come down") if now else ""
        yield earliest, _("The notice may come down from this day on"), pill, "soon" if now else "plain"


def _by_when(day: date, extended: date, today: date) -> tuple[str, Tone]:
    if today > extended:
        return pgettext("of a day", "late"), "late"
    if today >= day:
        return pgettext("of a day", "today") if today == day else pgettext("of a day", "overdue"), "soon"
    return "", "plain"


def remarks(meeting: Meeting, notice: Notice, today: date) -> Iterator[Told]:
    """Walk what was not as the law says, and what follows from it."""
    found, verification = notices.faults(meeting, notice), notices.verification_of(meeting, notice)
    if Fault.LATE in found and verification and verification.date:
        due = deadlines.notice_due(verification.date).extended
        line = _("It was posted after the last day for it, {day}; the time for appeal runs from when it was.")
        yield _("Late"), "soon", line.format(day=words.day(due, today))
    if Fault.TOO_SOON in found:
        line = _("It was posted before the protocol was verified; the time for appeal does not run by it.")
        yield _("Too soon"), "late", line
    if Fault.EARLY_DOWN in found:
        line = _(
            "It came down before the time for appeal had ended, so that the time has not run out"
            " (KL 13 kap. 5 § 2 st.). A new notice gives a new last day."
        )
        yield _("Down early"), "late", line
    last = notices.last_day(meeting, notice)
    if Fault.SHORT_DAY in found and notice.last_day and last:
        line = _("It gave {given} as the last day for appeal; by law it is {day} (KL 13 kap. 5 §).")
        told = line.format(given=words.day(notice.last_day, today), day=words.day(last, today))
        yield _("Wrong day"), "soon", told
    if Fault.NOTED in found:
        line = _("Noted of it: {because}")
        yield _("Faulty"), "late", line.format(because=notice.flawed)


def content(meeting: Meeting, notice: Notice | None) -> Iterator[str]:
    """Walk what the notice says beside its days: where the protocol is kept, and which the board is."""
    if notice is None:
        return
    kept_at = notice.kept_at or meeting.organisation.protocol_kept_at
    if kept_at:
        yield _("The protocol is kept at: {place}.").format(place=kept_at)
    else:
        yield _("Where the protocol is kept is not said, and no notice is without that (KL 8 kap. 12 §).")
    if board := board_of(meeting, notice):
        yield _("The board: {address}. What is posted on paper is a copy.").format(address=board)
    else:
        yield _("The address of the board on the web is not said; the organisation’s page has a line for it.")
    if not meeting.body.rules.appealable:
        yield _("Nobody can appeal against what {body} decides.").format(body=meeting.body.name)


def earlier(notice: Notice, today: date) -> str:
    """Return what is told of a notice in whose place another one stands."""
    line = _("Posted {posted}, down {removed}: {because}")
    return line.format(
        posted=words.day(notice.posted, today) if notice.posted else "–",
        removed=words.day(notice.removed, today) if notice.removed else "–",
        because=notice.flawed or _("another one was posted in its place"),
    )


def chief(reminder: ToDo) -> str:
    """Return the main act."""
    return {
        ToDo.POST: _("Note as posted"),
        ToDo.POST_AGAIN: _("Post again"),
        ToDo.TAKE_DOWN: _("Note as taken down"),
    }[reminder]
