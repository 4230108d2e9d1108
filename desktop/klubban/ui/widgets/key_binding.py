"""Keys that do something while the keyboard is in a page, whatever in it has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


def bind_keys(where: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Let keys do things in a widget and all that is in it; they are called as Qt names them."""
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), where)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
