"""Delegated decisions out of a CSV file or a workbook: first what would be done, then all in one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from klubban.domain.agenda import Delegated
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Matter
from klubban.domain.submissions import never_delegated
from klubban.exchange.delegated import DelegatedLine, DelegatedList, read_delegated
from klubban.exchange.lists import Fault
from klubban.i18n import N_
from klubban.operations.delegated import PLACE, delegated_columns, identity, insert_delegated
from klubban.store import agendas, reads
from klubban.store.database import Database


class Does(StrEnum):
    """What a line would do."""

    NEW = "new"
    NOTHING = "nothing"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class PlannedDecision:
    """A line of the list, what it would do, and the citizens' proposal that it may not be about."""

    line: DelegatedLine
    does: Does
    faults: tuple[Fault, ...] = ()
    never: Matter | None = None
    """A matter that may not be delegated (KL 6 kap. 38 §)."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do to a body's list; the headings not understood are told of, not refused."""

    body: int
    found: DelegatedList
    lines: tuple[PlannedDecision, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the headings that were not understood; what stands under them is left out."""
        return self.found.unknown

    @property
    def faulty(self) -> tuple[PlannedDecision, ...]:
        """Return the lines with something wrong on them."""
        return tuple(line for line in self.lines if line.faults)

    def count(self, *does: Does) -> int:
        """Return how many lines do any of these."""
        return sum(line.does in does for line in self.lines)


@dataclass(frozen=True, slots=True)
class Imported:
    """How much was done, and how many of the new ones are urgent."""

    new: int
    urgent: int
    unchanged: int
    skipped: int


def preview_delegated(database: Database, body_id: int, data: bytes, name: str) -> Preview:
    """Tell what a file would do to a body's list; `name` is the file's, for messages.

    Raises Refused for a file that is no list of decisions.
    """
    return plan_delegated(database, body_id, read_delegated(data, name))


def plan_delegated(database: Database, body_id: int, found: DelegatedList) -> Preview:
    """Tell what a list that was read would do to a body's list."""
    with database.read() as read:
        there, matters = agendas.delegated(read, body_id), reads.matters(read)
    return Preview(body_id, found, tuple(_planned(found, there, matters)))


def _planned(
    found: DelegatedList, there: Iterable[Delegated], matters: tuple[Matter, ...]
) -> Iterable[PlannedDecision]:
    known = {identity(each.title, each.registry_number, each.on, each.by) for each in there}
    seen: dict[tuple[object, ...], int] = {}
    citizens = tuple(each for each in matters if never_delegated(_decision(each.registry_number), [each]))
    for line in found.lines:
        key = identity(line.title or "", line.registry_number, line.on, line.by)
        if line.faults:
            yield PlannedDecision(line, Does.FAULTY, line.faults)
        elif key in seen:
            fault = Fault(
                found.headings.get("title", ""),
                N_("The same stands on line {line} already"),
                {"line": seen[key]},
            )
            yield PlannedDecision(line, Does.FAULTY, (fault,))
        elif key in known:
            yield PlannedDecision(line, Does.NOTHING)
        else:
            never = never_delegated(_decision(line.registry_number), citizens)
            yield PlannedDecision(line, Does.NEW, never=never)
        seen.setdefault(key, line.number)


def _decision(number: str | None) -> Delegated:
    return Delegated(id=0, body=0, title="", registry_number=number)


def import_delegated(
    database: Database, body_id: int, preview: Preview, *, today: date, skip_faulty: bool = False
) -> Imported:
    """Do what a preview told of, in one step; with `skip_faulty` without the lines that do not fit.

    Urgent decisions are put on the body's next agenda from today on. Raises RuleBroken when there are faulty
    lines otherwise, and when the list is no longer as it was.
    """
    if plan_delegated(database, body_id, preview.found) != preview:
        raise RuleBroken("The list has changed since; look at it again")
    if preview.faulty and not skip_faulty:
        raise RuleBroken("Lines that do not fit: {count}; nothing was imported", count=len(preview.faulty))
    new = [
        delegated_columns(
            title=each.line.title or "",
            registry_number=each.line.registry_number,
            on=each.line.on,
            by=each.line.by,
            basis=each.line.basis,
            urgent=each.line.urgent,
        )
        for each in preview.lines
        if each.does is Does.NEW
    ]
    label = N_("Read in {count} delegated decisions")
    with database.change(label, place=PLACE, count=len(new)) as change:
        insert_delegated(change, body_id, new, today)
    return Imported(
        new=len(new),
        urgent=sum(columns["urgent"] for columns in new),
        unchanged=preview.count(Does.NOTHING),
        skipped=len(preview.faulty),
    )
