"""`klubban statistics FILE --body KS …`: how often those with seats attended, as CSV."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import date
from pathlib import Path

from klubban.cli.choices import body_named, day_of
from klubban.domain.statistics import Attended, attended
from klubban.exchange.sheets import write_csv
from klubban.i18n import _
from klubban.store import presence, reads
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    parser.add_argument(
        "--body", required=True, metavar=_("BODY"), help=_("the body's short name, or its name")
    )
    parser.add_argument(
        "--from", dest="first", metavar=_("DATE"), help=_("the first day; the earliest if none")
    )
    parser.add_argument("--to", dest="last", metavar=_("DATE"), help=_("the last day; the latest if none"))


def run(options: argparse.Namespace) -> int:
    """Write a row for each person to standard output."""
    first = day_of(options.first) if options.first else date.min
    last = day_of(options.last) if options.last else date.max
    with closing(Database.open(options.file, read_only=True)) as database, database.read() as read:
        body = body_named(reads.bodies(read), options.body)
        seats = [seat for seat in reads.seats(read) if seat.body == body.id]
        found = attended(seats, reads.people(read), presence.held(read, first, last, body.id))
    header = (_("Name"), _("Party"), _("Meetings held"), _("Present"), _("Per cent"))
    print(write_csv([header, *map(_row, found)]).replace("\r\n", "\n"), end="")
    return 0


def _row(one: Attended) -> tuple[object, ...]:
    share = None if one.share is None else round(100 * one.share)
    return one.person.name, one.person.party, one.held, one.present, share
