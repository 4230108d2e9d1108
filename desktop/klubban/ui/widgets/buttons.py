"""Things to press: buttons, words that are links, and a layout that wraps them like words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QWidget

from klubban.ui.theme import font
from klubban.ui.widgets.basics import spaced

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Pressed(QPushButton):
    """What Enter presses as a space does; Qt lets it do so in dialogs alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press at Enter, once for each time that the key goes down."""
        if event.key() not in _ENTER or event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


class Button(Pressed):
    """A push button; `chief` marks the one action of a page.

    Reached by Tab only: a click never takes the caret from the text.
    """

    def __init__(self, text: str, *, chief: bool = False) -> None:
        super().__init__(text)
        self.setProperty("chief", chief)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(font("item_strong"))

    def make_chief(self, *, chief: bool) -> None:
        """Mark it as the one action of the page, or as one among others."""
        if self.property("chief") != chief:
            self.setProperty("chief", chief)
            self.style().polish(self)


class Link(Pressed):
    """A button that reads as words in a line; `flush` begins at its very edge, as a line does."""

    def __init__(self, text: str, role: str = "small", *, flush: bool = False) -> None:
        super().__init__(text)
        self.setProperty("flush", flush)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(font(role))


class FlowLayout(QLayout):
    """Sets widgets side by side and begins a new line where room ends."""

    def __init__(self, parent: QWidget | None = None, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        spaced(self, gap=gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that height follows width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size; the layout above gives more where there is more."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Walk the lines and return their height; move the items only when asked."""
        x, y, tall = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, tall = rect.x(), y + tall + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            tall = max(tall, size.height())
        return y + tall - rect.y()
