"""`klubban checklist FILE --body KS --date D`: what a protocol still lacks before it is verified."""

from __future__ import annotations

import argparse
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from klubban.cli.choices import add_meeting, meeting_of, today
from klubban.documents import last_look, record
from klubban.documents.checklist_words import place, sentence
from klubban.i18n import _, current, ngettext
from klubban.operations.checklist import points
from klubban.operations.last_look import last_look_of
from klubban.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.last_look import Seen
    from klubban.i18n import Texts


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    add_meeting(parser)
    parser.add_argument(
        "--last-look",
        action="store_true",
        help=_("also print names, dates, sums and numbers beside what the record says"),
    )


def run(options: argparse.Namespace) -> int:
    """Print a line for each thing, with its place; 1 when there is anything."""
    with closing(Database.open(options.file, read_only=True)) as database:
        meeting, found = points(database, meeting_of(database, options), today())
        looked: tuple[Seen, ...] = ()
        if options.last_look:
            looked = last_look_of(database, meeting, record.build(meeting, today()))
    texts = current()
    _print_last_look(looked, texts)
    for point in found:
        line = f"{place(point, meeting, texts)}: {sentence(point, meeting, texts)}"
        print(line.replace("\N{NO-BREAK SPACE}", " "))
    if not found:
        print(_("Nothing to remark on"))
        return 0
    told = ngettext("{count} thing to look at", "{count} things to look at", len(found))
    print(told.format(count=len(found)))
    return 1


def _print_last_look(found: Sequence[Seen], texts: Texts) -> None:
    for sort, seen in groupby(found, key=lambda each: each.sort):
        print(last_look.heading(sort, texts))
        for each in seen:
            print(f"  {last_look.line(each, texts)}".replace("\N{NO-BREAK SPACE}", " "))
