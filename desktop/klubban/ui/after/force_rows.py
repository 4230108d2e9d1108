"""Paragraphs below each other, each to be ticked, with where it stands in a sentence and a word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.ui.widgets.basics import TOP, Pill, spaced
from klubban.ui.widgets.options import Toggle

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from klubban.ui.theme import Tone

_DOWN = 7
"""So far down the first line of a toggle stands."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ParagraphRows(QWidget):
    """Arrow keys walk them, a space or Enter ticks one."""

    changed = Signal(int, bool)
    """An item was ticked, or not any more."""

    def __init__(
        self,
        rows: Sequence[tuple[int, str, str]],
        pills: Mapping[int, tuple[str, Tone]],
        ticked: Collection[int],
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=2)
        self.toggles: list[Toggle] = []
        for item, title, told in rows:
            toggle = Toggle(title, told)
            toggle.setChecked(item in ticked)
            toggle.toggled.connect(partial(self.changed.emit, item))
            self.toggles.append(toggle)
            row = QHBoxLayout()
            spaced(row, gap=8)
            row.addWidget(toggle, 1)
            words, tone = pills.get(item, ("", "plain"))
            if words:
                beside = QVBoxLayout()
                spaced(beside, (0, _DOWN, 0, 0))
                beside.addWidget(Pill(words, tone), 0, TOP)
                row.addLayout(beside)
            column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by the arrows."""
        held = next((each for each in self.toggles if each.hasFocus()), None)
        by = _STEPS.get(Qt.Key(event.key()))
        if held is None or by is None:
            super().keyPressEvent(event)
            return
        wanted = self.toggles.index(held) + by
        if 0 <= wanted < len(self.toggles):
            self.toggles[wanted].setFocus(Qt.FocusReason.TabFocusReason)
