from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.domain.errors import RuleBroken
from klubban.domain.paragraphs import Paragraphs

numbers = some.sets(some.integers(1, 300), min_size=1)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("19", "§\u00a019"),
        ("1-21", "§§\u00a01–21"),
        ("57-64, 66", "§§\u00a057–64, 66"),
        ("170,172 – 184", "§§\u00a0170, 172–184"),
        ("2, 4", "§§\u00a02, 4"),
    ],
)
def test_paragraphs_are_printed_as_protocols_print_them(written: str, printed: str) -> None:
    assert Paragraphs.parse(written).printed == printed


@pytest.mark.parametrize(("written", "printed"), [("19", "§\u00a019/26"), ("7-9, 12", "§§\u00a07–9, 12/26")])
def test_paragraphs_share_their_year(written: str, printed: str) -> None:
    assert Paragraphs.parse(written).signs(2026) == printed


@pytest.mark.parametrize("written", ["", "a", "1-", "-3", "1;2", "§ 4", "1.5", "1,,2"])
def test_anything_else_is_refused_with_the_text(written: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        Paragraphs.parse(written)

    assert refused.value.facts == {"text": written}


@pytest.mark.parametrize("written", ["0", "5-4", "3, 3", "4-6, 6", "9, 2"])
def test_paragraphs_ascend(written: str) -> None:
    with pytest.raises(RuleBroken, match="ascending"):
        Paragraphs.parse(written)


@given(numbers)
def test_numbers_come_back_as_they_went_in(found: set[int]) -> None:
    paragraphs = Paragraphs.of(found)

    assert paragraphs is not None
    assert set(paragraphs) == found
    assert Paragraphs.parse(str(paragraphs)) == paragraphs
    assert all((number in paragraphs) is (number in found) for number in range(302))


def test_no_numbers_are_no_paragraphs() -> None:
    assert Paragraphs.of([]) is None
