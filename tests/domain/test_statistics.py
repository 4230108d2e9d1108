from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from klubban.domain.body import Person, Seat, SeatRole
from klubban.domain.statistics import Attended, Held, attended

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
