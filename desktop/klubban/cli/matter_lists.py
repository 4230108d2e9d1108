"""`klubban export FILE unanswered|delegated`: what nobody has answered, what was decided by delegation."""

from __future__ import annotations

import argparse
from contextlib import closing

from klubban.cli.choices import body_named, day_of, today
from klubban.cli.errors import Unusable
from klubban.cli.writing import write_all
from klubban.i18n import N_
from klubban.operations.matter_lists import prepare_delegated, prepare_unanswered
from klubban.store import reads
from klubban.store.database import Database

UNANSWERED, DELEGATED = "unanswered", "delegated"
LISTS = (UNANSWERED, DELEGATED)


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
        if options.kind == UNANSWERED:
            prepared = prepare_unanswered(database, day)
        else:
            with database.read() as read:
                body = body_named(reads.bodies(read), options.body)
            prepared = prepare_delegated(database, body.id, day)
        print(*write_all([prepared], options))
