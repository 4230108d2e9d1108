"""Goals, their indicators, what was measured year by year, and the comments that explain it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

from klubban.domain.errors import RuleBroken
from klubban.domain.goal import Goal, Indicator
from klubban.domain.index import check_indicator, check_thresholds, check_value
from klubban.domain.text import Blocks, plain, tidy
from klubban.i18n import N_
from klubban.operations.lists import last_place, move_row
from klubban.operations.naming import checked_name, line_or_none, new_key
from klubban.store import commitments, rolls
from klubban.store.change import Change, id_of
from klubban.store.database import Database

_FACTS = {
    "title": "title",
    "area": "area",
    "text": "text",
    "commitment": "commitment_id",
    "yellow_from": "yellow_from",
    "green_from": "green_from",
}
_OF_INDICATOR = {"name", "unit", "source", "none_at", "full_at"}
_YELLOW, _GREEN = 50, 75
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def add_goal(database: Database, body_id: int, title: str, **facts: Any) -> int:
    """Note what a body wants to reach, and return its id.

    `facts` are area, text, commitment (the plan it belongs to), yellow_from and green_from. Raises RuleBroken
    for no title, or thresholds the wrong way round.
    """
    columns = {"yellow_from": _YELLOW, "green_from": _GREEN} | _columns({"title": title, **facts})
    check_thresholds(columns["yellow_from"], columns["green_from"])
    with database.change(N_("Note {name}"), place=("goal", 0), name=columns["title"]) as change:
        return change.insert("goal", body_id=body_id, key=new_key(), **columns)


def change_goal(database: Database, goal_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Say anew what is known of a goal, of those facts that are named."""
    columns = _columns(facts)
    with _changing(database, N_("Change {name}"), goal_id, run=run) as (change, before):
        check_thresholds(
            columns.get("yellow_from", before.yellow_from), columns.get("green_from", before.green_from)
        )
        change.update("goal", goal_id, **columns)


def remove_goal(database: Database, goal_id: int) -> None:
    """Take out a goal; raises RuleBroken for one that was measured or commented on."""
    with _changing(database, N_("Remove {name}"), goal_id) as (change, before):
        if before.years or any(each.measured for each in before.indicators):
            raise RuleBroken("{name} was measured already, and stays", name=before.title)
        change.delete_whole("goal", goal_id)


def add_indicator(
    database: Database,
    goal_id: int,
    name: str,
    *,
    none_at: Decimal,
    full_at: Decimal,
    unit: str | None = None,
    source: str | None = None,
) -> int:
    """Add an indicator to a goal, and return it; `none_at` gives 0 and `full_at` 100 on the index.

    Raises RuleBroken for no name, or where both are the same.
    """
    columns = _of_indicator({"name": name, "unit": unit, "source": source})
    check_indicator(none_at, full_at)
    with _changing(database, N_("Add an indicator to {name}"), goal_id) as (change, _goal):
        place = last_place(change, "indicator", goal_id=goal_id)
        return change.insert(
            "indicator", goal_id=goal_id, position=place, none_at=none_at, full_at=full_at, **columns
        )


def change_indicator(database: Database, indicator_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Say anew what is known of an indicator: name, unit, source, none_at, full_at."""
    columns = _of_indicator(facts)
    label = N_("Change an indicator of {name}")
    with _with_indicator(database, label, indicator_id, run) as (change, _goal, before):
        check_indicator(columns.get("none_at", before.none_at), columns.get("full_at", before.full_at))
        change.update("indicator", indicator_id, **columns)


def move_indicator(database: Database, indicator_id: int, after: int | None) -> None:
    """Put an indicator after another of its goal, or first."""
    label = N_("Move an indicator of {name}")
    with _with_indicator(database, label, indicator_id) as (change, goal, _before):
        move_row(change, "indicator", indicator_id, after, goal_id=goal.id)


def remove_indicator(database: Database, indicator_id: int) -> None:
    """Take out an indicator; raises RuleBroken for one that was measured."""
    label = N_("Remove an indicator from {name}")
    with _with_indicator(database, label, indicator_id) as (change, _goal, before):
        if before.measured:
            raise RuleBroken("{name} was measured already, and stays", name=before.name)
        change.delete_whole("indicator", indicator_id)


def measure(
    database: Database,
    indicator_id: int,
    year: int,
    value: Decimal | None,
    *,
    note: str | None = None,
    run: str | None = None,
) -> None:
    """Set what an indicator was in a year; None takes the value out.

    Raises RuleBroken for what is no number, or no year of four digits.
    """
    _check_year(year)
    if value is not None:
        check_value(value)
    label = N_("Measure {indicator} in {year}")
    with _with_indicator(database, label, indicator_id, run, year=year) as (change, _goal, _indicator):
        there = change.rows("measured", indicator_id=indicator_id, year=year)
        if value is None:
            for row in there:
                change.delete("measured", id_of(row))
            return
        columns = {"value": value, "note": line_or_none(note)}
        if there:
            change.update("measured", id_of(there[0]), **columns)
            return
        place = last_place(change, "measured", indicator_id=indicator_id)
        change.insert("measured", indicator_id=indicator_id, position=place, year=year, **columns)


def comment_on_year(
    database: Database,
    goal_id: int,
    year: int,
    text: Blocks,
    *,
    day: date | None = None,
    item: int | None = None,
    run: str | None = None,
) -> None:
    """Set the comment that explains a goal's index of a year, with when and at which item.

    Without words it is taken out.
    """
    _check_year(year)
    said = tidy(text)
    label = N_("Comment on {name} in {year}")
    with _changing(database, label, goal_id, run=run, year=year) as (change, _goal):
        there = change.rows("goal_year", goal_id=goal_id, year=year)
        if not plain(said).strip():
            for row in there:
                change.delete("goal_year", id_of(row))
            return
        columns = {"text": said, "day": day, "item_id": item}
        if there:
            change.update("goal_year", id_of(there[0]), **columns)
            return
        place = last_place(change, "goal_year", goal_id=goal_id)
        change.insert("goal_year", goal_id=goal_id, position=place, year=year, **columns)


@contextmanager
def _changing(
    database: Database, label: str, goal_id: int, *, run: str | None = None, **facts: Any
) -> Iterator[tuple[Change, Goal]]:
    """Change a goal as it is now; raises LookupError for an unknown one."""
    with database.read() as read:
        before = commitments.goal(read, goal_id)
    with database.change(label, place=("goal", goal_id), run=run, name=before.title, **facts) as change:
        yield change, before


@contextmanager
def _with_indicator(
    database: Database, label: str, indicator_id: int, run: str | None = None, **facts: Any
) -> Iterator[tuple[Change, Goal, Indicator]]:
    with database.read() as read:
        row = rolls.row_of(read, "indicator", indicator_id)
    facts["indicator"] = row["name"]
    with _changing(database, label, int(row["goal_id"]), run=run, **facts) as (change, goal):
        yield change, goal, next(each for each in goal.indicators if each.id == indicator_id)


def _check_year(year: int) -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise RuleBroken("A year should have four digits, and not be {year}", year=year)


def _columns(facts: dict[str, Any]) -> dict[str, Any]:
    for unknown in facts.keys() - _FACTS.keys():
        raise TypeError(unknown)
    columns = {_FACTS[name]: value for name, value in facts.items()}
    if "title" in columns:
        columns["title"] = checked_name(columns["title"] or "")
    if "area" in columns:
        columns["area"] = line_or_none(columns["area"])
    if "text" in columns:
        columns["text"] = tidy(columns["text"])
    return columns


def _of_indicator(facts: dict[str, Any]) -> dict[str, Any]:
    for unknown in facts.keys() - _OF_INDICATOR:
        raise TypeError(unknown)
    columns = dict(facts)
    for name in ("unit", "source"):
        if name in columns:
            columns[name] = line_or_none(columns[name])
    if "name" in columns:
        columns["name"] = checked_name(columns["name"] or "")
    return columns
