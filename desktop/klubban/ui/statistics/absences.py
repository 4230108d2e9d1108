"""Who is seldom there, a sentence each, with a letter to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import attendance_words as say
from klubban.i18n import _, current
from klubban.ui.widgets.basics import QUIET, TOP, Text, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.chronic import Missing


class Absences(QWidget):
    """Sentences below each other; `letter_asked` carries the absence that a letter is about."""

    letter_asked = Signal(object)

    def __init__(self, missing: Sequence[Missing]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=10)
        column.addWidget(Text(say.threshold(current()), "small", QUIET, wrap=True))
        for each in missing:
            row = QHBoxLayout()
            spaced(row, gap=16)
            row.addWidget(Text(say.absence(each, current()), wrap=True), 1, TOP)
            button = Link(_("Write a letter"), "item_strong")
            button.setAccessibleName(_("Write a letter about {who}").format(who=say.who(each, current())))
            button.clicked.connect(lambda _on=False, each=each: self.letter_asked.emit(each))
            row.addWidget(button, 0, TOP)
            column.addLayout(row)
