from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from klubban.domain.body import Body, Named, Seat, SeatRole
from klubban.domain.remuneration import Remunerated, remunerated
from klubban.domain.roll import OnRollAs
from klubban.domain.rules import BodyKind, Rules
from klubban.domain.statistics import Came, Held

DAY = date(2026, 3, 2)
EVA, JAN = Named("Eva Asp", "C", 1), Named("Jan Rask", "KD", 2)
BODIES = [Body(id=1, key="ks", name="Kommunstyrelsen", kind=BodyKind.COMMITTEE, rules=Rules())]


def came(who: Named = EVA, role: OnRollAs = OnRollAs.MEMBER, **facts: Any) -> Came:
    return Came(who=who, role=role, **facts)


def held(*people: Came, start: time | None = time(13), end: time | None = time(16, 10), **facts: Any) -> Held:
    ids = frozenset(each.who.person for each in people if each.who.person)
    return Held(facts.pop("day", DAY), ids, body=1, start=start, end=end, came=people, **facts)


def of(*meetings: Held, seats: tuple[Seat, ...] = ()) -> list[Remunerated]:
    return remunerated(BODIES, seats, meetings)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (time(13), time(16), 3),
        (time(13), time(16, 1), 4),
        (time(13), time(13, 5), 1),
        (time(13), None, None),
        (None, time(16), None),
        (time(13), time(13), None),
        (time(13), time(12), None),
    ],
)
def test_each_hour_begun_counts_and_an_unknown_end_is_not_guessed(
    start: time | None, end: time | None, hours: int | None
) -> None:
    [found] = of(held(came(), start=start, end=end))

    assert found.sittings[0].hours == hours
    assert (found.hours, found.unknown) == (hours or 0, hours is None)


def test_a_meeting_that_went_on_past_midnight_is_counted_through() -> None:
    [found] = of(held(came(), start=time(18, 30), end=time(0, 15), last_day=date(2026, 3, 3)))

    assert found.hours == 6


def test_the_night_in_a_meeting_of_two_days_is_not_counted() -> None:
    [found] = of(held(came(), start=time(9), end=time(16), last_day=date(2026, 3, 3)))

    assert (found.hours, found.unknown) == (0, 1)


def test_ones_own_times_go_before_the_meetings() -> None:
    own = came(came_at=time(14, 30))
    late = came(JAN, went_at=time(0, 10))

    [first] = of(held(own))
    [second] = of(held(late, start=time(22), end=time(1), last_day=date(2026, 3, 3)))

    assert (first.hours, second.hours) == (2, 3)


def test_a_part_of_the_meeting_is_told() -> None:
    [found] = of(held(came(partly=True)))

    assert found.sittings[0].partly


def test_who_served_and_who_listened_are_rows_of_their_own() -> None:
    listened, served = came(JAN, OnRollAs.ALTERNATE), came(JAN, OnRollAs.ALTERNATE, serves=True)

    found = of(held(listened), held(served, day=date(2026, 4, 2)), held(served, day=date(2026, 5, 2)))

    assert [(each.serving, each.meetings, each.hours) for each in found] == [(False, 1, 4), (True, 2, 8)]


def test_the_seat_of_the_day_says_as_what_somebody_was_there() -> None:
    chair = Seat(id=1, body=1, role=SeatRole.CHAIR, person=1, from_date=date(2026, 4, 1))

    found = of(held(came()), held(came(), day=date(2026, 4, 2)), seats=(chair,))

    assert [each.role for each in found] == [OnRollAs.MEMBER, OnRollAs.CHAIR]


def test_officials_and_guests_are_not_remunerated() -> None:
    assert of(held(came(role=OnRollAs.OFFICIAL), came(JAN, OnRollAs.GUEST))) == []


def test_somebody_outside_the_register_is_known_by_name() -> None:
    who = Named("Lex Ahl", "S")

    [found] = of(held(came(who)), held(came(who), day=date(2026, 4, 2)))

    assert (found.who, found.meetings, found.body) == (who, 2, "Kommunstyrelsen")
