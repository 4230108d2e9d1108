"""Packets of other offices are taken in: what is new is added, in one change, and nothing else changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_
from klubban.operations.open_format import Imported, bring_in
from klubban.operations.packet_lines import Does
from klubban.store import attachments

if TYPE_CHECKING:
    from klubban.operations.packet_lines import PacketPlan
    from klubban.store.database import Database


def take_packet(database: Database, plan: PacketPlan) -> Imported:
    """Add what a packet was planned to add; raises RuleBroken when there is nothing, Refused."""
    from klubban.exchange import open_format

    if not plan.count(Does.NEW):
        raise RuleBroken("There is nothing to take in: all of it is here already, or cannot be added")
    document = open_format.parse(json.dumps(plan.document, ensure_ascii=False).encode())
    sender = plan.packet.cover.sender.name
    with database.change(N_("Take in a packet from {name}"), name=sender) as change:
        for sha256 in plan.files:
            attachments.keep(change, plan.packet.files[sha256])
        return bring_in(change, document)
