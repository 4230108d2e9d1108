"""Drawing of the strip over the items, and of the shapes in the pills: never by colour alone."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from klubban.ui.roll.now import Mark
from klubban.ui.roll.rows import Cell
from klubban.ui.theme import font, theme
from klubban.ui.widgets.paint import PILL_HEIGHT, VCENTRE, draw_box, draw_text, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.ui.roll.now import Now
    from klubban.ui.roll.rows import Strip

HIGH = 14
_ROUND = 3
_HATCH = 5
_APART = 8
"""Cells this wide are set apart by a hair line."""
_LEAST = 4
_MARK, _MARK_ROOM = 8, 14


def cell_box(strip: QRectF, place: int, places: int) -> QRectF:
    """Return where one cell of a strip lies."""
    wide = strip.width() / max(places, 1)
    return QRectF(strip.left() + place * wide, strip.top(), wide, strip.height())


def place_at(strip: QRectF, x: float, places: int) -> int | None:
    """Return the place whose cell is at x; None beside the strip."""
    if not strip.left() <= x < strip.right():
        return None
    return int((x - strip.left()) * places / strip.width())


def draw_strip(painter: QPainter, box: QRectF, strip: Strip, place: int) -> None:
    """Draw the cells, those that are alike as one, and below the item in hand a bar."""
    tokens = theme().tokens
    places = len(strip.cells)
    outline = QPainterPath()
    outline.addRoundedRect(box, _ROUND, _ROUND)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(box, QColor(tokens.sunk))
    for (cell, remote), first, count in _runs(strip):
        run = cell_box(box, first, places).united(cell_box(box, first + count - 1, places))
        _draw_run(painter, run, cell, remote=remote)
    if box.width() / max(places, 1) >= _APART:
        for each in range(1, places):
            x = round(cell_box(box, each, places).left())
            painter.fillRect(QRectF(x - 0.5, box.top(), 1, box.height()), QColor(tokens.surface))
    painter.restore()
    _underline(painter, cell_box(box, place, places))


def draw_sample(painter: QPainter, box: QRectF, cell: Cell, *, remote: bool = False) -> None:
    """Draw one cell by itself, as it looks in a strip."""
    outline = QPainterPath()
    outline.addRoundedRect(box, _ROUND, _ROUND)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(box, QColor(theme().tokens.sunk))
    _draw_run(painter, box, cell, remote=remote)
    painter.restore()


def _runs(strip: Strip) -> Iterator[tuple[tuple[Cell, bool], int, int]]:
    """Walk the cells that are alike and side by side: what they are, the first, how many."""
    cells = [(cell, place in strip.remote) for place, cell in enumerate(strip.cells)]
    first = 0
    for kind, same in groupby(cells):
        count = len(list(same))
        yield kind, first, count
        first += count


def _draw_run(painter: QPainter, run: QRectF, cell: Cell, *, remote: bool) -> None:
    tokens = theme().tokens
    match cell:
        case Cell.SERVES:
            painter.fillRect(run, QColor(tokens.accent))
        case Cell.OUT:
            painter.fillRect(run, QColor(tokens.late))
            _hatch(painter, run, tokens.late_soft)
        case Cell.PRESENT:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.edge), 1))
            painter.drawRoundedRect(run.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        case Cell.AWAY:
            return
    if remote and cell is not Cell.OUT:
        ink = tokens.on_accent if cell is Cell.SERVES else tokens.edge
        for y in (run.top() + run.height() / 3, run.top() + 2 * run.height() / 3):
            painter.fillRect(QRectF(run.left(), y - 0.75, run.width(), 1.5), QColor(ink))


def _hatch(painter: QPainter, area: QRectF, colour: str) -> None:
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(colour), 1.25))
    x = area.left() - area.height()
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        x += _HATCH
    painter.restore()


def _underline(painter: QPainter, cell: QRectF) -> None:
    """Draw a bar below the item in hand: wide enough to be seen where cells are narrow."""
    more = max(0.0, _LEAST - cell.width()) / 2
    bar = QRectF(cell.left() - more, cell.bottom() + 2, cell.width() + 2 * more, 2.5)
    painter.fillRect(bar, QColor(theme().tokens.ink))


def now_width(now: Now) -> int:
    """Return the room that a pill with its shape needs."""
    return QFontMetrics(font("pill")).horizontalAdvance(now.word) + 18 + _MARK_ROOM


def draw_now(painter: QPainter, corner: QPointF, now: Now, room: float) -> None:
    """Draw how somebody stands as a shape and a word in a rounded fill."""
    ink, fill = theme().tokens.tone(now.tone)
    box = QRectF(corner.x(), corner.y(), min(now_width(now), room), PILL_HEIGHT)
    draw_box(painter, box, fill, line_of(fill), radius=PILL_HEIGHT / 2)
    _draw_mark(painter, QRectF(box.left() + 8, box.center().y() - _MARK / 2, _MARK, _MARK), now.mark, ink)
    draw_text(painter, box.adjusted(8 + _MARK_ROOM - 1, 0, -8, 0), now.word, "pill", ink, VCENTRE)


def _draw_mark(painter: QPainter, box: QRectF, mark: Mark, ink: str) -> None:
    """Draw a shape of eight pixels."""
    colour = QColor(ink)
    painter.save()
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = box.adjusted(0.75, 0.75, -0.75, -0.75)
    centre = box.center()
    match mark:
        case Mark.DOT:
            painter.setBrush(colour)
            painter.drawEllipse(ring)
        case Mark.RING:
            painter.drawEllipse(ring)
        case Mark.HALF:
            painter.drawEllipse(ring)
            painter.setBrush(colour)
            painter.drawPie(ring, 90 * 16, 180 * 16)
        case Mark.BAR:
            painter.drawEllipse(ring)
            painter.drawLine(ring.bottomLeft() + QPointF(1, -1), ring.topRight() + QPointF(-1, 1))
        case Mark.DASH:
            painter.drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()))
        case Mark.ARROW:
            path = QPainterPath(QPointF(box.left() + 1, box.top()))
            path.lineTo(QPointF(box.left() + 1, centre.y() + 1))
            path.lineTo(QPointF(box.right(), centre.y() + 1))
            tip = QPointF(box.right(), centre.y() + 1)
            path.moveTo(tip + QPointF(-3, -3))
            path.lineTo(tip)
            path.lineTo(tip + QPointF(-3, 3))
            painter.drawPath(path)
    painter.restore()
