"""Who has a seat in a body, out of a list that an office keeps in a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from klubban.domain.body import SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.text import LONGEST_LINE, clean
from klubban.exchange import member_words as words
from klubban.exchange.grids import MOST_LINES, Cell, GridLine, read_grids
from klubban.exchange.refused import Misfit, Refused
from klubban.i18n import N_

TITLE_LINES = 10
"""So many lines may stand above the headings."""
_NOTHING = ("", "-", "–", "—")
_NAME_WITH_PARTY = re.compile(r"(?P<name>.+?) \((?P<party>[^()]{1,20})\)")

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


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """What a line says; what it leaves out is None, and without a name the seat is vacant."""

    number: int
    """The line in the file, counted from 1."""
    name: str | None = None
    party: str | None = None
    role: SeatRole = SeatRole.MEMBER
    represents: str | None = None
    email: str | None = None
    phone: str | None = None
    title: str | None = None
    order: int | None = None
    alternate_for: str | None = None
    """The name of the member whose own alternate this is."""
    from_date: date | None = None
    to_date: date | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberList:
    """The lines of a list; the headings, by the field they were taken for; and those not understood."""

    lines: tuple[MemberLine, ...]
    headings: Mapping[str, str]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Headings:
    """A line of headings: for each thing a column can tell, where it stands (several may tell the same)."""

    cells: tuple[str, ...]
    places: Mapping[str, list[int]]

    @classmethod
    def of(cls, line: GridLine) -> _Headings:
        """Take a line for one of headings."""
        cells = tuple(" ".join(cell.split()) if isinstance(cell, str) else "" for cell in line.cells)
        places: dict[str, list[int]] = {}
        for place, cell in enumerate(cells):
            if words.plain(cell) in words.HEADINGS:
                places.setdefault(words.HEADINGS[words.plain(cell)], []).append(place)
        return cls(cells, places)

    @property
    def names(self) -> bool:
        """Tell whether there is a column for names, without which it is no line of headings."""
        return "name" in self.places or "last" in self.places

    def heading(self, column: str) -> str:
        """Return the heading of a column; nothing for one that is not there."""
        return self.cells[self.places[column][0]] if column in self.places else ""


def read_members(data: bytes, name: str) -> MemberList:
    """Read a list of members out of a CSV file or an .xlsx workbook; `name` is the file's, for messages.

    Raises Refused for a file that is neither, and for one without headings that name a name.
    """
    found: list[tuple[_Headings, Iterator[GridLine]]] = []
    refusals: list[Refused] = []
    grids = list(read_grids(data, name))
    for lines in grids:
        try:
            tops = [_Headings.of(line) for line in _until_headings(lines)]
        except Refused as refused:
            refusals.append(refused)
        else:
            found += [(head, lines) for head in tops[-1:] if head.names]
    if found:
        return _read(*max(found, key=lambda each: len(each[0].places)))
    if refusals and len(refusals) == len(grids):
        raise refusals[0]
    raise Refused(
        "",
        N_("{name} has no line of headings such as Namn, Parti, Roll among its first {limit}"),
        name=name,
        limit=TITLE_LINES + 1,
    )


def _until_headings(lines: Iterator[GridLine]) -> Iterator[GridLine]:
    """Walk the lines at the top, up to the one of headings if there is one."""
    for line in islice(lines, TITLE_LINES + 1):
        yield line
        if _Headings.of(line).names:
            return


def _read(head: _Headings, lines: Iterator[GridLine]) -> MemberList:
    known = {place for places in head.places.values() for place in places}
    headings = {column: head.heading(column) for column in head.places}
    return MemberList(
        # A heading may be merged over two lines, or come again on each page.
        tuple(_Reading(head, line).member() for line in lines if not _Headings.of(line).names),
        {"name": headings.get("last", ""), **headings},
        tuple(
            cell
            for place, cell in enumerate(head.cells)
            if cell.isprintable() and cell and place not in known
        ),
    )


class _Reading:
    """One line being read; what does not fit is kept as faults."""

    def __init__(self, head: _Headings, line: GridLine) -> None:
        self._head = head
        self._line = line
        self._faults: list[Fault] = []

    def member(self) -> MemberLine:
        """Return what the line says."""
        name, party = self._who()
        role = self._take("role", lambda cell: words.role(_words(cell)))
        start, end = self._take("from_date", words.day), self._take("to_date", words.day)
        represents = self._take("represents", _words)
        if start and end and end < start:
            self._fault("to_date", N_("Expected a day that is not before {start}"), start=start.isoformat())
        if name and words.is_vacant(name):
            name = None
            self._check_vacancy(role, represents, said=True)
        elif not any(map(self._filled, ("name", "first", "last"))):
            self._check_vacancy(role, represents, said=False)
        if any(map(_filled, self._line.cells[len(self._head.cells) :])):
            self._fault("", N_("Expected no more on the line than there are headings"))
        return MemberLine(
            number=self._line.number,
            name=name,
            party=party,
            role=role or SeatRole.MEMBER,
            represents=represents,
            from_date=start,
            to_date=end,
            email=self._take("email", _words),
            phone=self._take("phone", _words),
            title=self._take("title", _words),
            order=self._take("order", _count),
            alternate_for=self._take("alternate_for", _words),
            faults=tuple(self._faults),
        )

    def _who(self) -> tuple[str | None, str | None]:
        """Return the name and the party, which may stand behind the name: `Claes Thunblad (S)`."""
        parts = (self._take("first", _words), self._take("last", _words))
        name = self._take("name", _words) or " ".join(filter(None, parts)) or None
        party = self._take("party", _words)
        party = party and party.strip("()")
        both = _NAME_WITH_PARTY.fullmatch(name or "")
        if both and party in (None, both["party"]):
            return both["name"], both["party"]
        if both:
            self._fault("party", N_("Expected {party}, as behind the name"), party=both["party"])
        return name, party

    def _check_vacancy(self, role: SeatRole | None, represents: str | None, *, said: bool) -> None:
        """Note a fault where a seat without a name cannot be a vacant one."""
        if role is None and not said and not self._filled("role"):
            self._fault("name", N_("Expected a name, or a role for a vacant seat"))
        elif role in (SeatRole.SECRETARY, SeatRole.CO_OPTED) and not represents:
            self._fault("name", N_("Expected a name; this seat is not left vacant"))

    def _take(self, column: str, read: Callable[[Cell], T]) -> T | None:
        """Return what a column says, out of the first that is filled where several tell the same."""
        for place in self._filled(column)[:1]:
            try:
                cell = self._line.cells[place]
                if isinstance(cell, Misfit):
                    raise cell
                return read(cell)
            except Misfit as misfit:
                self._faults.append(Fault(self._head.cells[place], misfit.expected, misfit.facts))
            except RuleBroken as broken:
                self._faults.append(Fault(self._head.cells[place], broken.template, broken.facts))
        return None

    def _filled(self, column: str) -> list[int]:
        cells = self._line.cells
        places = self._head.places.get(column, ())
        return [place for place in places if place < len(cells) and _filled(cells[place])]

    def _fault(self, column: str, expected: str, **facts: object) -> None:
        self._faults.append(Fault(self._head.heading(column), expected, facts))


def _filled(cell: Cell) -> bool:
    return not isinstance(cell, str) or cell.strip() not in _NOTHING


def _words(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:.10g}"
    line = _line(str(cell))
    if len(line) > LONGEST_LINE:
        raise Misfit(
            N_("Expected at most {limit} characters, not {length}"), limit=LONGEST_LINE, length=len(line)
        )
    return line


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _count(cell: Cell) -> int:
    text = _words(cell)
    if not text.isdecimal() or not 0 < int(text) <= MOST_LINES:
        raise Misfit(N_("Expected a whole number from 1 to {limit}"), limit=MOST_LINES)
    return int(text)
