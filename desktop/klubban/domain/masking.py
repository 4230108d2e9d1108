"""Taking words out of texts: what is masked is left out of what everybody may read, and a sign says so."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from klubban.domain.text import Block, Blocks, Bullets, Points, Run, Runs, Table, Text, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_Record = TypeVar("_Record")
_BLOCKS = (Text, Points, Bullets, Table)


def without_masked(record: _Record, sign: str) -> _Record:
    """Return a record, or a text, with a sign for each masked stretch of all the texts that are in it.

    Points and cells keep their places, and what holds nothing masked is returned as it is.
    """
    made: _Record = _without(record, sign)
    return made


def unmasked(block: _Record) -> _Record:
    """Return a block as it is read by those who may read all of it; what is no text is returned as it is."""
    if not isinstance(block, _BLOCKS) or not any(run.masked for runs in _runs(block) for run in runs):
        return block
    shown: Any = each_of(block, lambda runs: tuple(replace(run, masked=False) for run in runs))
    tidied: Any = tidy((shown,))
    made: _Record = tidied[0] if tidied else shown
    return made


def same_words(some: Blocks, others: Blocks) -> bool:
    """Tell whether two texts differ in what is masked alone."""
    return tidy(map(unmasked, some)) == tidy(map(unmasked, others))


def masked_words(record: object) -> Iterator[str]:
    """Walk the words that are masked in a record or a text, a stretch at a time."""
    if isinstance(record, _BLOCKS):
        for runs in _runs(record):
            for stretch in _stretches(runs):
                if stretch[0].masked:
                    yield _words(stretch).strip()
    elif isinstance(record, tuple):
        for each in record:
            yield from masked_words(each)
    elif is_dataclass(record):
        for field in fields(record):
            yield from masked_words(getattr(record, field.name))


def _without(value: Any, sign: str) -> Any:
    if isinstance(value, _BLOCKS):
        masked = any(run.masked for runs in _runs(value) for run in runs)
        return each_of(value, lambda runs: _signed(runs, sign)) if masked else value
    if isinstance(value, tuple):
        made = tuple(_without(each, sign) for each in value)
        return value if all(new is old for new, old in zip(made, value, strict=True)) else made
    if not is_dataclass(value) or isinstance(value, type):
        return value
    held = {field.name: getattr(value, field.name) for field in fields(value)}
    changed = {name: new for name, old in held.items() if (new := _without(old, sign)) is not old}
    return replace(value, **changed) if changed else value


def each_of(block: Block, change: Callable[[Runs], Runs]) -> Block:
    """Return a block with each of its stretches changed."""
    match block:
        case Text(runs):
            return Text(change(runs))
        case Table(rows):
            return Table(tuple(tuple(change(cell) for cell in row) for row in rows))
        case _:
            return replace(block, items=tuple(change(item) for item in block.items))


def _runs(block: Block) -> Iterator[Runs]:
    match block:
        case Text(runs):
            yield runs
        case Table(rows):
            yield from (cell for row in rows for cell in row)
        case _:
            yield from block.items


def _signed(runs: Runs, sign: str) -> Runs:
    """Return runs with one sign for each masked stretch; the space around it stays."""
    found: list[Run] = []
    for stretch in _stretches(runs):
        found += [_sign(stretch, sign)] if stretch[0].masked else stretch
    return tuple(found)


def _stretches(runs: Runs) -> Iterator[list[Run]]:
    """Walk stretches of runs that are masked, or not; space alone between two masked ones is as they are."""
    stretch: list[Run] = []
    for place, run in enumerate(runs):
        between = not run.text.strip() and any(each.masked for each in runs[place + 1 : place + 2])
        hidden = run.masked or (between and bool(stretch) and stretch[0].masked)
        if stretch and stretch[0].masked != hidden:
            yield stretch
            stretch = []
        stretch.append(run)
    if stretch:
        yield stretch


def _sign(stretch: list[Run], sign: str) -> Run:
    words = _words(stretch)
    before, after = (" " if edge.isspace() else "" for edge in (words[:1], words[-1:]))
    shown = f"{before}{sign}{after}" if words.strip() else " "
    return Run(shown, stretch[0].bold, stretch[0].italic)


def _words(stretch: list[Run]) -> str:
    return "".join(run.text for run in stretch)
