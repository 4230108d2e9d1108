"""A list that is written anew, in the rows that are there as far as they go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from klubban.store.change import Change, id_of


def put_rows(change: Change, table: str, whole: str, id_: int, wanted: Sequence[Mapping[str, Any]]) -> None:
    """Make the parts of a row these ones and no others, in this order."""
    there = change.rows(table, **{f"{whole}_id": id_})
    for surplus in there[len(wanted) :]:
        change.delete_whole(table, id_of(surplus))
    for position, columns in enumerate(wanted):
        if position < len(there):
            change.update(table, id_of(there[position]), position=position, **columns)
        else:
            change.insert(table, **{f"{whole}_id": id_}, position=position, **columns)
