"""A page of a paper as large as is wanted, on the ground; it scrolls, and its keys turn pages."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from klubban.ui.theme import theme
from klubban.ui.widgets.basics import ROLE
from klubban.ui.widgets.paint import draw_focus, smooth

_AROUND = 28
_WIDEST = 880
"""Pixels; at 100 % a page is as wide as the room, but no wider than is good to read."""
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_LINE = 60


class _Paper(QWidget):
    """The page itself, in the middle of the room, with a shadow that lifts it."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(ROLE.Window)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow and page; a picture is shown as it is, a page keeps paper's tone in the dark."""
        if self.image.isNull():
            return
        painter = smooth(QPainter(self))
        size = self.image.size().toSizeF() / self.devicePixelRatioF()
        left = round(max(_AROUND, (self.width() - size.width()) / 2))
        sheet = QRectF(left, _AROUND, size.width(), size.height())
        for grow in (2, 1):
            painter.fillRect(sheet.translated(0, grow), QColor(0, 0, 0, 12))
        painter.fillRect(sheet, QColor(theme().tokens.paper))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.drawImage(sheet, self.image)


class Sheet(QScrollArea):
    """Shows one page; tells when another is wanted, or the same at another size."""

    turned = Signal(int)
    """By how many pages; the bounds of the paper are not known here."""
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._zoom = _ZOOMS.index(1.0)
        self._paper = _Paper()
        self._at_end = False
        self.setWidget(self._paper)
        self.setWidgetResizable(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def pixels_across(self) -> int:
        """Return how many of the screen's pixels a page is to be wide."""
        room = max(200, self.width() - 2 * _AROUND - self.verticalScrollBar().sizeHint().width())
        return round(min(room, _WIDEST) * _ZOOMS[self._zoom] * self.devicePixelRatioF())

    @property
    def percent(self) -> int:
        """Return the size in hundredths of what fits."""
        return round(_ZOOMS[self._zoom] * 100)

    def show_page(self, image: QImage, name: str, *, other: bool) -> None:
        """Show a page; another one than before from its beginning, or from its end after going back."""
        image.setDevicePixelRatio(1)
        self._paper.image = image
        self._paper.setAccessibleName(name)
        self.setAccessibleName(name)
        self._fit()
        if other:
            bar = self.verticalScrollBar()
            bar.setValue(bar.maximum() if self._at_end else 0)
        self._at_end = False
        self._paper.update()

    def clear(self) -> None:
        """Show nothing."""
        self.show_page(QImage(), "", other=True)

    def zoom(self, by: int) -> None:
        """Make the page larger (1), smaller (-1), or as wide as the room (0)."""
        wanted = _ZOOMS.index(1.0) if by == 0 else self._zoom + by
        if 0 <= wanted < len(_ZOOMS) and wanted != self._zoom:
            self._zoom = wanted
            self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll; at the end of a page go on to the next one."""
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self._go(1, self.viewport().height() - _LINE)
            case Qt.Key.Key_PageUp:
                self._go(-1, self.viewport().height() - _LINE)
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                bar.setValue(bar.value() + (_LINE if event.key() == Qt.Key.Key_Down else -_LINE))
            case Qt.Key.Key_Right | Qt.Key.Key_Left if across.maximum():
                across.setValue(across.value() + (_LINE if event.key() == Qt.Key.Key_Right else -_LINE))
            case Qt.Key.Key_Right:
                self.turned.emit(1)
            case Qt.Key.Key_Left:
                self.turned.emit(-1)
            case Qt.Key.Key_Home:
                self.turned.emit(-1_000_000)
            case Qt.Key.Key_End:
                self.turned.emit(1_000_000)
            case _:
                event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or change the size with Ctrl held down."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture that is sharp at this size."""
        super().resizeEvent(event)
        self._fit()
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            draw_focus(smooth(QPainter(self.viewport())), QRectF(self.viewport().rect()))

    def _go(self, way: int, by: int) -> None:
        bar = self.verticalScrollBar()
        edge = bar.maximum() if way > 0 else bar.minimum()
        if bar.value() == edge:
            self._at_end = way < 0
            self.turned.emit(way)
        else:
            bar.setValue(bar.value() + way * by)

    def _fit(self) -> None:
        size = self._paper.image.size() / self.devicePixelRatioF()
        around = QSize(2 * _AROUND, 2 * _AROUND)
        self._paper.resize((size + around).expandedTo(self.viewport().size()))
