"""The page that is shown instead of a file that cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from klubban.i18n import _
from klubban.ui.welcome.page import centred
from klubban.ui.widgets.basics import TOP, Ground, Pill, Text, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.store.trouble import Trouble
    from klubban.ui.widgets.buttons import Button

_WIDTH = 520


class TroublePage(Ground):
    """What happened, what it means, what to do next, and buttons for that."""

    def __init__(self, trouble: Trouble, buttons: Sequence[Button]) -> None:
        super().__init__()
        what, means, next_step = (_(sentence).format(**trouble.facts) for sentence in trouble.sentences)
        column = centred(self, _WIDTH)
        column.addWidget(Pill(_("Not opened"), "late"))
        column.addSpacing(8)
        column.addWidget(Text(what, "title", wrap=True))
        column.addSpacing(8)
        column.addWidget(Text(means, wrap=True))
        column.addSpacing(4)
        column.addWidget(Text(next_step, wrap=True))
        row = QHBoxLayout()
        spaced(row, (0, 20, 0, 0), 10)
        for button in buttons:
            row.addWidget(button, 0, TOP)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
        self.setAccessibleName(what)
