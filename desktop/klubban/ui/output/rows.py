"""Rows of documents: each may be ticked, and one is in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from klubban.ui.theme import font, theme
from klubban.ui.widgets.paint import (
    RIGHT,
    draw_box,
    draw_focus,
    draw_text,
    draw_tick,
    draw_wrapped,
    smooth,
    text_height,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

_PAD, _MARK, _WORDS, _LINE = 6, 7.0, 34, 22
_INSET = 22
"""How much further in stands what is folded."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DocumentRow(QCheckBox):
    """A document: its box, its name, and how many pages it has or why there is none.

    A click on the box ticks it; one on the words takes it in hand. So does the keyboard's coming.
    """

    taken = Signal()
    """It is in hand."""

    def __init__(self, title: str, *, inset: bool = False) -> None:
        super().__init__(title)
        self._inset = _INSET if inset else 0
        self._told, self._why, self._off = "", "", False
        self.in_hand = False
        self._name()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, told: str, why: str = "", *, off: bool = False) -> None:
        """Say how many pages it has, and what there is to say of it; `off` is what cannot be made."""
        if (told, why, off) != (self._told, self._why, self._off):
            self._told, self._why, self._off = told, why, off
            self._name()
            self.updateGeometry()
            self.update()

    def hold(self, *, on: bool) -> None:
        """Show whether it is in hand."""
        if on != self.in_hand:
            self.in_hand = on
            self.update()

    def _name(self) -> None:
        self.setAccessibleName(", ".join(filter(None, (self.text(), self._told))))
        self.setAccessibleDescription(self._why)

    # --- size

    def hasHeightForWidth(self) -> bool:
        """Tell that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        room = self._room(width)
        below = text_height(self._why, "small", room) if self._why else 0
        return 2 * _PAD + text_height(self.text(), "body", room) + below

    def sizeHint(self) -> QSize:
        """Return the size at a usual width."""
        return QSize(360, self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:
        """Give way where room is short."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def _room(self, width: int) -> int:
        told = QFontMetrics(font("small")).horizontalAdvance(self._told) + 14 if self._told else 0
        return max(width - _WORDS - self._inset - 10 - told, 60)

    # --- what is done with it

    def hitButton(self, at: QPoint) -> bool:
        """Take a click on the box alone as a tick."""
        return at.x() < _WORDS + self._inset and self.rect().contains(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it in hand, and tick it where its box is."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be in hand."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what a space does; whoever holds the rows walks them."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    # --- look

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; what is in hand lies on the accent's soft colour."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        if self.in_hand or self.underMouse():
            fill = tokens.accent_soft if self.in_hand else tokens.sunk
            draw_box(painter, box, fill, tokens.accent if self.in_hand else fill)
        self._draw_mark(painter, QPointF(self._inset + 17, _PAD + 11))
        left, room = _WORDS + self._inset, self._room(self.width())
        high = text_height(self.text(), "body", room)
        ink = tokens.quiet if self._off else tokens.ink
        draw_wrapped(painter, QRectF(left, _PAD, room, high), self.text(), "body", ink)
        if self._told:
            told = QRectF(box.right() - 210, _PAD, 200, _LINE)
            draw_text(
                painter,
                told,
                self._told,
                "small",
                tokens.quiet,
                int(RIGHT) | int(Qt.AlignmentFlag.AlignVCenter),
            )
        if self._why:
            below = QRectF(left, _PAD + high, room, box.height())
            draw_wrapped(painter, below, self._why, "small", tokens.quiet)
        if self.hasFocus():
            draw_focus(painter, box)

    def _draw_mark(self, painter: QPainter, centre: QPointF) -> None:
        """Draw a box with a tick, or with a stroke where only some are ticked."""
        tokens, state = theme().tokens, self.checkState()
        on = state is not Qt.CheckState.Unchecked
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.edge), 1.5))
        painter.setBrush(QColor(tokens.accent if on else tokens.surface))
        painter.drawRoundedRect(QRectF(centre.x() - _MARK, centre.y() - _MARK, 2 * _MARK, 2 * _MARK), 4, 4)
        if state is Qt.CheckState.Checked:
            draw_tick(painter, centre, tokens.on_accent)
        elif on:
            painter.fillRect(QRectF(centre.x() - 4, centre.y() - 1, 8, 2), QColor(tokens.on_accent))


class FoldRow(DocumentRow):
    """Documents of one sort as one row that unfolds; its tick is for all of them."""

    folded = Signal(bool)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.open = False
        self.setTristate(True)

    def nextCheckState(self) -> None:
        """Tick all, or none."""
        every = self.checkState() is Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Unchecked if every else Qt.CheckState.Checked)

    def fold(self, *, open_: bool) -> None:
        """Show what it holds, or put it away."""
        if open_ != self.open:
            self.open = open_
            self.update()
            self.folded.emit(open_)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn, where the words are clicked."""
        super().mouseReleaseEvent(event)
        if not self.hitButton(event.position().toPoint()):
            self.fold(open_=not self.open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold to the right, fold to the left."""
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.fold(open_=event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row, and a mark for which way it turns."""
        super().paintEvent(event)
        painter, tokens = smooth(QPainter(self)), theme().tokens
        at = QPointF(self.width() - 18, _PAD + _LINE / 2)
        points = [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)]
        if self.open:
            points = [QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]
        painter.setPen(QPen(QColor(tokens.quiet), 1.5))
        painter.drawPolyline([at + point for point in points])

    def _room(self, width: int) -> int:
        return super()._room(width - 26)
