"""`klubban import FILE DATA.json`: a document of the open format into a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from klubban.cli.errors import Unusable
from klubban.i18n import N_, _, ngettext
from klubban.operations.open_format import Imported, import_document
from klubban.store.database import Database

Filled = TypeVar("Filled")


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "file", metavar=_("FILE"), type=Path, help=_("a Klubban file; made when it is not there")
    )
    parser.add_argument(
        "data",
        metavar="DATA.json",
        help=_("a document of the open format klubban-open-1; - reads standard input"),
    )


def run(options: argparse.Namespace) -> int:
    """Import the document, all of it or nothing."""
    data = _read(options.data)
    imported = _import_into(options.file, data) if options.file.exists() else make(options.file, data)
    print(_said(imported).format(count=len(imported.meetings), file=options.file))
    return 0


def make(file: Path, data: bytes) -> Imported:
    """Make a file out of a document; there is none when the document is refused."""
    return made(file, lambda database: import_document(database, data))


def made(file: Path, fill: Callable[[Database], Filled]) -> Filled:
    """Make a file and fill it; there is none when that fails."""
    with closing(Database.create(file)) as database:
        try:
            return fill(database)
        except BaseException:
            database.path.unlink()  # before it is let go: a moment later it may hold somebody else's work
            raise


def _import_into(file: Path, data: bytes) -> Imported:
    with closing(Database.open(file)) as database:
        return import_document(database, data)


def _said(imported: Imported) -> str:
    if not imported.changed:
        return _("{file} already holds all of it; nothing was changed")
    count = len(imported.meetings)
    return ngettext(
        "{count} meeting was imported into {file}", "{count} meetings were imported into {file}", count
    )


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Unusable(N_("{file} cannot be read: {reason}"), file=name, reason=error.strerror) from error
