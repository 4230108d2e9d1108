"""All rows of what is followed up, table by table, for who writes them out as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from klubban.store.rows import Row, rows
from klubban.store.tables import RECORDS

TABLES = (
    "walk", "observation", "inquiry", "question", "referee", "reminder", "reply", "reply_text",
    "received_referral", "commitment", "activity", "activity_step", "checkpoint", "follow_up", "goal",
    "goal_year", "indicator", "measured", "situation", "situation_area", "rolled_up", "circulated",
)  # fmt: skip


def tables(read: Connection) -> Mapping[str, Sequence[Row]]:
    """Return the rows of these tables, in the order of their lists."""
    return {name: list(rows(read, _wanted(name))) for name in TABLES}


def _wanted(name: str) -> Select[Any]:
    own = RECORDS[name].c
    order = (own.position, own.id) if "position" in own else (own.id,)
    return select(RECORDS[name]).order_by(*order)
