"""Sheets of address labels, three beside each other and eight below, as stationers sell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.pdf.blocks import Block, TextBlock
from klubban.documents.pdf.fonts import Face
from klubban.documents.pdf.styles import BODY, PAGE_HEIGHT, PAGE_WIDTH, Style
from klubban.documents.pdf.tags import Element, for_list
from klubban.documents.tree import LABELS_A_SHEET, Labels
from klubban.domain.text import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.pdf.canvas import TaggedCanvas

_ACROSS, _DOWN = 3, 8
_MM = 72 / 25.4
_WIDE, _HIGH = 70 * _MM, 37 * _MM
_INSET = 7 * _MM
"""Room at each side, since few printers print to the edge of the paper."""
_STYLES = (Style(Face.TEXT, 11, 14), Style(Face.TEXT, 9.5, 12), Style(Face.TEXT, 8, 9.5))
"""From the largest on: an address of many lines is set in the first that it fits in."""


class Sheet(Block):
    """One sheet; it fills the paper, whatever margins a page has."""

    def __init__(self, labels: dict[int, TextBlock]) -> None:
        """Take the addresses, by their place on the sheet from 0."""
        self.labels = labels

    def height(self, _width: float) -> float:
        """Return all that a page holds, so that nothing else stands on it."""
        return BODY

    def draw(self, canvas: TaggedCanvas, _x: float, _top: float, _width: float) -> None:
        """Draw each address in the middle of its label's height."""
        left = (PAGE_WIDTH - _ACROSS * _WIDE) / 2
        above = (PAGE_HEIGHT - _DOWN * _HIGH) / 2
        wide = _WIDE - 2 * _INSET
        for place, label in self.labels.items():
            down, across = divmod(place, _ACROSS)
            inside = max((_HIGH - label.height(wide)) / 2, 0)
            label.draw(canvas, left + across * _WIDE + _INSET, above + down * _HIGH + inside, wide)


def build(node: Labels, parent: Element) -> Iterator[Block]:
    """Walk the sheets of a list of addresses, which is one list to those who hear it."""
    element = Element("L", parent, **for_list("None"))
    sheets: dict[int, dict[int, TextBlock]] = {}
    for number, address in enumerate(node.addresses, node.first - 1):
        sheet, place = divmod(number, LABELS_A_SHEET)
        body = Element("LBody", Element("LI", element))
        sheets.setdefault(sheet, {})[place] = _address("\n".join(address), body)
    for labels in sheets.values():
        yield Sheet(labels)


def _address(words: str, element: Element) -> TextBlock:
    blocks = [TextBlock(runs_of(words), style, element) for style in _STYLES]
    wide = _WIDE - 2 * _INSET
    return next((block for block in blocks if block.height(wide) <= _HIGH - 10), blocks[-1])
