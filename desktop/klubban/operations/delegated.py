"""Decisions by delegation: noted one by one, reported at an item; urgent ones on the next agenda."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from klubban.domain.agenda import Delegated, Origin
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Outcome
from klubban.i18n import N_
from klubban.operations.incoming import bring
from klubban.operations.naming import checked_name, one_line
from klubban.store import agendas, reads, rolls
from klubban.store.change import Change, id_of, row_of
from klubban.store.database import Database
from klubban.store.payload import Row

_COLUMNS = {"on": "decided_on", "by": "decided_by"}
_LINES = ("registry_number", "decided_by", "basis")
PLACE = ("delegated", 0)
"""What undo goes to: the list of all of them."""


def add_delegated(database: Database, body_id: int, title: str, *, today: date, **facts: Any) -> int:
    """Note a decision that was taken by delegation from a body, and return its id.

    `facts` are registry_number, on, by (the delegate), basis and urgent. An urgent one is put on the body's
    next agenda from today on (KL 6 kap. 40 §). Raises RuleBroken when the same is in the list already.
    """
    columns = delegated_columns(title=title, **facts)
    with database.read() as read:
        there = agendas.delegated(read, body_id)
    if any(is_same(each, columns) for each in there):
        raise RuleBroken("{title} is in the list already", title=columns["title"])
    with database.change(
        N_("Note the delegated decision {name}"), place=PLACE, name=columns["title"]
    ) as change:
        (added,) = insert_delegated(change, body_id, [columns], today)
        return added


def insert_delegated(
    change: Change, body_id: int, decisions: Iterable[dict[str, Any]], today: date
) -> list[int]:
    """Add decisions by their columns, last in the body's list; urgent ones go on its next agenda."""
    last = max((int(row["position"] or 0) for row in change.rows("delegated", body_id=body_id)), default=-1)
    added, urgent = [], False
    for place, columns in enumerate(decisions, last + 1):
        added.append(change.insert("delegated", body_id=body_id, position=place, **columns))
        urgent = urgent or columns["urgent"]
    if urgent:
        bring(change, body_id, [Origin.URGENT], on=today)
    return added


def delegated_columns(*, title: str, **facts: Any) -> dict[str, Any]:
    """Return a decision's columns, with lines as they are kept; raises RuleBroken without a title."""
    columns: dict[str, Any] = {_COLUMNS.get(name, name): value for name, value in facts.items()}
    for name in _LINES:
        columns[name] = one_line(columns.get(name) or "") or None
    title = one_line(title)
    if not title:
        raise RuleBroken("Say what was decided")
    return {
        **columns,
        "title": title,
        "decided_on": columns.get("decided_on"),
        "urgent": bool(columns.get("urgent")),
    }


def identity(title: str, registry_number: str | None, on: date | None, by: str | None) -> tuple[object, ...]:
    """Return what tells one decision from another: the same decision, number, day and delegate are one."""
    plain = ("".join((words or "").casefold().split()) for words in (title, registry_number, by))
    return (*plain, on)


def is_same(one: Delegated, columns: dict[str, Any]) -> bool:
    """Tell whether a decision in the list is the one that these columns tell of."""
    other = (columns["title"], columns["registry_number"], columns["decided_on"], columns["decided_by"])
    return identity(one.title, one.registry_number, one.on, one.by) == identity(*other)


def change_delegated(
    database: Database, delegated_id: int, *, today: date, run: str | None = None, **facts: Any
) -> None:
    """Say anew what is known of a decision: title, registry_number, on, by, basis, urgent.

    Raises RuleBroken for no title, LookupError for no such decision.
    """
    columns: dict[str, Any] = {_COLUMNS.get(name, name): value for name, value in facts.items()}
    for name in _LINES:
        if name in columns:
            columns[name] = one_line(columns[name] or "") or None
    if "title" in columns:
        columns["title"] = checked_name(columns["title"] or "")
    row = _row(database, delegated_id)
    name = str(columns.get("title", row["title"]))
    with database.change(N_("Change {name}"), place=PLACE, run=run, name=name) as change:
        change.update("delegated", delegated_id, **columns)
        if columns.get("urgent") and row["item_id"] is None:
            bring(change, int(row["body_id"] or 0), [Origin.URGENT], on=today)


def remove_delegated(database: Database, delegated_id: int) -> None:
    """Take a decision out of the list; raises RuleBroken for one that is reported at an item."""
    row = _row(database, delegated_id)
    if row["item_id"] is not None:
        raise RuleBroken("{title} is reported on an agenda; take it from there first", title=row["title"])
    with database.change(N_("Remove {name}"), place=PLACE, name=row["title"]) as change:
        change.delete("delegated", delegated_id)


def report_delegated(database: Database, item_id: int, delegated_ids: Iterable[int]) -> None:
    """Report these decisions at an item, and no others that it reported before.

    Raises RuleBroken for a decision by delegation from another body, or one that a verified protocol reports
    elsewhere; LookupError for no such item.
    """
    wanted = set(delegated_ids)
    with database.read() as read:
        name = reads.item_name(read, item_id)
    label = N_("Report delegated decisions at {item}")
    with database.change(label, place=("item", item_id), item=name) as change:
        body = _body_of(change, item_id)
        own = {id_of(row): row for row in change.rows("delegated", body_id=body)}
        if wanted - set(own):
            raise RuleBroken("A decision is reported to the body that delegated it")
        for id_, row in own.items():
            leaves = row["item_id"] == item_id and id_ not in wanted
            if leaves or (id_ in wanted and row["item_id"] != item_id):
                check_may_leave(change, id_)
                change.update("delegated", id_, item_id=None if leaves else item_id)


def report_not(database: Database, delegated_ids: Iterable[int]) -> None:
    """Take decisions from the items that report them; they wait again.

    Raises RuleBroken for one that a verified protocol reports.
    """
    ids = list(delegated_ids)
    with database.change(N_("Report {count} decisions later"), place=PLACE, count=len(ids)) as change:
        for id_ in ids:
            check_may_leave(change, id_)
            change.update("delegated", id_, item_id=None)


def check_may_leave(change: Change, delegated_id: int) -> None:
    """Raise RuleBroken for a decision that was reported, and stands so in a protocol that is verified."""
    row = rolls.row_of(change.connection, "delegated", delegated_id)
    if row["item_id"] is None:
        return
    item = rolls.row_of(change.connection, "item", row["item_id"])
    taken_off = item["outcome"] in (Outcome.WITHDRAWN, Outcome.POSTPONED)
    if not taken_off and rolls.is_verified(change.connection, item["meeting_id"]):
        day = rolls.row_of(change.connection, "meeting", item["meeting_id"])["date"]
        raise RuleBroken(
            "{title} was reported on {date}, in a protocol that is verified", title=row["title"], date=day
        )


def _body_of(change: Change, item_id: int) -> int:
    for item in change.rows("item", id=item_id):
        for meeting in change.rows("meeting", id=item["meeting_id"]):
            return int(meeting["body_id"] or 0)
    raise LookupError(item_id)


def _row(database: Database, delegated_id: int) -> Row:
    with database.read() as read:
        row = row_of(read, "delegated", delegated_id)
    if row is None:
        raise LookupError(delegated_id)
    return row
