"""Reservations, statements and notes, and who takes no part in a decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from klubban.domain.body import Named
from klubban.domain.decided import OpinionKind
from klubban.domain.text import Blocks
from klubban.store.database import Database


def lodge(
    database: Database,
    item_id: int,
    kind: OpinionKind,
    by: Iterable[Named],
    *,
    on: dt.date,
    at: dt.time | None = None,
    text: Blocks = (),
    awaited: bool = False,
    appendix: bool = False,
    motion: int | None = None,
    reason: str | None = None,
) -> int:
    """Note an opinion that was lodged then, and return it; `motion` is the one in whose favour it is.

    Raises RuleBroken, unless a reason is given, which is noted: for somebody who may not, and for a
    reservation after the meeting's end (KL 4 kap. 27 §). Also where reasons are awaited of what is verified
    at once.
    """
    raise NotImplementedError


def change_opinion(database: Database, opinion_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Set facts of an opinion: kind, by, on, at, text, awaited, appendix, motion, with a `reason`.

    Only those that are named; raises like `lodge`. A text that comes ends the waiting for it.
    """
    raise NotImplementedError


def set_lapsed(database: Database, opinion_id: int, lapsed: bool) -> None:  # noqa: FBT001 - as the box says
    """Note that announced reasons never came, or take it back."""
    raise NotImplementedError


def remove_opinion(database: Database, opinion_id: int) -> None:
    """Take out an opinion."""
    raise NotImplementedError


def set_not_taking_part(
    database: Database, item_id: int, people: Iterable[Named], *, reason: str | None = None
) -> None:
    """Say who takes no part in the decision of an item: these and nobody else.

    Raises RuleBroken, unless a reason is given, which is noted, where they must (KL 4 kap. 26 §) or could not
    have; and for who voted, or made a reservation.
    """
    raise NotImplementedError
