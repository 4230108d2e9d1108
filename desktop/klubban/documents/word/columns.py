"""How wide a table's columns are, by the words in them: the same in every program that opens the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTER, _MARGIN = 126, 180
"""About the width of a letter, and the room between columns, in twentieths of a point."""


def widths(rows: Sequence[Sequence[str]], wide: int) -> list[int]:
    """Return the columns' widths: short ones have what they need, and long ones share what is left evenly."""
    natural = [_LETTER * max(map(_longest, column)) + _MARGIN for column in zip(*rows, strict=True)]
    if sum(natural) <= wide:
        spare = (wide - sum(natural)) // len(natural)
        return [one + spare for one in natural]
    found = [0] * len(natural)
    waiting, left = list(range(len(natural))), wide
    while waiting:
        fair = left // len(waiting)
        short = [place for place in waiting if natural[place] <= fair] or waiting
        for place in short:
            found[place] = min(natural[place], fair)
        left -= sum(found[place] for place in short)
        waiting = [place for place in waiting if place not in short]
    return found


def _longest(cell: str) -> int:
    return max(map(len, cell.split("\n")))
