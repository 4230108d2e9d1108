"""One who is asked: the name, how it stands as word and tone, and what is known of it in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.walked_card import WalkedCard

if TYPE_CHECKING:
    from klubban.ui.theme import Tone


class RefereeCard(WalkedCard):
    """Who is asked, as a card."""

    def __init__(self, id_: int, name: str, pill: tuple[str, Tone], told: str) -> None:
        super().__init__(id_, radius=10)
        self.setAccessibleName(", ".join(filter(None, (name, pill[0], told))))
        column, row = QVBoxLayout(self), QHBoxLayout()
        spaced(column, (14, 9, 14, 9), 2)
        spaced(row, gap=10)
        row.addWidget(Text(name, "item_strong", wrap=True), 1, TOP)
        row.addWidget(Pill(*pill), 0, TOP)
        column.addLayout(row)
        if told:
            column.addWidget(Text(told, "small", QUIET, wrap=True))
