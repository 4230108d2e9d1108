"""Texts as blocks: running text, numbered points, bullets and simple tables, with bold and italic runs.

The same blocks are kept in the store, stand in a document tree and travel in the open format.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from klubban.domain.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters in one style; a line feed inside it is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    masked: bool = False
    """It is left out of what is made for the public."""

    def saying(self, text: str) -> Run:
        """Return other characters in the same style."""
        return self if text == self.text else replace(self, text=text)

    def is_like(self, other: Run) -> bool:
        """Tell whether both have one style."""
        return self.saying("") == other.saying("")


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Running text (never called a paragraph, which is a § here)."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Points:
    """Numbered points, counted from 1."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Points without numbers."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A simple table; the first row is its head."""

    rows: tuple[tuple[Runs, ...], ...]


Block: TypeAlias = Text | Points | Bullets | Table
Blocks: TypeAlias = tuple[Block, ...]

LONGEST_LINE = 1_000
"""Characters of a name or a title; what is longer than a page is a text in the wrong field."""

LONGEST_WORDS = 10_000
"""Characters of words without styles that may be several sentences, such as an assignment."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BETWEEN_TEXTS = re.compile(r"\n[ \t]*\n\s*")


def clean(text: str) -> str:
    """Return the text in NFC with plain line ends.

    Raises RuleBroken where a control character stands, which no document could print.
    """
    found = _FORBIDDEN.search(text)
    if found:
        raise RuleBroken(
            "The character {code} at position {position} cannot be part of a text",
            code=f"U+{ord(found.group()):04X}",
            position=found.start() + 1,
        )
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def as_seen(foreign: str) -> str:
    """Return words out of somebody else's file on one line, without what is not seen or turns directions."""
    line = " ".join(unicodedata.normalize("NFC", foreign).split())
    return "".join(each for each in line if not unicodedata.category(each).startswith("C")).strip()


def runs_of(text: str) -> Runs:
    """Return one plain run, or none for no text."""
    return (Run(text),) if text else ()


def from_plain(text: str) -> Blocks:
    """Return running texts; blank lines part them."""
    parts = (part.strip() for part in _BETWEEN_TEXTS.split(text))
    return tuple(Text(runs_of(part)) for part in parts if part)


def points(items: Iterable[str]) -> Blocks:
    """Return one block of numbered points, or nothing for no points."""
    made = tuple(runs_of(item) for item in items)
    return (Points(made),) if made else ()


def plain_runs(runs: Runs) -> str:
    """Return the characters of runs without their styles."""
    return "".join(run.text for run in runs)


def lines(blocks: Blocks) -> list[str]:
    """Return the words of each text, point and cell in reading order."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Text):
            found.append(plain_runs(block.runs))
        elif isinstance(block, Table):
            found += [plain_runs(cell) for row in block.rows for cell in row]
        else:
            found += [plain_runs(item) for item in block.items]
    return found


def plain(blocks: Blocks) -> str:
    """Return the words alone, blocks parted by blank lines."""
    return "\n\n".join("\n".join(lines((block,))) for block in blocks)


def tidy(blocks: Iterable[Block]) -> Blocks:
    """Return the same text with clean characters, neighbouring runs of one style joined, and nothing empty.

    Empty cells stay, and short rows are filled with them, since a table needs both. Raises RuleBroken as
    `clean` does.
    """
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Text):
            runs = _join(block.runs)
            if runs:
                kept.append(Text(runs))
        elif isinstance(block, Table):
            rows = _even(tuple(_join(cell) for cell in row) for row in block.rows)
            if any(cell for row in rows for cell in row):
                kept.append(Table(rows))
        else:
            items = tuple(joined for item in block.items if (joined := _join(item)))
            if items:
                kept.append(type(block)(items))
    return tuple(kept)


def _even(rows: Iterable[tuple[Runs, ...]]) -> tuple[tuple[Runs, ...], ...]:
    made = tuple(rows)
    width = max(map(len, made), default=0)
    return tuple(row + ((),) * (width - len(row)) for row in made)


def _join(runs: Runs) -> Runs:
    """Join neighbours of one style, and clean them after that: an accent may be apart from its letter."""
    if not runs:
        return ()
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].is_like(run):
            joined[-1] = run.saying(joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    cleaned = tuple(run.saying(clean(run.text)) for run in joined)
    return cleaned if plain_runs(cleaned).strip() else ()


# --- as JSON: {"p": runs} {"points": [runs]} {"bullets": [runs]} {"table": [[runs]]}; runs are a string, or a
# list of strings, {"b": …} bold, {"i": …} italic and {"m": …} masked

STYLES: Mapping[str, str] = {"b": "bold", "i": "italic", "m": "masked"}


def to_json(blocks: Blocks) -> list[dict[str, object]]:
    """Return the blocks as the store and the open format write them."""
    return [_block_to_json(block) for block in blocks]


def _block_to_json(block: Block) -> dict[str, object]:
    if isinstance(block, Text):
        return {"p": _runs_to_json(block.runs)}
    if isinstance(block, Table):
        return {"table": [[_runs_to_json(cell) for cell in row] for row in block.rows]}
    name = "points" if isinstance(block, Points) else "bullets"
    return {name: [_runs_to_json(item) for item in block.items]}


def _runs_to_json(runs: Runs) -> object:
    if not any(run.bold or run.italic or run.masked for run in runs):
        return plain_runs(runs)
    return [_run_to_json(run) for run in runs]


def _run_to_json(run: Run) -> object:
    inner: object = {"m": run.text} if run.masked else run.text
    inner = {"i": inner} if run.italic else inner
    return {"b": inner} if run.bold else inner


def from_json(value: Sequence[Mapping[str, object]]) -> Blocks:
    """Return the blocks that `to_json` wrote; raises ValueError for another shape."""
    return tuple(_block_from_json(block) for block in value)


def _block_from_json(block: Mapping[str, object]) -> Block:
    match block:
        case {"p": runs, **rest} if not rest:
            return Text(runs_from_json(runs))
        case {"points": list(items), **rest} if not rest:
            return Points(tuple(runs_from_json(item) for item in items))
        case {"bullets": list(items), **rest} if not rest:
            return Bullets(tuple(runs_from_json(item) for item in items))
        case {"table": list(rows), **rest} if not rest:
            return Table(tuple(tuple(runs_from_json(cell) for cell in row) for row in rows))
    raise ValueError(block)


def runs_from_json(value: object) -> Runs:
    """Return runs; raises ValueError for another shape."""
    if isinstance(value, list):
        return tuple(_run_from_json(part) for part in value)
    return (_run_from_json(value),) if value else ()


def _run_from_json(value: object) -> Run:
    styles: set[str] = set()
    while isinstance(value, Mapping) and len(value) == 1:
        [(style, value)] = value.items()
        if style in styles or style not in STYLES:
            raise ValueError(style)
        styles.add(style)
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004 - of JSON, any shape is a value
    return Run(value, **{STYLES[style]: True for style in styles})
