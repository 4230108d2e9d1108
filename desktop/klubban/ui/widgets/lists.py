"""Lists of painted rows: the model, the view, and whether a ring should show where the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from klubban.ui.widgets.paint import draw_focus, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
AIR = 8
"""Between the rows and the scroll bar."""
_KEY_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Row(Protocol):
    """What a list shows one of in each row."""

    @property
    def heading(self) -> bool:
        """Tell whether the row only heads those that follow, and cannot be chosen."""

    @property
    def words(self) -> str:
        """Return all that the row says, for readers that do not see it."""

    @property
    def id(self) -> Any:
        """Return what the row stands for: an id, or a thing where the list holds several kinds."""


class RowModel(QAbstractListModel):
    """Rows for a delegate to paint, and words for everybody else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; as long as their number stays, the choice stays."""
        new = tuple(rows)
        if new == self._rows:
            return
        if len(new) == len(self._rows):
            self._rows = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, 0))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """Return a row, or None where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, wanted: object) -> int | None:
        """Return the number of the row that stands for something."""
        found = (place for place, row in enumerate(self._rows) if not row.heading and row.id == wanted)
        return next(found, None)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the row to the delegate and its words to others."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row.words if role in spoken else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Leave headings out of reach: arrow keys pass them by."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None or row.heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class KeyWatch(QObject):
    """Tells whether a view has the focus by key: Qt keeps no reliable account of that for item views."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view, self._by_key = view, False
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    @property
    def ring(self) -> bool:
        """Tell whether to draw the ring."""
        return self._by_key and self._view.hasFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the last means used; let every event pass."""
        if event.type() == QEvent.Type.KeyPress:
            self._by_key = True
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._by_key = False
        elif isinstance(event, QFocusEvent) and event.gotFocus():
            self._by_key = event.reason() in _KEY_REASONS
        return False


class RowDelegate(QStyledItemDelegate):
    """Paints rows; each list says how one looks."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view, self._watch = view, KeyWatch(view)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Measure against the viewport: the option's rect is not yet the row's while Qt lays out."""
        width, model = self._view.viewport().width(), index.model()
        # Not by way of Qt, which costs more than the measuring: all rows of a list are asked for.
        row = model.row(index.row()) if isinstance(model, RowModel) else index.data(ROW_ROLE)
        return QSize(width, self.height(row, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row, and the ring where the keyboard is."""
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect)
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        under = bool(state & QStyle.StateFlag.State_MouseOver)
        self.draw(smooth(painter), box, index.data(ROW_ROLE), chosen=chosen, under=under)
        if state & QStyle.StateFlag.State_HasFocus and self._watch.ring:
            draw_focus(painter, box.adjusted(0, 0, 0, -1))
        painter.restore()

    def height(self, row: Any, width: int) -> int:
        """Return the height of a row at a width."""
        raise NotImplementedError

    def draw(self, painter: QPainter, box: QRectF, row: Any, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        raise NotImplementedError


class RowList(QListView):
    """A list without frame or grid, wrapped anew when its width changes."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setViewportMargins(0, 0, AIR, 0)
        self.rows = RowModel(self)
        self.setModel(self.rows)

    def point_at_rows(self) -> None:
        """Show the hand that presses over each row that leads somewhere."""
        self.entered.connect(self._point)
        self.viewportEntered.connect(self._point_at_nothing)

    def _point(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row is None or row.heading:
            self._point_at_nothing()
        else:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _point_at_nothing(self) -> None:
        self.viewport().unsetCursor()

    def choose(self, wanted: object) -> bool:
        """Choose the row that stands for something; False where there is none."""
        number = self.rows.number_of(wanted)
        if number is None:
            return False
        self.setCurrentIndex(self.rows.index(number, 0))
        return True

    def step(self, by: int) -> None:
        """Choose the next row (by 1) or the one before (by -1), past headings; stay at the ends."""
        number = self.currentIndex().row() + by
        while (row := self.rows.row(number)) is not None:
            if not row.heading:
                self.setCurrentIndex(self.rows.index(number, 0))
                return
            number += by

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for new heights: Qt's own adjusting does not; what is chosen stays in sight if it was."""
        before = QRect(QPoint(), event.oldSize())
        seen = before.intersects(self.visualRect(self.currentIndex()))
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if seen:
            QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))
