"""A table as it is read from HTML, cell by cell; those that reach over others leave them empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from klubban.domain.text import Run, Runs
from klubban.ui.texts.lines import Kind, Line

_MOST = 50
"""So many rows or columns a cell reaches over at most."""


@dataclass(slots=True)
class ForeignTable:
    """Its rows so far, the last one open."""

    rows: list[list[Runs]] = field(default_factory=list)
    _deep: dict[int, int] = field(default_factory=dict)
    """By column, how many rows below a cell still reaches over."""
    _spans: tuple[int, int] = (1, 1)

    def begin_row(self) -> None:
        """Begin the next row."""
        self.rows.append([])
        self._fill_reached()

    def begin_cell(self, given: Mapping[str, str]) -> None:
        """Begin a cell with its attributes; the first may come without a row."""
        if not self.rows:
            self.rows.append([])
        self._spans = (_count(given.get("colspan")), _count(given.get("rowspan")))

    def end_cell(self, runs: Sequence[Run]) -> None:
        """End the cell with what it says."""
        row, (wide, deep) = self.rows[-1], self._spans
        for place in range(wide):
            if deep > 1:
                self._deep[len(row)] = deep - 1
            row.append(trimmed(runs) if not place else ())
        self._spans = (1, 1)
        self._fill_reached()

    def _fill_reached(self) -> None:
        """Leave the cells empty that one above reaches over."""
        row = self.rows[-1]
        while self._deep.get(len(row), 0) > 0 and len(self.rows) > 1:
            self._deep[len(row)] -= 1
            row.append(())

    def line(self) -> Line | None:
        """Return the table, its rows of one length; of a single cell its text, of none nothing."""
        rows = [row for row in self.rows if row]
        wide = max(map(len, rows), default=0)
        if wide > 1 or len(rows) > 1:
            return Line(Kind.TABLE, rows=tuple(tuple(row) + ((),) * (wide - len(row)) for row in rows))
        return Line(Kind.TEXT, rows[0][0]) if rows and rows[0][0] else None


def _count(value: str | None) -> int:
    return min(int(value), _MOST) if value and value.isdigit() and int(value) else 1


def trimmed(runs: Sequence[Run]) -> Runs:
    """Return runs without the spaces at their ends, neighbours of one style joined."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].is_like(run):
            joined[-1] = run.saying(joined[-1].text + run.text)
        else:
            joined.append(run)
    while joined and not joined[0].text.strip():
        joined.pop(0)
    while joined and not joined[-1].text.strip():
        joined.pop()
    if joined:
        joined[0] = joined[0].saying(joined[0].text.lstrip())
        joined[-1] = joined[-1].saying(joined[-1].text.rstrip())
    return tuple(joined)
