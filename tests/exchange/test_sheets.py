from __future__ import annotations

import csv
from datetime import date, time
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.exchange.sheets import Sheet, write_csv, write_excel


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


# --- workbooks


def workbook(*sheets: Sheet) -> Any:
    return openpyxl.load_workbook(BytesIO(write_excel(sheets)))


@pytest.mark.parametrize("words", ["=1+1", "+46 8", "-", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_words_in_a_workbook_are_never_formulas(words: str) -> None:
    cell = workbook(Sheet("Blad", (("Namn",), (words,))))["Blad"]["A2"]

    assert (cell.value, cell.data_type) == (words, "s")
    assert cell.quotePrefix


def test_numbers_days_and_times_stay_what_they_are() -> None:
    rows = (("a", "b", "c", "d"), (-3, date(2026, 3, 2), time(13, 0), None))

    [values] = workbook(Sheet("Blad", rows))["Blad"].iter_rows(min_row=2, values_only=True)

    assert (values[0], values[1].date(), values[2], values[3]) == (-3, date(2026, 3, 2), time(13, 0), None)


def test_a_workbook_has_its_sheets_in_order_with_titles_that_the_format_allows() -> None:
    book = workbook(Sheet("Per person", (("a",),)), Sheet("Möten [1/2]: " + "x" * 40, (("a",),)))

    assert book.sheetnames == ["Per person", "Möten  1 2   " + "x" * 18]


def test_a_control_character_does_not_spoil_a_workbook() -> None:
    assert workbook(Sheet("Blad", (("a",), ("Eva\x0bAsp",))))["Blad"]["A2"].value == "EvaAsp"
