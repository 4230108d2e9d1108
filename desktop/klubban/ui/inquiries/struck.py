"""Words that are struck through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.ui.widgets.basics import QUIET, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


class Struck(Text):
    """What no longer holds, quiet and with a line through it."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "body", QUIET, wrap=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Strike it through now: a style sheet takes that away from what is not shown yet."""
        super().showEvent(event)
        face = self.font()
        face.setStrikeOut(True)
        self.setFont(face)
