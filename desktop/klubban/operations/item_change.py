"""A change at one item, which its label can name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database


@contextmanager
def changing_item(
    database: Database, label: str, item_id: int, run: str | None = None, /, **facts: Any
) -> Iterator[Change]:
    """Open a change at an item, whose name the label can give as `item`; raises LookupError."""
    with database.read() as read:
        name = reads.item_name(read, item_id)
    with database.change(label, place=("item", item_id), run=run, item=name, **facts) as change:
        yield change
