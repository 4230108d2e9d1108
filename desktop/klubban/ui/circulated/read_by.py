"""Who has read what was sent: a sentence for each sending, that opens to a list to tick."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.after.tick_list import TickList
from klubban.ui.circulated import words
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.circulated import Reached

_INSET = 6


class ReadBy(QWidget):
    """What was sent, the latest first. Whoever shows it notes what was ticked, and makes it anew."""

    ticked = Signal(object, bool)
    """The id of who was sent something, and whether they have read it."""

    def __init__(
        self, reached: Sequence[Reached], unfolded: set[object], *, formal: bool, locked: bool
    ) -> None:
        """Show it; `unfolded` outlives it, so that what was open stays so."""
        super().__init__()
        self.setAccessibleName(_("Who has read it"))
        self._unfolded, self._formal, self._locked = unfolded, formal, locked
        column = QVBoxLayout(self)
        spaced(column, gap=10)
        for each in reached:
            column.addWidget(self._one(each))

    def _one(self, of: Reached) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        spaced(column, gap=2)
        for text in (
            Text(words.summary(of, formal=self._formal), wrap=True),
            Text(words.sent(of), "small", QUIET),
        ):
            text.setContentsMargins(_INSET, 0, 0, 0)
            column.addWidget(text)
        if self._locked:
            return whole
        key = (of.what, of.sent_on)
        people = TickList(
            words.summary(of, formal=self._formal),
            [(each.id, str(each.who), words.below(each), each.read_on is not None) for each in of.to],
        )
        people.ticked.connect(self.ticked)
        link = Link("", "item_strong")
        link.clicked.connect(partial(self._turn, key, people, link))
        column.addWidget(link)
        column.addWidget(people)
        self._show(key, people, link)
        return whole

    def _turn(self, key: object, people: TickList, link: Link) -> None:
        self._unfolded ^= {key}
        self._show(key, people, link)
        if key in self._unfolded:
            people.enter()

    def _show(self, key: object, people: TickList, link: Link) -> None:
        on = key in self._unfolded
        people.setVisible(on)
        link.setText(_("Hide who has read it") if on else _("Note who has read it"))
