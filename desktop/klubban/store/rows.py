"""Rows as reads use them: by column name, in their order, grouped by what they are part of."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, cast

from sqlalchemy import Connection, Select, Table, bindparam, func, select
from sqlalchemy.dialects.sqlite import dialect

from klubban.domain.body import Named

Row: TypeAlias = Mapping[str, Any]
Groups: TypeAlias = Mapping[int, list[Row]]
Ids: TypeAlias = Select[Any] | Sequence[int]
"""Which rows: a query for their ids, or the ids, which is far quicker where they are known already."""


def rows(read: Connection, wanted: Select[Any]) -> Iterator[Row]:
    """Walk the rows of a query by column name."""
    return cast("Iterator[Row]", iter(read.execute(wanted).mappings()))


def parts(read: Connection, table: Table, whole: Table, ids: Ids) -> Groups:
    """Return the rows that are part of any of the rows with these ids, in order, by the id they belong to."""
    parent = table.columns[f"{whole.name}_id"]
    if not isinstance(ids, Select):
        return _known_parts(read, _Reader.of(table, parent.name), ids)
    groups: dict[int, list[Row]] = defaultdict(list)
    for row in rows(read, select(table).where(parent.in_(ids)).order_by(*_order(table))):
        groups[row[parent.name]].append(row)
    return groups


def ids_in(groups: Groups) -> list[int]:
    """Return the ids of all the rows."""
    return [row["id"] for group in groups.values() for row in group]


def _order(table: Table) -> list[Any]:
    return [table.columns[name] for name in ("position", "id") if name in table.columns]


_DIALECT = dialect()


@dataclass(frozen=True, slots=True)
class _Reader:
    """One query for parts, written once: to write it anew costs ten times what SQLite takes for it."""

    sql: str
    names: tuple[str, ...]
    parent: int
    """The place of the column by which the rows are grouped."""
    readers: tuple[tuple[int, Callable[[Any], Any]], ...]
    """What reads the columns, by place, that are not as SQLite keeps them."""

    @classmethod
    @cache
    def of(cls, table: Table, parent: str) -> _Reader:
        """Return the query for a table by the column of its parent."""
        among = func.json_each(bindparam("ids")).table_valued("value")
        wanted = select(table).where(table.columns[parent].in_(select(among.c.value)))
        names = tuple(table.columns.keys())
        found = (
            (place, column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None))
            for place, column in enumerate(table.columns)
        )
        return cls(
            str(wanted.order_by(*_order(table)).compile(dialect=_DIALECT)),
            names,
            names.index(parent),
            tuple((place, reads) for place, reads in found if reads),
        )


def _known_parts(read: Connection, reader: _Reader, ids: Sequence[int]) -> Groups:
    groups: dict[int, list[Row]] = {}
    if not ids:
        return groups
    driver = cast("sqlite3.Connection", read.connection.driver_connection)
    for row in driver.execute(reader.sql, (json.dumps(ids),)):
        values = list(row)
        for place, reads in reader.readers:
            values[place] = reads(values[place])
        groups.setdefault(values[reader.parent], []).append(dict(zip(reader.names, values, strict=True)))
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
