"""The items that come by themselves on the agendas of a body: its template and its yearly duties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_
from klubban.operations.items import checked_title
from klubban.operations.lists import last_place, move_row
from klubban.operations.naming import one_line
from klubban.store import rolls
from klubban.store.change import Change, id_of
from klubban.store.database import Database

_FACTS = frozenset(
    ("title", "kind", "minutes", "presenters", "proposal", "months", "source", "closing", "meeting_type")
)


def put_standing_item(
    database: Database, body_id: int, id_: int | None, /, *, run: str | None = None, **facts: Any
) -> int:
    """Add a standing item to a body's agendas (None), or set facts of one, and return its id.

    Facts are those of `domain.agenda.StandingItem`: title, kind, minutes, presenters, proposal, months,
    source, closing, meeting_type. Raises RuleBroken for a value that cannot be, LookupError.
    """
    columns = _columns(facts)
    if id_ is None:
        title = columns["title"] = checked_title(columns.get("title", ""))
        label = N_("Let {item} come by itself")
    else:
        with database.read() as read:
            title = rolls.row_of(read, "standing_item", id_)["title"]
        label = N_("Change the standing item {item}")
    with database.change(label, place=("body", body_id), run=run, item=title) as change:
        _check_type(change, body_id, columns.get("meeting_type_id"))
        if id_ is None:
            place = last_place(change, "standing_item", body_id=body_id)
            return change.insert("standing_item", body_id=body_id, position=place, **columns)
        change.update("standing_item", id_, **columns)
        return id_


def _columns(facts: Mapping[str, Any]) -> dict[str, Any]:
    for unknown in facts.keys() - _FACTS:
        raise TypeError(unknown)
    columns = dict(facts)
    if "title" in columns:
        columns["title"] = checked_title(columns["title"])
    if "source" in columns:
        columns["source"] = one_line(columns["source"] or "") or None
    if "presenters" in columns:
        columns["presenters"] = tuple(words for each in columns["presenters"] if (words := one_line(each)))
    if "meeting_type" in columns:
        columns["meeting_type_id"] = columns.pop("meeting_type")
    minutes = columns.get("minutes")
    if minutes is not None and minutes <= 0:
        raise RuleBroken("An item takes at least a minute, not {minutes}", minutes=minutes)
    if "months" in columns:
        columns["months"] = tuple(sorted(set(columns["months"])))
        for month in set(columns["months"]) - set(range(1, 13)):
            raise RuleBroken("There is no month {month}", month=month)
    return columns


def _check_type(change: Change, body_id: int, type_id: int | None) -> None:
    own = {id_of(row) for row in change.rows("meeting_type", body_id=body_id)}
    if type_id is not None and type_id not in own:
        raise RuleBroken("The body has no such type of meeting")


def remove_standing_item(database: Database, id_: int) -> None:
    """Let an item come by itself no longer; the agendas that have it keep it. Raises LookupError."""
    with database.read() as read:
        row = rolls.row_of(read, "standing_item", id_)
    label = N_("Let {item} come by itself no longer")
    with database.change(label, place=("body", row["body_id"]), item=row["title"]) as change:
        for item in change.rows("item", standing_item_id=id_):
            change.update("item", id_of(item), standing_item_id=None)
        change.delete("standing_item", id_)


def move_standing_item(database: Database, id_: int, after: int | None) -> None:
    """Move a standing item to after another of its body, or to the first place (None); raises LookupError."""
    with database.read() as read:
        row = rolls.row_of(read, "standing_item", id_)
    body_id = int(row["body_id"])
    with database.change(N_("Move {item}"), place=("body", body_id), item=row["title"]) as change:
        move_row(change, "standing_item", id_, after, body_id=body_id)
