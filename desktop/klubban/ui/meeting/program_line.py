"""The thin accent line beside what the program wrote in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klubban.ui.texts.lines import lines_of
from klubban.ui.texts.reading import blocks_at, line_at
from klubban.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.domain.text import Block, Runs
    from klubban.ui.texts.lines import Kind
    from klubban.ui.widgets.editors import GrowingEditor

ROOM, _THICK = 14, 3
_BETWEEN = 12
"""More than stands between two blocks: what is painted may begin there."""


class ProgramLine(QWidget):
    """Stands at the left of an editor. A line that she changed is hers at once, and has no mark."""

    def __init__(self, editor: GrowingEditor) -> None:
        super().__init__()
        self._editor = editor
        self._said: frozenset[tuple[Kind, Runs]] = frozenset()
        self.setFixedWidth(ROOM)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        editor.textChanged.connect(self.update)
        editor.document().documentLayout().documentSizeChanged.connect(lambda _size: self.update())

    def mark(self, blocks: Iterable[Block]) -> None:
        """Mark these, wherever they stand in the text."""
        self._said = frozenset((line.kind, line.runs) for line in lines_of(tuple(blocks)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one line beside neighbours that are both the program's."""
        if not self._said:
            return
        document, shown = self._editor.document(), event.rect()
        layout, painter, before = document.documentLayout(), QPainter(self), None
        for block in blocks_at(document, shown.top() - _BETWEEN, shown.bottom()):
            line, box = line_at(block), layout.blockBoundingRect(block)
            said = (line.kind, line.runs) in self._said
            if said:
                top = box.top() if before is None else before
                painter.fillRect(QRectF(0, top, _THICK, box.bottom() - top), QColor(theme().tokens.accent))
            before = box.bottom() if said else None
