"""One thing that was seen: its number, where, what, its picture, and what it led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.assignments.pictures import THUMBNAIL
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.paint import CENTRE, draw_box, draw_text, smooth
from klubban.ui.widgets.walked_card import WalkedCard

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from klubban.domain.walk import Observation
    from klubban.ui.theme import Tone


class Picture(QWidget):
    """A small picture with round corners; its words are for those who do not see it, and its tip."""

    def __init__(self, pixmap: QPixmap, says: str) -> None:
        super().__init__()
        self._pixmap = pixmap
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return its size."""
        return THUMBNAIL

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; where it cannot be read, say so."""
        painter, box = smooth(QPainter(self)), QRectF(self.rect())
        tokens = theme().tokens
        if self._pixmap.isNull():
            draw_box(painter, box, tokens.sunk, tokens.line)
            draw_text(painter, box, _("cannot be shown"), "tiny", tokens.quiet, CENTRE)
            return
        shape = QPainterPath()
        shape.addRoundedRect(box, 8, 8)
        painter.setClipPath(shape)
        painter.drawPixmap(self.rect().topLeft(), self._pixmap)


class ObservationCard(WalkedCard):
    """What was seen, as a card."""

    def __init__(
        self, number: int, seen: Observation, became: tuple[str, Tone, str], picture: QPixmap | None
    ) -> None:
        """`became` is a word with its tone, and a sentence of what it led to."""
        super().__init__(seen.id, radius=12)
        pill, tone, told = became
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        says = seen.picture_says if picture is not None else None
        self.setAccessibleName(
            ", ".join(filter(None, (str(number), seen.place, seen.text, pill, told, says)))
        )
        row, column, line = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        spaced(row, (14, 12, 14, 12), 14)
        spaced(column, gap=3)
        spaced(line, (0, 5, 0, 0), 8)
        count = Text(str(number), "item_strong", QUIET)
        count.setFixedWidth(20)
        row.addWidget(count, 0, TOP)
        if seen.place:
            column.addWidget(Text(seen.place, "item_strong", wrap=True))
        column.addWidget(Text(seen.text, wrap=True))
        line.addWidget(Pill(pill, tone), 0, TOP)
        line.addWidget(Text(told, "small", QUIET, wrap=True), 1, TOP)
        column.addLayout(line)
        column.addStretch()
        row.addLayout(column, 1)
        if picture is not None:
            row.addWidget(Picture(picture, says or ""), 0, TOP)
