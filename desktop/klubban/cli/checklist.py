"""`klubban checklist FILE --body KS --date D`: what a protocol still lacks before it is verified."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from klubban.cli.choices import body_named, day_of, meeting_on, time_of
from klubban.documents.checklist_words import place, sentence
from klubban.i18n import _, current, ngettext
from klubban.operations.checklist import points
from klubban.store import reads
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    parser.add_argument(
        "--body", required=True, metavar=_("BODY"), help=_("the body's short name, or its name")
    )
    parser.add_argument(
        "--date", required=True, metavar=_("DATE"), help=_("the day of the meeting: 2016-02-22")
    )
    parser.add_argument(
        "--time", metavar=_("TIME"), help=_("its start, when the body met twice that day: 18:30")
    )


def run(options: argparse.Namespace) -> int:
    """Print a line for each thing, with its place; 1 when there is anything."""
    day, start, today = day_of(options.date), time_of(options.time), datetime.now(UTC).astimezone().date()
    with closing(Database.open(options.file, read_only=True)) as database:
        with database.read() as read:
            body = body_named(reads.bodies(read), options.body)
            meeting_id = meeting_on(reads.meetings(read, body.id), body, day, start).id
        meeting, found = points(database, meeting_id, today)
    texts = current()
    for point in found:
        print(
            f"{place(point, meeting, texts)}: {sentence(point, meeting, texts)}".replace(
                "\N{NO-BREAK SPACE}", " "
            )
        )
    if not found:
        print(_("Nothing to remark on"))
        return 0
    told = ngettext("{count} thing to look at", "{count} things to look at", len(found))
    print(told.format(count=len(found)))
    return 1
