"""Lines of cells out of what a spreadsheet saved: CSV in the encodings of offices, or an Excel workbook."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import TypeAlias

from klubban.exchange.refused import Misfit, Refused
from klubban.exchange.sheets import without_guard
from klubban.i18n import N_

Cell: TypeAlias = str | float | date | Misfit
"""Words, a number or a day; empty words for an empty cell, and a Misfit for one whose value is not known."""

DELIMITERS = ";,\t"
MOST_BYTES = 10_000_000
MOST_LINES = 5_000
"""Lines with something in them; the largest assembly has 101 seats."""
MOST_COLUMNS = 1_000

_MARKS = (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class GridLine:
    """The cells of a line that is not empty, and its number in the file, counted from 1."""

    number: int
    cells: tuple[Cell, ...]


def read_grids(data: bytes, name: str, most: int = MOST_LINES) -> Iterator[Iterator[GridLine]]:
    """Walk the ways to read a file as lines: a CSV file with each delimiter, or each sheet of a workbook.

    The name is for what is said of the file; its content tells what it is. `most` is how many lines it may
    have. Raises Refused, also while the lines are walked.
    """
    if len(data) > MOST_BYTES:
        raise Refused("", N_("{name} is larger than {limit} MB"), name=name, limit=MOST_BYTES // 1_000_000)
    if data.startswith(_OLD_OFFICE):
        raise Refused(
            "", N_("{name} is an old Excel file, or has a password; save it as .xlsx or CSV"), name=name
        )
    if data.startswith(_ZIP):
        from klubban.exchange.workbooks import read_sheets  # openpyxl takes its time

        return (_limited(sheet, name, most) for sheet in read_sheets(data, name))
    text = _decoded(data, name)
    return (_limited(_csv_lines(text, delimiter, name), name, most) for delimiter in DELIMITERS)


def neither(name: str) -> Refused:
    """Return the refusal of a file that is nothing that can be read."""
    return Refused("", N_("{name} is neither an .xlsx workbook nor CSV; save it as one of these"), name=name)


def _decoded(data: bytes, name: str) -> str:
    """Return the words of a CSV file: by its byte order mark, else UTF-8, else Windows-1252."""
    encodings = [encoding for mark, encoding in _MARKS if data.startswith(mark)] or ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and not text.startswith("%PDF"):
            return text
    raise neither(name)


def _csv_lines(text: str, delimiter: str, name: str) -> Iterator[GridLine]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for cells in reader:
            if any(cells):
                yield GridLine(number, tuple(map(without_guard, cells)))
            number = reader.line_num + 1
    except csv.Error as error:
        raise Refused(
            "",
            N_("Line {line} of {name} cannot be read; look at its quotation marks"),
            line=number,
            name=name,
        ) from error


def _limited(lines: Iterator[GridLine], name: str, most: int) -> Iterator[GridLine]:
    count = 0
    for line in lines:
        if all(isinstance(cell, str) and not cell.strip() for cell in line.cells):
            continue
        if len(line.cells) > MOST_COLUMNS:
            template = N_("Line {line} of {name} has more than {limit} columns")
            raise Refused("", template, line=line.number, name=name, limit=MOST_COLUMNS)
        count += 1
        if count > most:
            raise Refused("", N_("{name} has more than {limit} lines"), name=name, limit=most)
        yield line
