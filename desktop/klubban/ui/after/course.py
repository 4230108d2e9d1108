"""The course of a meeting after it: its steps below each other, a mark for how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from klubban.i18n import _
from klubban.ui.after.steps import Stands, StepLine
from klubban.ui.theme import theme
from klubban.ui.widgets.lists import RowDelegate, RowList
from klubban.ui.widgets.paint import draw_raised, draw_tick, draw_wrapped, text_height

if TYPE_CHECKING:
    from klubban.ui.after.steps import Step

WIDTH = 232
_MARK_AT, _WORDS_AT, _RIGHT, _DOWN, _HIGH = 20.0, 40, 12, 9, 11.0


class CourseDelegate(RowDelegate):
    """Draws a step: its mark on the line that joins them, its name, and below it where it stands."""

    def height(self, row: StepLine, width: int) -> int:
        """Return the height of the wrapped words."""
        room = width - _WORDS_AT - _RIGHT
        told = text_height(row.told, "tiny", room) if row.told else 0
        return text_height(row.title, "item", room) + told + 2 * _DOWN

    def draw(self, painter: QPainter, box: QRectF, row: StepLine, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if chosen:
            draw_raised(painter, box.adjusted(0, 1, -1, -2))
        self._draw_mark(painter, box, row.stands)
        area = box.adjusted(_WORDS_AT, _DOWN, -_RIGHT, 0)
        role = "item_strong" if chosen or row.stands in (Stands.NOW, Stands.LATE) else "item"
        ink = (
            tokens.quiet
            if row.stands in (Stands.DONE, Stands.TO_COME, Stands.BESIDE) and not chosen
            else tokens.ink
        )
        draw_wrapped(painter, area, row.title, role, tokens.accent if under and not chosen else ink)
        area.setTop(area.top() + text_height(row.title, role, area.width()))
        told = tokens.late if row.stands is Stands.LATE else tokens.quiet
        draw_wrapped(painter, area, row.told, "tiny", told)

    def _draw_mark(self, painter: QPainter, box: QRectF, stands: Stands) -> None:
        """Draw a tick for done, a filled disc for what is now, a square for late, a ring for what comes."""
        tokens = theme().tokens
        if stands is Stands.BESIDE:
            return
        centre = QPointF(box.left() + _MARK_AT, box.top() + _DOWN + _HIGH)
        if stands is Stands.DONE:
            draw_tick(painter, centre, tokens.done)
            return
        ink = {Stands.NOW: tokens.accent, Stands.LATE: tokens.late}.get(stands, tokens.edge)
        painter.setPen(QPen(QColor(ink), 1.5))
        filled = stands in (Stands.NOW, Stands.LATE)
        painter.setBrush(QColor(ink) if filled else Qt.BrushStyle.NoBrush)
        mark = QRectF(centre - QPointF(4, 4), QSize(8, 8).toSizeF())
        if stands is Stands.LATE:
            painter.drawRect(mark)
        else:
            painter.drawEllipse(mark)


class CourseList(RowList):
    """The steps; the arrows walk them, and Enter goes into the one in hand."""

    def __init__(self) -> None:
        super().__init__(_("After the meeting"))
        self.setItemDelegate(CourseDelegate(self))
        self.point_at_rows()
        self.setFixedWidth(WIDTH)

    def chosen(self) -> tuple[Step, int | None] | None:
        """Return the step in hand."""
        row = cast("StepLine | None", self.rows.row(self.currentIndex().row()))
        return row.id if row is not None else None
