"""What tables are made of: one way to write each sort of column."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, Table

from klubban.store.types import BlockText, Choice, Flag, Words

metadata = MetaData()


def words(name: str, *, required: bool = False) -> Column[Any]:
    """Return a column of plain words; required ones are never empty."""
    checks = [CheckConstraint(f"{name} <> ''")] if required else []
    return Column(name, Words, *checks, nullable=not required)


def choice(name: str, kind: type[StrEnum], *, required: bool = False) -> Column[Any]:
    """Return a column of one word out of an enumeration."""
    listed = ", ".join(f"'{word}'" for word in kind)
    return Column(name, Choice(kind), CheckConstraint(f"{name} IN ({listed})"), nullable=not required)


def flag(name: str) -> Column[Any]:
    """Return a column of yes or no; no where nothing is said."""
    return Column(name, Flag, CheckConstraint(f"{name} IN (0, 1)"), nullable=False, server_default="0")


def blocks(name: str) -> Column[Any]:
    """Return a column of text in blocks; empty where there is none."""
    return Column(name, BlockText, nullable=False, server_default="[]")


def refers(name: str, table: str, *, required: bool = False) -> Column[Any]:
    """Return a reference to a row of another table, indexed."""
    return Column(name, Integer, ForeignKey(f"{table}.id"), nullable=not required, index=True)


def part_of(table: str, *, required: bool = True) -> Column[Any]:
    """Return the reference to the row that this one is part of; things are found by walking these."""
    column = refers(f"{table}_id", table, required=required)
    column.info["part_of"] = table
    return column


def key() -> Column[Any]:
    """Return the name that other files know a row by."""
    return Column("key", Words, nullable=False, unique=True)


def position() -> Column[Any]:
    """Return the place in a list."""
    return Column("position", Integer, nullable=False)


def sha256(name: str, *, required: bool = False) -> Column[Any]:
    """Return a column of a SHA-256 in hexadecimal."""
    return Column(name, Words, CheckConstraint(f"length({name}) = 64"), nullable=not required)


def named(prefix: str = "") -> list[Column[Any]]:
    """Return somebody as named on the day, who may also be a person in the register."""
    return [
        refers(f"{prefix}person_id", "person"),
        words(f"{prefix}name", required=not prefix),
        words(f"{prefix}party"),
    ]


def table(name: str, *columns: Any) -> Table:
    """Return a table whose ids are never used twice."""
    identity = Column("id", Integer, primary_key=True)
    return Table(name, metadata, identity, *columns, sqlite_strict=True, sqlite_autoincrement=True)
