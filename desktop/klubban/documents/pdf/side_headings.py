"""Headings of parts that have no numbers: short ones stand beside the text that they head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import tree
from klubban.documents.pdf.groups import Cell, Row
from klubban.documents.pdf.styles import HEADING, LABEL, STEP, WHOLE
from klubban.domain.text import Bullets, Points, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klubban.documents.pdf.blocks import Block

_PART = 2
_MOST = 2
"""So many lines at most has a heading beside its text."""


def heads_text(node: object, following: object) -> bool:
    """Tell whether a node is the heading of a part that begins with running text."""
    part = isinstance(node, tree.Heading) and node.looks == _PART and node.number is None
    return part and isinstance(following, Text | Points | Bullets | tree.Quiet)


def placed(blocks: Iterable[tuple[Block, bool]]) -> Iterator[Block]:
    """Walk blocks, those that are said to head running text beside the first of it where they are short."""
    heading: Block | None = None
    for block, heads in blocks:
        if heading is not None:
            yield from _beside(heading, block)
            heading = None
        elif heads and _words(block).height(LABEL - STEP) <= _MOST * HEADING.leading:
            heading = block
        else:
            yield block
    if heading is not None:
        yield heading


def _words(heading: Block) -> Block:
    """Return a heading without its place on the page."""
    return heading.cells[0].block if isinstance(heading, Row) else heading


def _beside(heading: Block, block: Block) -> Iterator[Block]:
    """Walk a heading with what it heads beside it; after one that heads nothing comes another."""
    if block.heading is not None:
        yield from (heading, block)
        return
    row = Row([Cell(0, LABEL - STEP, _words(heading)), Cell(0, WHOLE, block)])
    row.spaced(heading.before, block.after, stays_with_next=block.stays_with_next)
    row.heading, row.bookmark = heading.heading, heading.bookmark
    yield row
