"""Shows the agenda that was sent beside what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from klubban.i18n import _
from klubban.ui.widgets.basics import QUIET, TOP, Text, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.ui.meeting.became import Became

_NUMBER = 34
_RIGHT = Qt.AlignmentFlag.AlignRight


class BecameList(QWidget):
    """A line for each item; what stands as it was sent has nothing beside it."""

    def __init__(self, lines: Sequence[Became]) -> None:
        super().__init__()
        self.setAccessibleName(_("The agenda that was sent"))
        grid = QGridLayout(self)
        spaced(grid)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, _NUMBER)
        grid.setColumnStretch(1, 1)
        row = 0
        for line in lines:
            grid.addWidget(Text(line.number, "item", QUIET), row, 0, TOP)
            grid.addWidget(Text(line.title, "item", wrap=True), row, 1, TOP)
            if line.told:
                grid.addWidget(Text(line.told, "item", QUIET), row, 2, TOP | _RIGHT)
            row += 1
            if line.note:
                grid.addWidget(Text(line.note, "tiny", QUIET, wrap=True), row, 1, 1, 2)
                row += 1
