"""A sheet of paper with a page on it; paper stays paper in the dark theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klubban.i18n import _
from klubban.ui.theme import LIGHT, theme
from klubban.ui.widgets.paint import draw_focus, smooth

_SHAPE = 842 / 595  # A4
_SHADOW = 2
_ROUNDING = 2


class PagePreview(QWidget):
    """Shows one page, as wide as there is room; asks for others by Page Up and Page Down."""

    turned = Signal(int)
    """By how many pages."""
    resized = Signal()
    pressed = Signal()
    """It was clicked, or chosen by key."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Preview"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def pixels_across(self) -> int:
        """Return how many of the screen's pixels the sheet is wide."""
        return max(1, round(self._sheet().width() * self.devicePixelRatioF()))

    def height_at(self, width: int) -> int:
        """Return the height of a sheet that takes a whole width."""
        return round(width * _SHAPE) + _SHADOW

    def show_page(self, image: QImage, name: str) -> None:
        """Show another page, and say which it is."""
        self._image = image
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the least useful size."""
        return QSize(300, self.height_at(300))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture that is sharp at this size."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, or press the sheet."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if event.key() == Qt.Key.Key_PageUp else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on the sheet itself."""
        if event.button() == Qt.MouseButton.LeftButton and self._sheet().contains(event.position()):
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, sheet and page, and the ring where the keyboard is."""
        painter, sheet = smooth(QPainter(self)), self._sheet()
        for grow in (2, 1):
            painter.fillRect(sheet.translated(0, grow), QColor(0, 0, 0, 12))
        painter.fillRect(sheet, QColor(theme().tokens.paper))
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setCompositionMode(
                QPainter.CompositionMode.CompositionMode_Multiply
            )  # keeps dark's paper
            painter.drawImage(self._place(sheet), self._image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if self.hasFocus():
            draw_focus(painter, sheet, LIGHT.accent)  # paper is light in every scheme

    def _place(self, sheet: QRectF) -> QRectF:
        """Return where the picture goes: pixel on pixel when it was made for this size, or else it blurs."""
        size = self._image.size().toSizeF() / self.devicePixelRatioF()
        fits = abs(size.width() - sheet.width()) < _ROUNDING
        return QRectF(sheet.topLeft(), size) if fits else sheet

    def _sheet(self) -> QRectF:
        """Return the sheet at the top of the room, whole."""
        high = self.height() - _SHADOW
        wide = min(float(self.width()), high / _SHAPE)
        return QRectF(round((self.width() - wide) / 2), 0, round(wide), round(wide * _SHAPE))
