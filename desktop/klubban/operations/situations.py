"""Situation reports: begun, judged area by area, finished, presented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from klubban.domain.errors import RuleBroken
from klubban.domain.situation import STEPS, Situation, SituationArea, folded
from klubban.domain.text import Blocks
from klubban.i18n import N_
from klubban.operations.documents import insert_paper
from klubban.operations.item_change import check_open
from klubban.operations.lists import last_place, move_row
from klubban.operations.naming import line_or_none, new_key, one_line
from klubban.operations.paper_file import PaperFile
from klubban.store import reads, rolls, situations
from klubban.store.change import Change
from klubban.store.database import Database


def begin_situation(
    database: Database,
    body_id: int,
    day: date,
    *,
    from_date: date | None = None,
    title: str | None = None,
    by: str | None = None,
) -> int:
    """Begin a report, and return its id: the areas and sources of the body's own list, or of its last report.

    Nothing is judged yet. Raises RuleBroken for a period that ends before it begins, LookupError for no body.
    """
    _check_period(from_date, day)
    with database.read() as read:
        body = {each.id: each for each in reads.bodies(read)}[body_id]
        last = (situations.situations(read, body_id) or (None,))[-1]
    areas = body.areas or tuple(area.name for area in (last.areas if last else ()))
    sources = body.sources or (last.sources if last else ())
    label = N_("Begin a situation report of {body}")
    with database.change(label, place=("body", body_id), body=body.name) as change:
        made = insert_situation(
            change,
            new_key(),
            body_id,
            day,
            from_date=from_date,
            title=line_or_none(title),
            by=line_or_none(by),
            scale=body.scale,
            sources=sources,
        )
        for position, name in enumerate(areas):
            insert_area(change, made, position, name)
        return made


def insert_situation(change: Change, key: str, body_id: int, day: date, **facts: object) -> int:
    """Add a report; `facts` are its other columns."""
    return change.insert("situation", key=key, body_id=body_id, day=day, **facts)


def insert_area(change: Change, situation_id: int, position: int, name: str, **facts: object) -> int:
    """Add an area to a report; `facts` are step, events and measures."""
    return change.insert("situation_area", situation_id=situation_id, position=position, name=name, **facts)


_FACTS = {"day", "from_date", "title", "by", "text", "sources"}


def change_situation(database: Database, situation_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Say anew what a report is of: day, from_date, title, by, text, sources; raises RuleBroken."""
    for unknown in facts.keys() - _FACTS:
        raise TypeError(unknown)
    columns = dict(facts)
    for name in ("title", "by"):
        if name in columns:
            columns[name] = line_or_none(columns[name])
    if "sources" in columns:
        columns["sources"] = checked_list(columns["sources"])
    label = N_("Change the situation report of {body}")
    with changing(database, label, situation_id, run=run) as (change, report):
        _check_period(columns.get("from_date", report.from_date), columns.get("day", report.day))
        change.update("situation", situation_id, **columns)


def remove_situation(database: Database, situation_id: int) -> None:
    """Take a report away; raises RuleBroken for one that is finished, or went into another."""
    label = N_("Remove the situation report of {body}")
    with changing(database, label, situation_id, place_in_body=True) as (change, _report):
        if change.rows("rolled_up", from_id=situation_id):
            raise RuleBroken("It went into another report; take it out of that first")
        change.delete_whole("situation", situation_id)


def add_area(database: Database, situation_id: int, name: str) -> int:
    """Add an area at the end of a report, and return its id; raises RuleBroken for a name that is there."""
    label = N_("Add {area} to the situation report of {body}")
    words = _area_name(name)
    with changing(database, label, situation_id, area=words) as (change, report):
        _check_area(report, words, None)
        place = last_place(change, "situation_area", situation_id=situation_id)
        return insert_area(change, situation_id, place, words)


def change_area(
    database: Database,
    area_id: int,
    *,
    run: str | None = None,
    name: str | None = None,
    events: Blocks | None = None,
    measures: Blocks | None = None,
) -> None:
    """Write what an area is called, what happened in it, what is done about it; only what is named."""
    facts: dict[str, object] = {"name": _area_name(name)} if name is not None else {}
    facts |= {key: text for key, text in (("events", events), ("measures", measures)) if text is not None}
    label = N_("Write of {area} in the situation report of {body}")
    with changing_area(database, label, area_id, run=run) as (change, report, _area):
        if name is not None:
            _check_area(report, _area_name(name), area_id)
        change.update("situation_area", area_id, **facts)


def judge_area(database: Database, area_id: int, step: int | None) -> None:
    """Say on which step an area is, from 1 to 5, or that nobody has judged it; raises RuleBroken."""
    if step is not None and not 1 <= step <= STEPS:
        raise RuleBroken("An area is on a step from 1 to {steps}, not {step}", steps=STEPS, step=step)
    label = N_("Judge {area} in the situation report of {body}: {step}")
    if step is None:
        label = N_("Judge {area} in the situation report of {body} later")
    with changing_area(database, label, area_id, step=step) as (change, _report, _area):
        change.update("situation_area", area_id, step=step)


def move_area(database: Database, area_id: int, after: int | None) -> None:
    """Put an area after another of its report, or first (None); raises LookupError."""
    label = N_("Move {area} in the situation report of {body}")
    with changing_area(database, label, area_id) as (change, report, _area):
        move_row(change, "situation_area", area_id, after, situation_id=report.id)


def remove_area(database: Database, area_id: int) -> None:
    """Take an area out of a report, with what is written of it; undo brings it back."""
    label = N_("Take {area} out of the situation report of {body}")
    with changing_area(database, label, area_id) as (change, _report, _area):
        change.delete("situation_area", area_id)


def finish_situation(database: Database, situation_id: int, day: date) -> None:
    """Note that a report is finished; raises RuleBroken while it has no areas, or one is not judged."""
    with changing(database, N_("Finish the situation report of {body}"), situation_id) as (change, report):
        if not report.areas:
            raise RuleBroken("A situation report has at least one area")
        if report.not_judged:
            names = ", ".join(area.name for area in report.not_judged)
            raise RuleBroken("These areas are not judged yet: {areas}", areas=names)
        change.update("situation", situation_id, done_on=day)


def reopen_situation(database: Database, situation_id: int) -> None:
    """Let a finished report be changed again; what it went into stays as it is."""
    label = N_("Open the situation report of {body} again")
    with changing(database, label, situation_id, done=True) as (change, _report):
        change.update("situation", situation_id, done_on=None)


def present_at(
    database: Database, situation_id: int, item_id: int | None, *, paper: PaperFile | None = None
) -> None:
    """Note at which item a report is presented, or that it is at none; its paper becomes the item's document.

    Raises RuleBroken where the item's protocol is verified and takes no paper, LookupError for no such item.
    """
    label = N_("Present the situation report of {body} at {item}")
    item = ""
    if item_id is None:
        label = N_("Present the situation report of {body} at no item")
    else:
        with database.read() as read:
            item = reads.item_name(read, item_id)
    with changing(database, label, situation_id, done=True, item=item) as (change, _report):
        change.update("situation", situation_id, item_id=item_id)
        if item_id is not None and paper is not None:
            check_open(change, item_id)
            insert_paper(change, item_id, paper)


# --- plain functions


def checked_list(lines: Sequence[str]) -> list[str]:
    """Return names one a line, each once, without empty ones."""
    known: dict[str, str] = {}
    for line in lines:
        if words := one_line(line):
            known.setdefault(folded(words), words)
    return list(known.values())


@contextmanager
def changing(
    database: Database,
    label: str,
    situation_id: int,
    *,
    run: str | None = None,
    done: bool = False,
    place_in_body: bool = False,
    **facts: Any,
) -> Iterator[tuple[Change, Situation]]:
    """Open a change of a report that is not finished, or is `done` all the same; raises RuleBroken."""
    with database.read() as read:
        report = situations.situation(read, situation_id)
        body = {each.id: each for each in reads.bodies(read)}[report.body]
    if report.is_done and not done:
        raise RuleBroken("The report is finished; open it again before it is changed")
    place = ("body", body.id) if place_in_body else ("situation", situation_id)
    with database.change(label, place=place, run=run, body=body.name, **facts) as change:
        yield change, report


@contextmanager
def changing_area(
    database: Database, label: str, area_id: int, *, run: str | None = None, **facts: Any
) -> Iterator[tuple[Change, Situation, SituationArea]]:
    """Open a change of an area of a report; raises RuleBroken, LookupError."""
    with database.read() as read:
        row = rolls.row_of(read, "situation_area", area_id)
    situation_id, name = int(row["situation_id"]), str(row["name"])
    with changing(database, label, situation_id, run=run, area=name, **facts) as (change, report):
        yield change, report, next(area for area in report.areas if area.id == area_id)


def _area_name(name: str) -> str:
    words = one_line(name)
    if not words:
        raise RuleBroken("An area needs a name")
    return words


def _check_area(report: Situation, name: str, own: int | None) -> None:
    if any(area.is_called(name) and area.id != own for area in report.areas):
        raise RuleBroken("The report has an area called {area} already", area=name)


def _check_period(first: date | None, last: date) -> None:
    if first is not None and first > last:
        raise RuleBroken("The period begins on {first}, after the day of the report", first=first)
