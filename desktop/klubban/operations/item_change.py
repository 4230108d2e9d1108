"""A change at one item, which its label can name, and whether it may be changed at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from klubban.domain.errors import RuleBroken
from klubban.domain.masking import same_words
from klubban.domain.text import Blocks, from_json
from klubban.operations.signing_lock import check_not_out
from klubban.store import reads, rolls, verifications
from klubban.store.change import Change
from klubban.store.database import Database
from klubban.store.tables import Value


@contextmanager
def changing_item(
    database: Database, label: str, item_id: int, run: str | None = None, /, **facts: Any
) -> Iterator[Change]:
    """Open a change at an item, whose name the label can give as `item`; raises LookupError."""
    with database.read() as read:
        name = reads.item_name(read, item_id)
    with database.change(label, place=("item", item_id), run=run, item=name, **facts) as change:
        yield change


def check_open(change: Change, item_id: int) -> int:
    """Return the meeting of an item; raises RuleBroken where it is verified or out to be signed, LookupError.

    Paragraphs that another verification covers stay open when some of the protocol is verified.
    """
    row = rolls.row_of(change.connection, "item", item_id)
    meeting_id, number = int(row["meeting_id"]), row["number"]
    check_not_out(change, meeting_id, number)
    if verifications.is_verified(change.connection, item_id):
        if number is None or rolls.is_verified(change.connection, meeting_id):
            raise RuleBroken("The protocol is verified; what was minuted cannot be changed any more")
        raise RuleBroken("{item} is verified already", item=f"§ {number}")
    return meeting_id


def check_words(change: Change, item_id: int, before: Blocks, after: Blocks) -> bool:
    """Tell whether words of an item may be changed; raises RuleBroken where it is verified and they are.

    What is masked changes nothing that was signed, and may be set always.
    """
    try:
        check_open(change, item_id)
    except RuleBroken:
        if not same_words(before, after):
            raise
        return False
    return True


def blocks_in(value: Value) -> Blocks:
    """Return a text as a row holds it."""
    return from_json(json.loads(str(value)))


@contextmanager
def writing(
    database: Database, label: str, item_id: int, run: str | None = None, /, **facts: Any
) -> Iterator[Change]:
    """Open a change at an item of words that nothing else follows from; raises RuleBroken where verified."""
    with changing_item(database, label, item_id, run, **facts) as change:
        check_open(change, item_id)
        yield change
