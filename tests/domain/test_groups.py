from __future__ import annotations

from datetime import date
from typing import Any

from klubban.domain.body import Person, Seat, SeatRole
from klubban.domain.groups import Group, by_organisation, by_party
from klubban.domain.statistics import Attended, Held, Sent, members

EVA = Person(id=1, key="eva", name="Eva Asp", party="C")
JAN = Person(id=2, key="jan", name="Jan Rask", party="KD")
LEX = Person(id=3, key="lex", name="Lex Ahl", organisation="Polisen")
MIA = Person(id=4, key="mia", name="Mia Eng")
PEOPLE = [EVA, JAN, LEX, MIA]


def seat(person: Person, **facts: Any) -> Seat:
    return Seat(**{"id": 1, "body": 1, "role": SeatRole.MEMBER, "person": person.id, **facts})


def held(month: int, *present: int, **facts: Any) -> Held:
    return Held(date(2026, month, 15), frozenset(present), **facts)


def test_a_party_is_its_members_seats_and_not_its_alternates() -> None:
    seats = [seat(EVA), seat(JAN, party="C"), seat(LEX, role=SeatRole.ALTERNATE, party="C"), seat(MIA)]

    found = by_party(seats, PEOPLE, [held(1, 1, 3), held(2, 1, 2)])

    assert found == [
        Group("C", seats=2, held=2, places=4, present=3),
        Group(None, seats=1, held=2, places=2, present=0),
    ]
    assert found[0].share == 0.75


def test_an_organisation_that_sends_somebody_else_is_there_though_its_member_is_not() -> None:
    police = seat(LEX, represents="Polisen")
    meetings = [held(1, 3), held(2, 4, sent={Sent(3, 4)}), held(3, sent={Sent(3, None)}), held(4, 1)]

    assert by_organisation([police], PEOPLE, meetings) == [Group("Polisen", 1, 4, 4, 3)]
    assert members([police], PEOPLE, meetings) == [Attended(LEX, 4, 1)]


def test_an_alternate_of_another_organisation_does_not_represent_the_members_own() -> None:
    seats = [
        seat(LEX, represents="Polisen"),
        seat(MIA, role=SeatRole.ALTERNATE, represents="Kyrkan"),
        seat(JAN, role=SeatRole.ALTERNATE, represents="Polisen"),
    ]

    [by_other] = by_organisation(seats, PEOPLE, [held(1, 4, sent={Sent(3, 4)})])
    [by_own] = by_organisation(seats, PEOPLE, [held(1, 2)])

    assert (by_other.present, by_own.present) == (0, 1)


def test_a_seat_without_party_is_for_the_organisation_that_its_person_comes_from() -> None:
    assert [
        each.name for each in by_organisation([seat(LEX), seat(EVA), seat(MIA)], PEOPLE, [held(1, 3)])
    ] == ["Polisen"]


def test_a_seat_for_an_organisation_is_no_partys_whoever_has_it() -> None:
    [found] = by_party([seat(EVA, represents="Kommunstyrelsen")], PEOPLE, [held(1, 1)])

    assert found.name is None
