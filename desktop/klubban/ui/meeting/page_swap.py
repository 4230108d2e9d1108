"""The swap of text and page: the page as large as the window is high, and back to the same text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from klubban.ui.meeting.desk import Desk


class PageSwap(QObject):
    """Hides what frames a desk while the page is large; Esc goes back."""

    def __init__(
        self,
        whole: QWidget,
        desk: Desk,
        frame: Sequence[QWidget],
        focused: Callable[[], str | None],
        enter: Callable[[str | None], None],
    ) -> None:
        """Take the page of the window, its desk and frame, and how to leave a text and enter it again."""
        super().__init__(whole)
        self._desk, self._frame, self._focused, self._enter = desk, tuple(frame), focused, enter
        self._left: str | None = None
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), whole)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.swap)

    def swap(self) -> None:
        """Show the page in the text's place, or the text again."""
        on = not self._desk.enlarged
        if on:
            self._left = self._focused()
        for part in self._frame:
            part.setHidden(on)
        self._desk.enlarge(on=on)
        self._escape.setEnabled(on)
        if not on:
            self._enter(self._left)
