"""`klubban stage FILE --body KS --date D`: where a meeting stands, and each of its deadlines."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from klubban.cli.choices import add_meeting, meeting_of, today
from klubban.documents.control_words import explained
from klubban.documents.stage_words import lines
from klubban.i18n import _, current
from klubban.store import reads
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    add_meeting(parser)
    parser.epilog = ": ".join((_("Control number"), explained(current())))


def run(options: argparse.Namespace) -> int:
    """Print where the meeting and each set of its paragraphs stand, with their days."""
    with closing(Database.open(options.file, read_only=True)) as database:
        meeting_id = meeting_of(database, options)
        with database.read() as read:
            meeting = reads.meeting(read, meeting_id)
    for line in lines(meeting, today(), current()):
        print(line.replace("\N{NO-BREAK SPACE}", " "))
    return 0
