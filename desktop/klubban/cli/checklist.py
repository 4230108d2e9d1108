"""`klubban checklist FILE --body KS --date D`: what a protocol still lacks before it is verified."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from klubban.cli.choices import add_meeting, meeting_of, today
from klubban.documents.checklist_words import place, sentence
from klubban.i18n import _, current, ngettext
from klubban.operations.checklist import points
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    add_meeting(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line for each thing, with its place; 1 when there is anything."""
    with closing(Database.open(options.file, read_only=True)) as database:
        meeting, found = points(database, meeting_of(database, options), today())
    texts = current()
    for point in found:
        line = f"{place(point, meeting, texts)}: {sentence(point, meeting, texts)}"
        print(line.replace("\N{NO-BREAK SPACE}", " "))
    if not found:
        print(_("Nothing to remark on"))
        return 0
    told = ngettext("{count} thing to look at", "{count} things to look at", len(found))
    print(told.format(count=len(found)))
    return 1
