"""`klubban remuneration FILE …`: meetings and hours begun by person, as CSV or as a workbook."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from klubban.cli.choices import add_period, body_named, period_of
from klubban.cli.errors import Unusable
from klubban.exchange.sheets import write_csv
from klubban.i18n import N_, _, current
from klubban.operations.remuneration import (
    CSV,
    EXCEL,
    PreparedSheets,
    remuneration,
    sheets,
    write_sheets,
)
from klubban.store import reads
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    parser.add_argument(
        "--body", metavar=_("BODY"), help=_("the body's short name, or its name; all bodies if none")
    )
    add_period(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar=_("FILE"),
        help=_("a file to write, .xlsx or .csv; otherwise CSV goes to standard output"),
    )


def run(options: argparse.Namespace) -> int:
    """Write a row for each person, body and role; a workbook has each of their meetings as well."""
    first, last = period_of(options)
    if options.out is not None and options.out.suffix.lower() not in (CSV, EXCEL):
        raise Unusable(N_("{file} should end with .xlsx or .csv"), file=options.out.name)
    with closing(Database.open(options.file, read_only=True)) as database:
        body_id = None
        if options.body is not None:
            with database.read() as read:
                body_id = body_named(reads.bodies(read), options.body).id
        made = sheets(remuneration(database, first, last, body_id), current())
    if options.out is None:
        print(write_csv(made[0].rows).replace("\r\n", "\n"), end="")
    else:
        print(write_sheets(PreparedSheets(options.out.name, made), options.out.parent))
    return 0
