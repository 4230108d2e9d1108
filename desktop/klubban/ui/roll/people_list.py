"""The list of everybody on the roll: columns, painting, and which keys are its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from klubban.i18n import _
from klubban.ui.roll.rows import RollRow
from klubban.ui.roll.strip import HIGH, cell_box, draw_now, draw_strip
from klubban.ui.theme import font, theme
from klubban.ui.widgets.lists import AIR, RowDelegate, RowList
from klubban.ui.widgets.paint import (
    CENTRE,
    PILL_HEIGHT,
    RIGHT,
    VCENTRE,
    draw_box,
    draw_text,
    line_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW, _TALL, _HEADING, _HEAD = 36, 58, 42, 34
_NUMBER, _INDENT, _GAP, _NARROW = 38, 18, 12, 520
_OWN_KEYS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a row lie; in a narrow list how it stands and the strip go below the name."""

    who: QRectF
    now: QRectF
    strip: QRectF
    served: QRectF
    narrow: bool

    @classmethod
    def of(cls, box: QRectF) -> Columns:
        """Share a row's box."""
        left, right, mid = box.left() + _NUMBER, box.right() - 6, box.center().y()
        if box.width() < _NARROW:
            upper, lower = box.top() + 5, box.top() + 30
            strip = max(60.0, min(140.0, (right - left - 130 - 2 * _GAP) * 0.6))
            return cls(
                QRectF(left, upper, right - left, 24),
                QRectF(left, lower, 130, PILL_HEIGHT),
                QRectF(left + 130 + _GAP, lower + 3, strip, HIGH),
                QRectF(left + 130 + strip + 2 * _GAP, lower, right - left - 130 - strip - 2 * _GAP, 20),
                narrow=True,
            )
        room = right - left
        served = max(96.0, min(170.0, room * 0.19))
        strip = max(80.0, min(240.0, room * 0.27))
        now = max(118.0, min(150.0, room * 0.17))
        who = room - served - strip - now - 3 * _GAP
        x = [left, left + who + _GAP, left + who + now + 2 * _GAP, right - served]
        return cls(
            QRectF(x[0], box.top(), who, box.height()),
            QRectF(x[1], mid - PILL_HEIGHT / 2, now, PILL_HEIGHT),
            QRectF(x[2], mid - HIGH / 2, strip, HIGH),
            QRectF(x[3], box.top(), served, box.height()),
            narrow=False,
        )


class PeopleDelegate(RowDelegate):
    """Draws one person: number, name, how it stands now, the strip, where they serve."""

    def height(self, row: RollRow, width: int) -> int:
        """Return one line's height, or two in a narrow list."""
        if row.heading:
            return _HEADING
        return _TALL if width < _NARROW else _ROW

    def draw(self, painter: QPainter, box: QRectF, row: RollRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if row.heading:
            words = box.adjusted(_NUMBER, 18, 0, -2)
            draw_text(painter, words, row.name, "label", tokens.quiet)
            return
        if chosen or under:
            fill = tokens.accent_soft if chosen else tokens.ground
            draw_box(painter, box.adjusted(0, 0, 0, -1), fill, line_of(fill) if chosen else fill)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))
        columns = Columns.of(box.adjusted(0, 0, 0, -1))
        number = QRectF(box.left(), columns.who.top(), _NUMBER - 14, columns.who.height())
        draw_text(painter, number, row.number, "body", tokens.quiet, RIGHT | VCENTRE)
        _draw_who(painter, columns.who, row)
        if row.now is not None:
            draw_now(painter, columns.now.topLeft(), row.now, columns.now.width())
        if row.strip is not None:
            draw_strip(painter, columns.strip, row.strip, row.place)
        draw_text(painter, columns.served, row.served, "item", tokens.ink, VCENTRE)


def _draw_who(painter: QPainter, box: QRectF, row: RollRow) -> None:
    """Draw the name, then the party and what stands quietly after it, as far as there is room."""
    tokens = theme().tokens
    ink = tokens.quiet if row.away or row.stands_in else tokens.ink
    x = box.left()
    if row.stands_in:
        _draw_arrow(painter, QPointF(x + 2, box.center().y()))
        x += _INDENT
    words = ((row.name, "strong", ink), (row.party, "body", ink), (row.note, "small", tokens.quiet))
    for text, role, colour in words:
        room = box.right() - x
        if text and room > _GAP:
            draw_text(painter, QRectF(x, box.top(), room, box.height()), text, role, colour, VCENTRE)
            x += QFontMetrics(font(role)).horizontalAdvance(text) + 5


def _draw_arrow(painter: QPainter, corner: QPointF) -> None:
    """Draw the arrow that leads from a member to the one who steps in."""
    painter.setPen(QColor(theme().tokens.quiet))
    turn, tip = corner + QPointF(0, 4), corner + QPointF(10, 4)
    painter.drawPolyline([corner + QPointF(0, -6), turn, tip])
    painter.drawPolyline([tip + QPointF(-3, -3), tip, tip + QPointF(-3, 3)])


class ColumnHead(QWidget):
    """The heads of the columns, and over the strips the sign of the item in hand."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEAD)
        self._signs: tuple[str, ...] = ()
        self._place = 0

    def show_place(self, signs: Sequence[str], place: int) -> None:
        """Show the signs of the items, one of them in hand."""
        self._signs, self._place = tuple(signs), place
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the heads, each over its column."""
        painter, tokens = QPainter(self), theme().tokens
        columns = Columns.of(QRectF(0, 0, self.width() - AIR, _HEAD))
        tops = [(columns.who, _("Name"))]
        if not columns.narrow and self._signs:
            tops += [(columns.now, _("Now")), (columns.served, _("Serves"))]
        for column, title in tops:
            area = QRectF(column.left(), 0, column.width(), _HEAD - 1)
            draw_text(painter, area, title, "label", tokens.quiet, VCENTRE)
        self._draw_signs(painter, QRectF(columns.strip.left(), 0, columns.strip.width(), _HEAD - 1))
        painter.fillRect(QRectF(0, _HEAD - 1, self.width() - AIR, 1), QColor(tokens.line))

    def _draw_signs(self, painter: QPainter, area: QRectF) -> None:
        """Draw the sign in hand over its cell, and the first and the last where they do not meet it."""
        if not self._signs:
            return
        tokens, wide = theme().tokens, QFontMetrics(font("label")).horizontalAdvance
        cell = cell_box(area, self._place, len(self._signs))
        own = wide(self._signs[self._place]) + 6
        left = min(max(cell.center().x() - own / 2, area.left()), area.right() - own)
        hand = QRectF(left, 0, own, area.height())
        draw_text(painter, hand, self._signs[self._place], "label", tokens.accent, CENTRE)
        first = QRectF(area.left(), 0, wide(self._signs[0]), area.height())
        last_wide = wide(self._signs[-1])
        last = QRectF(area.right() - last_wide, 0, last_wide, area.height())
        for box, sign in ((first, self._signs[0]), (last, self._signs[-1])):
            if not box.adjusted(-6, 0, 6, 0).intersects(hand):
                draw_text(painter, box, sign, "small", tokens.quiet, VCENTRE)


class PeopleList(RowList):
    """Everybody; several rows can be chosen. Keys that only walk are its own, all others the page's."""

    moved = Signal()
    """Another row is in hand, or others are chosen."""

    def __init__(self) -> None:
        super().__init__(_("Roll"))
        self._quiet = False
        self.setItemDelegate(PeopleDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(False)
        self.setLayoutMode(RowList.LayoutMode.SinglePass)
        self.selectionModel().selectionChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[RollRow]) -> None:
        """Show other rows; what was chosen stays chosen, also where it has moved."""
        kept, hand, top = [row.id for row in self.chosen()], self.hand(), self.verticalScrollBar().value()
        before = [self._key(number) for number in range(self.rows.rowCount())]
        self._quiet = True
        if [row.id for row in rows] != before:
            self.rows.set_rows(())  # a choice by number would fall on somebody else
        self.rows.set_rows(rows)
        if [row.id for row in rows] != before:
            self._choose_again(kept, hand, rows)
            self.verticalScrollBar().setValue(top)
            self.scrollTo(self.currentIndex())
        self._quiet = False

    def to_top(self) -> None:
        """Put the first row in hand."""
        self._quiet = True
        self.setCurrentIndex(self.rows.index(0, 0))
        if self.hand() is None:
            self.step(1)
        self.scrollToTop()
        self._quiet = False
        self.moved.emit()

    def _choose_again(
        self, kept: Sequence[tuple[int | None, int | None]], hand: RollRow | None, rows: Sequence[RollRow]
    ) -> None:
        first = next((row for row in rows if not row.heading), None)
        number = self._number(hand.id) if hand else None
        if number is None:
            number = self._number(first.id) if first else None
        if number is None:
            return
        self.setCurrentIndex(self.rows.index(number, 0))
        for key in kept:
            again = self._number(key)
            if again is not None:
                select = QItemSelectionModel.SelectionFlag.Select
                self.selectionModel().select(self.rows.index(again, 0), select)

    def _key(self, number: int) -> tuple[int | None, int | None]:
        row = self.rows.row(number)
        return row.id if isinstance(row, RollRow) else (None, None)

    def _number(self, key: tuple[int | None, int | None]) -> int | None:
        """Return the number of a row, or of another of the same person where theirs is gone."""
        keys = [self._key(number) for number in range(self.rows.rowCount())]
        if key in keys:
            return keys.index(key)
        return next((number for number, (line, _seat) in enumerate(keys) if line == key[0]), None)

    def hand(self) -> RollRow | None:
        """Return the row in hand."""
        row = self.rows.row(self.currentIndex().row())
        return row if isinstance(row, RollRow) and not row.heading else None

    def chosen(self) -> list[RollRow]:
        """Return the rows that are chosen, from the top; the one in hand where none is."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = [row for row in map(self.rows.row, numbers) if isinstance(row, RollRow)]
        hand = self.hand()
        return found or ([hand] if hand else [])

    def choose_line(self, line: int) -> None:
        """Put the row of somebody in hand."""
        number = self._number((line, line))
        if number is not None:
            self.setCurrentIndex(self.rows.index(number, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, and leave everything else to the page: Qt would search for the name with each letter."""
        if event.key() in _OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Ask for little: the page gives what there is."""
        return QSize(300, 200)

    def _tell(self) -> None:
        if not self._quiet:
            self.moved.emit()
