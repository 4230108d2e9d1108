"""Which items are confidential, for whoever tells what was said at them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from klubban.store import tables as t


def secret_items(read: Connection) -> frozenset[int]:
    """Return the ids of all confidential items; they are few."""
    own = t.item.c
    return frozenset(read.execute(select(own.id).where(own.confidential.is_(True))).scalars())
