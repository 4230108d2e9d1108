"""A part of an item's page that comes when it has something to tell, or asks for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.ui.meeting.asking_part import AskingPart

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.meeting import Item
    from klubban.store.database import Database


class ItemPart(AskingPart):
    """Knows the item as it was shown last."""

    def __init__(self, database: Database, item: Item, today: date) -> None:
        super().__init__()
        self._database, self._item, self._today = database, item, today
