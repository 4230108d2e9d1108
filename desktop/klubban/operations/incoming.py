"""What comes on agendas by itself, and what is taken from what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from klubban.domain.agenda import Origin
    from klubban.domain.incoming import Incoming
    from klubban.store.change import Change
    from klubban.store.database import Database


def fill(change: Change, meeting_id: int) -> list[int]:
    """Put on a new meeting's agenda what comes by itself, and return the items.

    Standing items always; what waits, if no earlier meeting that is still to be held could take it.
    """
    raise NotImplementedError


def bring(
    change: Change, body_id: int, origins: Collection[Origin], *, on: dt.date | None = None
) -> list[int]:
    """Put what began to wait of these origins on the body's next agenda, and return the items.

    That is the first meeting from a day on that is planned or summoned; where there is none, it waits.
    """
    raise NotImplementedError


def take_in(database: Database, meeting_id: int, chosen: Sequence[Incoming] | None = None) -> list[int]:
    """Put on an agenda some of what waits for it, or all (None), and return the items."""
    raise NotImplementedError
