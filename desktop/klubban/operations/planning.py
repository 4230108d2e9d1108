"""A body's year: how its meetings come again, and the days that are taken from that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from klubban.domain.agenda import Moves, Pattern
from klubban.domain.body import Body
from klubban.domain.errors import RuleBroken
from klubban.domain.planning import PlannedDay, YearPlan, check_pattern, year_plan
from klubban.i18n import N_
from klubban.operations.incoming import fill
from klubban.operations.meeting_rows import check_day, insert_meeting
from klubban.operations.naming import one_line
from klubban.store import agendas, reads
from klubban.store.change import Change
from klubban.store.database import Database


def put_pattern(database: Database, body_id: int, pattern_id: int | None, **facts: Any) -> int:
    """Say how a body's meetings come again, in a new way or in one that is there, and return its id.

    `facts` are those of a Pattern. Raises RuleBroken for a pattern that gives no days, LookupError.
    """
    body, patterns = _read(database, body_id)
    before = Pattern(id=0, weekday=0)
    if pattern_id is not None:
        before = _found(patterns, pattern_id)
    pattern = _checked(body, replace(before, **facts))
    columns = {
        "weekday": pattern.weekday,
        "nth": pattern.nth,
        "weeks": pattern.weeks,
        "first": pattern.first,
        "months": pattern.months,
        "starts": pattern.start,
        "place": pattern.place,
        "moves": pattern.moves,
        "meeting_type_id": pattern.meeting_type,
    }
    with database.change(N_("Say when {name} meets"), place=("body", body_id), name=body.name) as change:
        if pattern_id is not None:
            change.update("meeting_pattern", pattern_id, **columns)
            return pattern_id
        return change.insert("meeting_pattern", body_id=body_id, position=len(patterns), **columns)


def remove_pattern(database: Database, body_id: int, pattern_id: int) -> None:
    """Take away one of the ways in which a body's meetings come again; meetings that are planned stay."""
    body, patterns = _read(database, body_id)
    _found(patterns, pattern_id)
    with database.change(N_("Say when {name} meets"), place=("body", body_id), name=body.name) as change:
        change.delete_whole("meeting_pattern", pattern_id)


def suggest_year(database: Database, body_id: int, year: int) -> YearPlan:
    """Return the days that a body's patterns give for a year; those that are planned say so."""
    body, patterns = _read(database, body_id)
    with database.read() as read:
        taken = {line.date for line in reads.meetings(read, body_id)}
    return year_plan(patterns, year, taken, body.meeting_types)


def plan_year(
    database: Database,
    body_id: int,
    days: Iterable[PlannedDay],
    *,
    today: date | None = None,
    past: bool = False,
) -> list[int]:
    """Plan the meetings of a year in one step, each with what comes on its agenda by itself; return them.

    A day on which the body meets already is left alone. Raises RuleBroken for a day before today that is
    not said to be `past`, or a day that is there twice.
    """
    body, _patterns = _read(database, body_id)
    wanted = sorted(days, key=lambda each: each.day)
    for each in wanted:
        check_day(each.day, today, past=past)
    with database.change(
        N_("Plan the meetings of {name}"), place=("body", body_id), name=body.name
    ) as change:
        there = {line.date for line in reads.meetings(change.connection, body_id)}
        made = [_plan(change, body_id, each) for each in wanted if each.day not in there]
        for meeting_id in made:
            fill(change, meeting_id, today)
        return made


def _found(patterns: Iterable[Pattern], pattern_id: int) -> Pattern:
    for each in patterns:
        if each.id == pattern_id:
            return each
    raise LookupError(pattern_id)


def _plan(change: Change, body_id: int, each: PlannedDay) -> int:
    return insert_meeting(
        change, body_id, each.day, start=each.start, place=each.place, meeting_type=each.meeting_type
    )


def _checked(body: Body, pattern: Pattern) -> Pattern:
    """Return a pattern as it is kept; raises RuleBroken."""
    if pattern.weeks is not None:
        first = pattern.first
        pattern = replace(pattern, nth=(), weekday=first.weekday() if first else pattern.weekday)
    else:
        pattern = replace(pattern, first=None)
    check_pattern(pattern)
    if pattern.meeting_type not in {None, *(each.id for each in body.meeting_types)}:
        raise RuleBroken("{body} has no such type of meeting", body=body.name)
    return replace(
        pattern,
        nth=tuple(dict.fromkeys(pattern.nth)),
        months=tuple(sorted(set(pattern.months))),
        place=one_line(pattern.place or "") or None,
        moves=Moves(pattern.moves),
    )


def _read(database: Database, body_id: int) -> tuple[Body, tuple[Pattern, ...]]:
    with database.read() as read:
        for body in reads.bodies(read):
            if body.id == body_id:
                return body, agendas.patterns(read, body_id)
    raise LookupError(body_id)
