"""The dates that the law sets, a line each: what for, the day, and where it stands in a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from klubban.i18n import _
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, emptied, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.ui.meeting.dates import DateLine

_RIGHT = Qt.AlignmentFlag.AlignRight


class DateList(QWidget):
    """Shows dates; what is done, due or late has a word in its tone."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Dates set by law"))
        self._grid = QGridLayout(self)
        spaced(self._grid)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self._lines: tuple[DateLine, ...] = ()

    def show_lines(self, lines: Sequence[DateLine]) -> None:
        """Show other dates."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        emptied(self._grid)
        row = 0
        for line in lines:
            if not line.day:
                head = Text(line.label, "pill", QUIET)
                head.setContentsMargins(0, 10 if row else 0, 0, 0)
                self._grid.addWidget(head, row, 0, 1, 3)
                row += 1
                continue
            self._grid.addWidget(Text(line.label, "small"), row, 0, TOP)
            self._grid.addWidget(Text(line.day, "label"), row, 1, TOP | _RIGHT)
            if line.state:
                self._grid.addWidget(_state(line), row, 2, TOP | _RIGHT)
            row += 1
            if line.note:
                self._grid.addWidget(Text(line.note, "tiny", QUIET, wrap=True), row, 0, 1, 3)
                row += 1


def _state(line: DateLine) -> QWidget:
    """Return the word in its pill; a plain word has none, and ends where the pills do."""
    if line.tone == "plain":
        plain = Text(line.state, "pill", QUIET)
        plain.setContentsMargins(0, 1, 0, 0)
        return plain
    return Pill(line.state, line.tone)
