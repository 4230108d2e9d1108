"""What is lacking before the summons is sent: what must be put right, and what is worth looking over."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from klubban.domain.readiness import Lacking, may_not_lack
from klubban.i18n import _
from klubban.ui.summons import lacks_words
from klubban.ui.summons.parts import INSET
from klubban.ui.widgets.basics import QUIET, TOP, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.domain.readiness import Lack
    from klubban.ui.summons.sheet import SummonsSheet

_ITEM = 70


class Lacks(Column):
    """What is lacking, each with the way to where it is put right."""

    item_asked = Signal(object)
    """An item of the agenda is wanted, by its id, or at None the meeting's own facts."""
    body_asked = Signal()
    urgent_asked = Signal()
    """The urgent decisions that are not reported are to be put on the agenda."""

    def __init__(self, sheet: SummonsSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.column.setSpacing(6)
        needed = may_not_lack(sheet.meeting)
        must = [each for each in sheet.lacks if each.what in needed]
        should = [each for each in sheet.lacks if each.what not in needed]
        if must or sheet.unreported:
            self._add_head(_("Must be put right"))
            self._add_unreported()
            self._add_group(must)
        if should:
            self._add_head(_("Worth looking over"))
            self._add_group(should)

    def _add_head(self, told: str) -> None:
        head = Text(told, "item_strong")
        head.setContentsMargins(INSET, 8 if self.column.count() else 0, 0, 0)
        self.column.addWidget(head)

    def _add_unreported(self) -> None:
        if self._sheet.unreported:
            self._add(lacks_words.unreported(self._sheet))
            self._add_way(_("Put it on the agenda"), self.urgent_asked.emit)

    def _add_group(self, found: Sequence[Lack]) -> None:
        for what, group in groupby(found, lambda each: each.what):
            way = lacks_words.way(what)
            if not way:
                self._add(lacks_words.lacking(what), quiet=True)
                self._add_items(list(group))
                continue
            self._add(lacks_words.lacking(what))
            at = self.body_asked.emit if what is Lacking.ABSENCE else partial(self._ask, None)
            self._add_way(way, at)

    def _add(self, told: str, *, quiet: bool = False) -> None:
        """Add a sentence, or quiet words that the items stand under."""
        words = Text(told, "label", QUIET, wrap=True) if quiet else Text(told, wrap=True)
        words.setContentsMargins(INSET, 0, 0, 0)
        self.column.addWidget(words)

    def _add_way(self, name: str, act: Callable[..., object]) -> None:
        link, row = Link(name, "item_strong"), QHBoxLayout()
        link.clicked.connect(act)
        spaced(row)
        row.addWidget(link)
        row.addStretch()
        self.column.addLayout(row)

    def _add_items(self, found: Sequence[Lack]) -> None:
        """Add a line for each item: the way to it, and what of it is lacking."""
        grid = QGridLayout()
        spaced(grid, gap=2)
        grid.setHorizontalSpacing(8)
        grid.setColumnMinimumWidth(0, _ITEM)
        grid.setColumnStretch(1, 1)
        for row, (id_, group) in enumerate(groupby(found, lambda each: each.item.id if each.item else 0)):
            told = lacks_words.lacking_of(list(group))
            link = Link(_("Item {number}").format(number=self._sheet.numbers[id_]), "item_strong")
            link.setAccessibleName(f"{link.text()}: {told}")
            link.clicked.connect(partial(self._ask, id_))
            beside = Text(told, wrap=True)
            beside.setContentsMargins(0, 2, 0, 0)
            grid.addWidget(link, row, 0, TOP | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(beside, row, 1, TOP)
        self.column.addLayout(grid)

    def _ask(self, item: int | None, *_checked: bool) -> None:
        self.item_asked.emit(item)
