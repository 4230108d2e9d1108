"""What was found before something is published, each thing leading to where it stands."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.documents.finding_words import sentence
from klubban.i18n import _, current, ngettext
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced
from klubban.ui.widgets.leads import INSET, Leads
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.findings import Found

_SHOWN = 100
"""So many are shown; who has more begins with these."""


class FoundList(QWidget):
    """Shows the findings by their places; where there are none, that people still have to read."""

    opened = Signal(object)
    """The id of the item that something was found in; None where it is in none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("To look at before it is published"))
        self.groups: list[Leads] = []
        self._found: tuple[Found, ...] | None = None
        column = QVBoxLayout(self)
        spaced(column)
        self._told, self._places = Text("", "item", QUIET, wrap=True), Column()
        self._told.setContentsMargins(0, 2, 0, 10)
        column.addWidget(self._told)
        column.addWidget(self._places)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what was found now; the keyboard stays where nothing changed."""
        if tuple(found) == self._found:
            return
        self._found = tuple(found)
        self._told.setText(self._sentence(len(found)))
        emptied(self._places.column)
        self.groups = []
        for where, group in groupby(self._found[:_SHOWN], key=lambda each: each.where):
            self._add_place(where, tuple(group))

    def enter(self) -> None:
        """Give the keyboard to the first."""
        if self.groups:
            self.groups[0].enter()

    def _add_place(self, where: str, group: Sequence[Found]) -> None:
        leads = Leads([sentence(each, current()) for each in group])
        leads.chosen.connect(partial(self._open, group))
        self.groups.append(leads)
        self._places.column.addWidget(Section(where, leads, INSET))

    def _open(self, group: Sequence[Found], number: int) -> None:
        self.opened.emit(group[number].item)

    def _sentence(self, count: int) -> str:
        if not count:
            return _(
                "No personal identity numbers, private addresses or words that you look for were found."
                " Names and circumstances are for you to judge: read it through."
            )
        told = ngettext("{count} thing; Enter leads there.", "{count} things; Enter leads there.", count)
        told = told.format(count=count)
        if count > _SHOWN:
            first = _("The first {shown} are shown.").format(shown=_SHOWN)
            return f"{told} {first}"
        return told
