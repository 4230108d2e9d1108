"""The lines of rolls with their stays: hundreds of rows that are read again at each key.

They are read as SQLite keeps them and made records at once; SQLAlchemy's types would take as long again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, time
from functools import cache
from typing import Any, TypeAlias, TypeVar, cast

from sqlalchemy import Connection, Select, select

from klubban.domain.body import Named
from klubban.domain.roll import Moment, OnRollAs, RollLine, Stay
from klubban.domain.rules import Right
from klubban.store.change import untyped
from klubban.store.types import Lines, Unreadable

T = TypeVar("T")
Raw: TypeAlias = tuple[Any, ...]

_LINE = (
    "id", "meeting_id", "role", "who_person_id", "who_name", "who_party", "seat_party", "represents", "title",
    "personal_for_id", "instead_of_person_id", "instead_of_name", "instead_of_party", "since", "rights",
)  # fmt: skip
_STAY = (
    "roll_line_id", "id", "first_item_id", "came", "last_item_id", "went", "remote", "came_at", "went_at",
)  # fmt: skip


def lines(read: Connection, column: str, ids: Select[Any] | Iterable[int]) -> Iterator[tuple[int, RollLine]]:
    """Walk the lines of rolls with a value among some in a column, each with the id of its meeting."""
    own = untyped("roll_line").c
    wanted = own[column].in_(ids)
    found = _rows(read, "roll_line", _LINE, wanted)
    if not found:
        return
    among = select(own.id).where(wanted)
    stays = _grouped(read, "stay", _STAY, among, _stay)
    lists = _grouped(read, "roll_stand_in", ("roll_line_id", "alternate_id"), among, lambda each: each[1])
    for row in found:
        yield row[1], _line(row, lists.get(row[0], ()), stays.get(row[0], ()))


def _rows(read: Connection, table: str, columns: tuple[str, ...], wanted: Any) -> list[Raw]:
    own = untyped(table).c
    chosen = select(*(own[name] for name in columns)).where(wanted)
    return cast("list[Raw]", read.execute(chosen.order_by(own.position, own.id)).all())


def _grouped(
    read: Connection, table: str, columns: tuple[str, ...], among: Select[Any], make: Callable[[Raw], T]
) -> dict[int, list[T]]:
    """Return what is made of the rows that are part of lines, by the id of the line."""
    groups: dict[int, list[T]] = defaultdict(list)
    for row in _rows(read, table, columns, untyped(table).c.roll_line_id.in_(among)):
        groups[row[0]].append(make(row))
    return groups


def _line(row: Raw, stand_ins: Iterable[int], stays: Iterable[Stay]) -> RollLine:
    (
        id_, _meeting, role, person, name, party, seat_party, represents, title,
        personal_for, other, other_name, other_party, since, rights,
    ) = row  # fmt: skip
    return RollLine(
        id=id_,
        role=_kept(OnRollAs, role),
        who=None if name is None else Named(name, party, person),
        seat_party=seat_party,
        represents=represents,
        title=title,
        personal_for=personal_for,
        instead_of=None if other_name is None else Named(other_name, other_party, other),
        since=None if since is None else _kept(date.fromisoformat, since),
        rights=() if rights == "[]" else _kept(_rights, rights),
        stand_ins=tuple(stand_ins),
        stays=tuple(stays),
    )


def _stay(row: Raw) -> Stay:
    _line_id, id_, first, came, last, went, remote, came_at, went_at = row
    return Stay(
        id=id_,
        first=first,
        came=_kept(Moment, came),
        last=last,
        went=_kept(Moment, went),
        remote=bool(remote),
        came_at=None if came_at is None else _kept(time.fromisoformat, came_at),
        went_at=None if went_at is None else _kept(time.fromisoformat, went_at),
    )


@cache
def _kept(read: Callable[[str], T], value: str) -> T:
    """Return what a cell holds; raises Unreadable for what was never written there."""
    try:
        return read(value)
    except (ValueError, TypeError) as error:
        raise Unreadable(value) from error


def _rights(value: str) -> tuple[Right, ...]:
    return tuple(map(Right, Lines().read(value)))
