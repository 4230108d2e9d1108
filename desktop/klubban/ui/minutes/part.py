"""What every part recorded at the table shares: its label, its room, when it stands on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database


class MinutesPart(Column):
    """What is recorded stands in `_told`; `below` has room for a text that is written out of it."""

    saved = Signal()
    failed = Signal(Exception)
    asks = Signal(QWidget)
    typed = Signal()
    can_begin = True
    """It is offered on the line of what is empty."""

    def __init__(self, database: Database, clock: Callable[[], datetime], label: str) -> None:
        super().__init__()
        self.label = label
        self._database, self._clock = database, clock
        self._kept = False
        content = Column()
        self._told, self.below = Column(), Column()
        content.column.addWidget(self._told)
        content.column.addWidget(self.below)
        self.column.addWidget(Section(label, content))
        self.hide()

    def take(self, meeting: Meeting, item: Item) -> None:
        """Show what the store holds now."""

    def enter(self) -> None:
        """Take the keyboard where the next thing is noted."""

    def flush(self) -> bool:
        """Save what is typed half; tell whether nothing is left."""
        return True

    def keep(self, *, there: bool) -> None:
        """Stand on the page although nothing is recorded, or no longer."""
        self._kept = there
        self.setVisible(there)

    def name_key(self, key: str) -> None:
        """Name the key that leads here."""

    @property
    def holds_keyboard(self) -> bool:
        """Tell whether the keyboard is in this part."""
        held = QApplication.focusWidget()
        return held is not None and self.isAncestorOf(held)
