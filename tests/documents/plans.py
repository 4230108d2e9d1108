"""Documents of invented plans and goals, of a council in Ekby."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from documents.attendance import COUNCIL, EKBY
from domain.plans import AGREEMENT, AT, GOAL, NOTED, TODAY, commitment, followed
from klubban.documents import commitment_lists, commitments, goals
from klubban.documents.commitment_register import Register, Sort
from klubban.documents.tree import Document
from klubban.domain.commitment import Commitment, CommitmentKind, Progress

PROMISES = (
    commitment(
        CommitmentKind.PROMISE,
        title="Kommunen och polisen genomför trygghetsvandringar",
        area="Trygghet i centrum",
        follow_ups=(
            followed(date(2024, 9, 1), Progress.UNDER_WAY, "Påbörjat"),
            followed(date(2025, 5, 3), Progress.DONE, item=NOTED.item),
        ),
    ),
    commitment(CommitmentKind.PROMISE, id=2, title="Polisen genomför trafikkontroller", area="Hemmiljö"),
)
DOCUMENTS = (
    commitment(
        CommitmentKind.STEERING_DOCUMENT,
        title="Lägesbild",
        review=date(2026, 10, 2),
        review_months=24,
        source="lag (2023:196) 4 och 6 §§",
        item=NOTED.item,
    ),
    commitment(
        CommitmentKind.STEERING_DOCUMENT, id=2, title="Policy för trygghet", decided_on=date(2012, 5, 7)
    ),
)
ADVICE = (
    commitment(
        CommitmentKind.RECOMMENDATION,
        title="Stärk uppföljningen",
        parties=("Revisorerna",),
        answer_due=date(2026, 10, 1),
    ),
    commitment(
        CommitmentKind.RECOMMENDATION,
        id=2,
        title="Ta fram en uppdragsbeskrivning",
        parties=("Revisorerna",),
        answered_on=date(2026, 2, 12),
        follow_ups=(followed(date(2026, 2, 12), Progress.DONE, "Beslutad", item=NOTED.item),),
    ),
)


def history(language: str = "en", one: Commitment = AGREEMENT) -> Document:
    """Return an agreement with its history."""
    below = commitment(id=9, title="Underavtal om ordningsvakter", belongs_to=one.id)
    return commitments.build(
        commitments.Watched(
            organisation=replace(EKBY, language=language),
            body=COUNCIL,
            one=one,
            day=TODAY,
            at=AT,
            below=(below,),
            bodies={2: "Kommunfullmäktige"},
        )
    )


def listed(sort: Sort, found: tuple[Commitment, ...] = (), language: str = "en") -> Document:
    """Return a list of plans and promises."""
    return commitment_lists.build(
        Register(
            sort=sort,
            organisation=replace(EKBY, language=language),
            body=COUNCIL,
            found=found,
            day=TODAY,
            at=AT,
        )
    )


def measured(language: str = "en") -> Document:
    """Return two goals followed up, of which one has never been measured."""
    bare = replace(GOAL, id=2, title="Ekby ska vara rent", indicators=(), years=())
    return goals.build(
        goals.Goals(
            organisation=replace(EKBY, language=language), body=COUNCIL, goals=(GOAL, bare), day=TODAY, at=AT
        )
    )


def of_plans() -> dict[str, Document]:
    """Return one document of each sort by name."""
    return {
        "agreement": history("sv"),
        "activities": listed(Sort.ACTIVITIES, (AGREEMENT,), "sv"),
        "promises": listed(Sort.PROMISES, PROMISES, "sv"),
        "steering documents": listed(Sort.STEERING, DOCUMENTS, "sv"),
        "recommendations": listed(Sort.RECOMMENDATIONS, ADVICE, "sv"),
        "goals": measured("sv"),
        "no promises": listed(Sort.PROMISES, language="sv"),
    }
