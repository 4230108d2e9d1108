"""Paper beside words: shown where there is room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def give_room(paper: QWidget, edge: QWidget, wide: int, *, least: int) -> None:
    """Show paper and edge, the paper so many pixels wide; or hide both where that is less than it needs."""
    shown = wide >= least
    paper.setVisible(shown)
    edge.setVisible(shown)
    if shown:
        paper.setFixedWidth(wide)
