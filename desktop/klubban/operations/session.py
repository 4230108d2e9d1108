"""The session: opened, paused, adjourned, resumed, closed, and the times of that corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from klubban.store.database import Database


def open_meeting(database: Database, meeting_id: int, at: dt.time) -> None:
    """Open a meeting: it is in session, and its items become paragraphs; the roll stays as it is.

    Raises RuleBroken for one that is cancelled, or was opened already; LookupError.
    """
    raise NotImplementedError


def pause(database: Database, meeting_id: int, at: dt.time, *, after: int | None = None) -> int:
    """Note that a pause began, during or after an item, and return it; raises RuleBroken, LookupError."""
    raise NotImplementedError


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
    raise NotImplementedError


def resume(database: Database, meeting_id: int, at: dt.time, *, day: dt.date | None = None) -> None:
    """Note when a meeting went on after a pause or an adjournment, on another day where that is said."""
    raise NotImplementedError


def close_meeting(database: Database, meeting_id: int, at: dt.time, *, day: dt.date | None = None) -> None:
    """Close a meeting; a pause that was not ended ends then.

    A time after midnight is of the day after; `day` says another. Raises RuleBroken for one that was not
    opened, or a time before what happened last; LookupError.
    """
    raise NotImplementedError


def reopen_meeting(database: Database, meeting_id: int) -> None:
    """Let a meeting that was closed be in session again; raises RuleBroken for a verified one."""
    raise NotImplementedError


def mark_ready(database: Database, meeting_id: int, *, ready: bool = True) -> None:
    """Say that the protocol of a closed meeting is ready to be verified, or not yet after all."""
    raise NotImplementedError


def set_times(database: Database, meeting_id: int, **facts: Any) -> None:
    """Correct the times of a meeting: opened, end, end_date, recesses (all of them; ids say nothing).

    Only those that are named are set. Raises RuleBroken for times that run backwards; LookupError.
    """
    raise NotImplementedError


def verify_at_once(database: Database, item_id: int, at_once: bool) -> None:  # noqa: FBT001 - what is set
    """Note that an item is to be verified at once, or not; its number is fixed then, with all before it."""
    raise NotImplementedError
