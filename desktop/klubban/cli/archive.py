"""`klubban archive FILE --body KS --year 2016 --out DIR`: what goes to the archive."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path

from klubban.cli.choices import add_folder, add_meeting, body_named, check_year, meeting_of, today
from klubban.cli.errors import Unusable
from klubban.documents import archive_words as say
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, current
from klubban.operations import archive
from klubban.operations.archive import Package
from klubban.store import reads
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file"))
    add_meeting(parser, required=False)
    parser.add_argument(
        "--year", type=int, metavar=_("YEAR"), help=_("all that the body met in a year, instead of --date")
    )
    parser.add_argument(
        "--because",
        default="",
        metavar=_("WORDS"),
        help=_("why it is archived although not everything has gained legal force"),
    )
    add_folder(parser)


def run(options: argparse.Namespace) -> int:
    """Write the package, note that it was made, and print its path; what is lacking is told."""
    if options.body is None:
        raise Unusable(N_("--body is needed to find the meeting"))
    if (options.year is None) == (options.date is None):
        raise Unusable(N_("Either --year or --date is needed: what the body met in a year, or one meeting"))
    if options.year is not None:
        check_year(options.year)
    with closing(Database.open(options.file)) as database:
        database.check_writable()
        package = _package(database, options)
        try:
            archive.check_target(package, options.out)
        except RuleBroken as broken:
            raise Unusable(broken.template, **broken.facts) from broken  # an argument, here, and no rule
        made = archive.write_package(package, options.out, today(), because=options.because)
        ids = [meeting.id for meeting in package.meetings]
        archive.note_archived(database, ids, made, today(), options.because)
    _tell(package)
    print(made.path)
    return 0


def _package(database: Database, options: argparse.Namespace) -> Package:
    if options.date is not None:
        return archive.package_of_meeting(database, meeting_of(database, options), today())
    with database.read() as read:
        body = body_named(reads.bodies(read), options.body)
    return archive.package_of_year(database, body.id, options.year, today())


def _tell(package: Package) -> None:
    for each in say.lacks(package.lacking, current()):
        print("klubban:", each, file=sys.stderr)
    if package.to_come:
        print("klubban:", say.to_come(package.to_come, current()), file=sys.stderr)
