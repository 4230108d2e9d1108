"""`klubban take-chairs-copy FILE COPY`: what the chair changed, beside what stands; `--accept` takes it.

Exit 0: all that the chair wants can be taken, or was. 1: something is in the way of some of it. 2: the copy
was refused.
"""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from klubban.cli.errors import Unusable
from klubban.documents.chairs_copy_words import told
from klubban.exchange.chairs_copy import LARGEST_BYTES
from klubban.i18n import N_, _, current, ngettext
from klubban.operations.chairs_copy import Review, again, review
from klubban.operations.chairs_verdicts import take_moves
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("the file that the copy was lent from"))
    parser.add_argument("copy", metavar=_("COPY"), type=Path, help=_("the copy as the chair sent it back"))
    parser.add_argument(
        "--accept",
        action="store_true",
        help=_(
            "take all that nothing is in the way of; exit code 1 tells that something was left. Without it"
            " the file is only read, and 1 tells that something is in the way."
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Print each change beside what stands now, or take what can be taken and name the rest."""
    data = _read(options.copy)
    with closing(Database.open(options.file, read_only=not options.accept)) as database:
        found = review(database, data)
        return _take(database, found) if options.accept else _show(found)


def _show(found: Review) -> int:
    for place, each in enumerate(found.moves, 1):
        print(_lines(found, place, each.move.id))
    if not found.pending:
        print(_("Nothing in the copy waits to be judged."))
    return 1 if found.conflicts else 0


def _lines(found: Review, place: int, id_: str) -> str:
    words = told(found.move(id_), current())
    wants = " ".join(filter(None, (f"{place}. [{words.status}] {words.wants}", words.remark)))
    stands = _("   Now: {stands}").format(stands=words.stands)
    because = f"   {words.because}" if words.because else ""
    return "\n".join(filter(None, (_flat(wants), stands, because)))


def _flat(words: str) -> str:
    return " ".join(words.split())


def _take(database: Database, found: Review) -> int:
    now = datetime.now(UTC).astimezone()
    taken = take_moves(database, found, on=now.date())
    count = len(taken.done)
    told_count = ngettext("{count} change was taken.", "{count} changes were taken.", count)
    print(told_count.format(count=count))
    after = again(database, found)
    for place, each in enumerate(after.moves, 1):
        if each.move.id in taken.conflicts:
            print(_lines(after, place, each.move.id))
        elif each.move.id in taken.refused:
            broken = taken.refused[each.move.id]
            print(_lines(after, place, each.move.id))
            print(f"   {_(broken.template).format(**broken.facts)}")
    return 1 if taken.conflicts or taken.refused else 0


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as handle:
            return handle.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise Unusable(N_("{file} cannot be read: {reason}"), file=path, reason=error.strerror) from error
