"""The activities of a plan: what, what for, when, by whom, and how far each has come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from klubban.domain import follow_up_rules as rules
from klubban.domain.commitment import Activity, Progress
from klubban.domain.errors import RuleBroken
from klubban.domain.text import Blocks, plain, tidy
from klubban.i18n import N_
from klubban.operations.commitment_change import changing, who_is_responsible
from klubban.operations.lists import last_place, move_row
from klubban.operations.naming import checked_name, line_or_none
from klubban.store import rolls
from klubban.store.change import Change
from klubban.store.database import Database

_FACTS = {"title", "purpose", "when", "from_date", "to_date", "responsible"}


def add_activity(database: Database, commitment_id: int, title: str, **facts: Any) -> int:
    """Add an activity last in a plan, and return it.

    `facts` are purpose, when (in words), from_date, to_date and responsible. Raises RuleBroken for no title,
    or a period that ends before it begins.
    """
    columns = _columns({"title": title, **facts})
    rules.check_period(columns.get("from_date"), columns.get("to_date"))
    label = N_("Add {activity} to {name}")
    with changing(database, label, commitment_id, activity=columns["title"]) as (change, _plan):
        place = last_place(change, "activity", commitment_id=commitment_id)
        return change.insert("activity", commitment_id=commitment_id, position=place, **columns)


def change_activity(database: Database, activity_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Say anew what is known of an activity, of those facts that are named."""
    columns = _columns(facts)
    with _changing(database, N_("Change {activity} in {name}"), activity_id, run) as (change, before):
        first = columns.get("from_date", before.from_date)
        rules.check_period(first, columns.get("to_date", before.to_date))
        change.update("activity", activity_id, **columns)


def move_activity(database: Database, activity_id: int, after: int | None) -> None:
    """Put an activity after another of its plan, or first."""
    with database.read() as read:
        plan = int(rolls.row_of(read, "activity", activity_id)["commitment_id"])
    with _changing(database, N_("Move {activity} in {name}"), activity_id) as (change, _before):
        move_row(change, "activity", activity_id, after, commitment_id=plan)


def remove_activity(database: Database, activity_id: int) -> None:
    """Take out an activity; raises RuleBroken for one of which something was noted."""
    with _changing(database, N_("Remove {activity} from {name}"), activity_id) as (change, before):
        if before.steps:
            raise RuleBroken(
                "{activity} was followed up already; note that it is cancelled", activity=before.title
            )
        change.delete_whole("activity", activity_id)


def note_activity(
    database: Database,
    activity_id: int,
    day: date,
    progress: Progress,
    *,
    moved_to: date | None = None,
    text: Blocks = (),
    item: int | None = None,
) -> int:
    """Note how far an activity has come on a day, at an item or between meetings; return the note.

    Raises RuleBroken for one that is moved without a new day or a reason, or cancelled without a reason.
    """
    said = tidy(text)
    rules.check_noted(progress, moved_to, reason=bool(plain(said).strip()))
    with _changing(database, N_("Note how far {activity} has come"), activity_id) as (change, _before):
        return change.insert(
            "activity_step",
            activity_id=activity_id,
            position=last_place(change, "activity_step", activity_id=activity_id),
            day=day,
            progress=progress,
            moved_to=moved_to,
            text=said,
            item_id=item,
        )


def remove_activity_step(database: Database, step_id: int) -> None:
    """Take out what was noted of an activity by mistake."""
    with database.read() as read:
        activity_id = int(rolls.row_of(read, "activity_step", step_id)["activity_id"])
    with _changing(database, N_("Remove what was noted of {activity}"), activity_id) as (change, _before):
        change.delete("activity_step", step_id)


@contextmanager
def _changing(
    database: Database, label: str, activity_id: int, run: str | None = None
) -> Iterator[tuple[Change, Activity]]:
    with database.read() as read:
        row = rolls.row_of(read, "activity", activity_id)
    plan = int(row["commitment_id"])
    with changing(database, label, plan, run=run, activity=row["title"]) as (change, before):
        yield change, next(each for each in before.activities if each.id == activity_id)


def _columns(facts: dict[str, Any]) -> dict[str, Any]:
    for unknown in facts.keys() - _FACTS:
        raise TypeError(unknown)
    columns = dict(facts)
    for name in ("purpose", "when"):
        if name in columns:
            columns[name] = line_or_none(columns[name])
    if "title" in columns:
        columns["title"] = checked_name(columns["title"] or "")
    if "responsible" in columns:
        columns |= who_is_responsible(columns.pop("responsible"))
    return columns
