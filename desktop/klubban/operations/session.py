"""The session: opened, paused, adjourned, resumed, closed, and the times of that corrected."""

from __future__ import annotations

import datetime as dt
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Recess, Stage
from klubban.domain.session import course, current_recess, following, in_session, latest
from klubban.i18n import N_
from klubban.operations.meeting_rows import check_own_item, recorded
from klubban.operations.numbering import number_opened, renumber
from klubban.operations.signing_lock import check_meeting_not_out
from klubban.store import reads, rolls
from klubban.store.change import id_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.change import Change
    from klubban.store.database import Database


def open_meeting(database: Database, meeting_id: int, at: dt.time) -> None:
    """Open a meeting: it is in session, and its items become paragraphs; the roll stays as it is.

    Raises RuleBroken for one that is cancelled, or was opened already; LookupError.
    """
    meeting = recorded(database, meeting_id)
    if meeting.cancelled_on is not None:
        raise RuleBroken("The meeting on {date} is cancelled", date=meeting.date)
    if meeting.stage not in (Stage.PLANNED, Stage.SUMMONED):
        raise RuleBroken("The meeting on {date} was opened already", date=meeting.date)
    with _changing(database, N_("Open the meeting on {date}"), meeting) as change:
        change.update("meeting", meeting_id, stage=Stage.IN_SESSION, opened=at)
        number_opened(change, meeting_id)


def pause(database: Database, meeting_id: int, at: dt.time, *, after: int | None = None) -> int:
    """Note that a pause began, during or after an item, and return it.

    Raises RuleBroken for a meeting that is not in session, or paused already; LookupError.
    """
    meeting = _sitting(database, meeting_id)
    with _changing(database, N_("Pause the meeting on {date}"), meeting) as change:
        return _begin(change, meeting, Recess(id=0, starts=at, after=after))


def adjourn(
    database: Database,
    meeting_id: int,
    at: dt.time,
    *,
    until: dt.time | None = None,
    until_day: dt.date | None = None,
    after: int | None = None,
) -> int:
    """Note that the meeting was adjourned, until a time or another day if they are known, and return that.

    What is known of when it goes on is what was decided; `resume` notes when it did. Raises RuleBroken for a
    meeting that is not in session, or adjourned already; LookupError.
    """
    meeting = _sitting(database, meeting_id)
    day = None if until_day == latest(meeting).date() else until_day
    recess = Recess(id=0, starts=at, ends=until, ends_on=day, after=after, adjourned=True)
    with _changing(database, N_("Adjourn the meeting on {date}"), meeting) as change:
        return _begin(change, meeting, recess)


def _begin(change: Change, meeting: Meeting, recess: Recess) -> int:
    if current_recess(meeting):
        raise RuleBroken("The meeting on {date} is paused already", date=meeting.date)
    check_own_item(meeting, recess.after)
    moments = course(replace(meeting, recesses=(*meeting.recesses, recess), end=None, end_date=None))
    recess = _with_day(recess, moments)
    last = recess.ends_on
    if last is not None and last < moments[-1].date():
        raise RuleBroken("The meeting cannot go on on {day}, before it was adjourned", day=last)
    if last is not None and last > meeting.last_day:
        change.update("meeting", meeting.id, end_date=last)
    return change.insert("recess", meeting_id=meeting.id, **_columns(recess))


def resume(database: Database, meeting_id: int, at: dt.time, *, day: dt.date | None = None) -> None:
    """Note when a meeting went on after a pause or an adjournment, on another day where that is said.

    Without a day it is the one it was adjourned to. Raises RuleBroken for a meeting that was not paused, or a
    time before it was; LookupError.
    """
    meeting = _sitting(database, meeting_id)
    *earlier, last = meeting.recesses or (None,)
    # An adjournment may have its end already: what was decided, and not when it was.
    if last is None or (last.ends is not None and not last.adjourned):
        raise RuleBroken("The meeting on {date} is not paused", date=meeting.date)
    moments = course(replace(meeting, recesses=(*earlier, replace(last, ends=None)), end=None))
    went_on = following(moments[-1], at, day or last.ends_on)
    with _changing(database, N_("Go on with the meeting on {date}"), meeting) as change:
        _end(change, meeting, last, went_on, moments[-1])


def _end(change: Change, meeting: Meeting, recess: Recess, moment: dt.datetime, began: dt.datetime) -> None:
    other = moment.date() if moment.date() != began.date() else None
    change.update("recess", recess.id, ends=moment.time(), ends_on=other)
    if meeting.last_day != moment.date():
        end_date = None if moment.date() == meeting.date else moment.date()
        change.update("meeting", meeting.id, end_date=end_date)


def close_meeting(database: Database, meeting_id: int, at: dt.time, *, day: dt.date | None = None) -> None:
    """Close a meeting; a pause that was not ended ends then.

    A time after midnight is of the day after; `day` says another. Raises RuleBroken for one that was not
    opened, or a time before what happened last; LookupError.
    """
    meeting = _sitting(database, meeting_id)
    began, open_ = latest(meeting), current_recess(meeting)
    ended = following(began, at, day or (open_.ends_on if open_ else None))
    with _changing(database, N_("Close the meeting on {date}"), meeting) as change:
        if open_ is not None:
            _end(change, meeting, open_, ended, began)
        end_date = None if ended.date() == meeting.date else ended.date()
        change.update("meeting", meeting_id, stage=Stage.CLOSED, ends=at, end_date=end_date)


def reopen_meeting(database: Database, meeting_id: int) -> None:
    """Let a meeting that was closed be in session again; raises RuleBroken for a verified one."""
    meeting = recorded(database, meeting_id)
    _check_not_verified(meeting)
    if meeting.stage not in (Stage.CLOSED, Stage.READY):
        raise RuleBroken("The meeting on {date} is not closed", date=meeting.date)
    with _changing(database, N_("Open the meeting on {date} again"), meeting) as change:
        change.update("meeting", meeting_id, stage=Stage.IN_SESSION, ends=None)


_TIMES = frozenset({"opened", "end", "end_date", "recesses"})


def set_times(database: Database, meeting_id: int, **facts: Any) -> None:
    """Correct the times of a meeting: opened, end, end_date, recesses (all of them; ids say nothing).

    Only those that are named are set; the last day follows from the times, unless it is named. Raises
    RuleBroken for times that run backwards, or that the meeting has not come to; LookupError.
    """
    for unknown in facts.keys() - _TIMES:
        raise TypeError(unknown)
    before = recorded(database, meeting_id)
    _check_not_verified(before)
    _check_come_to(before, facts)
    if facts.keys() & {"end", "recesses"} and "end_date" not in facts and _last_day_follows(before):
        facts["end_date"] = None
    meeting = replace(before, **facts)
    for recess in meeting.recesses:
        check_own_item(meeting, recess.after)
    moments = course(meeting)
    recesses = _with_days(meeting, moments)
    last = max(meeting.date, moments[-1].date(), *(each.ends_on or meeting.date for each in recesses))
    if meeting.end is None and "end_date" in facts:
        last = max(last, meeting.last_day)
    with _changing(database, N_("Correct the times of the meeting on {date}"), before) as change:
        end_date = None if last == meeting.date else last
        change.update("meeting", meeting_id, opened=meeting.opened, ends=meeting.end, end_date=end_date)
        if "recesses" in facts:
            _put_recesses(change, meeting_id, recesses)
        renumber(change, meeting_id)


def _put_recesses(change: Change, meeting_id: int, recesses: Sequence[Recess]) -> None:
    """Write the pauses of a meeting, in the rows that are there as far as they go: they are in time order."""
    there = [id_of(row) for row in change.rows("recess", meeting_id=meeting_id)]
    for surplus in there[len(recesses) :]:
        change.delete("recess", surplus)
    for place, recess in enumerate(recesses):
        if place < len(there):
            change.update("recess", there[place], **_columns(recess))
        else:
            change.insert("recess", meeting_id=meeting_id, **_columns(recess))


def _last_day_follows(meeting: Meeting) -> bool:
    """Tell whether the last day is the one that the times give without it."""
    try:
        return course(replace(meeting, end_date=None))[-1].date() == meeting.last_day
    except RuleBroken:
        return False


def _check_come_to(meeting: Meeting, facts: dict[str, Any]) -> None:
    if not meeting.stage.has_reached(Stage.IN_SESSION):
        raise RuleBroken("The meeting on {date} has not been opened", date=meeting.date)
    if facts.get("end") is not None and not meeting.stage.has_reached(Stage.CLOSED):
        raise RuleBroken("The meeting on {date} is not closed", date=meeting.date)


def verify_at_once(database: Database, item_id: int, at_once: bool) -> None:  # noqa: FBT001 - what is set
    """Note that an item is to be verified at once, or not; its number is fixed then, with all before it.

    Raises RuleBroken for one that was verified so, or a body that keeps no protocol; LookupError.
    """
    with database.read() as read:
        meeting = reads.recorded(read, rolls.meeting_of(read, "item", item_id))
    item = meeting.item_by_id(item_id)
    _check_not_verified(meeting)
    if not meeting.body.rules.verified:
        raise RuleBroken("What {body} notes is not verified", body=meeting.body.name)
    if not at_once and _signed(meeting, item):
        raise RuleBroken("{item} is verified already", item=item.on_agenda.called)
    label = N_("Verify {item} at once") if at_once else N_("Verify {item} with the others")
    with database.change(label, place=("item", item_id), item=item.on_agenda.called) as change:
        change.update("item", item_id, verified_immediately=at_once)


def _signed(meeting: Meeting, item: Item) -> bool:
    done = [each.paragraphs for each in meeting.verifications if each.immediate and meeting.is_done(each)]
    return any(each is not None and (item.number or 0) in each for each in done)


# --- what all of it needs


def _with_day(recess: Recess, moments: tuple[dt.datetime, ...]) -> Recess:
    """Return a recess with the day on which it ended, where it passed midnight; its own moments come last."""
    if recess.ends is None or moments[-1].date() == moments[-2].date():
        return recess if recess.ends is None else replace(recess, ends_on=None)
    return replace(recess, ends_on=moments[-1].date())


def _with_days(meeting: Meeting, moments: tuple[dt.datetime, ...]) -> list[Recess]:
    found, seen = [], 1
    for recess in meeting.recesses:
        seen += 1 if recess.ends is None else 2
        found.append(_with_day(recess, moments[:seen]))
    return found


def _columns(recess: Recess) -> dict[str, Any]:
    return {
        "starts": recess.starts,
        "ends": recess.ends,
        "adjourned": recess.adjourned,
        "ends_on": recess.ends_on,
        "after_item_id": recess.after,
    }


def _check_not_verified(meeting: Meeting) -> None:
    if meeting.protocol_verified:
        raise RuleBroken("The protocol is verified; when the meeting was cannot change any more")
    check_meeting_not_out(meeting)


def _sitting(database: Database, meeting_id: int) -> Meeting:
    """Return a meeting that is in session; raises RuleBroken for another."""
    meeting = recorded(database, meeting_id)
    if not in_session(meeting):
        if meeting.stage in (Stage.PLANNED, Stage.SUMMONED):
            raise RuleBroken("The meeting on {date} has not been opened", date=meeting.date)
        raise RuleBroken("The meeting on {date} is closed", date=meeting.date)
    return meeting


def _changing(database: Database, label: str, meeting: Meeting) -> AbstractContextManager[Change]:
    return database.change(label, place=("meeting", meeting.id), date=meeting.date.isoformat())
