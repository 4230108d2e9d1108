"""The documents of what is followed up: one of each sort that a file has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import product
from typing import TypeAlias

from klubban.documents.commitment_register import Sort, belongs
from klubban.domain.scope import Scope
from klubban.operations.export import Prepared
from klubban.operations.export_plans import prepare_commitment, prepare_goals, prepare_list
from klubban.operations.export_situation import prepare_situation
from klubban.operations.hand_over import prepare_hand_over
from klubban.operations.inquiry_documents import (
    prepare_compilation,
    prepare_form,
    prepare_letter,
    prepare_statement,
)
from klubban.operations.matter_line import prepare_matter
from klubban.operations.overview import prepare_overview
from klubban.operations.owner_lists import owner_lists
from klubban.operations.walk_report import prepare_walk
from klubban.store import commitments, inquiries, matters, reads, situations, walks
from klubban.store.database import Database

Way: TypeAlias = Callable[[], Prepared | list[Prepared]]


def ways(database: Database, day: date) -> Iterator[Way]:
    """Walk what makes them: of each body the last report, of each kind of plan and inquiry the last one."""
    yield from _of_plans(database, day)
    yield from _of_inquiries(database, day)
    with database.read() as read:
        bodies = reads.bodies(read)
        reports = {one.body: one.id for one in situations.situations(read)}
        walked = walks.walks(read)[:1]
        handled = matters.handled(read)
    for id_ in reports.values():
        yield partial(prepare_situation, database, id_)
    for walk in walked:
        yield partial(prepare_walk, database, walk.id, day)
    if handled:
        yield partial(prepare_matter, database, max(handled, key=lambda id_: len(handled[id_])), day)
    yield partial(_lists, database, day)
    yield partial(prepare_overview, database, day, Scope())
    for each in bodies[:1]:
        yield partial(prepare_hand_over, database, day, each.id)


def _of_plans(database: Database, day: date) -> Iterator[Way]:
    """Walk the documents of plans and goals, public ones of some; no lists of what a body has none of."""
    with database.read() as read:
        plans = commitments.commitments(read)
        with_goals = {one.body for one in commitments.goals(read)}
    for one in {one.kind: one for one in plans}.values():
        yield partial(prepare_commitment, database, one.id, day)
    for body, sort in product(sorted({one.body for one in plans}), Sort):
        if any(one.body == body and belongs(sort, one) for one in plans):
            yield partial(prepare_list, database, body, sort, day, public=sort is Sort.PROMISES)
    for body in sorted(with_goals):
        yield partial(prepare_goals, database, body, day, public=True)


def _of_inquiries(database: Database, day: date) -> Iterator[Way]:
    with database.read() as read:
        asked = {one.kind: one.id for one in inquiries.inquiries(read) if one.sent_on}
        came = inquiries.received(read)
    for id_ in asked.values():
        yield partial(prepare_letter, database, id_, day)
        yield partial(prepare_form, database, id_, day)
        yield partial(prepare_compilation, database, id_, day)
    for each in came:
        yield partial(prepare_statement, database, each.id)


def _lists(database: Database, day: date) -> list[Prepared]:
    """Return the lists of whoever has most to do and least."""
    found = sorted(owner_lists(database, None, day), key=lambda each: len(each.mine))
    return [each.prepared for each in (*found[:1], *found[-1:])]
