from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.exchange.sheets import write_csv


@pytest.mark.parametrize("words", ["=1+1", "+46 8", "-", "@SUM(A1)", "\t=1", "\r=1"])
def test_words_that_begin_like_a_formula_are_not_calculated(words: str) -> None:
    [[field]] = csv.reader(StringIO(write_csv([[words]]), newline=""))

    assert field == f"'{words}"


def test_numbers_stay_numbers_and_nothing_is_empty() -> None:
    assert write_csv([["Åsa Öberg", -3, None, 0.5]]) == "Åsa Öberg,-3,,0.5\r\n"


@given(some.lists(some.text(some.characters(exclude_categories=["Cs", "Cc"])), min_size=1))
def test_any_words_come_back_but_for_the_apostrophe(words: list[str]) -> None:
    [row] = csv.reader(StringIO(write_csv([words]), newline=""))

    assert [field.removeprefix("'") for field in row] == [word.removeprefix("'") for word in words]
