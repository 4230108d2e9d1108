"""Who takes part in deciding, and whether they are enough: KL 5 kap. 45 §, 6 kap. 27 §."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from klubban.domain.body import Body, Named, Organisation
from klubban.domain.meeting import Attendee, AttendsAs, Disqualification, Item, Meeting
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.quorum import counted, needed, quorate, serving
from klubban.domain.rules import PRESETS, BodyKind

FIRST, SECOND = Item(id=1, title="Val", number=70), Item(id=2, title="Budget", number=71)


def member(name: str, attends_as: AttendsAs = AttendsAs.MEMBER, **facts: Any) -> Attendee:
    return Attendee(id=len(name), who=Named(name, "S"), attends_as=attends_as, **facts)


def meeting(*attendance: Attendee, items: tuple[Item, ...] = (FIRST, SECOND)) -> Meeting:
    kind = BodyKind.COMMITTEE
    body = Body(id=1, key="ks", name="Kommunstyrelsen", kind=kind, rules=PRESETS[kind], seats=5)
    ekby = Organisation(name="Ekby kommun")
    return Meeting(
        id=1, organisation=ekby, body=body, date=date(2026, 11, 12), items=items, attendance=attendance
    )


def names(people: list[Attendee]) -> list[str]:
    return [one.who.name for one in people]


@pytest.mark.parametrize(("seats", "least"), [(1, 1), (5, 3), (12, 7), (13, 7)])
def test_more_than_half_of_the_seats_are_needed(seats: int, least: int) -> None:
    assert needed(seats) == least
    assert quorate(least, seats)
    assert not quorate(least - 1, seats)


def test_who_is_not_called_to_decide_does_not_serve() -> None:
    found = meeting(member("Ål"), member("Hagman", AttendsAs.ALTERNATE), member("Berg", AttendsAs.OFFICIAL))

    assert names(serving(found, FIRST)) == ["Ål"]


def test_who_came_for_some_paragraphs_serves_at_those() -> None:
    found = meeting(member("Ål"), member("Ek", paragraphs=Paragraphs.parse("71")))

    assert names(serving(found, FIRST)) == ["Ål"]
    assert names(serving(found, SECOND)) == ["Ål", "Ek"]


def test_before_numbering_the_items_are_named_instead() -> None:
    unnumbered = replace(FIRST, number=None)
    found = meeting(member("Ål", items=(2,)), items=(unnumbered, SECOND))

    assert serving(found, unnumbered) == []
    assert names(serving(found, SECOND)) == ["Ål"]


def test_the_disqualified_do_not_serve_and_namesakes_of_another_party_do() -> None:
    aside = Disqualification(id=1, who=Named("Ål", "S"))
    item = replace(FIRST, disqualifications=(aside,))
    namesake = Attendee(id=9, who=Named("Ål", "M"), attends_as=AttendsAs.MEMBER)

    assert serving(meeting(member("Ål"), namesake), item) == [namesake]


def test_a_meeting_is_counted_from_its_weakest_item_to_its_strongest() -> None:
    found = meeting(member("Ål"), member("Ek", paragraphs=Paragraphs.parse("71")))

    assert counted(found, FIRST) == (1, 1)
    assert counted(found, None) == (1, 2)


def test_without_items_those_present_are_counted() -> None:
    assert counted(meeting(member("Ål"), items=()), None) == (1, 1)
