"""Before a packet from another office is taken in: what it would add, and what is here already."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from klubban.documents import packet_words as say
from klubban.domain.errors import RuleBroken
from klubban.exchange.refused import Refused
from klubban.i18n import _, current, ngettext
from klubban.operations.packet_lines import Does, PacketPlan
from klubban.operations.packet_plan import plan_packet
from klubban.operations.packets_taken import take_packet
from klubban.ui.imports.preview import ImportRow, ListPreview, Shown, grouped
from klubban.ui.imports.reading import ListReader

if TYPE_CHECKING:
    from pathlib import Path

    from klubban.exchange.packet import Packet
    from klubban.operations.packet_lines import PacketLine
    from klubban.store.database import Database


def _read(data: bytes, _name: str) -> Packet:
    from klubban.exchange.packet import read_packet

    return read_packet(data)


class PacketReader(ListReader):
    """Reads packets, which hold papers and so are larger than lists."""

    def __init__(self) -> None:
        super().__init__(_read)

    def _read(self, path: Path) -> object:
        from klubban.exchange.packet import MOST_BYTES

        try:
            with path.open("rb") as file:
                return _read(file.read(MOST_BYTES + 1), path.name)
        except (Refused, OSError) as error:
            return error
        except Exception:  # noqa: BLE001 - the window shows it as the bug it is
            return traceback.format_exc()


class PacketImport(ListPreview):
    """Shows what a packet would add to the file."""

    def __init__(self, database: Database, path: Path) -> None:
        super().__init__(_("Take in a packet"), _("A packet from another office"), path, PacketReader())
        self._database = database

    def plan(self, found: Packet) -> PacketPlan | None:
        """Return what a packet that was read would do; None for one that is refused, which is said."""
        try:
            return plan_packet(self._database, found)
        except Refused as refused:
            self._refuse(refused)
            return None

    def found(self, preview: PacketPlan) -> Packet:
        """Return the packet that a plan is of."""
        return preview.packet

    def told(self, preview: PacketPlan) -> Shown:
        """Return what is said of it."""
        texts, cover = current(), preview.packet.cover
        new = preview.count(Does.NEW)
        left = preview.count(Does.UNCLEAR) + preview.count(Does.REFUSED)
        about = say.cover(cover.sender.name, texts.date(cover.made), cover.to, cover.by, texts)
        counted = say.counted(new, preview.count(Does.KNOWN), left, texts)
        take = ngettext("Take in the one that is new", "Take in the {count} that are new", new)
        return Shown(
            summary=f"{about} {counted}",
            unknown=(),
            rows=tuple(grouped(_groups(preview))),
            working=new,
            faulty=0,
            all=take.format(count=new),
            good=take.format(count=new),
        )

    def do(self, preview: PacketPlan, *, skip_faulty: bool) -> str:  # noqa: ARG002 - what cannot be added is left out
        """Take it in."""
        try:
            take_packet(self._database, preview)
        except Refused as refused:
            raise RuleBroken(refused.expected, **refused.facts) from refused
        sender = preview.packet.cover.sender.name
        return _("The packet from {name} was taken in.").format(name=sender)

    def _show(self, preview: PacketPlan | None) -> None:
        if preview is not None:
            super()._show(preview)


def _groups(plan: PacketPlan) -> list[tuple[str, list[ImportRow]]]:
    numbered = list(enumerate(plan.lines, 1))
    left_out = [
        ImportRow(number, words)
        for number, words in enumerate(plan.packet.cover.left_out, len(plan.lines) + 1)
    ]
    return [
        (_("Cannot be added"), _rows(numbered, Does.UNCLEAR) + _rows(numbered, Does.REFUSED)),
        (_("Will be taken in"), _rows(numbered, Does.NEW)),
        (_("Is here already, and stays as it is"), _rows(numbered, Does.KNOWN)),
        (_("Left out by the sender"), left_out),
    ]


def _rows(lines: list[tuple[int, PacketLine]], does: Does) -> list[ImportRow]:
    return [_row(number, each) for number, each in lines if each.does is does]


def _row(number: int, of: PacketLine) -> ImportRow:
    kind = say.kind(of.what, current())
    hidden = _("confidential") if of.confidential else ""
    words = ", ".join(filter(None, (f"{kind}: {_(of.name)}", hidden)))
    return ImportRow(number, words, (_(of.why),) if of.why else ())
