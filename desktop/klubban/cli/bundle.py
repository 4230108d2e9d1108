"""`klubban export FILE bundle …`: the summons with all its documents, in one file or in parts."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from klubban.cli import publishing
from klubban.cli.errors import Unusable
from klubban.i18n import N_, _
from klubban.operations import bundle
from klubban.operations.bundle import Made
from klubban.operations.export import Kind, prepare
from klubban.store.database import Database

BUNDLE = "bundle"
_MEGABYTE = 1_000_000
_ONLY = ("supplement", "max_mb", "confidential", "copies", "to")
"""The options that only a bundle has."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what a bundle can be told."""
    group = parser.add_argument_group(_("what goes out before a meeting"))
    group.add_argument(
        "--public",
        action="store_true",
        help=_(
            "without signatures and without what is confidential or masked; what should be looked at before"
            " it is published is told on standard error"
        ),
    )
    group.add_argument(
        "--supplement", action="store_true", help=_("a bundle of what is new since the summons was sent")
    )
    group.add_argument(
        "--max-mb", type=float, metavar="N", help=_("part a bundle, by item, so that no file is larger")
    )
    group.add_argument(
        "--confidential", action="store_true", help=_("a bundle of the confidential documents alone")
    )
    group.add_argument(
        "--copies", type=int, metavar="N", help=_("so many numbered copies of the confidential documents")
    )
    group.add_argument(
        "--to", action="append", metavar=_("NAME"), help=_("a copy for this person; may be given again")
    )


def check(options: argparse.Namespace) -> None:
    """Raise Unusable for options that do not go together."""
    if options.kind != BUNDLE and any(getattr(options, each) not in (None, False) for each in _ONLY):
        raise Unusable(N_("--supplement, --max-mb, --confidential, --copies and --to go with bundle only"))
    if options.public:
        publishing.check(options.kind)
    if options.public and options.confidential:
        raise Unusable(N_("--public and --confidential exclude each other"))
    if (options.copies is not None or options.to) and not options.confidential:
        raise Unusable(N_("--copies and --to go with --confidential only"))
    if options.copies is not None and (options.copies < 1 or options.to):
        raise Unusable(N_("--copies takes a number from 1 up, or use --to for each name"))
    if options.max_mb is not None and not 0 < options.max_mb < _MEGABYTE:
        raise Unusable(N_("--max-mb takes a number above 0"))


def run(database: Database, meeting_id: int, options: argparse.Namespace) -> None:
    """Write the bundle and print the path of each file; what is left out goes to standard error."""
    prepared = bundle.prepare(
        database,
        meeting_id,
        supplement=options.supplement,
        public=options.public,
        confidential=options.confidential,
        copies=options.to or options.copies or (),
        most_bytes=int(options.max_mb * _MEGABYTE) if options.max_mb else None,
    )
    made = bundle.make(prepared, options.out)
    for path in made.paths:
        print(path)
    _tell(made, options.max_mb)
    if options.public:
        kind = Kind.SUPPLEMENT if options.supplement else Kind.SUMMONS
        told = prepare(database, meeting_id, kind, public=True)
        publishing.tell(database, meeting_id, (each.document for each in told))


def _tell(made: Made, most: float | None) -> None:
    for each in made.left_out:
        line = _(bundle.NOT_ADDED).format(name=each.name, why=_(each.why))
        print("klubban:", " ".join(line.split()), file=sys.stderr)
    for path in made.too_large:
        line = _("{file} is larger than {size} MB, since one item alone is")
        print("klubban:", line.format(file=Path(path).name, size=f"{most:g}"), file=sys.stderr)
