"""Paper beside words: shown where there is room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDE, _PAGE, _ALL = 1180, 360, 16_777_215
"""A page wider than the first has room for the paper beside."""


def give_room(paper: QWidget, edge: QWidget, wide: int, *, least: int) -> None:
    """Show paper and edge, the paper so many pixels wide; or hide both where that is less than it needs."""
    shown = wide >= least
    paper.setVisible(shown)
    edge.setVisible(shown)
    if shown:
        paper.setFixedWidth(wide)


def take_turns(paper: QWidget, room: int, *, there: bool, asked: bool) -> bool:
    """Show paper, if it is there; tell whether the words are in sight with it.

    In a room of so many pixels it stands beside them until it is asked away; where that is too narrow,
    it takes their place once it is asked for.
    """
    wide = room >= _WIDE
    shown = there and wide != asked
    paper.setVisible(shown)
    paper.setMaximumWidth(_PAGE if wide else _ALL)
    paper.setMinimumWidth(_PAGE if wide else 0)
    return wide or not shown
