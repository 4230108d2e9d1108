"""`klubban chairs-copy FILE --body KS --date D --out COPY`: an agenda as a file for the chair to change."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from klubban.cli.choices import add_meeting, meeting_of
from klubban.cli.errors import Unusable
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.operations.chairs_copy import lend_copy
from klubban.operations.files import check_target
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file"))
    add_meeting(parser)
    parser.add_argument(
        "--out", required=True, type=Path, metavar=_("COPY"), help=_("where to write the copy")
    )


def run(options: argparse.Namespace) -> int:
    """Write the copy, remember what was lent, and print the path."""
    now = datetime.now(UTC).astimezone()
    if options.out.is_dir():
        raise Unusable(N_("{file} is a folder; expected the name of a file"), file=options.out)
    with closing(Database.open(options.file)) as database:
        _check_target(options.out, database.path)
        lend_copy(database, meeting_of(database, options), options.out, on=now.date(), at=now.time())
    print(options.out)
    return 0


def _check_target(out: Path, open_file: Path) -> None:
    try:
        check_target(out, open_file)
    except RuleBroken as broken:
        raise Unusable(broken.template, **broken.facts) from broken  # an argument, here, and no rule
