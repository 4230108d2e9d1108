"""`klubban export FILE situation --body OP [--date D]`: a body's situation report."""

from __future__ import annotations

import argparse
from contextlib import closing

from klubban.cli import publishing
from klubban.cli.choices import body_named, day_of
from klubban.cli.errors import Unusable
from klubban.cli.writing import write_all
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_
from klubban.operations.export_situation import prepare_situation, report_of
from klubban.store import reads
from klubban.store.database import Database

KINDS = ("situation",)


def run(options: argparse.Namespace) -> None:
    """Write the report of a day, or the latest, and print its path."""
    if any(each is not None for each in (options.time, options.paragraph, options.year)):
        raise Unusable(N_("--time, --paragraph and --year do not go with a situation report"))
    if options.body is None:
        raise Unusable(N_("--body is needed to find the situation report"))
    day = None if options.date is None else day_of(options.date)
    with closing(Database.open(options.file, read_only=True)) as database:
        with database.read() as read:
            body = body_named(reads.bodies(read), options.body)
        try:
            report = report_of(database, body.id, day)
        except RuleBroken as broken:  # an argument, here, and no rule
            raise Unusable(broken.template, **broken.facts) from broken
        made = prepare_situation(database, report, public=options.public)
        print(*write_all([made], options))
        if options.public:
            publishing.tell_of_lists(database, body.id, [made.document])
