"""How words look that are left out of public versions: dots below them, and a bracket at each end.

They are drawn over the text, as what is misspelt is, so that nothing is laid out anew.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from klubban.ui.texts.reading import blocks_at
from klubban.ui.texts.stretches import stretches
from klubban.ui.texts.styles import masked_in
from klubban.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QTextEdit

_FOOT, _BELOW = 3.0, 3.0
"""How long the feet of a bracket are, and how far below the words the dots."""


def draw(editor: QTextEdit, painter: QPainter, rect: QRectF) -> None:
    """Draw the marks in the part of an editor that is painted."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    layout, cursor = editor.document().documentLayout(), editor.textCursor()
    for block in blocks_at(editor.document(), rect.top(), rect.bottom()):
        corner = layout.blockBoundingRect(block).topLeft()
        chosen = range(cursor.selectionStart() - block.position(), cursor.selectionEnd() - block.position())
        for start, end in masked_in(block):
            edges = sorted(
                {start, end, *(place for place in (chosen.start, chosen.stop) if start < place < end)}
            )
            for first, last in pairwise(edges):
                pieces = [piece.translated(corner) for piece in _pieces(block, first, last)]
                ends = (first == start, last == end)
                _draw_stretch(painter, pieces, ends, chosen=first in chosen)


def _draw_stretch(
    painter: QPainter, pieces: Sequence[QRectF], ends: tuple[bool, bool], *, chosen: bool
) -> None:
    """Draw the dots below a stretch, and the brackets at those of its ends that are the whole one's."""
    colour = QColor(theme().tokens.on_accent if chosen else theme().tokens.accent)
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap))
    for piece in pieces:
        low = piece.bottom() + _BELOW
        painter.drawLine(QPointF(piece.left(), low), QPointF(piece.right(), low))
    painter.setPen(QPen(colour, 1.4))
    if pieces and ends[0]:
        _bracket(painter, pieces[0].topLeft(), pieces[0].bottom() + _BELOW, _FOOT)
    if pieces and ends[1]:
        _bracket(painter, pieces[-1].topRight(), pieces[-1].bottom() + _BELOW, -_FOOT)


def _pieces(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """Walk what a stretch takes of each line, from the top of its letters to their foot."""
    for line, left, right in stretches(block, start, end):
        yield QRectF(left, line.y() + line.ascent() / 4, right - left, line.ascent() * 3 / 4)


def _bracket(painter: QPainter, top: QPointF, low: float, foot: float) -> None:
    """Draw a bracket; `foot` points into the stretch."""
    painter.drawPolyline([
        QPointF(top.x() + foot, top.y()), top, QPointF(top.x(), low), QPointF(top.x() + foot, low),
    ])  # fmt: skip
