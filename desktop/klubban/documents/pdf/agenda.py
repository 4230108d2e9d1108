"""An agenda's entries, and the contents of a file that is made of several documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.pdf.blocks import Block, TextBlock
from klubban.documents.pdf.groups import Cell, Row, Rule, Stack
from klubban.documents.pdf.styles import (
    BESIDE,
    DETAIL,
    ENTRY,
    ENTRY_OFF,
    HAIR,
    PART,
    SMALL_INK,
    STEP,
    WHOLE,
)
from klubban.documents.pdf.tags import Element, for_list
from klubban.domain.text import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.pdf.canvas import TaggedCanvas
    from klubban.documents.tree import AgendaEntry, Listed, ListedPaper, Listing

_NUMBER = 34.0
_PAPER = 54.0
_BESIDE = 104.0
_PAGE = 32.0


class Leading(Block):
    """A block that leads to something; where it stands is remembered."""

    def __init__(self, block: Block, key: str) -> None:
        """Take the block and the key of what it leads to."""
        self.block = block
        self.key = key

    def height(self, width: float) -> float:
        """Return the block's height."""
        return self.block.height(width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the block, and remember its place."""
        self.block.draw(canvas, x, top, width)
        canvas.leads(self.key, x, top, (width, self.block.height(width)))


def entry(node: AgendaEntry, root: Element, bookmark: str) -> Block:
    """Return an item with its number before it and its time at the right, and its facts and papers below."""
    title = _title(node, root)
    rows: list[Block] = [title, *(_detail(fact, root) for fact in node.facts)]
    if node.papers:
        element = Element("L", root, **for_list("None"))
        rows += [_paper(paper, Element("LI", element)) for paper in node.papers]
    rows += [_detail(words, root) for words in node.after]
    block = Stack(rows, together=len(rows) < _FEW).spaced(2 * STEP, STEP, stays_with_next=node.leads)
    block.entry, block.bookmark = node.key, bookmark
    return block


_FEW = 12
"""An entry of so few lines stands on one page."""


def _title(node: AgendaEntry, root: Element) -> Block:
    style = ENTRY_OFF if node.off else ENTRY
    head = Element(f"H{node.level}", root)
    cells = [
        Cell(0, _NUMBER - 2, TextBlock(runs_of(f"{node.number}\n"), style, head)),
        Cell(_NUMBER, WHOLE - _NUMBER - _BESIDE - STEP, TextBlock(runs_of(node.title), style, head)),
    ]
    beside = "\n".join(word for word in (node.when, node.mark) if word)
    if beside:
        block = TextBlock(runs_of(beside), BESIDE, Element("P", root), right=True)
        cells.append(Cell(WHOLE - _BESIDE, _BESIDE, block))
    return Row(cells)


def _detail(words: str, root: Element) -> Block:
    text = TextBlock(runs_of(words), DETAIL, Element("P", root))
    return Row([Cell(_NUMBER, WHOLE - _NUMBER, text)])


def _paper(paper: ListedPaper, item: Element) -> Block:
    label = TextBlock(runs_of(paper.label), DETAIL, Element("Lbl", item))
    title = TextBlock(runs_of(paper.title), DETAIL, Element("LBody", item))
    left = _NUMBER + _PAPER
    row = Row([Cell(_NUMBER, _PAPER, label), Cell(left, WHOLE - left, title)])
    return Leading(row, paper.key) if paper.key else row


def listing(node: Listing, root: Element) -> Iterator[Block]:
    """Walk the lines of the contents, each with its page at the right."""
    element = Element("TOC", root)
    for line in node.lines:
        space = STEP if line.strong else 0
        row = _listed(line, Element("TOCI", element))
        block: Block = Leading(row, line.key) if line.key else row
        yield block.spaced(space, 0, stays_with_next=line.strong)


def _listed(line: Listed, element: Element) -> Block:
    style = PART if line.strong else SMALL_INK
    left = 0.0 if line.strong else _NUMBER
    wide = (_NUMBER if line.strong else _PAPER) if line.label else 0.0
    cells = []
    if line.label:
        cells.append(Cell(left, wide, TextBlock(runs_of(line.label), style, Element("Lbl", element))))
    title = TextBlock(runs_of(line.text), style, Element("P", element))
    cells.append(Cell(left + wide, WHOLE - left - wide - _PAGE - STEP, title))
    page = TextBlock(runs_of(line.page), style, Element("P", element), right=True)
    cells.append(Cell(WHOLE - _PAGE, _PAGE, page))
    row = Row(cells)
    return Stack([row, Rule(STEP, 1.5, HAIR, 0.4)]) if line.strong else row
