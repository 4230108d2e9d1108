"""`klubban take-packet FILE PACKET`: what a packet would add; `--accept` adds it.

Exit 0: all of it can be added, was, or is here already. 1: some of it is unclear or cannot be added. 2: the
packet was refused.
"""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from klubban.cli.errors import Unusable
from klubban.documents import packet_words as say
from klubban.i18n import N_, _, current
from klubban.operations.packet_lines import Does
from klubban.operations.packet_plan import plan_packet
from klubban.operations.packets_taken import take_packet
from klubban.store.database import Database

if TYPE_CHECKING:
    from klubban.operations.packet_lines import PacketPlan


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file"))
    parser.add_argument("packet", metavar=_("PACKET"), type=Path, help=_("a packet from another office"))
    parser.add_argument(
        "--accept",
        action="store_true",
        help=_("add what is new; without it the file is only read"),
    )


def run(options: argparse.Namespace) -> int:
    """Print what would be done with each part, and do it where that is asked for."""
    from klubban.exchange.packet import read_packet

    packet = read_packet(_read(options.packet))
    with closing(Database.open(options.file, read_only=not options.accept)) as database:
        plan = plan_packet(database, packet)
        _show(plan)
        if options.accept and plan.count(Does.NEW):
            take_packet(database, plan)
            print(_("It was taken in."))
    return 1 if plan.count(Does.UNCLEAR) + plan.count(Does.REFUSED) else 0


def _show(plan: PacketPlan) -> None:
    texts, cover = current(), plan.packet.cover
    print(say.cover(cover.sender.name, texts.date(cover.made), cover.to, cover.by, texts))
    for each in plan.lines:
        line = f"[{say.does(each.does, texts)}] {say.kind(each.what, texts)}: {_(each.name)}"
        hidden = _("confidential") if each.confidential else ""
        why = "; ".join(filter(None, (hidden, _(each.why) if each.why else "")))
        print(f"{line} ({why})" if why else line)
    for left in cover.left_out:
        print(_("left out by the sender: {what}").format(what=left))
    left_out = plan.count(Does.UNCLEAR) + plan.count(Does.REFUSED)
    print(say.counted(plan.count(Does.NEW), plan.count(Does.KNOWN), left_out, texts))


def _read(path: Path) -> bytes:
    from klubban.exchange.packet import MOST_BYTES

    try:
        with path.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unusable(N_("{file} cannot be read: {reason}"), file=path, reason=error.strerror) from error
    if len(data) > MOST_BYTES:
        limit = MOST_BYTES // 1_000_000
        raise Unusable(N_("{file} has more than {limit} MB, and is not read"), file=path, limit=limit)
    return data
