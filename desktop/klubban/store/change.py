"""One change in the making: the three verbs, each journalled as it is done."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, cast

from sqlalchemy import Connection, Executable, Result, bindparam, column, delete, insert, select, update
from sqlalchemy import table as named_table
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql import TableClause

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_
from klubban.store.payload import Row, RowChange, updated
from klubban.store.tables import RECORDS, Thing, Value, plain, whole

PAGES = frozenset({
    "organisation", "body", "person", "matter", "meeting", "item", "assignment",
    "walk", "inquiry", "commitment", "goal", "situation",
})  # fmt: skip
"""The kinds of thing that pages show and history is kept of."""

_PARTS = {
    whole: tuple(
        (table.name, each.name)
        for table in RECORDS.values()
        for each in table.columns
        if each.info.get("part_of") == whole
    )
    for whole in RECORDS
}
"""For each table, the tables whose rows may be part of its rows, and by which column."""


class Guarded(RuleBroken):
    """The file itself refuses to change what is verified, signed or posted; see guards.py."""


@cache
def untyped(name: str) -> TableClause:
    """Return a table whose values pass as SQLite keeps them."""
    return named_table(name, *(column(each.name) for each in RECORDS[name].columns))


def id_of(row: Row) -> int:
    """Return the id of a row."""
    id_ = row["id"]
    assert isinstance(id_, int)  # noqa: S101 - every table's primary key
    return id_


def row_of(connection: Connection, name: str, id_: int) -> Row | None:
    """Return a row as SQLite keeps it, or None."""
    return next(rows_where(connection, name, {"id": id_}), None)


def rows_where(connection: Connection, name: str, where: Mapping[str, Value]) -> Iterator[Row]:
    """Walk rows as SQLite keeps them, in their order; the question goes to SQLite as it was written once."""
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    names = tuple(each.name for each in untyped(name).columns)
    for row in driver.execute(_question(name, *where), tuple(where.values())):
        yield dict(zip(names, row, strict=True))


@cache
def _question(name: str, *where: str) -> str:
    order = [each for each in ("position", "id") if each in RECORDS[name].columns]
    wanted = select(untyped(name)).where(*(column(each).is_(bindparam(each)) for each in where))
    return str(wanted.order_by(*map(column, order)).compile(dialect=dialect()))


def above(key: Thing, row: Row, find: Callable[[Thing], Row]) -> Iterator[Thing]:
    """Walk a row and what it is part of, up to the first meeting or body; `find` gives the rows above."""
    thing: Thing | None = key
    while thing:
        yield thing
        upper = whole(thing[0], row)
        thing = None if thing != key and thing[0] in ("meeting", "body") else upper
        row = find(thing) if thing else {}


def concerned(key: Thing, row: Row, find: Callable[[Thing], Row]) -> set[Thing]:
    """Return the things that a change of a row concerns: those that have pages, and are, or hold, the row."""
    return {thing for thing in above(key, row, find) if thing[0] in PAGES}


class Change:
    """The one way to write: rows by id, plain names, domain values. Rolled back unless all of it succeeds."""

    def __init__(self, connection: Connection) -> None:
        """Write through a connection in which a transaction is open."""
        self.connection = connection
        self.done: list[RowChange] = []
        self.things: set[Thing] = set()
        self.kept: set[str] = set()
        """Hashes of papers whose bytes this change kept; see attachments.py."""
        self.barrier = False
        """Undo does not cross this change: something was verified by it; see frozen.py."""
        self.seen: dict[Thing, Row] = {}
        """Rows that others are part of, since the last change that was no insertion."""

    def insert(self, name: str, /, **values: object) -> int:
        """Add a row and return its id; raises RuleBroken for characters no text may hold."""
        return self._insert(name, plain(RECORDS[name], values))

    def update(self, name: str, id_: int, /, **values: object) -> None:
        """Set columns of a row; what is so already is no change. Raises LookupError for no such row."""
        self._update(name, id_, plain(RECORDS[name], values))

    def delete(self, name: str, id_: int, /) -> None:
        """Take a row out; what is part of it must be out before. Raises LookupError for no such row."""
        row = self._row(name, id_)
        self._note(RowChange("-", name, id_, dict(row)), row)
        self._execute(delete(untyped(name)).where(column("id") == id_))

    def delete_whole(self, name: str, id_: int, /) -> None:
        """Take a row out with all that is part of it, row by row, so that each is journalled."""
        for table, rows in self.parts(name, id_):
            for row in rows:
                self.delete_whole(table, id_of(row))
        self.delete(name, id_)

    def parts(self, name: str, id_: int, /) -> Iterator[tuple[str, list[Row]]]:
        """Walk the tables whose rows may be part of a row, each with those that are."""
        for table, part_of in _PARTS[name]:
            yield table, self.rows(table, **{part_of: id_})

    def rows(self, name: str, /, **where: Value) -> list[Row]:
        """Return rows as SQLite keeps them, and as they are now in this change, in their order."""
        return list(rows_where(self.connection, name, where))

    def apply(self, row_change: RowChange) -> None:
        """Do a recorded change, as undo and redo do; raises ValueError when the row is not as then."""
        name, id_ = row_change.table, row_change.id
        if row_change.verb == "+":
            self._insert(name, row_change.cells)
        elif row_change.verb == "-":
            if self._row(name, id_) != row_change.cells:
                raise ValueError(row_change)
            self.delete(name, id_)
        else:
            self._update(name, id_, row_change.applied(self._row(name, id_)))

    def _insert(self, name: str, values: Mapping[str, Value]) -> int:
        table = untyped(name)
        inserted = self._execute(insert(table).returning(*table.columns), values)
        row = dict(inserted.mappings().one())
        self._note(RowChange("+", name, id_of(row), row), row)
        return id_of(row)

    def _update(self, name: str, id_: int, values: Mapping[str, Value]) -> None:
        before = self._row(name, id_)
        row_change = updated(name, id_, before, values)
        if row_change.cells:
            after = {each: values[each] for each in row_change.cells}
            self._execute(update(untyped(name)).where(column("id") == id_), after)
            self._note(row_change, before, before | after)

    def _execute(self, statement: Executable, values: Mapping[str, Value] | None = None) -> Result[Any]:
        """Do it; raises Guarded where the file refuses it, which leaves all else of the change as it was."""
        try:
            return self.connection.execute(statement, values)
        except IntegrityError as error:
            if getattr(error.orig, "sqlite_errorname", "") != "SQLITE_CONSTRAINT_TRIGGER":
                raise
            if "posted" in str(error.orig):
                raise Guarded(N_("A posted notice is never changed; post a new one in its place")) from error
            raise Guarded(N_("What is verified is never changed; make a correction instead")) from error

    def _row(self, name: str, id_: int) -> Row:
        row = row_of(self.connection, name, id_)
        if row is None:
            raise LookupError(name, id_)
        return row

    def _note(self, row_change: RowChange, *states: Row) -> None:
        self.done.append(row_change)
        if row_change.verb != "+":
            self.seen.clear()
        for state in states:
            self.things.update(concerned((row_change.table, row_change.id), state, self._find))

    def _find(self, thing: Thing) -> Row:
        """Return a row that others are part of; many rows in turn ask for the same one."""
        if thing not in self.seen:
            self.seen[thing] = row_of(self.connection, *thing) or {}
        return self.seen[thing]
