from __future__ import annotations

from datetime import date
from typing import Any

from klubban.domain.body import Person, Seat, SeatRole
from klubban.domain.chronic import Missing, chronic
from klubban.domain.statistics import Held, Sent

EVA = Person(id=1, key="eva", name="Eva Asp", party="C")
LEX = Person(id=2, key="lex", name="Lex Ahl")
MIA = Person(id=3, key="mia", name="Mia Eng")
PEOPLE = [EVA, LEX, MIA]


def seat(person: Person, **facts: Any) -> Seat:
    return Seat(**{"id": person.id, "body": 1, "role": SeatRole.MEMBER, "person": person.id, **facts})


def year(*present: set[int], **facts: Any) -> list[Held]:
    """Return meetings in the months from January on, each with those who came."""
    return [Held(date(2026, month, 15), frozenset(ids), **facts) for month, ids in enumerate(present, 1)]


def named(found: list[Missing]) -> list[tuple[str | None, list[str]]]:
    return [(each.organisation, [person.name for person in each.people]) for each in found]


def test_three_meetings_missed_in_a_row_are_noticed() -> None:
    meetings = year({1}, {1}, {1}, {1}, set(), set(), set())

    [found] = chronic([seat(EVA)], PEOPLE, meetings)

    assert (found.people, found.party, found.organisation) == ((EVA,), "C", None)
    assert (found.in_a_row, found.held, len(found.attended)) == (3, 7, 4)
    assert found.missed == (date(2026, 5, 15), date(2026, 6, 15), date(2026, 7, 15))


def test_who_has_come_back_is_not_noticed() -> None:
    assert chronic([seat(EVA)], PEOPLE, year({1}, set(), set(), set(), {1}, {1})) == []


def test_two_meetings_missed_are_too_few() -> None:
    assert chronic([seat(EVA)], PEOPLE, year(set(), set())) == []


def test_less_than_a_third_attended_is_noticed_though_the_last_was_attended() -> None:
    [found] = chronic([seat(EVA)], PEOPLE, year(set(), set(), set(), {1}))

    assert found.attended == (date(2026, 4, 15),)
    assert chronic([seat(EVA)], PEOPLE, year(set(), set(), {1})) == []  # a third is enough


def test_meetings_before_the_seat_was_taken_do_not_count() -> None:
    own = seat(EVA, from_date=date(2026, 3, 1))

    assert chronic([own], PEOPLE, year(set(), set(), set(), set())) == []


def test_who_has_left_the_seat_is_not_asked_for_anything() -> None:
    own = seat(EVA, to_date=date(2026, 4, 1))

    assert chronic([own], PEOPLE, year(set(), set(), set(), {2})) == []


def test_an_alternate_is_not_absent() -> None:
    assert chronic([seat(EVA, role=SeatRole.ALTERNATE)], PEOPLE, year(set(), set(), set())) == []


def test_an_organisation_with_all_its_members_is_named_once() -> None:
    seats = [seat(LEX, represents="Polisen"), seat(MIA, represents="Polisen")]

    assert named(chronic(seats, PEOPLE, year(set(), set(), set()))) == [("Polisen", ["Lex Ahl", "Mia Eng"])]


def test_a_member_whose_organisation_sends_somebody_else_is_named_apart() -> None:
    meetings = year({9}, {9}, {9}, sent=frozenset({Sent(2, 9)}))

    [found] = chronic([seat(LEX, represents="Polisen")], PEOPLE, meetings)

    assert found.represented
    assert found.people == (LEX,)


def test_an_organisation_goes_on_when_another_takes_its_seat() -> None:
    seats = [
        seat(LEX, represents="Polisen", to_date=date(2026, 2, 1)),
        seat(MIA, represents="Polisen", from_date=date(2026, 2, 2)),
    ]

    [found] = chronic(seats, PEOPLE, year(set(), set(), set()))

    assert (found.people, found.held) == ((MIA,), 3)
