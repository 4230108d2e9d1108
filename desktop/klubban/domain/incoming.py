"""What should be on an agenda and is not: what stands, recurs, was postponed, proposed, or falls due."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from klubban.domain.agenda import ItemKind, Origin
from klubban.domain.text import Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """Something that waits for one meeting's agenda, and where it comes from."""

    origin: Origin
    title: str
    kind: ItemKind | None = None
    matter_id: int | None = None
    registry_number: str | None = None
    item_id: int | None = None
    """The earlier item that it goes on from."""
    assignment_id: int | None = None
    standing_id: int | None = None
    minutes: int | None = None
    proposal: Blocks = ()
    presenters: tuple[str, ...] = ()
    delegated_ids: tuple[int, ...] = ()
    """The delegated decisions that are reported together."""
    since: dt.date | None = None
    """From which day on it waits; None for always."""
    by_itself: bool = True
    """It comes on the next agenda without being asked for; otherwise it is offered."""
    told: str = ""
    """Where it comes from, in the reader's words: `Bordlagd den 22 februari 2016, § 12`."""
