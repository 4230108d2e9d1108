"""Write in a text that otherwise writes itself, and settle what the record says otherwise now."""

from __future__ import annotations

from collections.abc import Iterable

from klubban.domain.decided import Said, Written
from klubban.domain.text import Blocks
from klubban.store.change import Change
from klubban.store.database import Database


def write_part(
    database: Database, item_id: int, part: Written, blocks: Blocks, *, run: str | None = None
) -> None:
    """Set the whole text of a part as she left it; what equals the program's words stays the program's."""


def take_in(database: Database, item_id: int, part: Written, key: str) -> None:
    """Write the program's words of now for a sentence that she changed or removed."""


def keep(database: Database, item_id: int, part: Written, key: str) -> None:
    """Keep hers, and mark it no more until the record changes again."""


def write_again(database: Database, item_id: int, part: Written) -> None:
    """Drop what is hers in a part, so that the program writes all of it."""


def write_decision(change: Change, item_id: int, blocks: Blocks) -> None:
    """Write what was found as the item's decision, unless she changed that; called inside any change.

    `blocks` is `decision_words.decision` of the item as the change has made it.
    """


def set_said(change: Change, item_id: int, part: Written, text: Blocks, said: Iterable[Said]) -> None:
    """Note a part's text, and what the program said for each key when it was left so."""
