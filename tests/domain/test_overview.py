from __future__ import annotations

from datetime import date
from typing import Any

from klubban.domain.body import Body, Person, Seat, SeatRole
from klubban.domain.overview import overview, term_of
from klubban.domain.rules import BodyKind, Rules
from klubban.domain.statistics import Held, Sent

BODY = Body(id=1, key="ks", name="Kommunstyrelsen", kind=BodyKind.COMMITTEE, rules=Rules())
EVA = Person(id=1, key="eva", name="Eva Asp", party="C")
LEX = Person(id=2, key="lex", name="Lex Ahl")
BO = Person(id=3, key="bo", name="Bo Ny")
NEA = Person(id=4, key="nea", name="Nea Ek")
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
TERM = {"from_date": date(2023, 1, 1), "to_date": date(2026, 12, 31)}


def seat(person: Person | None, **facts: Any) -> Seat:
    own: dict[str, Any] = {"id": 1, "body": 1, "role": SeatRole.MEMBER, "person": person and person.id}
    return Seat(**(own | facts))


def test_who_left_before_the_first_meeting_of_the_period_is_not_listed() -> None:
    left = seat(EVA, to_date=date(2026, 1, 31))
    meetings = [Held(date(2026, 2, 2), frozenset({2}))]

    found = overview(BODY, [left, seat(LEX)], [EVA, LEX], meetings, YEAR)

    assert [each.person for each in found.members] == [LEX]
    assert [each.name for each in found.parties] == [None]


def test_seats_of_other_bodies_are_others() -> None:
    found = overview(
        BODY, [seat(EVA), seat(LEX, body=2)], [EVA, LEX], [Held(date(2026, 2, 2), frozenset({2}))], YEAR
    )

    assert found.turnouts[0].members == 1
    assert found.turnouts[0].present == 0


def test_people_belong_to_the_organisation_they_represent_or_else_to_their_party() -> None:
    found = overview(BODY, [seat(EVA), seat(LEX, represents="Polisen")], [EVA, LEX], [], YEAR)

    assert found.belongs == {1: "C", 2: "Polisen"}
    assert found.average is None


def test_the_term_is_the_one_that_most_seats_have_on_the_day() -> None:
    by_election = {"from_date": date(2025, 5, 1), "to_date": date(2026, 12, 31)}
    seats = [seat(EVA, **TERM), seat(LEX, **TERM), seat(None, **by_election), seat(None)]

    assert term_of(seats, date(2026, 3, 1)) == (date(2023, 1, 1), date(2026, 12, 31))
    assert term_of(seats, date(2027, 3, 1)) is None


def test_organisations_differ_by_several_seats_or_when_another_came() -> None:
    police, church, club = (seat(EVA, represents="Polisen"), seat(LEX, represents="Kyrkan"), "Klubben")
    two = [seat(person, represents=club) for person in (BO, NEA)]
    sent = Held(date(2026, 2, 2), frozenset({1}), sent=frozenset({Sent(2, 9)}))

    found = overview(BODY, [police, church, *two], [EVA, LEX, BO, NEA], [sent], YEAR)

    assert [group.name for group in found.organisations] == ["Polisen", "Kyrkan", "Klubben"]
    assert [group.name for group in found.differing_organisations] == ["Kyrkan", "Klubben"]
