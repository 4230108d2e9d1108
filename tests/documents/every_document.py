"""All documents that the program can make: of every meeting in a file, and of the tests' own meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TypeAlias

from documents.attendance import EKBY, year
from documents.meetings import body, invented_meeting, plain_meeting, real_meeting
from documents.rolls import large
from klubban.documents import attendance, extract, notice, protocol, roll_sheet, script, statistics, summons
from klubban.documents.tree import Document
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.operations.export import Kind, Prepared, prepare
from klubban.operations.export_body import prepare_terms
from klubban.operations.export_plan import prepare_plan
from klubban.operations.export_script import prepare_script
from klubban.operations.matter_lists import prepare_delegated, prepare_unanswered
from klubban.store import reads
from klubban.store.database import Database

DAY = date(2026, 11, 22)
"""Today, for documents that ask."""


Way: TypeAlias = Callable[[], Prepared | list[Prepared]]


def of_file(database: Database, meetings: Iterable[int] | None = None) -> Iterator[Prepared]:
    """Walk the documents of a file, of all its meetings or of some; what there is none of is passed over.

    Of extracts each meeting gives its last one; of two that say the same, the second is left out.
    """
    seen = set()
    for make in _ways(database, meetings):
        with suppress(RuleBroken):
            made = make()
            for each in made if isinstance(made, list) else [made]:
                if each.document not in seen:
                    seen.add(each.document)
                    yield each


def _ways(database: Database, chosen: Iterable[int] | None) -> Iterator[Way]:
    with database.read() as read:
        lines, bodies = reads.meetings(read), reads.bodies(read)
    wanted = {line.id for line in lines} if chosen is None else set(chosen)
    for line in lines:
        if line.id in wanted:
            yield from _of_meeting(database, line.id)
    for each in bodies:
        yield partial(prepare_terms, database, each.id, DAY)
        yield partial(prepare_delegated, database, each.id, DAY)
    yield partial(prepare_unanswered, database, DAY)
    for held in sorted({line.date.year for line in lines}):
        yield partial(prepare_plan, database, held)


def _of_meeting(database: Database, id_: int) -> Iterator[Way]:
    with database.read() as read:
        numbers = [item.number for item in reads.meeting(read, id_).items if item.number is not None]
    for kind in Kind:
        paragraph = numbers[-1] if numbers and kind is Kind.EXTRACT else None
        for public in (False, True):
            yield partial(prepare, database, id_, kind, paragraph=paragraph, public=public, today=DAY)
    yield partial(prepare_script, database, id_)


def of_tests() -> dict[str, Document]:
    """Return documents of the tests' meetings by name."""
    real, invented, evening = real_meeting(), invented_meeting(), large(101)
    assembly = plain_meeting(body=body(BodyKind.ASSEMBLY, "Kommunfullmäktige"))
    return {
        "real protocol": protocol.build(real),
        "real notice": notice.build(real),
        "invented protocol": protocol.build(invented),
        "invented extract": extract.build(invented, [73]),
        "invented summons": summons.build(invented),
        "invented script": script.build(invented),
        "invented attendance": attendance.build(invented),
        "evening protocol": protocol.build(evening),
        "evening roll": roll_sheet.build(evening),
        "notice to fill in": notice.build(assembly),
        "statistics": statistics.build(year(), EKBY),
    }
