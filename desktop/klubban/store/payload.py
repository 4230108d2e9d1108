"""What one entry of the journal says: the rows that changed, before and after, so that it can be reversed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from klubban.store.tables import Thing, Value
from klubban.store.types import compact

Row: TypeAlias = dict[str, Value]
Cells: TypeAlias = dict[str, Any]

LONG = 64
"""Texts longer than this, in characters, are kept as what was removed and inserted where."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row inserted (+), updated (~) or deleted (-)."""

    verb: Literal["+", "~", "-"]
    table: str
    id: int
    cells: Cells
    """For + and - the whole row; for ~ the changed columns as [before, after], or a difference."""

    def reversed(self) -> RowChange:
        """Return the change that takes this one back."""
        verb: Literal["+", "~", "-"] = "-" if self.verb == "+" else "+" if self.verb == "-" else "~"
        cells = {name: _turn(cell) for name, cell in self.cells.items()} if verb == "~" else self.cells
        return RowChange(verb, self.table, self.id, cells)

    def applied(self, row: Mapping[str, Value]) -> Row:
        """Return the changed columns as they are after; raises ValueError for a row that is not as before."""
        return {name: _apply(cell, row.get(name)) for name, cell in self.cells.items()}


def updated(table: str, id_: int, before: Mapping[str, Value], after: Mapping[str, Value]) -> RowChange:
    """Return the change of those columns that differ."""
    cells = {name: _cell(before[name], value) for name, value in after.items() if before[name] != value}
    return RowChange("~", table, id_, cells)


def _cell(before: Value, after: Value) -> object:
    if not (isinstance(before, str) and isinstance(after, str) and len(before) + len(after) > LONG):
        return [before, after]
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return {"at": start, "out": before[start : len(before) - end], "in": after[start : len(after) - end]}


def _common(one: str, other: str) -> int:
    """Return the length of the common beginning, by halving: slices compare far quicker than characters."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _turn(cell: Any) -> object:
    if isinstance(cell, list):
        return cell[::-1]
    return {"at": cell["at"], "out": cell["in"], "in": cell["out"]}


def _apply(cell: Any, value: Value) -> Value:
    if isinstance(cell, list):
        if value != cell[0]:
            raise ValueError(value)
        after: Value = cell[1]
        return after
    at, out = cell["at"], cell["out"]
    if not isinstance(value, str) or value[at : at + len(out)] != out:
        raise ValueError(value)
    return value[:at] + str(cell["in"]) + value[at + len(out) :]


@dataclass(frozen=True, slots=True)
class Payload:
    """All that an entry says of its content, and all that is erased when it must be forgotten."""

    facts: dict[str, Any]
    place: Thing | None
    rows: tuple[RowChange, ...]
    goes_on: bool = False
    """It goes on with a run of typing: label, facts and place are as the entry before it said."""

    def text(self) -> str:
        """Return the form that is kept and hashed."""
        rows = [[row.verb, row.table, row.id, row.cells] for row in self.rows]
        told = {} if self.goes_on else {"facts": self.facts, "place": self.place}
        return compact({**told, "rows": rows})

    @classmethod
    def read(cls, text: str, before: Payload | None = None) -> Payload:
        """Read what `text` wrote, after the entry before it in its step."""
        found = json.loads(text)
        rows = tuple(RowChange(*row) for row in found["rows"])
        if "facts" not in found:
            return cls(before.facts if before else {}, before.place if before else None, rows, goes_on=True)
        place = tuple(found["place"]) if found["place"] else None
        return cls(found["facts"], place, rows)


def digest(text: str) -> bytes:
    """Return the SHA-256 of a payload."""
    return hashlib.sha256(text.encode()).digest()
