"""What is followed up, as the open format writes it: rows, by what the models say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from klubban.domain.body import Named
from klubban.exchange.follow_up import ROOTS
from klubban.exchange.keys import Keys, Written, kept, text
from klubban.exchange.row import Row

if TYPE_CHECKING:
    from klubban.exchange.naming_items import Places

Cells: TypeAlias = Mapping[str, Any]
Tables: TypeAlias = Mapping[str, Sequence[Cells]]
"""By table, its rows in their order."""


def items_in(tables: Tables) -> set[int]:
    """Return the items that rows refer to."""
    return {row["item_id"] for rows in tables.values() for row in rows if row.get("item_id") is not None}


def assignments_in(tables: Tables) -> set[int]:
    """Return the assignments that rows refer to."""
    return {row["assignment_id"] for row in tables.get("observation", ()) if row["assignment_id"] is not None}


class FollowUp:
    """Writes rows as objects of their models."""

    def __init__(self, tables: Tables, matters: Mapping[int, str], keys: Keys, places: Places) -> None:
        """Take the rows, and what ids are called in the document."""
        self._keys, self._places = keys, places
        self._tables = tables
        roots = {kind.TABLE: tables.get(kind.TABLE, ()) for kind in ROOTS.values()}
        self._names: dict[str, Mapping[int, str]] = {
            table: {row["id"]: row["key"] for row in rows} for table, rows in roots.items()
        } | {"matter": matters}
        self._grouped: dict[tuple[str, str], dict[int, list[Cells]]] = {}

    def roots(self) -> Written:
        """Return the lists that stand at the top of the document."""
        return {
            name: [self.one(kind, row) for row in self._tables.get(kind.TABLE, ())]
            for name, kind in ROOTS.items()
        }

    def name(self, sort: str, id_: int | None) -> str | None:
        """Return the key of something; None for nothing."""
        if id_ is None:
            return None
        match sort:
            case "body":
                return self._keys.body(id_)
            case "assignment":
                return self._places.assignment(id_)
        return self._names[sort][id_]

    def parts(self, kind: type[Row], whole: str, id_: int) -> list[Written]:
        """Return the rows of a kind that are part of a row of another table."""
        return [self.one(kind, row) for row in self._rows(kind.TABLE, whole, id_)]

    def one(self, kind: type[Row], row: Cells) -> Written:
        """Return one row."""
        return kept({
            field.alias or name: self._value(kind, name, row) for name, field in kind.model_fields.items()
        })  # fmt: skip

    def _value(self, kind: type[Row], name: str, row: Cells) -> object:  # noqa: PLR0911 - a sort of field each
        if name in kind.NAMED:
            prefix = kind.NAMED[name]
            called = row[f"{prefix}name"]
            named = Named(called, row[f"{prefix}party"], row[f"{prefix}person_id"])
            return None if called is None else self._keys.who_or_name(named)
        if name in kind.REFERS:
            return self.name(kind.REFERS[name], row[f"{name}_id"])
        if name in kind.CHILDREN:
            return self.parts(kind.CHILDREN[name], kind.TABLE, row["id"])
        if name in kind.SINGLE:
            table, column = kind.SINGLE[name]
            found = [each[column] for each in self._rows(table, kind.TABLE, row["id"])]
            return [self.name(kind.TABLE, id_) for id_ in found] if column.endswith("_id") else found
        if name == "item":
            return self._places.item(row["item_id"])
        if name == "meeting":
            return self._places.meeting_at(row["meeting_id"])
        return _plain(row[name])

    def _rows(self, table: str, whole: str, id_: int) -> Sequence[Cells]:
        """Return the rows of a table that are part of a row of another."""
        if (table, whole) not in self._grouped:
            groups: dict[int, list[Cells]] = defaultdict(list)
            for row in self._tables.get(table, ()):
                groups[row[f"{whole}_id"]].append(row)
            self._grouped[table, whole] = groups
        return self._grouped[table, whole].get(id_, ())


def _plain(value: Any) -> object:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple) and value and not isinstance(value[0], str):
        return text(value)
    return value
