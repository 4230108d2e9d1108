"""The notices of a meeting's verifications: which one stands, what was wrong with it, what is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain import deadlines
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.verification import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.domain.deadlines import Due
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.verification import Verification


class Fault(StrEnum):
    """What was not as the law says of a notice."""

    TOO_SOON = "too_soon"
    """It was posted before the protocol was verified."""
    LATE = "late"
    """It was posted after the second day (KL 8 kap. 12 §); the time for appeal runs from it all the same.

    One in the place of another is not late: the first one was there in time, or is late itself.
    """
    EARLY_DOWN = "early_down"
    """It came down before the time for appeal had ended, which therefore has not (KL 13 kap. 5 §)."""
    SHORT_DAY = "short_day"
    """It gave a last day for appeal that is before the law's, which counts (KL 13 kap. 5 §)."""
    NOTED = "noted"
    """Somebody noted what was wrong with it."""


_RUNS_ANYHOW = frozenset((Fault.LATE, Fault.SHORT_DAY))


class ToDo(StrEnum):
    """What is to be done about a notice."""

    POST = "post"
    POST_AGAIN = "post_again"
    """The one that was posted does not let the time for appeal run out."""
    TAKE_DOWN = "take_down"
    """It may come down from a day on."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is to be done about the notice of one verification."""

    what: ToDo
    verification: Verification
    notice: Notice | None
    day: date
    """By when it is to be posted; from when it may come down."""
    due: Due | None = None
    """Of what has a last day."""
    late: bool = False


def covered(meeting: Meeting, verification: Verification) -> Paragraphs | None:
    """Return the paragraphs of a verification: its own, or all that no other names."""
    if verification.paragraphs is not None or meeting.paragraphs is None:
        return verification.paragraphs
    others = [one.paragraphs for one in meeting.verifications if one.paragraphs is not None]
    return Paragraphs.of(
        number for number in meeting.paragraphs if not any(number in other for other in others)
    )


def verification_of(meeting: Meeting, notice: Notice) -> Verification | None:
    """Return the verification that a notice tells of: the one noted, of its paragraphs, or the ordinary."""
    if notice.verification is not None:
        found = (*meeting.verifications, *meeting.withdrawn)
        return next((one for one in found if one.id == notice.verification), None)
    same = [one for one in meeting.verifications if one.paragraphs == notice.paragraphs]
    ordinary = [one for one in meeting.verifications if not one.immediate]
    return next(iter([*same, *ordinary, *meeting.verifications]), None)


def notices_of(meeting: Meeting, verification: Verification) -> tuple[Notice, ...]:
    """Return all notices of a verification, as they were posted."""
    return tuple(each for each in meeting.notices if verification_of(meeting, each) == verification)


def standing(meeting: Meeting, verification: Verification) -> Notice | None:
    """Return the notice of a verification in whose place no other was posted."""
    replaced = {each.replaces for each in meeting.notices}
    found = [each for each in notices_of(meeting, verification) if each.id not in replaced]
    return found[-1] if found else None


def to_print(meeting: Meeting) -> tuple[Notice, ...]:
    """Return the notices, and one to fill in for each verification that is done and has none.

    One at least, to be filled in by hand.
    """
    blank = tuple(
        Notice(id=0, verification=one.id, paragraphs=covered(meeting, one))
        for one in meeting.verifications
        if meeting.is_done(one) and not notices_of(meeting, one)
    )
    return (*meeting.notices, *blank) or (Notice(id=0),)


def verification_at(meeting: Meeting, item: Item) -> Verification | None:
    """Return the verification, done, that covers an item."""
    for one in meeting.verifications:
        numbers = covered(meeting, one)
        if item.number is not None and meeting.is_done(one) and numbers and item.number in numbers:
            return one
    return None


def notice_at(meeting: Meeting, item: Item) -> Notice | None:
    """Return the notice that stands for an item; also where nobody knows who verified what came in."""
    verification = verification_at(meeting, item)
    if verification or meeting.verifications or meeting.withdrawn or not meeting.protocol_verified:
        notice = standing(meeting, verification) if verification else None
        return notice if notice and _tells_of(notice, item) else None
    replaced = {each.replaces for each in meeting.notices}
    found = (each for each in meeting.notices if each.id not in replaced)
    return next((each for each in found if _tells_of(each, item)), None)


def _tells_of(notice: Notice, item: Item) -> bool:
    """Tell whether a notice names an item's paragraph, or none: the time for appeal runs by no other."""
    return notice.paragraphs is None or (item.number or 0) in notice.paragraphs


def last_day(meeting: Meeting, notice: Notice) -> date | None:
    """Return the last day for appeal: as the notice said it, but never before the law has it.

    None where nobody can appeal, and before it is posted.
    """
    if notice.posted is None or not (meeting.body.rules.appealable or notice.last_day):
        return None
    # KL 13 kap. 5 §: three weeks from the day of the announcement, whatever it said.
    by_law = deadlines.last_day_for_appeal(notice.posted)
    return max(by_law, notice.last_day or by_law)


def earliest_removal(meeting: Meeting, notice: Notice) -> date | None:
    """Return the first day that it may come down; None where nobody can appeal, and before it is posted."""
    last = last_day(meeting, notice)
    return last and deadlines.day_after(last)


def faults(meeting: Meeting, notice: Notice) -> tuple[Fault, ...]:
    """Return what was not as the law says."""
    return tuple(_faults(meeting, notice))


def _faults(meeting: Meeting, notice: Notice) -> Iterator[Fault]:
    verification = verification_of(meeting, notice)
    verified = verification.date if verification and meeting.is_done(verification) else None
    if notice.posted and verified:
        if notice.posted < verified:
            yield Fault.TOO_SOON
        if notice.replaces is None and notice.posted > deadlines.notice_due(verified).extended:
            yield Fault.LATE
    last = last_day(meeting, notice)
    if notice.removed and last and notice.removed <= last:
        yield Fault.EARLY_DOWN
    if notice.last_day and last and notice.last_day < last:
        yield Fault.SHORT_DAY
    if notice.flawed:
        yield Fault.NOTED


def runs(meeting: Meeting, notice: Notice) -> bool:
    """Tell whether the time for appeal runs by a notice: it was posted, and at most late or wrong of a day.

    It must be there the whole time for the time to run out (KL 13 kap. 5 § 2 st.).
    """
    return notice.posted is not None and _RUNS_ANYHOW.issuperset(faults(meeting, notice))


def reminders(meeting: Meeting, today: date) -> tuple[Reminder, ...]:
    """Return what is to be done about the notices of what is verified."""
    if not meeting.body.rules.announced:
        return ()
    done = (one for one in meeting.verifications if meeting.is_done(one))
    return tuple(found for one in done if (found := _reminder(meeting, one, today)))


def _reminder(meeting: Meeting, verification: Verification, today: date) -> Reminder | None:
    notice = standing(meeting, verification)
    if notice is None or notice.posted is None:
        if verification.date is None:
            return None
        due = deadlines.notice_due(verification.date)
        return Reminder(ToDo.POST, verification, notice, due.day, due, today > due.extended)
    if not runs(meeting, notice):
        since = notice.removed or notice.posted
        return Reminder(ToDo.POST_AGAIN, verification, notice, since, late=True)
    earliest = earliest_removal(meeting, notice)
    if notice.removed or earliest is None:
        return None
    return Reminder(ToDo.TAKE_DOWN, verification, notice, earliest)
