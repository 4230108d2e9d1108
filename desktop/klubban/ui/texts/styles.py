"""The styles that Qt has no name for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

_MASKED = int(QTextFormat.Property.UserProperty) + 1


def is_masked(style: QTextFormat) -> bool:
    """Tell whether words in a style are left out of public versions."""
    return style.boolProperty(_MASKED)


def mask(style: QTextCharFormat, *, masked: bool = True) -> QTextCharFormat:
    """Return the style with words left out of public versions, or not any more."""
    style.setProperty(_MASKED, masked)
    return style


def masked_in(block: QTextBlock) -> Iterator[tuple[int, int]]:
    """Walk the stretches of a block that are masked, from where to where in it."""
    found: tuple[int, int] | None = None
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        start = fragment.position() - block.position()
        if is_masked(fragment.charFormat()):
            found = (found[0] if found else start, start + fragment.length())
        elif found:
            yield found
            found = None
        place += 1
    if found:
        yield found


def is_all_masked(cursor: QTextCursor) -> bool:
    """Tell whether everything that is chosen is masked; without a choice, what would be typed."""
    if not cursor.hasSelection():
        return is_masked(cursor.charFormat())
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(start)
    while block.isValid() and block.position() < end:
        first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
        if first < last and not any(a <= first and last <= b for a, b in masked_in(block)):
            return False
        block = block.next()
    return True
