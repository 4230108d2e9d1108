"""A text seen as lines: a running text, a point, a bullet, or a whole table. A line is one of Qt's blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.text import Block, Blocks, Bullets, Points, Run, Runs, Table, Text, plain_runs, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_TEXT = 300_000
"""Characters of one text: some hundred pages."""
LONGEST_PIECE = 20_000
"""Characters without a line break; Qt lays a piece out anew at every key."""

# What no document can print, Qt's own marks for objects and frames, and lone halves of pairs.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0\ufdd1\ufffc\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\u2028\u2029]")


class Kind(Enum):
    """What a line is."""

    TEXT = "text"
    POINT = "point"
    BULLET = "bullet"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text."""

    kind: Kind
    runs: Runs = ()
    first: bool = True
    """It begins a list; the points after it go on counting."""
    rows: tuple[tuple[Runs, ...], ...] = ()


def wanted(text: str) -> str:
    """Return the characters that a text may hold, with plain line breaks."""
    return _UNWANTED.sub("", _BREAKS.sub("\n", text))


def plain_line(text: str) -> Line:
    """Return one line of running text."""
    return Line(Kind.TEXT, (Run(text),) if text else ())


def words_of(lines: Sequence[Line]) -> list[str]:
    """Return the words of lines without their styles, the cells of a row beside each other."""
    found: list[str] = []
    for line in lines:
        if line.kind is Kind.TABLE:
            found += [" ".join(plain_runs(cell) for cell in row) for row in line.rows]
        else:
            found.append(plain_runs(line.runs))
    return found


def check_length(there: int, lines: Sequence[Line]) -> None:
    """Raise RuleBroken where a text with so many characters cannot take these lines as well."""
    words = words_of(lines)
    pasted = sum(map(len, words))
    if there + pasted > LONGEST_TEXT:
        raise RuleBroken(
            "{pasted} characters cannot be pasted here: a text has at most {most}. Nothing was changed; "
            "keep what is so long as a document of the item",
            pasted=_counted(pasted),
            most=_counted(LONGEST_TEXT),
        )
    longest = max(map(len, words), default=0)
    if longest > LONGEST_PIECE:
        raise RuleBroken(
            "{pasted} characters without a line break cannot be pasted here: a piece of a text has at most "
            "{most}. Nothing was changed; break it into pieces, or keep it as a document of the item",
            pasted=_counted(longest),
            most=_counted(LONGEST_PIECE),
        )


def _counted(number: int) -> str:
    return f"{number:,}".replace(",", "\xa0")


def lines_of(blocks: Blocks) -> list[Line]:
    """Return the lines of a text."""
    lines: list[Line] = []
    for block in blocks:
        match block:
            case Text(runs):
                lines.append(Line(Kind.TEXT, runs))
            case Table(rows):
                lines.append(Line(Kind.TABLE, rows=rows))
            case Points(items) | Bullets(items):
                kind = Kind.POINT if isinstance(block, Points) else Kind.BULLET
                lines += [Line(kind, item, first=not place) for place, item in enumerate(items)]
    return lines


def blocks_of(lines: Sequence[Line]) -> Blocks:
    """Return the text that lines make, tidy."""
    blocks: list[Block] = []
    for line in lines:
        last = blocks[-1] if blocks else None
        if line.kind is Kind.TABLE:
            blocks.append(Table(line.rows))
        elif line.kind is Kind.TEXT:
            blocks.append(Text(line.runs))
        elif not line.first and isinstance(last, Points | Bullets):
            blocks[-1] = type(last)((*last.items, line.runs))
        else:
            blocks.append((Points if line.kind is Kind.POINT else Bullets)((line.runs,)))
    return tidy(blocks)
