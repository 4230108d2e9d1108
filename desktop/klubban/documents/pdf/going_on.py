"""Lists whose heading or label is said again where they go on on another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.pdf.blocks import Block, Parted, TextBlock
from klubban.documents.pdf.styles import LABEL, LABEL_TEXT, PART, STEP, TEXT
from klubban.documents.pdf.tags import Element
from klubban.domain.text import runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from klubban.documents.pdf.canvas import TaggedCanvas

_MOST = 3
"""Words of more lines are not said again."""


def told(group: str, language: str) -> str:
    """Return a heading or label as it is said again: `Ja, 80 (forts.)`; language is a BCP 47 tag."""
    texts = texts_of(language.partition("-")[0])
    return texts.pgettext("of a list on another page", "{group} (continued)").format(group=group)


class Again(Block):
    """Words that were read where they stood first; here they are an artifact."""

    def __init__(self, block: Block) -> None:
        """Take what is said again."""
        self.block = block

    def height(self, width: float) -> float:
        """Return the height of the words."""
        return self.block.height(width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the words."""
        with canvas.artifact():
            self.block.draw(canvas, x, top, width)


def beside(row: Block, label: str) -> Block:
    """Return a row whose label stands beside each part of what it goes on with."""
    return _going_on(row, TextBlock(runs_of(label), LABEL_TEXT, _nothing()), above=False)


def below(block: Block, heading: str) -> Block:
    """Return a block whose heading, in the text column, stands above each part of what it goes on with."""
    return _going_on(block, TextBlock(runs_of(heading), PART, _nothing()), above=True)


def _nothing() -> Element:
    """Return an element that is in no tree."""
    return Element("Span")


def _going_on(block: Block, again: TextBlock, *, above: bool) -> Block:
    lines = again.height(TEXT if above else LABEL - STEP) / again.style.leading
    return _GoingOn(block, Again(again), above=above) if lines <= _MOST else block


class _GoingOn(Block):
    def __init__(self, block: Block, again: Again, *, above: bool, repeated: bool = False) -> None:
        self.block = block
        self.again = again
        self.above = above
        self.repeated = repeated

    def _down(self) -> float:
        """Return how far down what goes on begins."""
        return self.again.height(TEXT) if self.above and self.repeated else 0.0

    def height(self, width: float) -> float:
        high = self._down() + self.block.height(width)
        return max(high, self.again.height(LABEL - STEP)) if self.repeated and not self.above else high

    def least(self, width: float) -> float:
        return self._down() + self.block.least(width)

    def part(self, width: float, room: float) -> Parted | None:
        parted = self.block.part(width, room - self._down())
        if parted is None:
            return None
        first, rest = parted
        return (
            _GoingOn(first, self.again, above=self.above, repeated=self.repeated),
            _GoingOn(rest, self.again, above=self.above, repeated=True),
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        if self.repeated:
            left, wide = (x + LABEL, TEXT) if self.above else (x, LABEL - STEP)
            self.again.draw(canvas, left, top, wide)
        self.block.draw(canvas, x, top + self._down(), width)
