"""Lines that keys move: Alt+Shift with an arrow, wherever in the line the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVES = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def step_of(event: QKeyEvent) -> int | None:
    """Return by how many places a key moves a line; None for another key."""
    return _STEPS.get(Qt.Key(event.key())) if event.modifiers() & _MOVES == _MOVES else None


class Way(Link):
    """A link that leaves the keys that move its line to whoever holds the lines."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass those on; a button would go to its neighbour."""
        if step_of(event) is not None:
            event.ignore()
        else:
            super().keyPressEvent(event)
