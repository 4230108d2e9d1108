"""The report of a check as lines on the screen: a table's rows one after another, each cell with its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klubban.domain.text import Table, lines, plain_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.text import Blocks

_LONG = re.compile(r"\w{32,}")
_PIECE = re.compile(r"(.{8})(?=.)")


def report_lines(report: Blocks) -> Iterator[str]:
    """Walk the lines; what has no place to break, such as a fingerprint, stands in groups of eight."""
    for block in report:
        found = _rows(block) if isinstance(block, Table) else lines((block,))
        for line in found:
            yield _LONG.sub(lambda word: _PIECE.sub(r"\1 ", word[0]), line)


def _rows(table: Table) -> Iterator[str]:
    head, *rows = [[plain_runs(cell) for cell in row] for row in table.rows]
    for row in rows:
        told = (f"{name}: {cell}" for name, cell in zip(head, row, strict=False) if cell)
        yield " · ".join(told)
