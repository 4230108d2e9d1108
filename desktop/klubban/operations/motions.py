"""What is moved at an item: taken down, completed, withdrawn, put in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from klubban.domain.body import Named
from klubban.domain.decided import Asks, Motion, Puts
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting
from klubban.domain.text import Blocks, tidy
from klubban.i18n import N_
from klubban.operations.item_change import writing
from klubban.operations.lists import last_place, move_row, put_rows
from klubban.operations.minuting import checked_people, item_of, minuting, one_of
from klubban.operations.naming import all_names, named
from klubban.operations.proceedings import insert_motion
from klubban.store import minutes
from klubban.store.change import Change
from klubban.store.database import Database


def add_motion(
    database: Database,
    item_id: int,
    asks: Asks,
    by: Iterable[Named] = (),
    text: Blocks = (),
    *,
    at: dt.time | None = None,
    in_writing: bool = False,
    instead_of: int | None = None,
) -> int:
    """Take down a motion, and return it; who moved it and in what words may come later.

    A party moves as `Named(name="M", party="M")`. Raises RuleBroken for a verified protocol, or a motion of
    another item in the first place; LookupError.
    """
    people = checked_people(by)
    label = N_("Take down a motion of {name} at {item}") if people else N_("Take down a motion at {item}")
    with minuting(database, label, item_id, name=all_names(people)) as (change, _meeting, item):
        _check_first(item, None, instead_of)
        return insert_motion(
            change,
            item_id,
            last_place(change, "motion", item_id=item_id),
            people,
            asks=asks,
            text=tidy(text),
            noted_at=at,
            in_writing=in_writing,
            instead_of_id=instead_of,
        )


_SETTING = {
    "asks": N_("Say what a motion at {item} asks"),
    "by": N_("Say who moved it at {item}"),
    "text": N_("Write the words of a motion at {item}"),
    "in_writing": N_("Say whether a motion at {item} was in writing"),
    "instead_of": N_("Say what was moved in the first place at {item}"),
    "at": N_("Say when it was moved at {item}"),
}
_NAMED = {"instead_of": "instead_of_id", "at": "noted_at"}


def change_motion(database: Database, motion_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Set facts of a motion: asks, by, text, in_writing, instead_of, at; only those that are named.

    Raises RuleBroken for a verified protocol, or what is put as something else already; LookupError.
    """
    columns = _columns(facts)
    people = checked_people(facts["by"]) if "by" in facts else None
    label = _SETTING[next(iter(facts))] if len(facts) == 1 else N_("Change a motion at {item}")
    item_id = item_of(database, "motion", motion_id)
    if facts.keys() == {"text"} and not _is_put(database, item_id):
        with writing(database, label, item_id, run) as change:
            change.update("motion", motion_id, **columns)
        return
    with minuting(database, label, item_id, run) as (change, _meeting, item):
        motion = one_of(item.motions, motion_id)
        if "instead_of_id" in columns:
            _check_first(item, motion_id, columns["instead_of_id"])
        if "asks" in columns and Asks(columns["asks"]).put_as is not motion.asks.put_as:
            _check_untouched(item, motion, put_too=False)
            _drop_puts(change, item, motion_id)
        if people is not None:
            put_rows(change, "mover", "motion", motion_id, [named(who) for who in people])
        change.update("motion", motion_id, **columns)


def withdraw_motion(database: Database, motion_id: int, *, kept: bool = False) -> None:
    """Note that a motion is withdrawn: it leaves the protocol, unless it is kept there, and is not put.

    Raises RuleBroken where it was put and something was found, or it was voted on; LookupError.
    """
    with _changing(database, motion_id, N_("Withdraw the motion of {name} at {item}")) as (
        change,
        _meeting,
        item,
    ):
        _check_untouched(item, one_of(item.motions, motion_id), put_too=False)
        _drop_puts(change, item, motion_id)
        change.update("motion", motion_id, withdrawn=True, kept=kept)


def restore_motion(database: Database, motion_id: int) -> None:
    """Take back that a motion was withdrawn."""
    with _changing(database, motion_id, N_("Restore the motion of {name} at {item}")) as (change, *_rest):
        change.update("motion", motion_id, withdrawn=False, kept=False)


def remove_motion(database: Database, motion_id: int) -> None:
    """Take out a motion that was taken down by mistake.

    Raises RuleBroken, saying which, where it is put, voted on, or named by an opinion: withdraw it instead.
    """
    with _changing(database, motion_id, N_("Remove the motion of {name} at {item}")) as (
        change,
        _meeting,
        item,
    ):
        motion = one_of(item.motions, motion_id)
        _check_untouched(item, motion, put_too=True)
        for opinion in item.opinions:
            if opinion.motion == motion_id:
                raise RuleBroken(
                    "An opinion of {who} is in favour of the motion of {name}; withdraw it instead",
                    who=all_names(opinion.by),
                    name=all_names(motion.by),
                )
        for other in item.motions:
            if other.instead_of == motion_id:
                change.update("motion", other.id, instead_of_id=None)
        change.delete_whole("motion", motion_id)


def move_motion(database: Database, motion_id: int, after: int | None) -> None:
    """Put a motion after another of its item, or first (None); raises LookupError for another item's."""
    with _changing(database, motion_id, N_("Move the motion of {name} at {item}")) as (change, _, item):
        move_row(change, "motion", motion_id, after, item_id=item.id)


# --- what a motion is part of


def _changing(
    database: Database, motion_id: int, label: str
) -> AbstractContextManager[tuple[Change, Meeting, Item]]:
    """Open a change at a motion's item, whose label can name the mover."""
    item_id = item_of(database, "motion", motion_id)
    with database.read() as read:
        movers = minutes.names_of(read, "mover", motion_id)
    return minuting(database, label, item_id, name=all_names(movers))


def _is_put(database: Database, item_id: int) -> bool:
    """Tell whether anything was put or voted on, so that a decision may follow from the motions' words."""
    with database.read() as read:
        return minutes.is_put(read, item_id)


def _columns(facts: Mapping[str, Any]) -> dict[str, Any]:
    for unknown in facts.keys() - _SETTING.keys():
        raise TypeError(unknown)
    columns = {_NAMED.get(name, name): value for name, value in facts.items() if name != "by"}
    if "text" in columns:
        columns["text"] = tidy(columns["text"])
    return columns


def _check_first(item: Item, motion_id: int | None, instead_of: int | None) -> None:
    """Raise RuleBroken where a motion would be moved instead of itself, or of another item's."""
    seen = {motion_id}
    first = instead_of
    while first is not None:
        found = one_of(item.motions, first)
        if first in seen:
            raise RuleBroken("A motion cannot stand in the second place behind itself")
        seen.add(first)
        first = found.instead_of


def _check_untouched(item: Item, motion: Motion, *, put_too: bool) -> None:
    """Raise RuleBroken where a motion was put and something found, or voted on; or put at all."""
    for division in item.divisions:
        if motion.id in (division.yes_motion, division.no_motion):
            raise RuleBroken("The motion of {name} was voted on at {item}", **_facts(item, motion))
    for put in item.puts:
        mine = put.motion == motion.id or (put.puts is Puts.MAIN and motion.asks.put_as is Puts.MAIN)
        if mine and put.adopted is not None and not motion.withdrawn:
            raise RuleBroken(
                "The motion of {name} was put at {item}, and something was found", **_facts(item, motion)
            )
        if put_too and put.motion == motion.id:
            raise RuleBroken(
                "The motion of {name} is put at {item}; withdraw it instead", **_facts(item, motion)
            )


def _drop_puts(change: Change, item: Item, motion_id: int) -> None:
    """Take out the questions that were about a motion, and of which nothing was found."""
    for put in item.puts:
        if put.motion == motion_id and put.puts is not Puts.MAIN:
            change.delete("put", put.id)


def _facts(item: Item, motion: Motion) -> dict[str, object]:
    return {"name": all_names(motion.by), "item": item.on_agenda.called}
