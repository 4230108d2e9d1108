"""Below the members: a new seat, asked for step by step, and a list to read in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.body import SeatRole
from klubban.i18n import _
from klubban.ui.registers import words
from klubban.ui.registers.seat_forms import new_seat
from klubban.ui.widgets.basics import emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link

if TYPE_CHECKING:
    from klubban.store.database import Database
    from klubban.ui.registers.sheet import Sheet


class SeatOffers(QWidget):
    """Made once for a body: a form that is begun stays when the lines around it are written anew."""

    import_asked = Signal()
    added = Signal()
    opened = Signal(QWidget)
    failed = Signal(Exception)

    def __init__(self, database: Database, sheet: Sheet) -> None:
        super().__init__()
        self._database, self._sheet = database, sheet
        column, line = QVBoxLayout(self), QWidget()
        spaced(column, (0, 6, 0, 0))
        flow = FlowLayout(line, 4)
        self._new, read = Link(_("New seat …"), "item"), Link(_("Read in members …"), "item")
        self._new.clicked.connect(self._ask_role)
        read.clicked.connect(self.import_asked)
        flow.addWidget(self._new)
        flow.addWidget(read)
        column.addWidget(line)
        self._place = QVBoxLayout()
        column.addLayout(self._place)

    def take(self, sheet: Sheet) -> None:
        """Know the body as it is now."""
        self._sheet = sheet

    def _ask_role(self) -> None:
        """Ask which role, as a line of links below."""
        line = QWidget()
        flow = FlowLayout(line, 4)
        for role in SeatRole:
            link = Link(words.role(role), "item")
            link.clicked.connect(lambda _on=False, role=role: self._ask_seat(role))
            flow.addWidget(link)
        self._put(line)
        line.findChildren(Link)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_seat(self, role: SeatRole) -> None:
        form = new_seat(self._database, self._sheet, role)
        form.left.connect(self._leave)
        form.done.connect(self._end)
        form.failed.connect(self.failed)
        self._put(form)
        form.enter()
        self.opened.emit(form)

    def _put(self, part: QWidget) -> None:
        emptied(self._place)
        self._place.addWidget(part)
        part.show()

    def _leave(self) -> None:
        """Give up a new seat, and go back to where it was asked for."""
        emptied(self._place)
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        emptied(self._place)
        self.added.emit()
