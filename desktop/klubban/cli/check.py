"""`klubban check FILE`: whether a file is whole, and every row as the journal says."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from klubban.i18n import _, ngettext
from klubban.store.checks import check
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))


def run(options: argparse.Namespace) -> int:
    """Print what is not as it should be; 1 when there is anything."""
    opened = Database.open(options.file, read_only=True, examined=False)
    with closing(opened) as database, database.read() as read:
        findings = list(check(read))
    for finding in findings:
        print(_(finding.template).format(**finding.facts))
    if not findings:
        print(_("{file} is whole: every row is as the journal says").format(file=options.file))
        return 0
    count = len(findings)
    print(ngettext("{count} thing is wrong", "{count} things are wrong", count).format(count=count))
    return 1
