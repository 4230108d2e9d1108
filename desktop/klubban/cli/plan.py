"""`klubban export FILE plan|register [--body KS] --year 2027`: what is planned or was decided."""

from __future__ import annotations

import argparse
from contextlib import closing

from klubban.cli.choices import body_named, check_year
from klubban.cli.errors import Unusable
from klubban.cli.writing import write_all
from klubban.i18n import N_, _
from klubban.operations.export_plan import prepare_plan
from klubban.operations.export_register import prepare_register
from klubban.store import reads
from klubban.store.database import Database

PLAN, REGISTER = "plan", "register"
OF_A_YEAR = (PLAN, REGISTER)


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what is only of a year."""
    parser.add_argument(
        "--year",
        type=int,
        metavar=_("YEAR"),
        help=_("the year of a plan or register; a plan without a body is of all"),
    )


def check(options: argparse.Namespace) -> None:
    """Raise Unusable for what does not go together."""
    if options.kind not in OF_A_YEAR:
        if options.year is not None:
            raise Unusable(N_("--year goes with plan and register only"))
        if options.body is None:
            raise Unusable(N_("--body is needed to find the meeting"))
    elif options.year is None:
        raise Unusable(N_("--year is needed for a plan or a register"))
    elif options.kind == REGISTER and options.body is None:
        raise Unusable(N_("--body is needed: a register is of one body's decisions"))
    elif any(each is not None for each in (options.date, options.time, options.paragraph)):
        raise Unusable(N_("--date, --time and --paragraph go with documents of a meeting only"))
    if options.year is not None:
        check_year(options.year)


def run(options: argparse.Namespace) -> None:
    """Write the plan or the register, and print its path."""
    with closing(Database.open(options.file, read_only=True)) as database:
        with database.read() as read:
            body = body_named(reads.bodies(read), options.body) if options.body is not None else None
        if body is not None and options.kind == REGISTER:
            found = prepare_register(database, body.id, options.year)
        else:
            found = prepare_plan(database, options.year, body.id if body else None)
        print(*write_all([found], options))
