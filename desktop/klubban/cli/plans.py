"""`klubban export FILE agreement|activities|promises|steering|recommendations|goals --body BRA`."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import date

from klubban.cli import publishing
from klubban.cli.choices import body_named, day_of, today
from klubban.cli.errors import Unusable
from klubban.cli.writing import write_all
from klubban.documents.commitment_register import Sort
from klubban.i18n import N_
from klubban.operations.export import Prepared
from klubban.operations.export_plans import prepare_agreements, prepare_goals, prepare_list
from klubban.store import reads
from klubban.store.database import Database

_AGREEMENT, _GOALS = "agreement", "goals"
KINDS = (_AGREEMENT, *map(str, Sort), _GOALS)


def run(options: argparse.Namespace) -> None:
    """Write a body's plans as they stand today, or on the day that is given, and print their paths."""
    if any(each is not None for each in (options.time, options.paragraph, options.year)):
        raise Unusable(N_("--time, --paragraph and --year do not go with plans and promises"))
    if options.body is None:
        raise Unusable(N_("--body is needed: a body watches its own plans and promises"))
    day = day_of(options.date) if options.date is not None else today()
    with closing(Database.open(options.file, read_only=True)) as database:
        with database.read() as read:
            body = body_named(reads.bodies(read), options.body)
        made = _prepared(database, body.id, options, day)
        print(*write_all(made, options), sep="\n")
        if options.public:
            publishing.tell_of_lists(database, body.id, [each.document for each in made])


def _prepared(database: Database, body_id: int, options: argparse.Namespace, day: date) -> list[Prepared]:
    if options.kind == _AGREEMENT:
        return prepare_agreements(database, body_id, day, public=options.public)
    if options.kind == _GOALS:
        return [prepare_goals(database, body_id, day, public=options.public)]
    return [prepare_list(database, body_id, Sort(options.kind), day, public=options.public)]
