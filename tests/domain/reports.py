"""Situation reports for the tests: an operative group's, which go into a planning group's."""

from __future__ import annotations

from datetime import date
from typing import Any

from klubban.domain.body import Body
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.situation import Situation, SituationArea
from klubban.domain.text import from_plain

OPERATIVE, PLANNING, CHIEFS = 1, 2, 3


def a_body(id_: int, name: str, reports_to: int | None) -> Body:
    kind = BodyKind.GROUP
    return Body(id=id_, key=name, name=name, kind=kind, rules=PRESETS[kind], reports_to=reports_to)


BODIES = {
    OPERATIVE: a_body(OPERATIVE, "Operativa gruppen", PLANNING),
    PLANNING: a_body(PLANNING, "Planeringsgruppen", CHIEFS),
    CHIEFS: a_body(CHIEFS, "Chefssamrådet", None),
}


def area(name: str, step: int | None, events: str = "", measures: str = "") -> SituationArea:
    return SituationArea(
        id=sum(map(ord, name)), name=name, step=step, events=from_plain(events), measures=from_plain(measures)
    )


def report(id_: int, day: date, *areas: SituationArea, body: int = OPERATIVE, **facts: Any) -> Situation:
    """Return a finished report."""
    given = {"done_on": day, "sources": ("Polisens statistik",), **facts}
    return Situation(id=id_, key=str(id_), body=body, day=day, areas=areas, **given)
