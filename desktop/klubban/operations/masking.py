"""What is left out in public of the texts that stand apart, once they are verified and can change no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from klubban.domain.errors import RuleBroken
from klubban.domain.masking import same_words
from klubban.domain.text import tidy
from klubban.i18n import N_
from klubban.operations.item_change import blocks_in, changing_item
from klubban.operations.minuting import item_of

if TYPE_CHECKING:
    from klubban.domain.text import Blocks
    from klubban.store.database import Database


def mask_apart(
    database: Database,
    table: Literal["motion", "opinion"],
    id_: int,
    blocks: Blocks,
    *,
    run: str | None = None,
) -> None:
    """Mark what of a motion's or an opinion's text is left out in public.

    Raises RuleBroken where the words are others; LookupError.
    """
    item_id = item_of(database, table, id_)
    label = N_("Mark what of {item} is left out in public")
    with changing_item(database, label, item_id, run) as change:
        [row] = change.rows(table, id=id_)
        if not same_words(blocks_in(row["text"]), blocks):
            raise RuleBroken("Only what is left out in public can be marked here; the words stay as they are")
        change.update(table, id_, text=tidy(blocks))
