"""The record of an item is held against who was there, and what does not agree is pointed out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from documents.meetings import ASP, EK, OMAN, OSTH, plain_meeting
from klubban.domain.body import Named
from klubban.domain.contradictions import Contradicts, contradictions
from klubban.domain.decided import Division, Opinion, OpinionKind, Vote
from klubban.domain.meeting import Attendee, AttendsAs, Disqualification, Item, Meeting, Presiding
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import Deviates, Deviation
from klubban.domain.verification import Verification

ASP_IS_OUT = (Disqualification(id=1, who=ASP),)


def meeting(item: Item, **facts: Any) -> Meeting:
    """Return a meeting at which three decide, and Ida Östh is there as an alternate who does not serve."""
    there = [Attendee(id=n, who=who, attends_as=AttendsAs.MEMBER) for n, who in enumerate((OMAN, EK, ASP))]
    beside = Attendee(id=9, who=OSTH, attends_as=AttendsAs.ALTERNATE)
    return replace(plain_meeting(), attendance=(*there, beside), items=(item,), **facts)


def found(checked: Meeting) -> list[tuple[Contradicts, Named]]:
    return [(each.what, each.who) for each in contradictions(checked)]


def voting(*votes: tuple[Named, Vote]) -> Item:
    return Item(id=1, title="Budget", number=70, divisions=(Division(id=1, yes="Ja", no="Nej", votes=votes),))


def opinion(kind: OpinionKind, *by: Named) -> Item:
    return Item(id=1, title="Budget", number=70, opinions=(Opinion(id=1, kind=kind, by=by),))


def test_an_alternate_who_did_not_serve_has_no_vote() -> None:
    assert found(meeting(voting((EK, Vote.YES), (OSTH, Vote.NO)))) == [(Contradicts.VOTED, OSTH)]


def test_who_is_noted_as_absent_from_a_division_has_not_voted() -> None:
    assert found(meeting(voting((OSTH, Vote.ABSENT), (EK, Vote.NOT_TAKING_PART)))) == []


def test_who_is_disqualified_has_neither_vote_nor_reservation() -> None:
    item = replace(
        voting((ASP, Vote.YES)),
        opinions=opinion(OpinionKind.RESERVATION, ASP).opinions,
        disqualifications=ASP_IS_OUT,
    )

    assert found(meeting(item)) == [(Contradicts.VOTED, ASP), (Contradicts.RESERVED, ASP)]


def test_who_took_part_although_disqualified_may_have_both() -> None:
    noted = (Deviation(id=1, rule=Deviates.DISQUALIFIED, reason="Jävet upptäcktes efteråt", who=ASP),)
    item = replace(voting((ASP, Vote.YES)), disqualifications=ASP_IS_OUT, deviations=noted)

    assert found(meeting(item)) == []


def test_who_took_no_part_in_the_decision_makes_no_reservation() -> None:
    item = replace(opinion(OpinionKind.RESERVATION, EK, OMAN), not_taking_part=(EK,))

    assert found(meeting(item)) == [(Contradicts.RESERVED, EK)]


def test_a_party_makes_a_reservation_where_one_of_it_took_part() -> None:
    item = opinion(OpinionKind.RESERVATION, Named("M", "M"), Named("KD", "KD"))

    assert found(meeting(item)) == [(Contradicts.RESERVED, Named("KD", "KD"))]


@pytest.mark.parametrize("kind", [OpinionKind.STATEMENT, OpinionKind.NOTE])
def test_an_alternate_may_have_something_noted(kind: OpinionKind) -> None:
    assert found(meeting(opinion(kind, OSTH))) == []


@pytest.mark.parametrize(("covered", "expected"), [(None, 1), ("70-72", 1), ("71-72", 0)])
def test_who_is_disqualified_does_not_verify_that_paragraph(covered: str | None, expected: int) -> None:
    item = Item(id=1, title="Budget", number=70, disqualifications=ASP_IS_OUT)
    verification = Verification(
        id=1, verifiers=(ASP, EK), paragraphs=Paragraphs.parse(covered) if covered else None
    )

    assert found(meeting(item, verifications=(verification,))) == [(Contradicts.VERIFIES, ASP)] * expected


def test_who_presided_in_turn_does_not_verify_the_paragraph_too() -> None:
    item, other = (Item(id=number, title="Budget", number=number) for number in (70, 71))
    turns = (
        Presiding(who=OMAN, paragraphs=Paragraphs.parse("71")),
        Presiding(who=ASP, paragraphs=Paragraphs.parse("70")),
    )
    verification = Verification(id=1, verifiers=(ASP, EK))
    held = replace(meeting(item, verifications=(verification,)), items=(item, other))

    assert found(held) == []
    assert found(replace(held, presiding=turns)) == [(Contradicts.PRESIDED, ASP)]


def test_nothing_is_held_against_a_meeting_whose_attendance_nobody_noted() -> None:
    assert found(replace(meeting(voting((OSTH, Vote.YES))), attendance=())) == []
