from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.domain.body import Seat, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.seats import (
    also_held,
    check_alternates,
    check_chairs,
    check_term,
    overlap,
    seats_on,
    vacancy_after,
    vacant,
)

START, END = date(2023, 1, 1), date(2026, 12, 31)
days = some.dates(date(2022, 1, 1), date(2022, 2, 28))
ends = some.none() | days


def seat(id_: int, person: int | None = None, role: SeatRole = SeatRole.MEMBER, **facts: date | None) -> Seat:
    return Seat(id=id_, body=1, role=role, person=person, **facts)  # type: ignore[arg-type] # dates alone


def test_a_term_may_be_one_day_and_open_at_either_end() -> None:
    for from_date, to_date in ((START, START), (None, END), (START, None), (None, None)):
        check_term(from_date, to_date)


def test_a_term_that_ends_before_it_starts_is_refused_with_both_days() -> None:
    with pytest.raises(RuleBroken, match=r"ends on 2022-12-31, before it starts on 2023-01-01"):
        check_term(START, START - timedelta(1))


@given(ends, ends, ends, ends)
def test_two_terms_overlap_when_some_day_is_in_both(
    start: date | None, end: date | None, other_start: date | None, other_end: date | None
) -> None:
    one, other = seat(1, from_date=start, to_date=end), seat(2, from_date=other_start, to_date=other_end)
    span = [date(2021, 12, 31) + timedelta(each) for each in range(62)]

    assert overlap(one, other) == any(one.covers(day) and other.covers(day) for day in span)


def test_one_chair_after_another_is_no_two_chairs() -> None:
    first = seat(1, 1, SeatRole.CHAIR, to_date=date(2024, 6, 30))
    second = seat(2, 2, SeatRole.CHAIR, from_date=date(2024, 7, 1))

    check_chairs([first, second, seat(3, 3, SeatRole.VICE_CHAIR)])
    check_chairs([first, replace(second, body=2, from_date=None)])


def test_two_chairs_at_once_are_refused_with_the_first_day() -> None:
    first = seat(1, 1, SeatRole.CHAIR, from_date=START)
    second = seat(2, 2, SeatRole.CHAIR, from_date=date(2024, 7, 1))

    with pytest.raises(RuleBroken, match="two chairs from 2024-07-01"):
        check_chairs([first, second])
    with pytest.raises(RuleBroken, match="two chairs at once"):
        check_chairs([seat(1, 1, SeatRole.CHAIR), seat(2, 2, SeatRole.CHAIR)])


def test_an_alternate_needs_a_body_that_has_them() -> None:
    alternate, forum = seat(1, 1, SeatRole.ALTERNATE, from_date=START), PRESETS[BodyKind.FORUM]
    check_alternates(PRESETS[BodyKind.COMMITTEE], alternate, [alternate])
    check_alternates(forum, seat(1, 1, SeatRole.MEMBER), [])

    with pytest.raises(RuleBroken, match="no alternates"):
        check_alternates(forum, alternate, [alternate])


def test_an_alternate_of_a_term_that_is_over_is_a_fact_of_the_past() -> None:
    before = seat(1, 1, SeatRole.ALTERNATE, from_date=START, to_date=date(2026, 12, 31))
    member = seat(2, 2, SeatRole.MEMBER, from_date=START)
    later = seat(3, 2, SeatRole.MEMBER, from_date=date(2027, 1, 1))

    check_alternates(PRESETS[BodyKind.FORUM], before, [before, member, later])
    with pytest.raises(RuleBroken, match="no alternates"):
        check_alternates(PRESETS[BodyKind.FORUM], before, [before, member])


def test_the_seats_of_a_day_and_those_that_nobody_has() -> None:
    before = seat(1, 1, from_date=START, to_date=date(2024, 6, 30))
    between = seat(2, None, from_date=date(2024, 7, 1), to_date=date(2024, 8, 31))
    after = seat(3, 2, from_date=date(2024, 9, 1), to_date=END)
    other = seat(4, 3)
    seats = [before, between, after, other]

    assert seats_on(seats, date(2024, 6, 30)) == (before, other)
    assert seats_on(seats, date(2024, 7, 1)) == (between, other)
    assert vacant(seats, date(2024, 7, 1)) == (between,)
    assert vacant(seats, date(2024, 9, 1)) == ()
    assert vacancy_after(seats, before, date(2024, 8, 1)) == between
    assert vacancy_after(seats, before, date(2024, 9, 1)) is None
    assert vacancy_after(seats, other, date(2024, 8, 1)) is None


@pytest.mark.parametrize(
    ("role", "other", "together"),
    [
        (SeatRole.MEMBER, SeatRole.MEMBER, True),
        (SeatRole.MEMBER, SeatRole.ALTERNATE, True),
        (SeatRole.CHAIR, SeatRole.MEMBER, True),
        (SeatRole.MEMBER, SeatRole.SECRETARY, False),
        (SeatRole.CO_OPTED, SeatRole.ALTERNATE, False),
    ],
)
def test_nobody_decides_or_steps_in_from_two_seats_of_a_body(
    role: SeatRole, other: SeatRole, *, together: bool
) -> None:
    one, two = seat(1, 1, role), seat(2, 1, other)

    assert also_held([one, two], one) == (two if together else None)
    assert also_held([replace(two, body=2)], one) is None
    assert also_held([replace(two, person=2)], one) is None
