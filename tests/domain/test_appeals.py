"""By which way a paragraph can be appealed against."""

from __future__ import annotations

from typing import Any

import pytest

from domain.afterwards import item, meeting
from klubban.domain.agenda import ItemKind
from klubban.domain.appeals import WayOfAppeal, Why, derived, way_of
from klubban.domain.decided import Proposal
from klubban.domain.meeting import Appeal, Outcome
from klubban.domain.rules import BodyKind
from klubban.domain.text import from_plain

TO_THE_ASSEMBLY = (Proposal(id=1, body="Kommunfullmäktige", decision=from_plain("Planen antas.")),)


@pytest.mark.parametrize(
    ("facts", "appeal", "why"),
    [
        ({}, Appeal.LEGALITY, Why.DECIDES),
        ({"exercise_of_authority": True}, Appeal.ADMINISTRATIVE, Why.AUTHORITY),
        ({"proposals": TO_THE_ASSEMBLY, "decision": ()}, Appeal.NONE, Why.PROPOSES),
        ({"proposals": TO_THE_ASSEMBLY}, Appeal.LEGALITY, Why.DECIDES),  # it decides something itself, too
        ({"outcome": Outcome.POSTPONED}, Appeal.NONE, Why.PREPARES),
        ({"outcome": Outcome.REFERRED_BACK}, Appeal.NONE, Why.PREPARES),
        ({"outcome": Outcome.WITHDRAWN}, Appeal.NONE, Why.NO_DECISION),
        ({"outcome": Outcome.NOTED}, Appeal.NONE, Why.NO_DECISION),
        ({"kind": ItemKind.INFORMATION}, Appeal.NONE, Why.NO_DECISION),
        ({"kind": ItemKind.PROCEDURE}, Appeal.NONE, Why.NO_DECISION),
        ({"kind": ItemKind.REPORT, "outcome": Outcome.DECIDED}, Appeal.LEGALITY, Why.DECIDES),
        ({"decision": ()}, Appeal.NONE, Why.NO_DECISION),
        ({"number": None}, Appeal.NONE, Why.NO_PARAGRAPH),
    ],
)
def test_the_way_of_appeal_follows_from_what_was_done(
    facts: dict[str, Any], appeal: Appeal, why: Why
) -> None:  # KL 13 kap. 2 §, FL 42 §
    one = item(**facts)
    way = way_of(meeting(one), one)

    assert (way.appeal, way.why) == (appeal, why)


def test_all_that_the_assembly_decides_can_be_reviewed() -> None:  # KL 13 kap. 2 §
    one = item(outcome=Outcome.REFERRED_BACK)

    assert way_of(meeting(one, kind=BodyKind.ASSEMBLY), one).appeal is Appeal.LEGALITY


def test_nothing_that_a_council_says_can_be_appealed_against() -> None:
    one = item()

    assert way_of(meeting(one, kind=BodyKind.COUNCIL), one).why is Why.BODY


def test_what_somebody_noted_goes_before_what_follows() -> None:
    one = item(appeal=Appeal.NONE)  # it only executes, which nothing else tells

    assert way_of(meeting(one), one) == WayOfAppeal(Appeal.NONE, Why.NOTED)
    assert derived(meeting(one), one).appeal is Appeal.LEGALITY
