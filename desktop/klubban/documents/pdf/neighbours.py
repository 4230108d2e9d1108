"""How near a block stands to what is above and below it, and which of them it keeps to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import tree
from klubban.documents.pdf.styles import STEP
from klubban.domain.text import Table, Text

if TYPE_CHECKING:
    from klubban.documents.pdf.blocks import Block

_PARAGRAPH = 2


def keep(block: Block, above: object, node: object, following: object) -> None:
    """Keep a block to its neighbours, by what they and the node that it is of are."""
    match node:
        case Text() if isinstance(following, tree.Chart | tree.Grouped | Table) or _opens(above, following):
            block.stays_with_next = True  # what is said of bars or rows stays above them
        case Text() if isinstance(above, tree.Facts):
            block.before = 3 * STEP  # a letter begins below who it is to
        case tree.Grouped() if isinstance(above, tree.Facts):
            block.before = 4 * STEP
        case Text() if isinstance(above, tree.Heading) and above.looks == _PARAGRAPH:
            block.before = STEP
        case tree.Field() if isinstance(following, tree.FormEnd):
            block.stays_with_next = True  # the code stands with what it is of
        case tree.AgendaEntry() if isinstance(following, tuple):
            block.stays_with_next = True  # nobody signs an empty page
        case tree.Aside() if not isinstance(above, tree.Heading):
            block.stays_with_next = False  # a note is about what is above it
            block.before = 3 * STEP if isinstance(above, tree.AgendaEntry) else 0


def _opens(above: object, following: object) -> bool:
    """Tell whether what is between stands first in its part, above the first heading."""
    return isinstance(above, tree.Separator | tree.PageBreak) and isinstance(following, tree.Heading)
