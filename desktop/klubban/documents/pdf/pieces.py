"""What documents are put together of: texts in their columns, facts, names, contents, lines to sign on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import tree
from klubban.documents.pdf.blocks import Block, LateBlock, Parted, TextBlock
from klubban.documents.pdf.characters import NBSP, visible
from klubban.documents.pdf.fonts import width
from klubban.documents.pdf.groups import Cell, Row, Rule, Stack
from klubban.documents.pdf.names import ALONE, Names
from klubban.documents.pdf.styles import (
    BODY_TEXT,
    EDGE,
    LABEL,
    LABEL_TEXT,
    NAME,
    SMALL_INK,
    STEP,
    TEXT,
    WHOLE,
)
from klubban.documents.pdf.tags import Element, for_list, for_table
from klubban.domain.text import Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.documents.pdf.canvas import TaggedCanvas

_ENTRY_NUMBER, _PAGE_NUMBER = 44.0, 28.0
_SIGNED_NAME = 150.0
_LONGEST_LINE = 200


def whole(block: Block) -> Block:
    """Return the block from margin to margin."""
    return Row([Cell(0, WHOLE, block)])


def in_text(block: Block) -> Block:
    """Return the block in the text column."""
    return Row([Cell(LABEL, TEXT, block)])


def labelled(label: str, element: Element, block: Block) -> Row:
    """Return a label in its column with what belongs to it."""
    sign = TextBlock(runs_of(label), LABEL_TEXT, element)
    return Row([Cell(0, LABEL - STEP, sign), Cell(LABEL, TEXT, block)])


def fact(parts: tuple[Text | tree.Names, ...], element: Element) -> Block:
    """Return what belongs to a label; nothing is a line to write on."""
    if not parts:
        return to_write_on()
    return Stack(
        [
            name_list(part.items, element)
            if isinstance(part, tree.Names)
            else TextBlock(part.runs, BODY_TEXT, Element("P", element)).spaced(0, STEP)
            for part in parts
        ]
    )


def name_list(items: tuple[str, ...], parent: Element, *, alone: bool = False) -> Names:
    """Return a list of names, beside a label or alone.

    The second line of a long one hangs, so that it is not taken for a name.
    """
    element = Element("L", parent, **for_list("None"))
    bodies = [Element("LBody", Element("LI", element)) for _ in items]
    names = [
        TextBlock(runs_of(item), NAME, body, hang=2 * STEP) for item, body in zip(items, bodies, strict=True)
    ]
    return Names(names, ALONE) if alone else Names(names)


class ContentsLine(Block):
    """A line of the contents, which leads to its heading from all over its width."""

    def __init__(self, block: Block, link: Element, words: str, heading: int) -> None:
        """Take the line, its element, and what it leads to: in words, and which of the tree's headings."""
        self.block = block
        self.link = link
        self.words = words
        self.to = heading

    def height(self, width: float) -> float:
        """Return the line's height."""
        return self.block.height(width)

    def least(self, width: float) -> float:
        """Return what the line needs to begin."""
        return self.block.least(width)

    def part(self, width: float, room: float) -> Parted | None:
        """Part the line, both parts of which lead there."""
        parted = self.block.part(width, room)
        if parted is None:
            return None
        first, rest = (ContentsLine(each, self.link, self.words, self.to) for each in parted)
        return first, rest

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the line, and make a link of its place."""
        self.block.draw(canvas, x, top, width)
        canvas.link(self.link, self.words, self.to, x, top, (width, self.block.height(width)))


def left_of_titles(headings: Sequence[tree.Heading]) -> float:
    """Return how far from the margin the titles of the contents stand: after the widest number."""
    numbers = [heading.number for heading in headings if heading.number]
    widths = [width(visible(number), SMALL_INK.face, SMALL_INK.size) + STEP for number in numbers]
    return min(max((_ENTRY_NUMBER, *widths)), WHOLE / 3) if numbers else 0.0


def entry(heading: tree.Heading, to: int, page: Callable[[], str], element: Element, left: float) -> Block:
    """Return one line of the contents, its title so far from the margin."""
    cells = []
    if left:
        sign = TextBlock(runs_of(heading.number or "–"), SMALL_INK, Element("Lbl", element))
        cells.append(Cell(0, left, sign))
    link = Element("Link", Element("Reference", element))
    title = TextBlock(runs_of(heading.text), SMALL_INK, link)
    cells.append(Cell(left, WHOLE - left - _PAGE_NUMBER, title))
    place = LateBlock(
        lambda: f"{NBSP}{page()}", SMALL_INK, link
    )  # apart from the title for those who hear it
    cells.append(Cell(WHOLE - _PAGE_NUMBER, _PAGE_NUMBER, place))
    return ContentsLine(Row(cells), link, bookmark(heading), to)


def bookmark(heading: tree.Heading) -> str:
    """Return a heading's number and words on one line, not too long for a list of them."""
    words = f"{heading.number} {heading.text}" if heading.number else heading.text
    return one_line(words)


def one_line(words: str) -> str:
    """Return words as a page shows them, on one line that is not too long for a list."""
    return " ".join(visible(words).split())[:_LONGEST_LINE]


def to_write_on() -> Rule:
    """Return a line just below the baseline of the label before it."""
    return Rule(2 * STEP, 2 * STEP - 1, EDGE)


def signing(line: tree.Signature, row: Element, *, short: bool) -> Block:
    """Return a line to sign on: the role before it, the name after it; a short one leaves room for a name."""
    head, data = Element("TH", row, **for_table("Row")), Element("TD", row)
    role = Cell(0, LABEL - STEP, TextBlock(runs_of(line.role), LABEL_TEXT, head))
    written = TEXT - _SIGNED_NAME - 2 * STEP
    if not line.name:
        return Row([role, Cell(LABEL, written if short else TEXT, to_write_on())])
    name = Cell(WHOLE - _SIGNED_NAME, _SIGNED_NAME, TextBlock(runs_of(line.name), BODY_TEXT, data))
    return Row([role, Cell(LABEL, written, to_write_on()), name])
