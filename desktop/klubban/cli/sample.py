"""`klubban sample FILE`: a municipality with invented people, to try things on."""

from __future__ import annotations

import argparse
from pathlib import Path

from klubban.cli.import_document import made
from klubban.i18n import _
from klubban.operations.sample import fill_with_sample


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "file", metavar=_("FILE"), type=Path, help=_("the file to make; there must be none yet")
    )


def run(options: argparse.Namespace) -> int:
    """Make the file."""
    made(options.file, fill_with_sample)
    print(_("The sample municipality is in {file}").format(file=options.file))
    return 0
