"""One thing that was seen: its number, where, what, its picture, and what it led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.assignments.pictures import THUMBNAIL
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.paint import CENTRE, draw_box, draw_focus, draw_text, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from klubban.domain.walk import Observation
    from klubban.ui.theme import Tone

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


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


class ObservationCard(QWidget):
    """A card that takes the keyboard; what keys do with it is the page's."""

    taken = Signal(int)
    """The keyboard came to it."""
    followed = Signal(int)
    """Enter was pressed, or it was pressed twice."""
    walked = Signal(int, int)

    def __init__(
        self, number: int, seen: Observation, became: tuple[str, Tone, str], picture: QPixmap | None
    ) -> None:
        """`became` is a word with its tone, and a sentence of what it led to."""
        super().__init__()
        self.id = seen.id
        pill, tone, told = became
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, and the ring where the keyboard is."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        line = QColor(tokens.edge if self.underMouse() else tokens.line).name()
        draw_box(painter, box, tokens.surface, line, radius=12)
        if self.hasFocus():
            draw_focus(painter, box)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.taken.emit(self.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Go where it led."""
        self.followed.emit(self.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or go where it led."""
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        elif key in _ARROWS:
            self.walked.emit(self.id, _ARROWS[key])
        elif key in _ENTER:
            self.followed.emit(self.id)
        else:
            event.ignore()
