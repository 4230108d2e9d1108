"""The header of the planning page: which year, whose, and the way to the years beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.i18n import _, pgettext
from klubban.ui.widgets.basics import emptied, spaced
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.chips import OneOf
from klubban.ui.widgets.header import Header

if TYPE_CHECKING:
    from klubban.ui.planning.sheet import YearSheet


class YearHeader(Header):
    """The year as its title, the bodies as chips below it."""

    turned = Signal(int)
    """A year is wanted, so many after the one that is shown."""
    body_chosen = Signal(object)
    """The id of a body, or None for all."""
    export_asked = Signal()

    def __init__(self) -> None:
        self._bodies = QWidget()
        self._row = QVBoxLayout(self._bodies)
        spaced(self._row)
        self._before, self._after = Link("", "item_strong"), Link("", "item_strong")
        save = Button(_("Save as PDF"))
        super().__init__(self._bodies, QWidget(), [self._before, self._after, save])
        self._before.clicked.connect(lambda: self.turned.emit(-1))
        self._after.clicked.connect(lambda: self.turned.emit(1))
        save.clicked.connect(self.export_asked)
        self._chips: OneOf | None = None

    def take(self, sheet: YearSheet) -> None:
        """Show which year it is, and whose."""
        year = sheet.year
        self.title.setText(_("Planning {year}").format(year=year))
        for link, other in ((self._before, year - 1), (self._after, year + 1)):
            link.setText(f"\u2039 {other}" if other < year else f"{other} \u203a")
            link.setAccessibleName(_("Show {year}").format(year=other))
        options: list[tuple[object, str]] = [(None, pgettext("bodies", "All"))]
        options += [(body.id, body.short or body.name) for body in sheet.chains.bodies.values()]
        now = sheet.body.id if sheet.body else None
        if self._chips is not None and self._chips.options == options:
            self._chips.hold(now)
            return
        emptied(self._row)
        self._chips = OneOf(_("Whose year"), options, now)
        self._chips.chosen.connect(self.body_chosen)
        self._row.addWidget(self._chips)

    def enter(self) -> None:
        """Give the keyboard to the bodies."""
        if self._chips is not None:
            self._chips.enter()
