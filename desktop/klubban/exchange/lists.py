"""A list out of a spreadsheet: its line of headings, and each line below it with what does not fit there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from klubban.domain.errors import RuleBroken
from klubban.domain.text import LONGEST_LINE, clean
from klubban.exchange.grids import MOST_LINES, Cell, GridLine, read_grids
from klubban.exchange.list_words import plain
from klubban.exchange.refused import Misfit, Refused
from klubban.i18n import N_

TITLE_LINES = 10
"""So many lines may stand above the headings."""
_NOTHING = ("", "-", "–", "—")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit on a line: the heading of the column, and a template of what was expected there."""

    heading: str
    expected: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return one English line."""
        sentence = self.expected.format(**self.facts)
        return f"{self.heading}: {sentence}" if self.heading else sentence


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of list: what its headings mean, and how it is told from other tables."""

    meanings: Mapping[str, str]
    """What a plain heading means."""
    needed: tuple[str, ...]
    """One of these is among the headings, or it is no line of headings."""
    refusal: str
    """What is said of a file without one; with `{name}` and `{limit}`."""
    most: int = MOST_LINES
    """Lines with something in them."""


@dataclass(frozen=True, slots=True)
class Headings:
    """A line of headings: for each thing a column can tell, where it stands (several may tell the same)."""

    sort: Sort
    cells: tuple[str, ...]
    places: Mapping[str, list[int]]

    @classmethod
    def of(cls, sort: Sort, line: GridLine) -> Headings:
        """Take a line for one of headings."""
        cells = tuple(" ".join(cell.split()) if isinstance(cell, str) else "" for cell in line.cells)
        places: dict[str, list[int]] = {}
        for place, cell in enumerate(cells):
            if plain(cell) in sort.meanings:
                places.setdefault(sort.meanings[plain(cell)], []).append(place)
        return cls(sort, cells, places)

    @property
    def are_some(self) -> bool:
        """Tell whether it is a line of headings."""
        return any(each in self.places for each in self.sort.needed)

    def heading(self, column: str) -> str:
        """Return the heading of a column; nothing for one that is not there."""
        return self.cells[self.places[column][0]] if column in self.places else ""

    @property
    def by_column(self) -> dict[str, str]:
        """Return the headings by what they were taken for."""
        return {column: self.heading(column) for column in self.places}

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the headings that were not understood."""
        known = {place for places in self.places.values() for place in places}
        return tuple(
            cell
            for place, cell in enumerate(self.cells)
            if cell.isprintable() and cell and place not in known
        )


def read_list(data: bytes, name: str, sort: Sort) -> tuple[Headings, Iterator[GridLine]]:
    """Return the headings of a list and the lines below them; `name` is the file's, for messages.

    Raises Refused for a file that is neither CSV nor a workbook, and for one without headings of this sort;
    also while the lines are walked.
    """
    found: list[tuple[Headings, Iterator[GridLine]]] = []
    refusals: list[Refused] = []
    grids = list(read_grids(data, name, sort.most))
    for lines in grids:
        try:
            tops = [Headings.of(sort, line) for line in _until_headings(lines, sort)]
        except Refused as refused:
            refusals.append(refused)
        else:
            found += [(head, lines) for head in tops[-1:] if head.are_some]
    if found:
        head, lines = max(found, key=lambda each: len(each[0].places))
        # A heading may be merged over two lines, or come again on each page.
        return head, (line for line in lines if not Headings.of(sort, line).are_some)
    if refusals and len(refusals) == len(grids):
        raise refusals[0]
    raise Refused("", sort.refusal, name=name, limit=TITLE_LINES + 1)


def _until_headings(lines: Iterator[GridLine], sort: Sort) -> Iterator[GridLine]:
    """Walk the lines at the top, up to the one of headings if there is one."""
    for line in islice(lines, TITLE_LINES + 1):
        yield line
        if Headings.of(sort, line).are_some:
            return


class LineReading:
    """One line being read; what does not fit is kept as faults."""

    def __init__(self, head: Headings, line: GridLine) -> None:
        self.faults: list[Fault] = []
        self._head = head
        self._line = line

    def take(self, column: str, read: Callable[[Cell], T]) -> T | None:
        """Return what a column says, out of the first that is filled where several tell the same."""
        for place in self.filled(column)[:1]:
            try:
                cell = self._line.cells[place]
                if isinstance(cell, Misfit):
                    raise cell
                return read(cell)
            except Misfit as misfit:
                self.faults.append(Fault(self._head.cells[place], misfit.expected, misfit.facts))
            except RuleBroken as broken:
                self.faults.append(Fault(self._head.cells[place], broken.template, broken.facts))
        return None

    def filled(self, column: str) -> list[int]:
        """Return the places of a column's cells that say something."""
        cells = self._line.cells
        places = self._head.places.get(column, ())
        return [place for place in places if place < len(cells) and _is_filled(cells[place])]

    def fault(self, column: str, expected: str, **facts: object) -> None:
        """Note what does not fit."""
        self.faults.append(Fault(self._head.heading(column), expected, facts))

    def check_end(self) -> None:
        """Note a fault where the line goes on beyond the headings."""
        if any(map(_is_filled, self._line.cells[len(self._head.cells) :])):
            self.fault("", N_("Expected no more on the line than there are headings"))


def _is_filled(cell: Cell) -> bool:
    return not isinstance(cell, str) or cell.strip() not in _NOTHING


def one_line(cell: Cell) -> str:
    """Return the words of a cell on one line; raises Misfit when they are too long, RuleBroken."""
    if isinstance(cell, float):
        return f"{cell:.10g}"
    line = " ".join(clean(str(cell)).split())
    if len(line) > LONGEST_LINE:
        raise Misfit(
            N_("Expected at most {limit} characters, not {length}"), limit=LONGEST_LINE, length=len(line)
        )
    return line
