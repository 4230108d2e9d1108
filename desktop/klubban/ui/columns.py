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
        takes = first_stop(wanted) if wanted.focusPolicy() == Qt.FocusPolicy.NoFocus else wanted
        (takes or wanted).setFocus(Qt.FocusReason.ShortcutFocusReason)


def first_stop(column: QWidget) -> QWidget | None:
    """Return the first part of a column at which Tab stops, if there is one."""
    at = column.nextInFocusChain()
    while at is not None and column.isAncestorOf(at):
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible() and at.isEnabled():
            return at
        at = at.nextInFocusChain()
    return None
