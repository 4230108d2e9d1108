"""The words of a document line by line, as much as is needed to read it: headings, points, running text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.text import Runs, plain_runs

MOST_LINES = 20_000
"""Some four hundred pages; what is longer is read to here."""


class LineKind(StrEnum):
    """What a line is."""

    TEXT = "text"
    HEADING = "heading"
    POINT = "point"
    """Of a numbered list."""
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of a document."""

    runs: Runs
    kind: LineKind = LineKind.TEXT
    level: int = 0
    """Of a heading: 0 for the title of the document, 1 for its chapters."""
    cell: bool = False
    """It stands in a table."""

    @property
    def words(self) -> str:
        """Return the characters alone."""
        return plain_runs(self.runs)

    @property
    def is_bold(self) -> bool:
        """Tell whether all of it is bold."""
        said = [run for run in self.runs if run.text.strip()]
        return bool(said) and all(run.bold for run in said)
