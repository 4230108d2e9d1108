"""Where a meeting stands while it is held, said in words, and what comes next."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from klubban.domain.meeting import Outcome, Stage
from klubban.domain.session import current_recess, recess_at
from klubban.i18n import _, current, pgettext
from klubban.ui.meeting import words
from klubban.ui.widgets.key_names import key_name

if TYPE_CHECKING:
    from datetime import date, datetime

    from klubban.domain.meeting import Meeting


class Act(Enum):
    """What the head of a meeting's page offers to do."""

    SUMMONS = auto()
    OPEN = auto()
    NEXT = auto()
    PAUSE = auto()
    ADJOURN = auto()
    ADJOURN_TO = auto()
    RESUME = auto()
    CLOSE = auto()
    CHECK = auto()
    SEND_NOTES = auto()
    AFTER = auto()
    EXPORT = auto()


KEYS = {
    Act.SUMMONS: "F3",
    Act.OPEN: "Ctrl+Shift+O",
    Act.NEXT: "Ctrl+Return",
    Act.PAUSE: "Ctrl+Shift+P",
    Act.ADJOURN: "Ctrl+Shift+J",
    Act.RESUME: "Ctrl+Shift+O",
    Act.CLOSE: "Ctrl+Shift+L",
    Act.CHECK: "F12",
    Act.AFTER: "Shift+F3",
    Act.EXPORT: "Ctrl+E",
}
"""The keys as Qt spells them."""

_NIGHT = 6
"""Before this hour, what is held is still the meeting of the evening before."""
_BEFORE = (Stage.PLANNED, Stage.SUMMONED)
_TO_CHECK = (Stage.IN_SESSION, Stage.CLOSED, Stage.READY)


def named_key(act: Act) -> str:
    """Return a key as it is named to people."""
    return key_name(KEYS.get(act, ""))


def foot(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """Return the keys that matter while a meeting is held, with their words: what goes on stands first."""
    if meeting.stage is not Stage.IN_SESSION:
        return ()
    going = (Act.RESUME, pgettext("key", "resume"))
    if current_recess(meeting) is None:
        going = (Act.NEXT, pgettext("key", "next paragraph"))
    return (named_key(going[0]), going[1]), (named_key(Act.CHECK), pgettext("key", "checklist"))


def label(act: Act, meeting: Meeting) -> str:
    """Return what a button that does something says."""
    formal = meeting.body.rules.protocol
    record = _("Export protocol") if formal else _("Export notes")
    open_, close = pgettext("informal", "Open the meeting"), pgettext("informal", "Close the meeting")
    if formal:
        open_, close = pgettext("formal", "Open the meeting"), pgettext("formal", "Close the meeting")
    return {
        Act.SUMMONS: _("Summons"),
        Act.OPEN: open_,
        Act.NEXT: _("Next paragraph") if meeting.body.rules.numbered else _("Next item"),
        Act.PAUSE: _("Pause"),
        Act.ADJOURN: _("Adjourn"),
        Act.ADJOURN_TO: _("Adjourn to another day …"),
        Act.RESUME: _("Resume"),
        Act.CLOSE: close,
        Act.CHECK: _("Checklist"),
        Act.SEND_NOTES: _("Send out the notes"),
        Act.AFTER: _("To the verification") if meeting.stage is Stage.READY else _("After the meeting"),
        Act.EXPORT: record,
    }[act]


def is_today(meeting: Meeting, now: datetime) -> bool:
    """Tell whether the meeting is being held now, so that its times are the clock's."""
    last = meeting.recesses[-1].ends_on if meeting.recesses else None
    past_midnight = now.hour < _NIGHT and meeting.last_day == now.date() - timedelta(days=1)
    return now.date() in (meeting.date, meeting.last_day, last) or past_midnight


def can_open(meeting: Meeting, today: date) -> bool:
    """Tell whether the day has come; a meeting of another day is opened when its day is."""
    return meeting.stage in _BEFORE and meeting.cancelled_on is None and meeting.date <= today


def has_checklist(meeting: Meeting) -> bool:
    """Tell whether there is something to check: the meeting was begun, and its record is not settled."""
    return meeting.stage in _TO_CHECK and meeting.notes_sent is None


def chief(meeting: Meeting, item: int, now: datetime) -> Act:
    """Return the one main act: what comes next."""
    rules = meeting.body.rules
    if meeting.stage in _BEFORE:
        return Act.OPEN if can_open(meeting, now.date()) else Act.SUMMONS
    if meeting.stage is Stage.IN_SESSION:
        if recess_at(meeting, now) is not None:
            return Act.RESUME
        return Act.CLOSE if next_item(meeting, item) is None else Act.NEXT
    if meeting.stage is Stage.CLOSED and rules.protocol:
        return Act.CHECK
    if not rules.protocol and meeting.notes_sent is None:
        return Act.SEND_NOTES
    return Act.AFTER if rules.protocol else Act.EXPORT


def offered(meeting: Meeting, now: datetime) -> tuple[Act, ...]:
    """Return how a meeting that is held can be broken off."""
    if meeting.stage is not Stage.IN_SESSION or recess_at(meeting, now) is not None:
        return ()
    return (Act.PAUSE, Act.ADJOURN, Act.ADJOURN_TO, Act.CLOSE)


def next_item(meeting: Meeting, item: int) -> int | None:
    """Return the item that is dealt with after one: withdrawn ones are passed by.

    From where no item is in hand it is the first that was not dealt with.
    """
    ids = [each.id for each in meeting.items]
    if item not in ids:
        return next((each.id for each in meeting.items if not (each.outcome or each.decision)), None)
    after = meeting.items[ids.index(item) + 1 :]
    return next((each.id for each in after if each.outcome is not Outcome.WITHDRAWN), None)


def stage_words(meeting: Meeting, now: datetime) -> str:
    """Return the present stage; while the meeting is held, since when."""
    texts, recess = current(), recess_at(meeting, now)
    if meeting.stage is not Stage.IN_SESSION:
        return words.stage(meeting.stage)
    if recess is not None and recess.ends_on is not None:
        told = _("Adjourned to {day}")
        return told.format(day=words.day(recess.ends_on, now.date()))
    if recess is not None:
        told = _("Adjourned since {time}") if recess.adjourned else _("Break since {time}")
        return told.format(time=texts.time(recess.starts))
    begun = _since(meeting)
    return _("In session since {time}").format(time=begun) if begun else words.stage(meeting.stage)


def _since(meeting: Meeting) -> str:
    """Return when it was opened; after an adjournment to another day when it went on."""
    texts = current()
    later = [each for each in meeting.recesses if each.ends_on is not None and each.ends is not None]
    if later and later[-1].ends is not None:
        return texts.time(later[-1].ends)
    begun = meeting.opened or meeting.start
    return texts.time(begun) if begun else ""
