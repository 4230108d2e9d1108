"""The numbers of paragraphs: dense, without doubles, and fixed ones kept."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klubban.domain.agenda import Act, AgendaAct
from klubban.domain.meeting import Item, Outcome, Stage
from klubban.domain.numbering import Numbering, Paragraph, is_paragraph, last_fixed, numbered, span_of
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import BodyKind, Series

DAY = date(2016, 2, 22)


def items(*numbers: int | None) -> list[Paragraph]:
    """Return paragraphs that want numbers, and have these."""
    return [Paragraph(id=place, now=number) for place, number in enumerate(numbers, 1)]


def given_numbers(*numbers: int | None, **facts: Any) -> list[int | None]:
    """Return the numbers that such items get."""
    return list(numbered(items(*numbers), **facts).values())


def test_items_without_numbers_get_them_in_their_order_from_the_first() -> None:
    assert given_numbers(None, None, None) == [1, 2, 3]
    assert given_numbers(None, None, first=63) == [63, 64]


def test_a_new_item_pushes_those_after_it() -> None:
    assert given_numbers(57, None, 58, 59) == [57, 58, 59, 60]


def test_what_is_fixed_keeps_its_number_and_what_is_put_among_it_comes_next() -> None:
    assert given_numbers(57, None, 58, 59, last=58) == [57, 59, 58, 60]


def test_a_number_that_was_given_up_is_given_to_the_next() -> None:
    assert list(numbered(items(57, 59, 60), gone=[58]).values()) == [57, 58, 59]
    assert list(numbered(items(58, 59), gone=[57]).values()) == [57, 58]


def test_gaps_that_came_with_an_import_stay_until_something_fills_them() -> None:
    assert given_numbers(57, 60, 63) == [57, 60, 63]
    assert given_numbers(57, None, None, None, 60, 63) == [57, 58, 59, 60, 61, 63]


def test_a_meeting_before_a_gap_takes_its_numbers_from_the_gap() -> None:
    found = [
        Paragraph(id=1, meeting=1),
        Paragraph(id=2, meeting=1),
        Paragraph(id=3, meeting=2),
        Paragraph(id=4, meeting=2, now=143),
        Paragraph(id=5, meeting=3, now=144),
    ]

    assert list(numbered(found, last=77).values()) == [78, 79, 143, 144, 145]


def test_a_moved_item_leaves_its_number_to_those_it_passed() -> None:
    found = [Paragraph(id=3, had=145), Paragraph(id=1, now=143), Paragraph(id=2, now=144)]

    assert list(numbered(found).values()) == [143, 144, 145]


def test_withdrawn_items_have_no_number() -> None:
    found = [Paragraph(id=1, now=1), Paragraph(id=2, now=2, wants=False), Paragraph(id=3, now=3)]

    assert numbered(found) == {1: 1, 2: None, 3: 2}


@st.composite
def series(draw: st.DrawFn) -> tuple[list[Paragraph], int, int]:
    """Return items that were numbered densely from a first number, with new ones and withdrawn among them."""
    first = draw(st.integers(1, 90))
    wants = draw(st.lists(st.booleans(), min_size=1, max_size=12))
    following, found = first, []
    for place, each in enumerate(wants):
        found.append(Paragraph(id=place, wants=each, now=following if each else None))
        following += each
    last = draw(st.sampled_from([0, *range(first, following)]))
    free = [place for place, each in enumerate(found) if each.now is None or each.now > last]
    changed = draw(st.sets(st.sampled_from(free))) if free else set()
    return (
        [
            Paragraph(id=each.id, wants=not each.wants if each.id in changed else each.wants, now=each.now)
            for each in found
        ],
        first,
        last,
    )


@settings(max_examples=50)
@given(series())
def test_numbers_are_dense_and_in_order_whatever_was_added_and_withdrawn(
    drawn: tuple[list[Paragraph], int, int],
) -> None:
    found, first, last = drawn

    result = numbered(found, first, last)

    fixed = {each.id: each.now for each in found if each.now and each.now <= last}
    free = [number for id_, number in result.items() if number is not None and id_ not in fixed]
    begins = max(first, last + 1)
    assert {id_: result[id_] for id_ in fixed} == fixed
    assert free == list(range(begins, begins + len(free)))
    assert all((result[each.id] is not None) == each.wants for each in found if each.id not in fixed)


@settings(max_examples=50)
@given(series())
def test_numbers_given_twice_are_the_same(drawn: tuple[list[Paragraph], int, int]) -> None:
    found, first, last = drawn
    once = numbered(found, first, last)
    again = [Paragraph(id=each.id, wants=each.wants, now=once[each.id]) for each in found]

    assert numbered(again, first, last) == once


def meeting(stage: str = "closed", **facts: object) -> Numbering:
    """Return a meeting with §§ 5–8, of which § 7 is verified at once."""
    found = [Paragraph(id=number, now=number, at_once=number == 7) for number in range(5, 9)]
    told = {"opened": time(13), "items": tuple(found), **facts}
    return Numbering(id=1, date=DAY, stage=Stage(stage), **told)  # type: ignore[arg-type] # by name


@pytest.mark.parametrize(
    ("found", "last"),
    [
        (meeting(), 7),
        (meeting(items=()), 0),
        (meeting("verified"), 8),
        (meeting(opened=None), 8),
        (meeting(minuted=Paragraphs.parse("5-12")), 12),
        (meeting(done=(Paragraphs.parse("5-6"),), items=(Paragraph(id=1, now=6),)), 6),
        (meeting(done=(None,)), 8),
    ],
)
def test_what_is_verified_or_came_with_an_import_is_fixed(found: Numbering, last: int) -> None:
    assert last_fixed([found]) == last


@pytest.mark.parametrize(
    ("on", "at", "expected"),
    [
        (date(2016, 2, 20), None, False),
        (DAY, time(12), False),
        (DAY, time(13, 30), True),
        (None, None, True),
    ],
)
def test_what_was_postponed_before_the_meeting_is_no_paragraph(
    on: date | None, at: time | None, *, expected: bool
) -> None:
    act = AgendaAct(id=1, act=Act.POSTPONED, on=on, at=at)
    item = Item(id=1, title="A", outcome=Outcome.POSTPONED, acts=(act,))

    assert is_paragraph(item, DAY, time(13)) is expected


@pytest.mark.parametrize(
    ("kind", "day", "first", "last"),
    [
        ("committee", DAY, date(2015, 1, 1), date(2018, 12, 31)),
        ("committee", date(2018, 12, 31), date(2015, 1, 1), date(2018, 12, 31)),
        ("assembly", date(2018, 10, 14), date(2014, 10, 15), date(2018, 10, 14)),
        ("assembly", date(2018, 10, 15), date(2018, 10, 15), date(2022, 10, 14)),
    ],
)
def test_a_term_is_four_years_from_the_election(kind: str, day: date, first: date, last: date) -> None:
    assert span_of(Series.TERM, BodyKind(kind), day) == (first, last)
