"""The chair's own notes about items: in no document, and in no file that is given away."""

from __future__ import annotations

from klubban.domain.text import Blocks
from klubban.i18n import N_
from klubban.operations.item_change import changing_item
from klubban.store.database import Database


def write_note(database: Database, item_id: int, blocks: Blocks, *, run: str | None = None) -> None:
    """Set the chair's note about an item, or take it away; raises RuleBroken for unprintable characters."""
    with changing_item(database, N_("Write the chair’s note about {item}"), item_id, run) as change:
        there = change.rows("chair_note", item_id=item_id)
        for row in there[1:] if blocks else there:
            change.delete("chair_note", int(row["id"] or 0))
        if blocks and there:
            change.update("chair_note", int(there[0]["id"] or 0), text=blocks)
        elif blocks:
            change.insert("chair_note", item_id=item_id, text=blocks)
