"""Reports of the bodies below, gathered in the report of the body above."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from klubban.domain.errors import RuleBroken
from klubban.domain.roll_up import Gone, check_roll_up, names_of, regathered, sources_of
from klubban.domain.situation import Situation, SituationArea
from klubban.i18n import N_
from klubban.operations.lists import last_place, put_rows
from klubban.operations.situations import changing, insert_area
from klubban.store import reads, situations
from klubban.store.change import Change
from klubban.store.database import Database


def roll_up(database: Database, situation_id: int, ids: Sequence[int]) -> None:
    """Gather finished reports of the bodies below: the highest step of each area, and the texts.

    What somebody wrote stands, and what is new comes after it. Raises RuleBroken for a report that is in it
    already, by whatever way, is not finished, or comes from elsewhere; LookupError for one not there.
    """
    known, gone = _known(database)
    wanted = [known[id_] for id_ in ids]
    report = known[situation_id]
    with database.read() as read:
        check_roll_up(report, wanted, {body.id: body for body in reads.bodies(read)}, known)
    if not wanted:
        raise RuleBroken("Choose at least one report to gather")
    before = [gone(known[id_]) for id_ in report.rolled_up]
    label = N_("Gather reports in the situation report of {body}")
    with changing(database, label, situation_id) as (change, _report):
        _put(change, report, before, [*before, *map(gone, wanted)])


def take_out(database: Database, situation_id: int, from_id: int) -> None:
    """Take a report out of the one that it went into; what somebody wrote stands. Raises LookupError."""
    known, gone = _known(database)
    report = known[situation_id]
    if from_id not in report.rolled_up:
        raise LookupError(from_id)
    before = [gone(known[id_]) for id_ in report.rolled_up]
    label = N_("Take a report out of the situation report of {body}")
    with changing(database, label, situation_id) as (change, _report):
        _put(change, report, before, [each for each in before if each.report.id != from_id])


def _known(database: Database) -> tuple[dict[int, Situation], Callable[[Situation], Gone]]:
    with database.read() as read:
        known = {each.id: each for each in situations.situations(read)}
        names = {body.id: body.name for body in reads.bodies(read)}
    return known, lambda report: Gone(report, names[report.body])


def _put(change: Change, report: Situation, before: Sequence[Gone], now: Sequence[Gone]) -> None:
    for area in report.areas:
        made = regathered(area, before, now)
        change.update("situation_area", area.id, step=made.step, events=made.events, measures=made.measures)
    for name in names_of(now):
        if report.area(name) is None:
            made = regathered(SituationArea(id=0, name=name), (), now)
            place = last_place(change, "situation_area", situation_id=report.id)
            facts = {"step": made.step, "events": made.events, "measures": made.measures}
            insert_area(change, report.id, place, name, **facts)
    change.update("situation", report.id, sources=sources_of(report.sources, now))
    rows = [{"from_id": each.report.id} for each in now]
    put_rows(change, "rolled_up", "situation", report.id, rows)
