"""The wording and order of headings, body by body, and the way to make them alike in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.operations.look import differing, same_habits
from klubban.store.trouble import Trouble
from klubban.ui.look import words
from klubban.ui.registers.habits_part import HabitsPart
from klubban.ui.widgets.basics import QUIET, TOP, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.chips import OneOf
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from klubban.domain.body import Body
    from klubban.store.database import Database
    from klubban.ui.look.sheet import LookSheet


_SEVERAL = 2


class OrderPart(QWidget):
    """Which body, its habits, and whether the others have the same."""

    saved = Signal()
    failed = Signal(Exception)
    turned = Signal()
    """Another body is chosen."""

    def __init__(self, database: Database, sheet: LookSheet) -> None:
        super().__init__()
        self._database, self._sheet = database, sheet
        self._bodies: OneOf | None = None
        self._habits: HabitsPart | None = None
        self.body_id: int | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column)
        self._parts = QVBoxLayout()
        spaced(self._parts)
        self._column.addLayout(self._parts)
        self._all = Section(_("All bodies"), self._alike())
        self._column.addWidget(self._all)
        self.take(sheet)

    def _alike(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        spaced(row, gap=8)
        self._told = Text("", wrap=True)
        self.same = Link(_("The same in all bodies"))
        self.same.clicked.connect(self._make_same)
        row.addWidget(self._told, 1, TOP)
        row.addWidget(self.same, 0, TOP)
        return whole

    @property
    def body(self) -> Body | None:
        """Return the body that is chosen, if there is any."""
        return self._sheet.body(self.body_id)

    def take(self, sheet: LookSheet) -> None:
        """Show what is so now; a body that is gone gives way to the first."""
        before = [(body.id, body.name) for body in self._sheet.keeping]
        self._sheet = sheet
        if self.body is None:
            self.body_id = sheet.keeping[0].id if sheet.keeping else None
        if self._bodies is None or before != [(body.id, body.name) for body in sheet.keeping]:
            self._lay_out()
        elif self._habits is not None and self.body is not None:
            self._habits.take(self.body)
        self._show_alike()

    def show_body(self, body_id: int) -> None:
        """Show the headings of a body."""
        self._choose(body_id)
        if self._bodies is not None:
            self._bodies.hold(self.body_id)

    def step(self, by: int) -> None:
        """Go to the next body, or the one before."""
        ids = [body.id for body in self._sheet.keeping]
        if self.body_id in ids:
            self.show_body(ids[(ids.index(self.body_id) + by) % len(ids)])

    def _lay_out(self) -> None:
        """Lay out the bodies to choose among, and the habits of the one that is."""
        while (item := self._parts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._bodies = self._habits = None
        body = self.body
        if body is None:
            told = _("No body keeps a protocol yet. Bodies are added among bodies and people (F7).")
            none = Text(told, "body", QUIET, wrap=True)
            self._parts.addWidget(Section(_("Headings"), none))
            return
        options = [(each.id, each.name) for each in self._sheet.keeping]
        self._bodies = OneOf(_("Headings of"), options, self.body_id)
        self._bodies.chosen.connect(self._choose)
        self._habits = HabitsPart(self._database, body)
        self._habits.failed.connect(self.failed)
        self._parts.addWidget(Section(_("Headings of"), self._bodies))
        self._parts.addWidget(self._habits)
        self._habits.take(body)

    def _choose(self, body_id: object) -> None:
        if isinstance(body_id, int) and body_id != self.body_id:
            self.body_id = body_id
            if self._habits is not None and self.body is not None:
                self._habits.parts.complain("")
                self._habits.take(self.body)
            self._show_alike()
            self.turned.emit()

    def _show_alike(self) -> None:
        body = self.body
        others = differing(body, self._sheet.bodies) if body is not None else ()
        self._told.setText(words.alike(others))
        self._all.setHidden(len(self._sheet.keeping) < _SEVERAL)
        self.same.setHidden(not others or self._database.read_only)
        if body is not None:
            name = _("Lay out paragraphs in all bodies as in {name}").format(name=body.name)
            self.same.setAccessibleName(name)

    def _make_same(self) -> None:
        if self.body_id is None:
            return
        try:
            same_habits(self._database, self.body_id)
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            if self._bodies is not None:
                self._bodies.enter()  # the link goes
            self.saved.emit()
