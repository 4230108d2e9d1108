"""A page of words above which a form stands; and a sentence with a word before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.ui.meeting.surface import Surface
from klubban.ui.widgets.act_line import ActLine
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, emptied, spaced
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.form_slot import FormSlot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.ui.registers.form import Form
    from klubban.ui.widgets.act_line import Act


class AskingSurface(Surface):
    """A page of words, above which a form stands while something is asked."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._acts: ActLine | None = None
        self.slot: FormSlot[Form] = FormSlot(0, 16, empty=0)
        self.slot.changed = self._give_way
        self.column.addLayout(self.slot.layout)
        self.told = QVBoxLayout()
        spaced(self.told)
        self.column.addLayout(self.told)
        self.end()

    def put(self, *parts: QWidget) -> None:
        """Put parts below each other."""
        for part in parts:
            pressed = isinstance(part, Button)
            self.told.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if pressed else Qt.AlignmentFlag(0))
            part.show()  # now: Qt does it later, and what is not shown takes no keys

    def clear(self) -> None:
        """Take away what is told."""
        self._acts = None
        emptied(self.told)

    def acts(self, acts: Sequence[Act]) -> QWidget:
        """Return what can be done; it gives way to what is asked."""
        line = QWidget()
        column = QVBoxLayout(line)
        spaced(column, (0, 0, 0, 8))
        self._acts = ActLine(acts)
        self._acts.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self._acts)
        self._give_way()
        return line

    def _give_way(self) -> None:
        if self._acts is not None:
            self._acts.setVisible(self.slot.form is None)


def said(pill: tuple[str, str], told: str, role: str = "item") -> QWidget:
    """Return a sentence with a word before it that tells how it is meant."""
    line, row = QWidget(), QHBoxLayout()
    spaced(row, (0, 4, 0, 4), 8)
    line.setLayout(row)
    word, tone = pill
    if word:
        row.addWidget(Pill(word, tone), 0, TOP)  # type: ignore[arg-type] # a Tone
    row.addWidget(Text(told, role, wrap=True), 1, TOP)
    return line


def fact(told: str, below: str = "") -> QWidget:
    """Return what is known, and quietly below it what was before or stands beside it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    spaced(column, gap=2)
    column.addWidget(Text(told, wrap=True))
    if below:
        column.addWidget(Text(below, "small", QUIET, wrap=True))
    return whole
