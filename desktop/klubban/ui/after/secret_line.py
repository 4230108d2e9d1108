"""A line for a passphrase or a PIN: dots are shown, and the words are let go of once they were read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from klubban.ui.theme import font

_INSET = 2
"""Pixels by which Qt sets the words of a line further in than those of other editors."""


class SecretLine(QLineEdit):
    """Enter does what the form is for. Nothing of it is kept, undone or put on a clipboard."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setFrame(False)
        self.setFont(font("body"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhHiddenText | hints.ImhNoPredictiveText)
        self.setTextMargins(-_INSET, 0, 0, 0)
        self.setStyleSheet("background: transparent")

    def taken(self) -> str:
        """Return what was typed, and forget it: Python and Qt keep no other copy that can be reached."""
        words = self.text()
        self.clear()
        return words
