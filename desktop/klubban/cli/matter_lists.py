"""`klubban export FILE unanswered|delegated|deadlines|overview`: lists of matters, and the overview."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import date

from klubban.cli.choices import body_named, day_of, today
from klubban.cli.errors import Unusable
from klubban.cli.writing import write_all
from klubban.domain.scope import Scope
from klubban.i18n import N_
from klubban.operations.board import prepare_board
from klubban.operations.export import Prepared
from klubban.operations.matter_lists import prepare_delegated, prepare_unanswered
from klubban.operations.overview import prepare_overview
from klubban.store import reads
from klubban.store.database import Database

UNANSWERED, DELEGATED, DEADLINES, OVERVIEW = "unanswered", "delegated", "deadlines", "overview"
KINDS = (UNANSWERED, DELEGATED, DEADLINES, OVERVIEW)


def run(options: argparse.Namespace) -> None:
    """Write the list as it stands today, or on the day that is given, and print its path."""
    if any(each is not None for each in (options.time, options.paragraph, options.year)):
        raise Unusable(N_("--time, --paragraph and --year do not go with a list of matters"))
    if options.kind == UNANSWERED and options.body is not None:
        raise Unusable(N_("--body does not go with unanswered; it lists what waits in all bodies"))
    if options.kind == DELEGATED and options.body is None:
        raise Unusable(N_("--body is needed: decisions are delegated by one body"))
    day = day_of(options.date) if options.date is not None else today()
    with closing(Database.open(options.file, read_only=True)) as database:
        print(*write_all([_prepared(database, options, day)], options))


def _prepared(database: Database, options: argparse.Namespace, day: date) -> Prepared:
    if options.kind == UNANSWERED:
        return prepare_unanswered(database, day)
    body = None
    if options.body is not None:
        with database.read() as read:
            body = body_named(reads.bodies(read), options.body).id
    if options.kind == DELEGATED and body is not None:
        return prepare_delegated(database, body, day)
    if options.kind == OVERVIEW:
        return prepare_overview(database, day, Scope(body))
    return prepare_board(database, day, body)
