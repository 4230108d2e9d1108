"""Rows as reads use them: by column name, in their order, grouped by what they are part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias, cast

from sqlalchemy import Connection, Select, Table, select

from klubban.domain.body import Named

Row: TypeAlias = Mapping[str, Any]
Groups: TypeAlias = Mapping[int, list[Row]]


def rows(read: Connection, wanted: Select[Any]) -> Iterator[Row]:
    """Walk the rows of a query by column name."""
    return cast("Iterator[Row]", iter(read.execute(wanted).mappings()))


def parts(read: Connection, table: Table, whole: Table, ids: Select[Any]) -> Groups:
    """Return the rows that are part of any of the rows with these ids, in order, by the id they belong to."""
    parent = table.columns[f"{whole.name}_id"]
    order = [table.columns[name] for name in ("position", "id") if name in table.columns]
    groups: dict[int, list[Row]] = defaultdict(list)
    for row in rows(read, select(table).where(parent.in_(ids)).order_by(*order)):
        groups[row[parent.name]].append(row)
    return groups


def named(row: Row) -> Named:
    """Return somebody as named in a row."""
    return Named(row["name"], row["party"], row["person_id"])


def named_or_none(row: Row, prefix: str) -> Named | None:
    """Return somebody named in the columns with a prefix, if anybody is."""
    name = row[f"{prefix}name"]
    return None if name is None else Named(name, row[f"{prefix}party"], row[f"{prefix}person_id"])


def names_in(found: Groups, id_: int) -> tuple[Named, ...]:
    """Return the people named in the rows that belong to an id."""
    return tuple(named(row) for row in found.get(id_, ()))


def kept(row: Row, *names: str) -> dict[str, Any]:
    """Return some columns of a row, for records whose fields have the same names."""
    return {name: row[name] for name in names}


def many(groups: Groups, record: Callable[[Row], Any]) -> Callable[[int], tuple[Any, ...]]:
    """Return, by id, the records of the rows that belong to it."""
    return lambda id_: tuple(record(row) for row in groups.get(id_, ()))
