"""F6: the keyboard goes from column to column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.registers.surface import RegisterSurface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


def go_round(columns: Sequence[QWidget], by: int) -> None:
    """Give the keyboard to the next column, or the one before."""
    now = QApplication.focusWidget()
    held = (
        number
        for number, column in enumerate(columns)
        if now is not None and (column is now or column.isAncestorOf(now))
    )
    wanted = columns[(next(held, 0) + by) % len(columns)]
    if isinstance(wanted, ItemSurface | RegisterSurface):
        wanted.enter()
    else:
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
