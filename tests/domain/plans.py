"""Invented plans and goals of a crime prevention council, shaped as municipalities have them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from klubban.domain.body import Named
from klubban.domain.commitment import (
    Activity,
    ActivityStep,
    Checkpoint,
    Commitment,
    CommitmentKind,
    FollowUp,
    Progress,
)
from klubban.domain.goal import Goal, GoalYear, Indicator, Measured
from klubban.domain.noted_at import NotedAt
from klubban.domain.text import from_plain

TODAY = date(2026, 11, 22)
COORDINATOR = Named("Säkerhetssamordnaren")
NOTED = NotedAt(
    item=7, meeting=3, body=1, body_name="Brå", on=date(2025, 5, 3), number=12, title="Uppföljning"
)
SECRET = NotedAt(
    item=8, meeting=3, body=1, body_name="Brå", on=date(2025, 5, 3), number=13, confidential=True
)
AT = {NOTED.item: NOTED, SECRET.item: SECRET}


def commitment(kind: CommitmentKind = CommitmentKind.AGREEMENT, **facts: Any) -> Commitment:
    """Return a plan or promise with what is needed and these facts."""
    return Commitment(**{"id": 1, "key": "plan", "body": 1, "kind": kind, "title": "Samverkan", **facts})


def step(day: date, progress: Progress, **facts: Any) -> ActivityStep:
    """Return what was noted of an activity on a day."""
    return ActivityStep(**{"id": day.toordinal(), "day": day, "progress": progress, **facts})


def followed(day: date, progress: Progress | None = None, words: str = "", **facts: Any) -> FollowUp:
    """Return what was found on a day."""
    facts = {"id": day.toordinal(), "day": day, "progress": progress, "text": from_plain(words), **facts}
    return FollowUp(**facts)


EVENING = Activity(
    id=2,
    title="Trygghetskväll",
    purpose="Dialog om hur kommunen kan bli tryggare",
    to_date=date(2025, 5, 31),
    responsible=COORDINATOR,
    steps=(
        step(date(2025, 4, 1), Progress.CANCELLED, text=from_plain("För få anmälda.")),
        step(
            date(2025, 5, 3),
            Progress.MOVED,
            moved_to=date(2026, 5, 30),
            text=from_plain("Hålls på Ekbydagen."),
            item=7,
        ),
    ),
)
LECTURE = Activity(
    id=1,
    title="Föreläsning om narkotika",
    when="vår och höst",
    steps=(step(date(2025, 3, 1), Progress.DONE),),
)
AGREEMENT = commitment(
    title="Samverkansöverenskommelse 2024–2027",
    parties=("Ekby kommun", "Polismyndigheten"),
    from_date=date(2024, 1, 1),
    to_date=date(2027, 12, 31),
    source="lag (2023:196) 9 §",
    decided_on=date(2023, 11, 13),
    decided_by="kommunstyrelsen § 201",
    responsible=COORDINATOR,
    text=from_plain("Överenskommelsen ska ge samsyn."),
    activities=(LECTURE, EVENING),
    checkpoints=(
        Checkpoint(id=1, day=date(2025, 5, 1), done_on=date(2025, 5, 3)),
        Checkpoint(id=2, day=date(2026, 9, 1), what="Inför förnyelsen"),
    ),
    follow_ups=(
        followed(date(2025, 5, 3), Progress.UNDER_WAY, "Det mesta är genomfört.", item=7, by="kommunpolisen"),
        followed(date(2026, 2, 1), None, "Hemliga iakttagelser.", item=8),
    ),
)
SECURITY = Indicator(
    id=1,
    name="Upplevd trygghet i skolan",
    unit="%",
    source="Länsenkäten",
    none_at=Decimal(40),
    full_at=Decimal(90),
    measured=(Measured(id=1, year=2024, value=Decimal(65)), Measured(id=2, year=2025, value=Decimal("81.5"))),
)
BURGLARIES = Indicator(
    id=2,
    name="Bostadsinbrott per 1 000 invånare",
    none_at=Decimal(8),
    full_at=Decimal("1.5"),
    measured=(Measured(id=3, year=2024, value=Decimal("4.1")),),
)
GOAL = Goal(
    id=1,
    key="trygg",
    body=1,
    title="Ekby ska vara tryggt",
    indicators=(SECURITY, BURGLARIES),
    years=(
        GoalYear(id=1, year=2025, text=from_plain("Fler elever är trygga."), day=date(2026, 2, 1), item=7),
    ),
)
