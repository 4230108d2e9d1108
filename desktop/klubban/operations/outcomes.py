"""What became of an item, and what begins to wait because of it."""

from __future__ import annotations

import datetime as dt

from klubban.domain.meeting import Outcome
from klubban.domain.text import Blocks
from klubban.store.database import Database


def set_outcome(
    database: Database,
    item_id: int,
    outcome: Outcome | None,
    *,
    to: int | None = None,
    on: dt.date | None = None,
) -> int | None:
    """Say what became of an item; where it is postponed, put it on that meeting or the next, and return it.

    What is referred back comes on the agenda of the body that proposed it; what is decided comes on those of
    the bodies it is proposed to. Without an outcome it is open again. Raises RuleBroken, LookupError.
    """
    raise NotImplementedError


def propose_to(database: Database, item_id: int, body_id: int, decision: Blocks = ()) -> int:
    """Note what is proposed that another body decides, and return the proposal."""
    raise NotImplementedError


def change_proposal(
    database: Database, proposal_id: int, decision: Blocks, *, run: str | None = None
) -> None:
    """Write what another body is to decide."""
    raise NotImplementedError


def remove_proposal(database: Database, proposal_id: int) -> None:
    """Take out what another body is to decide."""
    raise NotImplementedError
