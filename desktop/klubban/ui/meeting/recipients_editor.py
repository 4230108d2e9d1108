"""To whom a decision is sent, a name a line; what is typed is gone on with as names that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor

from klubban.i18n import _
from klubban.ui.theme import theme
from klubban.ui.widgets.editors import LinesEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LEAST = 2
"""Letters after which a name is offered."""
_TAKING = (Qt.Key.Key_Right, Qt.Key.Key_End)


class RecipientsEditor(LinesEditor):
    """Shows the rest of a known name quietly after the caret; the right arrow or End takes it."""

    def __init__(self, name: str, known: Callable[[], Sequence[str]]) -> None:
        super().__init__(name)
        self._known = known
        self._names: tuple[str, ...] | None = None
        self.setAccessibleDescription(_("The right arrow completes a name from the address list."))

    @property
    def _typed_name(self) -> str:
        return self.textCursor().block().text().lstrip()

    @property
    def meant(self) -> str:
        """Return the name that begins like the line that the caret is at the end of; empty for none."""
        cursor, typed = self.textCursor(), self._typed_name
        if cursor.hasSelection() or not cursor.atBlockEnd() or len(typed) < _LEAST:
            return ""
        taken = {each.casefold() for each in self.items()} | {typed.casefold()}
        for name in self._names or ():
            if name.casefold().startswith(typed.casefold()) and name.casefold() not in taken:
                return name
        return ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Forget the names, which may be others by now; they are asked for once somebody types."""
        super().focusInEvent(event)
        self._names = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Complete a name, or type."""
        if self._names is None:
            self._names = tuple(self._known())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        name = self.meant if plain and event.key() in _TAKING and not self.isReadOnly() else ""
        if name:
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(name)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rest of the name after what is typed."""
        super().paintEvent(event)
        if not self.hasFocus() or self.isReadOnly() or not (name := self.meant):
            return
        painter, caret = QPainter(self.viewport()), QRectF(self.cursorRect())
        painter.setFont(self.font())
        painter.setPen(QColor(theme().tokens.quiet))
        base = QPointF(caret.right() + 2, caret.top() + self.fontMetrics().ascent())
        painter.drawText(base, name[len(self._typed_name) :])
