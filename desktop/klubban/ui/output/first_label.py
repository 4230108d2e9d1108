"""At which label the first sheet begins: what is left of a sheet that was begun is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.documents.tree import LABELS_A_SHEET
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from collections.abc import Callable


class FirstLabel(QWidget):
    """Says it in a sentence, where labels are among what is wanted."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        spaced(row, (10, 14, 10, 0), 14)
        self._told, self.change = Text("", "item", QUIET, wrap=True), Link(_("Change …"), "item")
        self.change.setAccessibleName(_("Begin at another label"))
        self.change.setToolTip("E")
        self.change.clicked.connect(self.asked)
        row.addWidget(self._told, 1)
        row.addWidget(self.change)
        self.hide()

    def show_first(self, first: int) -> None:
        """Say at which label they begin."""
        line = _("The labels begin at label {number} of the first sheet.").format(number=first)
        self._told.setText(_("The labels begin at the first one of the sheet.") if first == 1 else line)


class FirstLabelForm(Form):
    """Asked in the page."""

    def __init__(self, first: int, choose: Callable[[int], object]) -> None:
        super().__init__(_("Where the labels begin"), _("Begin there"), self._choose)
        self._take = choose
        hint = _("1 to {most}, from the left, row by row").format(most=LABELS_A_SHEET)
        self.add_line("label", _("First label"), str(first) if first > 1 else "", hint)

    def _choose(self) -> None:
        typed = self.words("label").strip() or "1"
        if not (typed.isdecimal() and 1 <= int(typed) <= LABELS_A_SHEET):
            raise RuleBroken(
                N_("A sheet has labels 1 to {most}, and not {first}"),
                most=LABELS_A_SHEET,
                first=f"”{typed}”",
            )
        self._take(int(typed))
