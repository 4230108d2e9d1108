"""What is written beside what the record says, a row each; Enter leads to where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.documents import last_look as say
from klubban.i18n import _, current, ngettext
from klubban.ui.planning.parts import Acts
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.leads import INSET, Lead
from klubban.ui.widgets.paint import draw_focus, draw_wrapped, smooth, text_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.last_look import Seen

_ABOVE, _ARROW, _BETWEEN = 5, 26, 16
_MARK, _HALF = 12, 3.5


class LookRow(Lead):
    """What is written at the left, what the record says at the right; below, what may be wrong, and where."""

    def __init__(self, seen: Seen) -> None:
        texts = current()
        self._written, self._record = seen.text, say.record(seen, texts)
        self._doubt, self._where = say.doubt(seen, texts), say.places(seen, texts)
        if seen.count > 1:
            self._where = _("{count} times: {places}").format(count=seen.count, places=self._where)
        super().__init__(say.line(seen, texts))

    def sizeHint(self) -> QSize:
        """Return a usual width with the height that goes with it."""
        return QSize(420, self._high(420))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both sides, and what stands below them."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        half = self._half(self.width())
        ink = tokens.accent if self.underMouse() or self.hasFocus() else tokens.ink
        left = box.adjusted(INSET, _ABOVE, 0, 0)
        left.setWidth(half)
        right = QRectF(left.right() + _BETWEEN, left.top(), half, left.height())
        draw_wrapped(painter, left, self._written, "body", ink)
        draw_wrapped(painter, right, self._record, "body", tokens.quiet)
        top, wide = left.top() + self._sides(self.width()), self.width() - INSET - _ARROW
        if self._doubt:
            _draw_diamond(painter, QPointF(left.left() + 4, top + 8), tokens.soon)
            room = QRectF(left.left() + _MARK, top, wide - _MARK, box.bottom() - top)
            draw_wrapped(painter, room, self._doubt, "small", tokens.soon)
            top += text_height(self._doubt, "small", wide - _MARK)
        draw_wrapped(
            painter, QRectF(left.left(), top, wide, box.bottom() - top), self._where, "small", tokens.quiet
        )
        self._draw_arrow(painter, box, ink)
        if self.hasFocus():
            draw_focus(painter, box)

    def _draw_arrow(self, painter: QPainter, box: QRectF, ink: str) -> None:
        painter.setPen(QPen(QColor(ink), 1.5))
        tip = QPointF(box.right() - 9, box.top() + _ABOVE + 11)
        painter.drawPolyline([tip + QPointF(-4, -4), tip, tip + QPointF(-4, 4)])

    def _half(self, width: int) -> int:
        return (width - INSET - _ARROW - _BETWEEN) // 2

    def _sides(self, width: int) -> int:
        half = self._half(width)
        return max(text_height(each, "body", half) for each in (self._written, self._record or " "))

    def _high(self, width: int) -> int:
        wide = width - INSET - _ARROW
        doubt = text_height(self._doubt, "small", wide - _MARK) if self._doubt else 0
        return self._sides(width) + doubt + text_height(self._where, "small", wide) + 2 * _ABOVE


def _draw_diamond(painter: QPainter, centre: QPointF, ink: str) -> None:
    """Draw the mark of what may be wrong: colour never speaks alone."""
    painter.setPen(QPen(QColor(ink), 1))
    painter.setBrush(QColor(ink))
    corners = ((0, -_HALF), (_HALF, 0), (0, _HALF), (-_HALF, 0))
    painter.drawPolygon([centre + QPointF(x, y) for x, y in corners])
    painter.setBrush(QColor(0, 0, 0, 0))


class LookRows(QWidget):
    """The doubtful ones of a sort; the others when they are asked for."""

    chosen = Signal(object)
    """An item's id, or None for the meeting."""
    unfolded = Signal()

    def __init__(self, found: Sequence[Seen], *, whole: bool) -> None:
        """Show all of them where they are wanted `whole`."""
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column)
        doubtful = [each for each in found if each.doubt is not None]
        for seen in found if whole else doubtful:
            row = LookRow(seen)
            item = seen.spots[0].item if seen.spots else None
            row.clicked.connect(lambda _on=False, item=item: self.chosen.emit(item))
            column.addWidget(row)
        rest = len(found) - len(doubtful)
        if rest and not whole:
            told = ngettext("Show the other one", "Show the other {count}", rest)
            if not doubtful:
                told = ngettext(
                    "One, and nothing looks wrong: show it",
                    "{count}, and nothing looks wrong: show them",
                    rest,
                )
            column.addWidget(Acts([(told.format(count=rest), self.unfolded.emit)]))
        elif whole and rest:
            column.addWidget(Acts([(_("Show only what may be wrong"), self.unfolded.emit)]))
