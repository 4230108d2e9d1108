"""The keys that lead to an item's parts, wherever the caret is on the meeting's page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

KEYS = {
    "decision": "Ctrl+1",
    "summary": "Ctrl+2",
    "documents": "Ctrl+3",
    "earlier": "Ctrl+4",
    "motions": "Ctrl+5",
    "questions": "Ctrl+6",
    "divisions": "Ctrl+7",
    "opinions": "Ctrl+8",
    "recipients": "Ctrl+9",
    "assignments": "Ctrl+0",
}
SCRATCH = "F2"
"""For the scratch line; a list has the key for itself while it holds the keyboard."""


def bind(surface: QWidget, enter: Callable[[str], object]) -> None:
    """Let each key lead to its part as long as the surface is seen."""
    for name, key in KEYS.items():
        shortcut = QShortcut(QKeySequence(key), surface)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(partial(enter, name))
