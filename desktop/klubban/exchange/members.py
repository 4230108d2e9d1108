"""Who has a seat in a body, out of a list that an office keeps in a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from klubban.domain.body import SeatRole
from klubban.exchange import member_words as words
from klubban.exchange.grids import MOST_LINES, Cell
from klubban.exchange.list_words import day
from klubban.exchange.lists import Fault, LineReading, Sort, one_line, read_list
from klubban.exchange.refused import Misfit
from klubban.i18n import N_

_BEFORE_POSTCODE = re.compile(r",\s*(?=\d{3}\s?\d{2}\b)")
_NAME_WITH_PARTY = re.compile(r"(?P<name>.+?) \((?P<party>[^()]{1,20})\)")


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
    address: str | None = None
    """By post, line by line."""
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


_SORT = Sort(
    words.HEADINGS,
    ("name", "last"),
    N_("{name} has no line of headings such as Namn, Parti, Roll among its first {limit}"),
)


def read_members(data: bytes, name: str) -> MemberList:
    """Read a list of members out of a CSV file or an .xlsx workbook; `name` is the file's, for messages.

    Raises Refused for a file that is neither, and for one without headings that name a name.
    """
    head, lines = read_list(data, name, _SORT)
    return MemberList(
        tuple(_Reading(head, line).member(line.number) for line in lines),
        {"name": head.heading("last"), **head.by_column},
        head.unknown,
    )


class _Reading(LineReading):
    """One line of members being read."""

    def member(self, number: int) -> MemberLine:
        """Return what the line says."""
        name, party = self._who()
        role = self.take("role", lambda cell: words.role(one_line(cell)))
        start, end = self.take("from_date", day), self.take("to_date", day)
        represents = self.take("represents", one_line)
        if start and end and end < start:
            self.fault("to_date", N_("Expected a day that is not before {start}"), start=start.isoformat())
        if name and words.is_vacant(name):
            name = None
            self._check_vacancy(role, represents, said=True)
        elif not any(map(self.filled, ("name", "first", "last"))):
            self._check_vacancy(role, represents, said=False)
        self.check_end()
        return MemberLine(
            number=number,
            name=name,
            party=party,
            role=role or SeatRole.MEMBER,
            represents=represents,
            from_date=start,
            to_date=end,
            email=self.take("email", one_line),
            phone=self.take("phone", one_line),
            address=self._address(),
            title=self.take("title", one_line),
            order=self.take("order", _count),
            alternate_for=self.take("alternate_for", one_line),
            faults=tuple(self.faults),
        )

    def _who(self) -> tuple[str | None, str | None]:
        """Return the name and the party, which may stand behind the name: `Claes Thunblad (S)`."""
        parts = (self.take("first", one_line), self.take("last", one_line))
        name = self.take("name", one_line) or " ".join(filter(None, parts)) or None
        party = self.take("party", one_line)
        party = party and party.strip("()")
        both = _NAME_WITH_PARTY.fullmatch(name or "")
        if both and party in (None, both["party"]):
            return both["name"], both["party"]
        if both:
            self.fault("party", N_("Expected {party}, as behind the name"), party=both["party"])
        return name, party

    def _address(self) -> str | None:
        """Return the postal address, the postcode on a line of its own wherever it stands."""
        street = self.take("address", _postal) or ""
        place = " ".join(filter(None, (self.take("postcode", one_line), self.take("town", one_line))))
        return "\n".join(filter(None, (street, place))) or None

    def _check_vacancy(self, role: SeatRole | None, represents: str | None, *, said: bool) -> None:
        """Note a fault where a seat without a name cannot be a vacant one."""
        if role is None and not said and not self.filled("role"):
            self.fault("name", N_("Expected a name, or a role for a vacant seat"))
        elif role in (SeatRole.SECRETARY, SeatRole.CO_OPTED) and not represents:
            self.fault("name", N_("Expected a name; this seat is not left vacant"))


def _postal(cell: Cell) -> str:
    lines = _BEFORE_POSTCODE.sub("\n", str(cell)).splitlines()
    return "\n".join(filter(None, map(one_line, lines)))


def _count(cell: Cell) -> int:
    text = one_line(cell)
    if not text.isdecimal() or not 0 < int(text) <= MOST_LINES:
        raise Misfit(N_("Expected a whole number from 1 to {limit}"), limit=MOST_LINES)
    return int(text)
