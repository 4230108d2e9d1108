from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from klubban.domain.body import Person, Seat, SeatRole
from klubban.domain.statistics import (
    Attended,
    Average,
    Held,
    Sent,
    Served,
    Turnout,
    alternates,
    attended,
    average,
    by_body,
    members,
    turnout,
)

EVA = Person(id=1, key="eva", name="Eva Asp", party="C")
JAN = Person(id=2, key="jan", name="Jan Rask", party="KD")
MEETINGS = [Held(date(2026, month, 15), frozenset({1} if month % 2 else {1, 2})) for month in range(1, 7)]


def seat(person: Person | None, **facts: object) -> Seat:
    own = {"id": 1, "body": 1, "role": SeatRole.MEMBER, "person": person and person.id}
    return Seat(**{**own, **facts})  # type: ignore[arg-type] # plain values


def test_every_meeting_counts_for_a_seat_without_dates() -> None:
    assert attended([seat(EVA), seat(JAN)], [EVA, JAN], MEETINGS) == [
        Attended(EVA, 6, 6),
        Attended(JAN, 6, 3),
    ]


def test_meetings_before_the_seat_was_taken_and_after_it_was_left_do_not_count() -> None:
    own = seat(JAN, from_date=date(2026, 3, 15), to_date=date(2026, 4, 14))

    assert attended([own], [JAN], MEETINGS) == [Attended(JAN, 1, 0)]


def test_who_changes_seats_is_counted_once_for_each_meeting() -> None:
    first = seat(JAN, role=SeatRole.ALTERNATE, to_date=date(2026, 3, 20))
    second = seat(JAN, from_date=date(2026, 3, 1))

    assert attended([first, second], [JAN], MEETINGS) == [Attended(JAN, 6, 3)]


def test_a_vacant_seat_and_the_secretarys_are_nobodys() -> None:
    assert attended([seat(None), seat(EVA, role=SeatRole.SECRETARY)], [EVA], MEETINGS) == []


def test_no_meetings_are_no_share() -> None:
    [found] = attended([seat(EVA)], [EVA], [])

    assert found.share is None


@given(
    some.lists(
        some.builds(
            Held, some.dates(date(2020, 1, 1), date(2030, 1, 1)), some.frozensets(some.integers(1, 2))
        )
    ),
    some.none() | some.dates(date(2020, 1, 1), date(2030, 1, 1)),
    some.none() | some.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_nobody_attends_more_meetings_than_were_held(
    meetings: list[Held], taken: date | None, left: date | None
) -> None:
    [found] = attended([seat(EVA, from_date=taken, to_date=left)], [EVA], meetings)

    assert 0 <= found.present <= found.held <= len(meetings)


# --- members, alternates, groups

LEX = Person(id=3, key="lex", name="Lex Ahl")
PEOPLE = [EVA, JAN, LEX]


def held(month: int, *present: int, **facts: Any) -> Held:
    return Held(date(2026, month, 15), frozenset(present), **facts)


def test_an_alternate_is_listed_apart_with_the_times_served() -> None:
    own = seat(JAN, role=SeatRole.ALTERNATE)
    meetings = [held(1, 1), held(2, 1, 2), held(3, 2, served=frozenset({2}))]

    assert [each.person for each in members([seat(EVA), own], PEOPLE, meetings)] == [EVA]
    assert alternates([seat(EVA), own], PEOPLE, meetings) == [Served(JAN, held=3, present=2, served=1)]


def test_who_was_alternate_and_became_member_is_counted_as_each_in_its_time() -> None:
    first = seat(JAN, role=SeatRole.ALTERNATE, to_date=date(2026, 6, 30))
    second = seat(JAN, from_date=date(2026, 3, 1))
    meetings = [held(month, 2) for month in (1, 2, 3, 4)]

    assert members([first, second], PEOPLE, meetings) == [Attended(JAN, 2, 2)]
    assert alternates([first, second], PEOPLE, meetings) == [Served(JAN, 2, 2, 0)]


def test_the_average_is_of_those_who_had_seats_on_each_day() -> None:
    seats = [seat(EVA), seat(JAN), seat(LEX, from_date=date(2026, 2, 1)), seat(None)]

    found = turnout(seats, [held(1, 1, 2), held(2, 1)])

    assert found == [Turnout(date(2026, 1, 15), 2, 2), Turnout(date(2026, 2, 15), 3, 1)]
    assert average(found) == Average(meetings=2, members=2.5, present=1.5, replaced=0)


def test_no_meetings_have_no_average() -> None:
    assert average([]) is None


def test_who_comes_in_a_members_place_is_counted_once_however_many_members_it_was_for() -> None:
    both = frozenset({Sent(1, 3), Sent(2, 3)})
    [known, unknown] = turnout(
        [seat(EVA), seat(JAN)],
        [held(1, 3, served=frozenset({3}), sent=both), held(2, 2, sent={Sent(1, None)})],
    )

    assert (known.present, known.replaced) == (0, 1)
    assert (unknown.present, unknown.replaced) == (1, 1)


def test_each_body_has_an_average_of_its_own() -> None:
    seats = [seat(EVA), seat(JAN, body=2)]

    found = by_body(seats, [held(1, 1, body=1), held(2, body=1), held(2, 2, body=2)])

    assert (found[1].present, found[1].members, found[2].present) == (0.5, 1, 1)
