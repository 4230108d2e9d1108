"""What waits to be put on the agenda: each with where it comes from, taken one by one or all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.i18n import _, ngettext
from klubban.ui.meeting.surface import Surface
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.cards import Card, Cards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.incoming import Incoming


class WaitingSurface(Surface):
    """Offers what waits; Enter on a card puts it on the agenda."""

    taken = Signal(object)
    """What is to be put on the agenda: a list of Incoming, or None for all."""

    def __init__(self, waiting: Sequence[Incoming], *, locked: bool) -> None:
        super().__init__(_("What waits for the agenda"))
        self._waiting = tuple(waiting)
        self.add(Text(_("What waits for the agenda"), "title"))
        told = _("Nothing here is lost by being left: it waits for the next meeting too.")
        below = Text(told, "item", QUIET, wrap=True)
        below.setContentsMargins(0, 2, 0, 14)
        self.add(below)
        self.cards = Cards([Card(each.title, each.told) for each in self._waiting])
        self.cards.setEnabled(not locked)
        self.cards.chosen.connect(lambda number: self.taken.emit([self._waiting[number]]))
        if len(self._waiting) > 1 and not locked:
            self.add(self._all())
        self.add(self.cards)
        self.end()

    def _all(self) -> QWidget:
        """Return what takes all of it."""
        count = len(self._waiting)
        words = ngettext("Put {count} thing on the agenda", "Put all {count} on the agenda", count)
        button = Button(words.format(count=count))
        button.clicked.connect(lambda: self.taken.emit(None))
        row, line = QHBoxLayout(), QWidget()
        spaced(row, (0, 0, 0, 12))
        row.addWidget(button)
        row.addStretch()
        line.setLayout(row)
        return line

    def enter(self) -> None:
        """Give the keyboard to the first card."""
        self.cards.enter()
