"""Tables in plain text: in columns where a mail has room for them, otherwise with a bar between cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.characters import in_one_line
from klubban.documents.figures import are_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDEST = 78
"""Letters of a row that no mail breaks."""
_BETWEEN, _BAR = "  ", " | "


class Columns:
    """How the rows of one table are set; the first one is its head."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        """Look at all rows."""
        self._count = max(map(len, rows), default=0)
        even = [self._even(row) for row in rows]
        self._widths = [max(map(len, column)) for column in zip(*even, strict=True)]
        self._figures = [are_figures(column[1:]) for column in zip(*even, strict=True)]
        between = len(_BETWEEN) * (self._count - 1)
        self._aligned = sum(self._widths) + between <= _WIDEST

    def _even(self, row: Sequence[str]) -> list[str]:
        return [in_one_line(cell.replace("\n", ", ")) for cell in row] + [""] * (self._count - len(row))

    def line(self, row: Sequence[str]) -> str:
        """Return a row."""
        cells = self._even(row)
        if not self._aligned:
            return _BAR.join(cells)
        return _BETWEEN.join(map(_set, cells, self._widths, self._figures))

    def head(self, row: Sequence[str]) -> list[str]:
        """Return the head, with a rule below it where there are columns."""
        rule = [_BETWEEN.join("-" * width for width in self._widths)] if self._aligned else []
        return [self.line(row), *rule]


def _set(cell: str, width: int, figures: bool) -> str:  # noqa: FBT001 - mapped over columns
    return cell.rjust(width) if figures else cell.ljust(width)
