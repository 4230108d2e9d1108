"""`klubban check FILE`: whether a file is whole, and every row as the journal says."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from klubban.cli.errors import Unusable
from klubban.documents.control_words import explained
from klubban.domain.errors import RuleBroken
from klubban.i18n import _, current, ngettext
from klubban.store.checks import check
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    parser.add_argument(
        "--control",
        action="append",
        default=[],
        metavar=_("NUMBER"),
        help=_("a control number from a signed protocol, to compare the journal with"),
    )
    parser.epilog = ": ".join((_("Control number"), explained(current())))


def run(options: argparse.Namespace) -> int:
    """Print what is not as it should be; 1 when there is anything."""
    opened = Database.open(options.file, read_only=True, examined=False)
    with closing(opened) as database, database.read() as read:
        try:
            findings = list(check(read, options.control))
        except RuleBroken as broken:
            raise Unusable(broken.template, **broken.facts) from broken
    for finding in findings:
        print(_(finding.template).format(**finding.facts))
    if not findings:
        print(_("{file} is whole: every row is as the journal says").format(file=options.file))
        if options.control:
            print(_("It is the journal that the signed protocols bear witness to"))
        return 0
    count = len(findings)
    print(ngettext("{count} thing is wrong", "{count} things are wrong", count).format(count=count))
    return 1
