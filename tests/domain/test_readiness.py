"""What is lacking before an agenda is told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from klubban.domain.agenda import Act, AgendaAct, ItemKind, Paper
from klubban.domain.body import Body, Organisation
from klubban.domain.meeting import Document, Item, Meeting
from klubban.domain.readiness import Lacking, lacks, may_not_lack
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.text import from_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_BUDGET = Item(id=1, title="Budget", kind=ItemKind.DECISION, proposal=from_plain("Budgeten antas."))


def meeting(*items: Item, kind: BodyKind = BodyKind.COMMITTEE, **facts: Any) -> Meeting:
    body = Body(id=1, key="ks", name="Kommunstyrelsen", kind=kind, rules=PRESETS[kind], absence_to="Disa")
    whole: Mapping[str, Any] = {"start": time(13), "place": "Stora salen", **facts}
    return Meeting(
        id=1,
        organisation=Organisation(name="Ekby kommun"),
        body=body,
        date=date(2027, 2, 1),
        items=items,
        **whole,
    )


def found(of: Meeting) -> list[Lacking]:
    return [each.what for each in lacks(of)]


def test_an_agenda_that_is_ready_lacks_nothing() -> None:
    assert found(meeting(_BUDGET)) == []


@pytest.mark.parametrize(
    ("facts", "what"), [({"start": None}, Lacking.START), ({"place": None}, Lacking.PLACE)]
)
def test_time_and_place_are_missed(facts: dict[str, Any], what: Lacking) -> None:
    assert found(meeting(_BUDGET, **facts)) == [what]


def test_whom_to_tell_of_absence_is_missed() -> None:
    of = meeting(_BUDGET)

    assert found(replace(of, body=replace(of.body, absence_to=None))) == [Lacking.ABSENCE]


def test_a_decision_without_a_proposal_is_missed_and_information_is_not() -> None:
    decided, told = replace(_BUDGET, proposal=()), Item(id=2, title="Läget", kind=ItemKind.INFORMATION)

    assert [(each.what, each.item) for each in lacks(meeting(decided, told))] == [(Lacking.PROPOSAL, decided)]


def test_papers_that_have_not_arrived_and_documents_without_files_are_missed() -> None:
    paper, came = Paper(id=1, title="Yttrande"), Paper(id=2, title="Svar", arrived=date(2027, 1, 20))
    listed, there = Document(id=1, title="Karta"), Document(id=2, title="Skiss", size=12)
    item = replace(_BUDGET, papers=(paper, came), documents=(listed, there))

    first, second = lacks(meeting(item))

    assert (first.what, first.paper) == (Lacking.PAPER, paper)
    assert (second.what, second.document) == (Lacking.FILE, listed)


def test_a_clock_time_that_cannot_be_kept_is_missed() -> None:
    long = replace(_BUDGET, minutes=90)
    visit = Item(id=2, title="Besök", start=time(14))

    (lack,) = lacks(meeting(long, visit))

    assert (lack.what, lack.item, lack.clash and lack.clash.earliest) == (Lacking.CLASH, visit, time(14, 30))


def test_what_was_taken_off_the_agenda_lacks_nothing() -> None:
    off = replace(_BUDGET, proposal=(), acts=(AgendaAct(id=1, act=Act.WITHDRAWN),))

    assert found(meeting(off)) == []


def test_only_the_assembly_is_not_summoned_without_time_and_place() -> None:
    assembly, committee = meeting(kind=BodyKind.ASSEMBLY), meeting()

    assert may_not_lack(assembly) == {Lacking.AGENDA, Lacking.START, Lacking.PLACE}
    assert may_not_lack(committee) == {Lacking.AGENDA}
    assert found(committee) == [Lacking.AGENDA]
