"""`klubban dump FILE`: what a file holds, as a document of the open format."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path

from klubban.i18n import _
from klubban.operations.open_format import dump_file
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))


def run(options: argparse.Namespace) -> int:
    """Write the document to standard output."""
    with closing(Database.open(options.file, read_only=True)) as database:
        data = dump_file(database)
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return 0
