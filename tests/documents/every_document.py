"""All documents that the program can make: of every meeting in a file, and of the tests' own meetings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TypeAlias

from documents import followed_up
from documents.attendance import EKBY, year
from documents.meetings import body, invented_meeting, plain_meeting, real_meeting
from documents.plans import of_plans
from documents.reported import reported
from documents.rolls import large
from documents.test_corrections import corrected
from documents.test_verified_apart import confidential
from domain import afterwards
from klubban.documents import (
    attendance,
    extract,
    how_to_appeal,
    legal_force_certificate,
    notice,
    protocol,
    record,
    roll_sheet,
    script,
    situation,
    statistics,
    summons,
)
from klubban.documents.tree import Document
from klubban.domain.afterwards import AppealStepKind
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting
from klubban.domain.rules import BodyKind
from klubban.domain.stages import own_document
from klubban.operations.board import prepare_board
from klubban.operations.export import Kind, Prepared, prepare, prepare_signed
from klubban.operations.export_body import prepare_assignments, prepare_terms
from klubban.operations.export_plan import prepare_plan
from klubban.operations.export_register import prepare_register
from klubban.operations.export_script import prepare_script
from klubban.operations.matter_lists import prepare_delegated, prepare_unanswered
from klubban.operations.statistics import attendance as counted_of
from klubban.operations.statistics import prepare_letter, prepare_statistics
from klubban.store import reads
from klubban.store.database import Database

DAY = date(2026, 11, 22)
"""Today, for documents that ask."""


Way: TypeAlias = Callable[[], Prepared | list[Prepared]]


def of_file(
    database: Database,
    meetings: Collection[int] | None = None,
    *,
    part: tuple[int, int] = (0, 1),
    every_extract: bool = False,
) -> Iterator[Prepared]:
    """Walk the documents of a file, of all its meetings or of some; what there is none of is passed over.

    Of a body's meetings in the same stage one with most items stands for all, and one for those of its sort
    that have nothing but their day yet; of extracts each meeting gives its last one, if not every one is
    asked for; of two documents that say the same, the second is left out. A part, of so many and counted
    from 0, has its share of the meetings.
    """
    seen = set()
    for make in _ways(database, meetings, part, every_extract=every_extract):
        with suppress(RuleBroken):
            made = make()
            for each in made if isinstance(made, list) else [made]:
                if each.document not in seen:
                    seen.add(each.document)
                    yield each


def _ways(
    database: Database, chosen: Collection[int] | None, part: tuple[int, int], *, every_extract: bool
) -> Iterator[Way]:
    with database.read() as read:
        lines = reads.meetings(read)
        meetings = [reads.meeting(read, line.id) for line in lines if chosen is None or line.id in chosen]
    number, of = part
    for meeting in _distinct(meetings)[number::of]:
        yield from _of_meeting(database, meeting, every_extract=every_extract)
    if number == of - 1:
        yield from followed_up.ways(database, DAY)
    if number == 0:
        yield from _of_bodies(database, {meeting.body.id for meeting in meetings})
        for held in sorted({line.date.year for line in lines}):
            yield partial(prepare_plan, database, held)


def _of_bodies(database: Database, some: Collection[int]) -> Iterator[Way]:
    with database.read() as read:
        bodies = [each for each in reads.bodies(read) if each.id in some]
    for body_of in bodies:
        yield partial(prepare_terms, database, body_of.id, DAY)
        yield partial(prepare_delegated, database, body_of.id, DAY)
        yield partial(prepare_assignments, database, body_of.id, DAY)
        yield partial(prepare_assignments, database, body_of.id, DAY, public=True)
        counted = counted_of(database, body_of.id, date(DAY.year, 1, 1), DAY)
        yield partial(prepare_statistics, database, counted)
        for each in counted.missing[:1]:
            yield partial(prepare_letter, database, body_of, each, DAY)
        yield partial(prepare_register, database, body_of.id, DAY.year)
    yield partial(prepare_unanswered, database, DAY)
    yield partial(prepare_board, database, DAY)


def _distinct(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return the meetings but for those that another stands for."""
    found: dict[object, Meeting] = {}
    for meeting in meetings:
        alike = (meeting.stage, meeting.body.id if meeting.items else meeting.body.kind)
        if alike not in found or len(meeting.items) >= len(found[alike].items):
            found[alike] = meeting
    return sorted(found.values(), key=lambda meeting: (meeting.date, meeting.id))


def _of_meeting(database: Database, meeting: Meeting, *, every_extract: bool) -> Iterator[Way]:
    numbers = [item.number for item in meeting.items if item.number is not None]
    for kind in Kind:
        last = numbers[-1] if numbers and kind is Kind.EXTRACT and not every_extract else None
        for public in (False, True):
            yield partial(prepare, database, meeting.id, kind, paragraph=last, public=public, today=DAY)
    yield partial(prepare_script, database, meeting.id)
    for each in meeting.verifications:
        if own_document(meeting, each):
            yield partial(prepare_signed, database, meeting.id, each.id)


def of_tests() -> dict[str, Document]:
    """Return documents of the tests' meetings by name."""
    real, invented, evening = real_meeting(), invented_meeting(), large(101)
    assembly = plain_meeting(body=body(BodyKind.ASSEMBLY, "Kommunfullmäktige"))
    early = afterwards.meeting(notices=(afterwards.notice(removed=afterwards.POSTED, flawed="fel dag"),))
    told = [afterwards.step(AppealStepKind.NONE_FILED, court=court) for court in ("A", "B")]
    settled = [afterwards.item(number, appeal_steps=(step,)) for number, step in enumerate(told, 5)]
    ways = afterwards.meeting(afterwards.item(5), afterwards.item(6, exercise_of_authority=True))
    return {
        "real protocol": protocol.build(real),
        "real notice": notice.build(real),
        "invented protocol": protocol.build(invented),
        "invented extract": extract.build(invented, [73]),
        "invented protocol with corrections": protocol.build(corrected()),
        "invented correction": record.build(corrected(signed=False), None, 9),
        "confidential paragraph": record.build(confidential(), None, 3),
        "protocol beside it": record.build(confidential(), None, 1),
        "faulty notice": notice.build(early),
        "several with legal force": legal_force_certificate.build(
            afterwards.meeting(*settled), afterwards.AFTER
        ),
        "how to appeal both ways": how_to_appeal.build(ways),
        "invented summons": summons.build(invented),
        "invented script": script.build(invented),
        "invented attendance": attendance.build(invented),
        "evening protocol": protocol.build(evening),
        "evening roll": roll_sheet.build(evening),
        "notice to fill in": notice.build(assembly),
        "statistics": statistics.build(year(), EKBY),
        "situation report": situation.build(reported()),
        **of_plans(),
    }
