"""What a packet would do here, line by line, and the document that does it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from klubban.exchange.packet import Packet


class What(StrEnum):
    """What a line of a packet is."""

    BODY = "body"
    MATTER = "matter"
    ITEM = "item"
    MEMBER = "member"


class Does(StrEnum):
    """What would be done with it."""

    NEW = "new"
    KNOWN = "known"
    """It is here already, and stays as it is."""
    UNCLEAR = "unclear"
    """It may be one of several, and is left out."""
    REFUSED = "refused"
    """It cannot be added, and is left out."""


@dataclass(frozen=True, slots=True)
class PacketLine:
    """One thing in a packet, and what would be done with it; `why` is a template without facts."""

    what: What
    name: str
    does: Does
    why: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketPlan:
    """What a packet would do, and the document that does it."""

    packet: Packet
    foreign: bool
    """It comes from another organisation."""
    lines: tuple[PacketLine, ...]
    document: dict[str, Any]
    """Of the open format, with what is new alone."""
    files: tuple[str, ...]
    """Hashes of the papers that are to be kept."""

    def count(self, does: Does) -> int:
        """Return how many lines do so."""
        return sum(each.does is does for each in self.lines)
