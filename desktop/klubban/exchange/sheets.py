"""Rows for a spreadsheet, as CSV (RFC 4180, UTF-8) or as a workbook (Office Open XML)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_TITLE = 31
"""Characters of a sheet's title, by the format."""
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDEST = 48


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook; the first row is its head."""

    title: str
    rows: tuple[tuple[object, ...], ...]


def without_guard(field: str) -> str:
    """Return a field of a CSV file without the apostrophe that kept it from being calculated."""
    return field[1:] if field.startswith("'") and _would_be_calculated(field) else field


def _would_be_calculated(field: str) -> bool:
    """Tell whether a field begins like a formula, be it behind apostrophes that are its own."""
    return field.lstrip("'").startswith(_FORMULA)


def write_csv(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV; nothing as an empty field, and no words that a spreadsheet would calculate."""
    text = StringIO()
    csv.writer(text).writerows([_field(value) for value in row] for row in rows)
    return text.getvalue()


def _field(value: object) -> object:
    """Return a field; words that begin like a formula get an apostrophe, which spreadsheets do not show."""
    if isinstance(value, str) and _would_be_calculated(value):
        return f"'{value}"
    return "" if value is None else value


def write_excel(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook; numbers, days and times stay what they are, and words are never calculated."""
    from openpyxl import Workbook

    book = Workbook(write_only=False)
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(_NOT_IN_TITLE.sub(" ", sheet.title)[:_LONGEST_TITLE])
        for number, row in enumerate(sheet.rows, 1):
            for place, value in enumerate(row, 1):
                _put(page.cell(number, place), value)
        _dress(page, sheet)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _put(cell: Cell, value: object) -> None:
    """Set a cell; words that begin like a formula are marked as words, also when the cell is edited."""
    if not isinstance(value, str):
        cell.value = value  # type: ignore[assignment] # numbers, days and times
        return
    cell.value = _NOT_IN_CELL.sub("", value)
    cell.data_type = "s"
    if value.startswith(_FORMULA):
        cell.quotePrefix = True


def _dress(page: Worksheet, sheet: Sheet) -> None:
    """Keep the head in sight, and make columns as wide as what they hold."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    page.freeze_panes = "A2"
    for cell in page[1]:
        cell.font = Font(bold=True)
    for number, column in enumerate(zip(*sheet.rows, strict=True), 1):
        wide = max(len(str(value)) for value in column if value is not None)
        page.column_dimensions[get_column_letter(number)].width = min(wide + 2, _WIDEST)
