"""Blocks placed on pages, from above: what belongs together stays together, and nothing is ever too high."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klubban.documents.pdf.blocks import Block
from klubban.documents.pdf.styles import BODY, BODY_BOTTOM, BODY_TOP, STEP, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.documents.pdf.canvas import TaggedCanvas
    from klubban.documents.pdf.page import Page

_ABOVE_SIGNING = 2 * STEP
"""So much space at least is above lines to sign on."""

Sheet = list[tuple[Block, float]]
"""What stands on a page, with the top of each."""


class NewPage(Block):
    """What follows begins a page, or a sheet: on paper printed on both sides, a right-hand page."""

    def __init__(self, *, apart: bool = False, right: bool = False) -> None:
        """Take whether nothing above may share the page, and whether it must be a right-hand one."""
        self.apart = apart
        self.right = right


@dataclass(slots=True)
class Flow:
    """Where the next block goes. All blocks have their places before the first is drawn."""

    sheets: list[Sheet] = field(default_factory=lambda: [[]])
    headings: dict[int, int] = field(default_factory=dict)
    """On which page each heading of the tree begins."""
    entries: dict[str, int] = field(default_factory=dict)
    """On which page each entry of an agenda begins, by its key."""
    top: float = BODY_TOP
    last: Block | None = None
    """The block above, on the same page."""
    overflowed: bool = False
    """What should have stood at the foot of a page had to begin this one, which has room for more."""

    def place(self, blocks: Iterable[Block]) -> None:
        """Give all blocks their places."""
        queue = deque(blocks)
        while queue:
            block = queue.popleft()
            if isinstance(block, NewPage):
                if queue:
                    self._break(block)
                continue
            rest = self._put(block, queue)
            if rest is not None:
                queue.appendleft(rest)
                self._turn()

    def draw(self, canvas: TaggedCanvas, page: Page) -> None:
        """Draw all blocks, and the head and foot of each page."""
        for number, sheet in enumerate(self.sheets, 1):
            page.draw(canvas, number, self.pages)
            left = page.left(number)
            for block, top in sheet:
                if block.heading is not None:
                    canvas.begins(block.heading, top)
                if block.bookmark:
                    canvas.bookmark(block.bookmark, top)
                block.draw(canvas, left, top, WHOLE)
            canvas.showPage()

    @property
    def pages(self) -> int:
        """Return how many pages there are so far."""
        return len(self.sheets)

    def _break(self, block: NewPage) -> None:
        """Begin a page where this one is used; a left-hand one may have to stay empty."""
        if self.last is not None and (block.apart or not self.overflowed):
            self._turn()
        if block.right and self.pages % 2 == 0:
            self._turn()

    def _put(self, block: Block, queue: deque[Block]) -> Block | None:
        """Place the block, or what fits of it; return what belongs on the next page."""
        high = block.height(WHOLE)
        gap = self._gap(block, high)
        room = BODY_BOTTOM - self.top - gap
        fresh = self.last is None
        if fresh and block.parts_only:
            return None
        if not fresh and block.stays_with_next and self._chain(block, queue) > room:
            return block
        ends_alone = high <= room < high + self._to_sign(block, queue)  # lines to sign on would be alone
        if high <= room and not ends_alone:
            self.overflowed = self.overflowed or (block.sinks and fresh and self.pages > 1)
            ends = bool(queue) and isinstance(queue[0], NewPage)
            sunk = block.sinks and ends and not (fresh or block.headed)
            self._stand(block, BODY_BOTTOM - high - STEP if sunk else self.top + gap, high)
            return None
        parted = block.part(WHOLE, high - 1 if ends_alone else room)
        if parted is not None:
            first, rest = parted
            first.heading, first.bookmark, first.entry = block.heading, block.bookmark, block.entry
            rest.after, rest.stays_with_next = block.after, block.stays_with_next
            self._stand(first, self.top + gap, first.height(WHOLE))
            return rest
        if not fresh:
            return block
        self._stand(block, self.top, high)  # it cannot be parted at all, and another page would not help
        return None

    def _gap(self, block: Block, high: float) -> float:
        """Return the space above a block; lines to sign on come nearer where they would leave the page."""
        if self.last is None:
            return 0.0
        gap = max(self.last.after, block.before)
        if block.sinks:
            spare = (BODY_BOTTOM - self.top - high) // STEP * STEP
            return min(gap, max(spare, _ABOVE_SIGNING))
        return gap

    @staticmethod
    def _to_sign(block: Block, queue: deque[Block], at: int = 0) -> float:
        """Return how high the lines to sign on below a block are, with their heading, where they end all."""
        high, above = 0.0, block
        while len(queue) > at and queue[at].stays_with_next:
            high += max(above.after, queue[at].before) + queue[at].height(WHOLE)
            above = queue[at]
            at += 1
        if block.sinks or len(queue) <= at or not queue[at].sinks:
            return 0.0
        following = queue[at + 1] if len(queue) > at + 1 else None
        ends = following is None or (isinstance(following, NewPage) and following.apart)
        return high + _ABOVE_SIGNING + queue[at].height(WHOLE) if ends else 0.0

    def _chain(self, block: Block, queue: deque[Block]) -> float:
        """Return the height of a heading, of those right below it, and of the beginning of what they head."""
        total = block.height(WHOLE)
        above = block
        for number, following in enumerate(queue, 1):
            if isinstance(following, NewPage):
                break
            total += max(above.after, following.before)
            if not following.stays_with_next:
                total += following.least(WHOLE)
                signed = self._to_sign(following, queue, number)
                if signed and following.part(WHOLE, following.height(WHOLE) - 1) is None:
                    total += signed
                break
            total += following.height(WHOLE)
            above = following
        return total if total <= BODY else 0.0  # too much for any page: let it flow

    def _stand(self, block: Block, top: float, high: float) -> None:
        if block.heading is not None:
            self.headings[block.heading] = self.pages
        if block.entry:
            self.entries[block.entry] = self.pages
        self.sheets[-1].append((block, top))
        self.top = top + high
        self.last = block

    def _turn(self) -> None:
        """Finish the page and begin the next."""
        self.sheets.append([])
        self.top, self.last, self.overflowed = BODY_TOP, None, False
