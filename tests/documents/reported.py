"""A situation report with all that it can tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from domain.reports import BODIES, OPERATIVE, PLANNING, area, report
from klubban.documents.situation import Reported
from klubban.domain.body import Organisation
from klubban.domain.roll_up import Gone
from klubban.domain.situation import Presented
from klubban.domain.text import Bullets, Text, runs_of
from klubban.domain.trend import trend

DAY = date(2026, 11, 12)


def reported(**facts: Any) -> Reported:
    """Return the third report of a planning group, which gathered one of an operative group."""
    below = report(1, DAY, area("Narkotika", 4), area("Skola", 1), body=OPERATIVE)
    earlier = [
        report(n, DAY - timedelta(weeks=4 - n), area("Narkotika", step), area("Skola", 1), body=PLANNING)
        for n, step in ((2, 2), (3, 3))
    ]
    drugs = replace(
        area("Narkotika", 4, "Försäljning vid stationen.", "Insatser på kvällen."),
        events=(
            Text(runs_of("Försäljning vid stationen.")),
            Bullets((runs_of("tre kvällar"), runs_of("två gripna"))),
        ),
    )
    last = report(
        4,
        DAY,
        drugs,
        area("Skola", 1),
        area("Centrum", 2),
        body=PLANNING,
        from_date=date(2026, 11, 1),
        by="Sara Lindqvist",
        text=(Text(runs_of("Läget är stabilt.")),),
        sources=("Polisens statistik", "Felanmälan"),
        rolled_up=(1,),
    )
    given: dict[str, Any] = {
        "organisation": Organisation(name="Ekby kommun", language="sv"),
        "body": BODIES[PLANNING],
        "report": last,
        "trend": trend((*earlier, last)),
        "gone": (Gone(below, "Operativa gruppen"),),
        "presented": Presented(item=1, meeting=1, day=DAY, body=3, title="Lägesrapport", number=4),
        "presented_by": "Chefssamrådet",
    }
    return Reported(**(given | facts))
