"""A text written from what is recorded, below that: always there, or when she wants to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from klubban.i18n import _
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from klubban.ui.meeting.written_text import WrittenText

_ABOVE, _INSET = 4, 6


class OnDemand(Column):
    """Shows the text where it is hers; otherwise rows say the same, and a link leads to the text."""

    turned = Signal()
    """It came or went."""

    def __init__(self, text: WrittenText, *, always: bool) -> None:
        super().__init__()
        self._text, self._always, self._asked = text, always, False
        self._way = Link(_("Change the text"))
        self._way.setToolTip(_("The key of the part, pressed again, leads to its text"))
        self._way.clicked.connect(self.enter)
        self.column.setContentsMargins(0, _ABOVE, 0, 0)
        text.setContentsMargins(_INSET, 0, 0, 0)  # in line with the words above, not with their rings
        self.column.addWidget(text)
        self.column.addWidget(self._way, 0, Qt.AlignmentFlag.AlignLeft)
        text.editor.left.connect(self._leave)
        self.fit()

    @property
    def stands(self) -> bool:
        """Tell whether the text is there, and not only a way to it."""
        return not self._text.isHidden()

    def fit(self) -> None:
        """Show the text or the way to it, or neither where there is nothing to write from."""
        something = self._text.says_something
        there = self._asked or (something and (self._always or self._text.hers))
        self._text.setVisible(there)
        way = something and not there and not self._text.editor.isReadOnly()
        self._way.setVisible(way)
        shown = there or way
        if not shown or self.parentWidget() is not None:  # before, it would be a window of its own
            self.setVisible(shown)

    def enter(self) -> None:
        """Show the text and give it the keyboard."""
        self._asked = True
        self.fit()
        self.turned.emit()
        self._text.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self) -> None:
        """Let a text that was only looked at go back behind its way."""
        self._asked = False
        self.fit()
        self.turned.emit()
