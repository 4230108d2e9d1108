"""Keys that do something by themselves, told from those held with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def plain_key(event: QKeyEvent) -> int | None:
    """Return the key that was pressed; None while Ctrl, Alt or Meta is held."""
    return None if event.modifiers() & _HELD else event.key()
