"""What a year lacks: what can be done about first, and the rest folded below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from klubban.documents import lack_words as say
from klubban.i18n import _, current, ngettext, pgettext
from klubban.ui.planning.parts import Said
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.wheel import Lack

INSET = 6  # of the words of a link


class Lacks(Column):
    """What can be met has a pill; what is only to be known is folded, without one."""

    def __init__(self, lacks: Sequence[Lack]) -> None:
        super().__init__()
        pill = pgettext("of a plan", "lacking")
        chief = [each for each in lacks if each.can_be_met]
        others = [each for each in lacks if not each.can_be_met]
        self._count = len(others)
        if chief:
            self._add(Said([(pill, "soon", say.lack(each, current())) for each in chief]))
        self.others = Said([("", "plain", say.lack(each, current())) for each in others])
        self.others.hide()
        self.fold = Link("", "item")
        self.fold.clicked.connect(self._swap)
        row = QHBoxLayout()
        spaced(row, (0, 4 if chief else 0, 0, 0))
        row.addWidget(self.fold)
        row.addStretch()
        self.fold.setVisible(bool(others))
        if others:
            self.column.addLayout(row)
            self._add(self.others)
        self._name()

    def _add(self, said: Said) -> None:
        said.setContentsMargins(INSET, 0, 0, 0)
        self.column.addWidget(said)

    def _swap(self) -> None:
        self.others.setVisible(self.others.isHidden())
        self._name()

    def _name(self) -> None:
        """Say what the link does now."""
        told = ngettext("{count} thing to know …", "{count} things to know …", self._count)
        self.fold.setText(told.format(count=self._count) if self.others.isHidden() else _("Show less"))
