"""The list of the agenda: rows to walk, to move by key and by drag, and a place to type a new title in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from klubban.ui.theme import theme
from klubban.ui.widgets.lists import AIR, RowDelegate, RowList
from klubban.ui.widgets.paint import draw_raised, draw_text, draw_tick, draw_wrapped, smooth, text_height

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from klubban.ui.meeting.agenda import AgendaRow

NUMBER_LEFT, TITLE_LEFT, _TITLE_RIGHT = 10, 58, 28
_BELOW = 22  # so much wider than the title is the line below it, where no tick stands
_MARK, _HALF = 12, 3.5  # the mark before what is still to be done: its room, and half of its height
_INSET = 10  # of the words in the box where a title is typed
_EDGE, _SCROLL, _SCROLLS = 24, 8, 30
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_BUTTON = Qt.MouseButton.LeftButton


class AgendaDelegate(RowDelegate):
    """Draws number, title, a quiet line below and the done mark; the chosen row is a raised card."""

    new_height = 0
    """How high the place is where a title is typed."""

    def height(self, row: AgendaRow, width: int) -> int:
        """Return the height of a wrapped title, with the lines below it."""
        if row.new:
            return self.new_height
        if row.heading:
            return 36
        room = self._title_area(row, QRectF(0, 0, width, 0)).width()
        below = text_height(row.below, "tiny", room + _BELOW) if row.below else 0
        lack = text_height(row.lack, "tiny", room + _BELOW - _MARK) if row.lack else 0
        return text_height(row.title, "item", room) + 13 + below + lack

    def draw(self, painter: QPainter, box: QRectF, row: AgendaRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if row.new:
            return
        if row.heading:
            draw_text(painter, box.adjusted(NUMBER_LEFT, 13, 0, 0), row.number, "pill", tokens.quiet)
            return
        if chosen:
            draw_raised(painter, box.adjusted(0, 0, -1, -1))
        area = self._title_area(row, box)
        strong = chosen and _as_high(row.title, area.width())
        role = "item_strong" if strong else "item"
        number = QRectF(box.left() + NUMBER_LEFT, area.top(), TITLE_LEFT - NUMBER_LEFT - 4, area.height())
        draw_text(painter, number, row.number, role, tokens.quiet)
        # Grey means done, here as on the line of stages.
        ink = tokens.quiet if row.done or row.state else tokens.ink
        if chosen or under:
            ink = tokens.ink if chosen else tokens.accent
        draw_wrapped(painter, area, row.title, role, ink)
        if row.done:
            draw_tick(painter, QPointF(box.right() - 15, box.top() + 16), tokens.done)
        top = area.top() + text_height(row.title, role, area.width())
        below = QRectF(area.left(), top, area.width() + _BELOW, box.bottom() - top)
        if row.below:
            draw_wrapped(painter, below, row.below, "tiny", tokens.soon if row.clash else tokens.quiet)
            below.setTop(top + text_height(row.below, "tiny", below.width()))
        if row.lack:
            _draw_diamond(painter, QPointF(below.left() + 4, below.top() + 8), tokens.soon)
            draw_wrapped(painter, below.adjusted(_MARK, 0, 0, 0), row.lack, "tiny", tokens.soon)

    def _title_area(self, row: AgendaRow, box: QRectF) -> QRectF:
        """Return where the title stands; without a number it begins at the left."""
        left = TITLE_LEFT if row.number else NUMBER_LEFT
        return box.adjusted(left, 6, -_TITLE_RIGHT, 0)


def _draw_diamond(painter: QPainter, centre: QPointF, ink: str) -> None:
    """Draw the mark before what is still to be done."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    corners = ((0, -_HALF), (_HALF, 0), (0, _HALF), (-_HALF, 0))
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))


def _as_high(title: str, width: float) -> bool:
    """Tell whether a title in semibold takes no more lines; else it would move what is below it."""
    return text_height(title, "item_strong", width) <= text_height(title, "item", width)


class AgendaList(RowList):
    """Rows that can be moved; what moves is told, and the list shows it when it has been done."""

    entered = Signal()
    """The chosen row's own page is wanted."""
    removal_asked = Signal(int)
    new_asked = Signal()
    dropped = Signal(int, object)
    """An item is to stand after another, or first (None)."""

    _new: QWidget | None = None  # known before Qt calls what is overridden here

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.delegate = AgendaDelegate(self)
        self.setItemDelegate(self.delegate)
        self.movable = False
        self._pressed: tuple[QPoint, AgendaRow] | None = None
        self._gap: int | None = None
        self._at = QPoint()
        self._scrolling = QTimer(self, interval=_SCROLLS)
        self._scrolling.timeout.connect(self._scroll_along)

    # --- where things stand

    def all_rows(self) -> list[AgendaRow]:
        """Return the rows."""
        found = (self.rows.row(number) for number in range(self.rows.rowCount()))
        return [row for row in found if row is not None]  # type: ignore[misc]  # this list holds no others

    def chosen_row(self) -> AgendaRow | None:
        """Return the row in hand."""
        return self.rows.row(self.currentIndex().row())  # type: ignore[return-value]

    def beside(self, item: int, by: int) -> tuple[bool, int | None]:
        """Return whether an item can go a place down (1) or up (-1), and which item it then stands after."""
        shown = [row.id for row in self.all_rows() if row.item]
        wanted = shown.index(item) + by
        after = wanted if by > 0 else wanted - 1
        return 0 <= wanted < len(shown), shown[after] if 0 <= after < len(shown) else None

    # --- a place to type in

    def hold(self, widget: QWidget) -> None:
        """Keep a widget for the row where a title is typed; it is shown as long as there is such a row."""
        widget.setParent(self.viewport())
        self._new = widget
        widget.hide()

    def place_new(self) -> None:
        """Lay the widget on its row, and make the row as high as it is."""
        if self._new is None:
            return
        number = next((at for at, row in enumerate(self.all_rows()) if row.new), None)
        if number is None:
            self._new.hide()
            return
        high = self._new.sizeHint().height() + 8
        if high != self.delegate.new_height:
            self.delegate.new_height = high
            self.scheduleDelayedItemsLayout()
        box = self.visualRect(self.rows.index(number, 0))
        self._new.setGeometry(box.adjusted(TITLE_LEFT - _INSET, 4, -1, -4))
        self._new.show()

    def updateGeometries(self) -> None:
        """Let the widget follow its row."""
        super().updateGeometries()
        self.place_new()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Let the widget follow its row."""
        super().scrollContentsBy(dx, dy)
        self.place_new()

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter the row, take it away, or begin a new one; drop what is held by the mouse."""
        row, key = self.chosen_row(), Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._gap is not None:
            self._let_go()
        elif key == Qt.Key.Key_Insert:
            self.new_asked.emit()
        elif key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Delete and row is not None and row.item and row.id is not None:
            self.removal_asked.emit(row.id)
        else:
            super().keyPressEvent(event)

    # --- drag

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and note what may be dragged."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        row = self.rows.row(self.indexAt(at).row())
        if self.movable and event.button() == _BUTTON and row is not None and row.item:  # type: ignore[attr-defined]
            self._pressed = at, row  # type: ignore[assignment]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the row would go; without a drag no other row is chosen on the way."""
        if not event.buttons() & _BUTTON:
            super().mouseMoveEvent(event)
            return
        self._at = event.position().toPoint()
        if self._pressed is None:
            return
        far = (self._at - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance()
        if far or self._gap is not None:
            self._show_gap()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where the row was let go."""
        pressed, gap = self._pressed, self._gap
        self._let_go()
        super().mouseReleaseEvent(event)
        if pressed is None or gap is None:
            return
        row, shown = pressed[1], [each for each in self.all_rows() if each.item]
        place = shown.index(row)
        if gap not in (place, place + 1):
            self.dropped.emit(row.id, shown[gap - 1].id if gap else None)

    def _let_go(self) -> None:
        self._pressed = self._gap = None
        self._scrolling.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _show_gap(self) -> None:
        """Find the gap between rows that the mouse is nearest to."""
        boxes = self._boxes()
        self._gap = sum(self._at.y() > box.center().y() for box in boxes)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        near = not _EDGE < self._at.y() < self.viewport().height() - _EDGE
        if near and not self._scrolling.isActive():
            self._scrolling.start()
        elif not near:
            self._scrolling.stop()
        self.viewport().update()

    def _boxes(self) -> list[QRect]:
        rows = enumerate(self.all_rows())
        return [self.visualRect(self.rows.index(number, 0)) for number, row in rows if row.item]

    def _scroll_along(self) -> None:
        """Scroll while a row is held near the edge."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (-_SCROLL if self._at.y() <= _EDGE else _SCROLL))
        self._show_gap()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where the row that is held would go."""
        super().paintEvent(event)
        if self._gap is None:
            return
        boxes = self._boxes()
        y = boxes[self._gap - 1].bottom() + 1 if self._gap else boxes[0].top()
        painter = smooth(QPainter(self.viewport()))
        accent = QColor(theme().tokens.accent)
        painter.setPen(QPen(accent, 2))
        painter.drawLine(QPointF(NUMBER_LEFT + 6, y), QPointF(self.viewport().width() - AIR, y))
        painter.setBrush(QColor(theme().tokens.ground))
        painter.drawEllipse(QPointF(NUMBER_LEFT + 2, y), 4, 4)
