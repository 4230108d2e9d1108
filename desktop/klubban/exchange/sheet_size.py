"""How large a sheet of a workbook is, before it is read: a few bytes can stand for countless cells."""

from __future__ import annotations

from dataclasses import dataclass
from xml.parsers import expat

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string, range_boundaries

from klubban.exchange.refused import Refused
from klubban.i18n import N_

MOST_CELLS = 500_000
"""Cells, with the empty ones before the last of a row, and those that merged ones cover."""
MOST_ROWS = 1_048_576
"""Rows, by the format (ECMA-376)."""


@dataclass(slots=True)
class Size:
    """What a sheet holds, counted without reading its values."""

    row: int = 0
    column: int = 0
    cells: int = 0
    merged: int = 0
    formulas: int = 0

    @property
    def is_too_large(self) -> bool:
        """Tell whether reading it would take too long."""
        return self.row > MOST_ROWS or self.cells + self.merged > MOST_CELLS

    def count(self, element: str, attributes: dict[str, str]) -> None:
        """Count an element; raises ValueError for one that says no place."""
        match element.rpartition(" ")[2]:
            case "row":
                self.row = int(attributes.get("r", self.row + 1))
                self.column = 0
            case "c":
                before = self.column
                self.column = _column(attributes["r"]) if "r" in attributes else before + 1
                self.cells += max(1, self.column - before)
            case "mergeCell":
                self.merged += _covered(attributes["ref"])
            case "f":
                self.formulas += 1


def measure(sheet: bytes, name: str) -> Size:
    """Return how large a sheet is; `name` is the file's, for messages.

    Raises Refused for one that is too large, ExpatError, ValueError or LookupError for one that is damaged.
    """
    size = Size()

    def start(element: str, attributes: dict[str, str]) -> None:
        size.count(element, attributes)
        if size.is_too_large:
            raise Refused(
                "", N_("{name} has a sheet with more than {limit} cells"), name=name, limit=MOST_CELLS
            )

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.Parse(sheet, True)
    return size


def _column(reference: str) -> int:
    letters, _row = coordinate_from_string(reference)
    return column_index_from_string(letters)


def _covered(reference: str) -> int:
    left, top, right, bottom = range_boundaries(reference)
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(reference)
    return (right - left + 1) * (bottom - top + 1)
