"""Rows that are a list: written anew, added to, put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from klubban.store.change import Change, id_of


def put_rows(change: Change, table: str, whole: str, id_: int, wanted: Sequence[Mapping[str, Any]]) -> None:
    """Make the parts of a row these ones and no others, in this order; rows stay as far as they go."""
    there = change.rows(table, **{f"{whole}_id": id_})
    for surplus in there[len(wanted) :]:
        change.delete_whole(table, id_of(surplus))
    for position, columns in enumerate(wanted):
        if position < len(there):
            change.update(table, id_of(there[position]), position=position, **columns)
        else:
            change.insert(table, **{f"{whole}_id": id_}, position=position, **columns)


def last_place(change: Change, table: str, **whole: int) -> int:
    """Return the place after the last in a list."""
    return 1 + max((int(row["position"] or 0) for row in change.rows(table, **whole)), default=-1)


def move_row(change: Change, table: str, id_: int, after: int | None, **whole: int) -> None:
    """Put a row after another of its list, or first (None); raises LookupError for one that is not in it."""
    if after == id_:
        return
    ids = [other for row in change.rows(table, **whole) if (other := id_of(row)) != id_]
    if after is not None and after not in ids:
        raise LookupError(after)
    ids.insert(0 if after is None else 1 + ids.index(after), id_)
    put_order(change, table, ids, **whole)


def put_order(change: Change, table: str, ids: Sequence[int], **whole: int) -> None:
    """Put rows in an order: those between the old place and the new change places, the others keep theirs."""
    taken = -1
    positions = []
    for row in change.rows(table, **whole):
        taken = max(taken + 1, int(row["position"] or 0))
        positions.append(taken)
    for id_, position in zip(ids, positions, strict=True):
        change.update(table, id_, position=position)
