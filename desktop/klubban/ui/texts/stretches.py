"""Where a stretch of a text stands on the screen, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextLine


def stretches(block: QTextBlock, start: int, end: int) -> Iterator[tuple[QTextLine, float, float]]:
    """Walk the lines that a stretch of a block takes, each with where on it the stretch begins and ends."""
    while start < end:
        line = block.layout().lineForTextPosition(start)
        if not line.isValid():
            return
        stop = min(end, line.textStart() + line.textLength())
        yield line, _across(line, start), _across(line, stop)
        if stop <= start:
            return
        start = stop


def _across(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # a pair, which the stubs do not know
    return float(found[0])
