"""Building an agenda: items are added, moved, withdrawn, postponed, taken up again and removed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from klubban.domain.agenda import Act, ItemKind
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting
from klubban.i18n import N_
from klubban.operations.agenda_rows import (
    FIRST,
    Proposed,
    move,
    of_item,
    open_agenda,
    put_in,
    put_off,
    take_out,
    take_up,
)
from klubban.operations.coming import postpone
from klubban.operations.item_change import check_open
from klubban.operations.items import checked_title
from klubban.operations.naming import line_or_none, one_line
from klubban.operations.roll_rows import agreeing
from klubban.operations.secret_assignments import keep_secret
from klubban.store import reads, rolls, verifications
from klubban.store.change import Change
from klubban.store.database import Database

__all__ = ["FIRST"]


def add_agenda_item(
    database: Database,
    meeting_id: int,
    title: str,
    *,
    after: int | None = None,
    kind: ItemKind | None = None,
    by: str | None = None,
    on: dt.date | None = None,
    at: dt.time | None = None,
) -> int:
    """Put an item on the agenda after another, FIRST, or where it goes by itself (None); return its id.

    By itself it goes last, before what closes the meeting, or last in its part of the agenda. Once a summons
    was sent it is an extra item: who proposed it and when is kept. Raises RuleBroken, LookupError.
    """
    title = checked_title(title)
    with database.change(N_("Add {item}"), place=("meeting", meeting_id), item=title) as change:
        meeting = open_agenda(change, meeting_id)
        proposed = Proposed(by=by, on=on, at=at)
        return put_in(change, meeting, title, after=after, proposed=proposed, kind=kind)


def move_item(database: Database, item_id: int, after: int | None) -> None:
    """Move an item to after another of its agenda, or to the first place (None); agenda numbers follow.

    Raises RuleBroken, naming the person, when those who came or left could not have been there at the same
    other items, and for what is numbered as a paragraph; LookupError.
    """
    with _changing(database, N_("Move {item}"), item_id) as (change, meeting, item):
        move(change, meeting, item.id, after)


def withdraw_item(
    database: Database,
    item_id: int,
    *,
    by: str | None,
    on: dt.date | None,
    at: dt.time | None = None,
    reason: str | None = None,
) -> None:
    """Note that an item is withdrawn; it keeps its place and number. Raises RuleBroken for a decided one."""
    with _changing(database, N_("Withdraw {item}"), item_id) as (change, meeting, item):
        put_off(change, meeting, item, Act.WITHDRAWN, Proposed(by=by, on=on, at=at, reason=reason))


def postpone_item(
    database: Database,
    item_id: int,
    *,
    to: int | None = None,
    by: str | None,
    on: dt.date | None,
    at: dt.time | None = None,
    reason: str | None = None,
) -> int | None:
    """Note that an item is postponed, put it on that meeting, and return the new item.

    Without a meeting it comes on the body's next one that is planned (KL 5 kap. 51 §); if there is none it
    waits for one, and nothing is returned. Raises RuleBroken for a decided one, or for no later meeting.
    """
    with _changing(database, N_("Postpone {item}"), item_id) as (change, meeting, item):
        return postpone(change, meeting, item, to, Proposed(by=by, on=on, at=at, reason=reason))


def restore_item(
    database: Database,
    item_id: int,
    *,
    by: str | None,
    on: dt.date | None,
    at: dt.time | None = None,
    reason: str | None = None,
) -> None:
    """Take up again what was withdrawn or postponed; where it went on, it is taken off that agenda.

    Raises RuleBroken when it cannot be taken off there any more.
    """
    with _changing(database, N_("Take up {item} again"), item_id) as (change, meeting, item):
        take_up(change, meeting, item, Proposed(by=by, on=on, at=at, reason=reason))


def remove_item(database: Database, item_id: int) -> None:
    """Take an item off the agenda that was never sent, and of which nothing was recorded.

    Raises RuleBroken for another, which can only be withdrawn; LookupError.
    """
    with _changing(database, N_("Remove {item}"), item_id) as (change, meeting, item):
        take_out(change, meeting, item)


_SETTING = {
    "kind": N_("Say what {item} is for"),
    "presenters": N_("Name who presents {item}"),
    "minutes": N_("Plan the time of {item}"),
    "start": N_("Set the clock time of {item}"),
    "confidential": N_("Set whether {item} is confidential"),
    "secrecy": N_("Say by which section {item} is confidential"),
    "public_title": N_("Say what {item} is called in public"),
    "exercise_of_authority": N_("Set whether {item} is exercise of authority"),
    "matter_id": N_("Set the matter of {item}"),
    "doors": N_("Say whether {item} is open to the public"),
}
_LATER = frozenset({"confidential", "secrecy", "public_title", "exercise_of_authority", "matter_id"})
"""What may be seen of an item after the protocol is verified, and changes nothing that was signed."""


def set_item(database: Database, item_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Set facts of an item, of those that `_SETTING` names.

    Only those that are named are set. Raises RuleBroken for a value that cannot be, and once the protocol is
    verified for what was planned; LookupError.
    """
    columns = _columns(facts)
    label = _SETTING[next(iter(facts))] if len(facts) == 1 else N_("Change {item}")
    with database.read() as read:
        name = reads.item_name(read, item_id)
    with database.change(label, place=("item", item_id), run=run, item=name) as change:
        if not _LATER.issuperset(facts):
            if verifications.is_verified(change.connection, item_id):
                raise RuleBroken("The protocol is verified; its agenda cannot be changed any more")
            check_open(change, item_id)
        change.update("item", item_id, **columns)
        if columns.get("confidential"):
            keep_secret(change, item_id)


def _columns(facts: Mapping[str, Any]) -> dict[str, Any]:
    columns = dict(facts)
    for unknown in facts.keys() - _SETTING.keys():
        raise TypeError(unknown)
    if "presenters" in columns:
        columns["presenters"] = tuple(words for each in columns["presenters"] if (words := one_line(each)))
    for name in ("secrecy", "public_title"):
        if name in columns:
            columns[name] = line_or_none(columns[name])
    if "start" in columns:
        columns["starts"] = columns.pop("start")
    minutes = columns.get("minutes")
    if minutes is not None and not 0 < minutes <= _LONGEST:
        raise RuleBroken(
            "An item takes between 1 and {most} minutes, not {minutes}", most=_LONGEST, minutes=minutes
        )
    return columns


_LONGEST = 24 * 60


@contextmanager
def _changing(database: Database, label: str, item_id: int) -> Iterator[tuple[Change, Meeting, Item]]:
    with database.read() as read:
        name, meeting_id = reads.item_name(read, item_id), rolls.meeting_of(read, "item", item_id)
    place = ("meeting", meeting_id)
    with database.change(label, place=place, item=name) as change, agreeing(change, meeting_id):
        yield change, *of_item(change, item_id)
