"""The sheets of an Excel workbook as lines of cells: values alone, formulas by what they last came to."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import CellCoordinatesException

from klubban.exchange.grids import Cell, GridLine, neither
from klubban.exchange.refused import Misfit, Refused
from klubban.exchange.sheet_size import measure
from klubban.i18n import N_

MOST_UNPACKED = 20_000_000
"""Bytes of what is read, which pictures are not; a small file can unpack to one that fills the memory."""

_READ = (".xml", ".rels")
_DAMAGED = (
    BadZipFile, zlib.error, ExpatError, OSError, EOFError, SyntaxError, RuntimeError,
    LookupError, ValueError, TypeError, AttributeError, CellCoordinatesException,
)  # fmt: skip
"""What openpyxl and what it stands on raise for workbooks that are not whole."""


def read_sheets(data: bytes, name: str) -> Iterator[Iterator[GridLine]]:
    """Walk the sheets that can be seen; raises Refused for a workbook that cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of pictures and the like that it leaves out
            yield from [iter(sheet) for sheet in _sheets(data, name)]
    except _DAMAGED as error:
        raise neither(name) from error


def _sheets(data: bytes, name: str) -> Iterator[list[GridLine]]:
    with ZipFile(BytesIO(data)) as packed:
        if "xl/workbook.xml" not in packed.namelist():
            raise neither(name)
        read = [each for each in packed.infolist() if each.filename.endswith(_READ)]
        if sum(each.file_size for each in read) > MOST_UNPACKED:
            raise Refused(
                "", N_("{name} is larger than {limit} MB"), name=name, limit=MOST_UNPACKED // 1_000_000
            )
        sheets = [measure(packed.read(each), name) for each in read if "/worksheets/" in each.filename]
    more = any(size.formulas or size.merged for size in sheets)
    values = load_workbook(BytesIO(data), read_only=True, data_only=True)
    closer = load_workbook(BytesIO(data)) if more else None
    for sheet in values.worksheets:
        if sheet.sheet_state == "visible":
            # Programs write wrong sizes of sheets, and rows beyond them would not be read.
            sheet.reset_dimensions()
            yield _lines(sheet, _closer(closer[sheet.title]) if closer else _Closer())


@dataclass(frozen=True, slots=True)
class _Closer:
    """What values alone do not tell: which cells are formulas, and which a merged cell above covers."""

    formulas: frozenset[tuple[int, int]] = frozenset()
    covered: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """For a row, the column and the row above that says what stands there."""


def _closer(sheet: Any) -> _Closer:
    formulas = frozenset(
        (cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    )
    covered: dict[int, list[tuple[int, int]]] = {}
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row + 1, area.max_row + 1):
            covered.setdefault(row, []).append((area.min_col, area.min_row))
    return _Closer(formulas, covered)


def _lines(sheet: Any, closer: _Closer) -> list[GridLine]:
    lines: dict[int, GridLine] = {}
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [_cell(cell) for cell in row]
        for place, cell in enumerate(cells, 1):
            if cell == "" and (number, place) in closer.formulas:
                cells[place - 1] = Misfit(
                    N_("Expected a value; the formula has not been calculated: open it in Excel and save it")
                )
        for place, above in closer.covered.get(number, ()) if any(cell != "" for cell in cells) else ():
            cells += [""] * (place - len(cells))
            cells[place - 1] = lines[above].cells[place - 1] if above in lines else ""
        if any(cell != "" for cell in cells):
            lines[number] = GridLine(number, tuple(cells))
    return list(lines.values())


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        return Misfit(N_("Expected a value; the formula of the cell came to {error}"), error=value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date | str) or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    return str(value)
