"""As much of a document as its first page needs: what is typed is shown at once, however long it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.text import Bullets, Points, Run, Table, Text, plain_runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klubban.documents.tree import Node
    from klubban.domain.text import Runs

_LETTERS = 60
"""So many letters are at least about a line."""


def beginning(nodes: Iterable[Node], lines: int) -> Iterator[Node]:
    """Walk nodes until they fill so many lines, roughly; the last one is cut where it is too long."""
    for node in nodes:
        if lines <= 0:
            return
        cut, taken = _cut(node, lines)
        yield cut
        lines -= taken


def _cut(node: Node, lines: int) -> tuple[Node, int]:
    """Return as much of a node as fits, and the lines that it takes."""
    match node:
        case Text(runs):
            kept, taken = _shortened(runs, lines)
            return Text(kept), taken
        case Points(items) | Bullets(items):
            found: list[Runs] = []
            left = lines
            for item in items:
                if left <= 0:
                    break
                kept, taken = _shortened(item, left)
                found.append(kept)
                left -= taken
            return replace(node, items=tuple(found)), lines - left
        case Table(rows):
            return Table(rows[:lines]), min(len(rows), lines)
        case _:
            return node, 1


def _shortened(runs: Runs, lines: int) -> tuple[Runs, int]:
    """Return runs without what goes beyond so many lines, and the lines that they take."""
    room, kept = lines * _LETTERS, list[Run]()
    for run in runs:
        if room <= 0:
            break
        kept.append(replace(run, text=run.text[:room]))
        room -= len(run.text)
    return tuple(kept), 1 + len(plain_runs(tuple(kept))) // _LETTERS
