"""`klubban packet FILE --matter "KS 2026/12" --out PACKET`: matters, items or members for another office."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from klubban.cli.between import matter_named
from klubban.cli.choices import body_named, day_of, meeting_on, today
from klubban.cli.errors import Unusable
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.operations.files import check_target
from klubban.operations.packets import make_packet, write_packet_to
from klubban.store import reads
from klubban.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.meeting import Matter
    from klubban.store.reading import Read

_PARTS = 3


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file; it is only read"))
    parser.add_argument(
        "--matter",
        action="append",
        default=[],
        metavar="DNR",
        help=_("a matter with all its items, by registry number or key; may be given several times"),
    )
    parser.add_argument(
        "--item",
        action="append",
        default=[],
        metavar="KS:2016-02-22:19",
        help=_(
            "one item, by body, day and paragraph, or #4 for the fourth of the agenda; one that is"
            " confidential, or not handled yet, goes only when it is named so"
        ),
    )
    parser.add_argument(
        "--members",
        action="append",
        default=[],
        metavar=_("BODY"),
        help=_("the members of a body, with how to reach them"),
    )
    parser.add_argument("--to", default="", metavar=_("NAME"), help=_("for whom it is"))
    parser.add_argument("--by", default="", metavar=_("NAME"), help=_("who made it"))
    parser.add_argument(
        "--out", required=True, type=Path, metavar=_("PACKET"), help=_("where to write the packet")
    )


def run(options: argparse.Namespace) -> int:
    """Write the packet, and print its path; what was left out is told on standard error."""
    if options.out.is_dir():
        raise Unusable(N_("{file} is a folder; expected the name of a file"), file=options.out)
    with closing(Database.open(options.file, read_only=True)) as database:
        try:
            check_target(options.out, database.path)
        except RuleBroken as broken:
            raise Unusable(broken.template, **broken.facts) from broken  # an argument, here, and no rule
        with database.read() as read:
            bodies, known = reads.bodies(read), reads.matters(read)
            matters = [matter_named(known, each, _key(known, each)).id for each in options.matter]
            items = [_item(read, each) for each in options.item]
            members = [body_named(bodies, each).id for each in options.members]
        made = make_packet(
            database,
            to=options.to,
            by=options.by,
            today=today(),
            matters=matters,
            items=items,
            members_of=members,
        )
    write_packet_to(made, options.out)
    for line in made.left_out:
        told = _("klubban: left out: {what}").format(what=line)
        print(told.replace("\N{NO-BREAK SPACE}", " "), file=sys.stderr)
    print(options.out)
    return 0


def _key(known: Sequence[Matter], words: str) -> str | None:
    """Return the words where they are a matter's key."""
    return words if any(each.key == words for each in known) else None


def _item(read: Read, words: str) -> int:
    """Return an item by body, day and paragraph; raises Unusable."""
    parts = words.rsplit(":", 2)
    if len(parts) != _PARTS or not parts[2].lstrip("#").isdecimal():
        raise Unusable(N_("Expected an item such as KS:2016-02-22:19, not {item}"), item=words)
    body = body_named(reads.bodies(read), parts[0])
    line = meeting_on(reads.meetings(read, body.id), body, day_of(parts[1]), None)
    items = reads.recorded(read, line.id).items
    number = int(parts[2].lstrip("#"))
    found = [
        each.id
        for place, each in enumerate(items, 1)
        if number == (place if parts[2].startswith("#") else each.number)
    ]
    if not found:
        raise Unusable(N_("There is no item {item}"), item=words)
    return found[0]
