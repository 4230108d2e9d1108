"""What stands on a page: blocks that know their height, where they part, and how to draw themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.pdf.addresses import Spans, spans
from klubban.documents.pdf.lines import Line, break_runs
from klubban.documents.pdf.styles import BODY
from klubban.domain.text import runs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.documents.pdf.canvas import TaggedCanvas
    from klubban.documents.pdf.styles import Style
    from klubban.documents.pdf.tags import Element
    from klubban.domain.text import Runs

_TOGETHER = 2
"""So many lines of a text stand together at a page's foot and at the next one's head."""

Parted = tuple["Block", "Block"]


class Block:
    """Something with a height; the spaces before and after it meet in the larger one."""

    before = 0.0
    after = 0.0
    stays_with_next = False
    sinks = False
    """Lines to sign on: at the foot of its page, if nothing follows there."""
    headed = False
    """Stays below its heading, wherever that stands."""
    parts_only = False
    """Parts what is above it from what is below, and is not needed where a page does."""
    heading: int | None = None
    """Which of the tree's headings begins here."""
    entry = ""
    """Which of an agenda's entries begins here, by its key."""
    bookmark = ""

    def spaced(
        self, before: float = 0.0, after: float = 0.0, *, stays_with_next: bool = False, sinks: bool = False
    ) -> Block:
        """Set the spaces around the block and how it keeps its place, and return it."""
        self.before, self.after = before, after
        self.stays_with_next, self.sinks = stays_with_next, sinks
        return self

    def height(self, width: float) -> float:
        """Return how high the block is in a column."""
        raise NotImplementedError

    def least(self, width: float) -> float:
        """Return how much of the block must fit for it to begin on a page."""
        return self.height(width)

    def part(self, _width: float, _room: float) -> Parted | None:
        """Return what fits in the room and what is left, or None when nothing does."""
        return None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the block with its top left corner at a place."""
        raise NotImplementedError


class LineBlock(Block):
    """Lines that have been broken for their column."""

    addresses: tuple[Spans, ...] | None = None
    """What of each line is of a web address; looked for when it is needed, in the whole text."""

    def __init__(
        self, lines: Sequence[Line], style: Style, element: Element, *, right: bool = False, hang: float = 0.0
    ) -> None:
        """Take lines; right sets a single one against the column's right side, hang all but the first in."""
        self.lines = lines
        self.style = style
        self.element = element
        self.right = right
        self.hang = hang

    def height(self, _width: float) -> float:
        """Return the height of the lines."""
        return len(self.lines) * self.style.leading

    def least(self, _width: float) -> float:
        """Return the height of the lines that must stand together."""
        count = len(self.lines)
        return self.style.leading * (count if count < 2 * _TOGETHER else _TOGETHER)

    def part(self, width: float, room: float) -> Parted | None:
        """Part between lines, leaving no line alone unless a page of its own is too small."""
        count, fit = len(self.lines), int(room // self.style.leading)
        if 1 < fit < count and self.lines[fit - 1].divided:
            fit -= 1  # no page ends inside a word
        if self.height(width) <= BODY:
            fit = min(fit, count - _TOGETHER)
            if count < 2 * _TOGETHER or fit < _TOGETHER:
                return None
        if fit < 1:
            return None
        first, rest = self._like(self.lines[:fit]), self._like(self.lines[fit:])
        found = self._spans()
        first.addresses, rest.addresses = found[:fit], found[fit:]
        return first, rest

    def _like(self, lines: Sequence[Line]) -> LineBlock:
        return LineBlock(lines, self.style, self.element, right=self.right, hang=self.hang)

    def _spans(self) -> tuple[Spans, ...]:
        if self.addresses is None:
            inside = self.element.tag == "Link"  # links stand in no other
            self.addresses = ((),) * len(self.lines) if inside else spans(self.lines)
        return self.addresses

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines as the element's content."""
        indent = max(width - self.lines[0].width, 0) if self.right and len(self.lines) == 1 else 0
        lines, spans = self.lines, self._spans()
        hung = 1 if self.hang else len(lines)
        if any(spans):
            canvas.lines_with_links(lines[:hung], spans[:hung], self.element, self.style, x + indent, top)
            below = top + self.style.leading * hung
            canvas.lines_with_links(
                lines[hung:], spans[hung:], self.element, self.style, x + self.hang, below
            )
            return
        with canvas.content(self.element):
            canvas.lines_of_text(lines[:hung], self.style, x + indent, top)
            if lines[hung:]:
                canvas.lines_of_text(lines[hung:], self.style, x + self.hang, top + self.style.leading)


class LateBlock(Block):
    """One line whose words are known when it is drawn: the number of a page."""

    def __init__(self, words: Callable[[], str], style: Style, element: Element) -> None:
        """Take what tells the words, which are set against the column's right side."""
        self.words = words
        self.style = style
        self.element = element

    def height(self, _width: float) -> float:
        """Return the height of a line."""
        return self.style.leading

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the line."""
        lines = break_runs(runs_of(self.words()), self.style, width)
        LineBlock(lines[:1], self.style, self.element, right=True).draw(canvas, x, top, width)


class TextBlock(Block):
    """A text; its lines are broken when the column is known."""

    def __init__(
        self, runs: Runs, style: Style, element: Element, *, right: bool = False, hang: float = 0.0
    ) -> None:
        """Take a text and what it is; right and hang as for lines."""
        self.runs = runs
        self.style = style
        self.element = element
        self.right = right
        self.hang = hang
        self._broken: tuple[float, LineBlock] | None = None

    def set(self, width: float) -> LineBlock:
        """Return the lines for a column, broken once."""
        if self._broken is None or self._broken[0] != width:
            lines = break_runs(self.runs, self.style, width, self.element.language)
            if self.hang and len(lines) > 1:
                lines = break_runs(self.runs, self.style, width - self.hang, self.element.language)
            block = LineBlock(lines, self.style, self.element, right=self.right, hang=self.hang)
            self._broken = (width, block)
        return self._broken[1]

    def height(self, width: float) -> float:
        """Return the height of the lines."""
        return self.set(width).height(width)

    def least(self, width: float) -> float:
        """Return the height of the lines that must stand together."""
        return self.set(width).least(width)

    def part(self, width: float, room: float) -> Parted | None:
        """Part between lines."""
        return self.set(width).part(width, room)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines."""
        self.set(width).draw(canvas, x, top, width)
