"""Decisions by delegation, out of a list that an office keeps in a spreadsheet or its registry gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from klubban.exchange.grids import Cell
from klubban.exchange.list_words import day, known, plain
from klubban.exchange.lists import Fault, LineReading, Sort, one_line, read_list
from klubban.exchange.refused import Misfit
from klubban.i18n import N_

MOST_DECISIONS = 20_000
"""Lines of a list; the largest boards report some hundred decisions at a meeting."""

_MEANINGS = {
    "on": "datum, beslutsdatum, beslutsdag, beslutat, dag, date, date of decision, decided",
    "registry_number": "diarienummer, diarienr, dnr, ärendenummer, ärendenr, ärende nr, registry number",
    "title": "beslut, ärende, ärendemening, rubrik, beskrivning, delegationsbeslut, beslutet avser, avser,"
    " decision, title, matter",
    "by": "delegat, beslutsfattare, fattat av, beslutat av, handläggare, delegate, decided by",
    "basis": "delegationspunkt, punkt, delegationsordning, punkt i delegationsordningen, delegationsnummer,"
    " lagrum, stöd, basis, point",
    "urgent": "brådskande, brådskande beslut, brådskande ärende, ordförandebeslut, urgent",
}
_ANSWERS = known(
    {
        "yes": "ja, j, x, sant, true, yes, y, 1, brådskande, KL 6 kap. 39 §, 6 kap. 39 §, KL 6:39, 6:39",
        "no": "nej, n, falskt, falsk, false, no, 0",
    }
)

_SORT = Sort(
    known(_MEANINGS),
    ("title",),
    N_("{name} has no line of headings such as Datum, Diarienummer, Beslut, Delegat among its first {limit}"),
    MOST_DECISIONS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegatedLine:
    """What a line says; what it leaves out is None."""

    number: int
    """The line in the file, counted from 1."""
    title: str | None = None
    registry_number: str | None = None
    on: date | None = None
    by: str | None = None
    basis: str | None = None
    urgent: bool = False
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class DelegatedList:
    """The lines of a list; the headings, by the field they were taken for; and those not understood."""

    lines: tuple[DelegatedLine, ...]
    headings: Mapping[str, str]
    unknown: tuple[str, ...]


def read_delegated(data: bytes, name: str) -> DelegatedList:
    """Read a list of decisions out of a CSV file or an .xlsx workbook; `name` is the file's, for messages.

    Raises Refused for a file that is neither, and for one without headings that name the decision.
    """
    head, lines = read_list(data, name, _SORT)
    return DelegatedList(
        tuple(_Reading(head, line).decision(line.number) for line in lines), head.by_column, head.unknown
    )


class _Reading(LineReading):
    """One line of decisions being read."""

    def decision(self, number: int) -> DelegatedLine:
        """Return what the line says."""
        title = self.take("title", one_line)
        if title is None and not self.filled("title"):
            self.fault("title", N_("Expected what was decided"))
        self.check_end()
        return DelegatedLine(
            number=number,
            title=title,
            registry_number=self.take("registry_number", one_line),
            on=self.take("on", day),
            by=self.take("by", one_line),
            basis=self.take("basis", one_line),
            urgent=self.take("urgent", _yes_or_no) or False,
            faults=tuple(self.faults),
        )


def _yes_or_no(cell: Cell) -> bool:
    answer = _ANSWERS.get(plain(one_line(cell)))
    if answer is None:
        raise Misfit(N_("Expected yes or no"))
    return answer == "yes"
