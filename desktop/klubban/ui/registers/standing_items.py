"""What comes by itself on the agendas of a body: its template, and what is due in some months of the year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations.standing_items import move_standing_item, remove_standing_item
from klubban.store import agendas
from klubban.store.trouble import Trouble
from klubban.ui.registers.form import Form
from klubban.ui.registers.moving import Way, step_of
from klubban.ui.registers.standing_form import StandingForm
from klubban.ui.registers.standing_words import told
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, TOP, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from klubban.domain.agenda import StandingItem
    from klubban.store.database import Database
    from klubban.ui.registers.sheet import Sheet


class StandingItems(QWidget):
    """A line for each in their order, which opens as a form where it stands; keys move it."""

    failed = Signal(Exception)

    def __init__(self, database: Database, sheet: Sheet) -> None:
        super().__init__()
        self._database, self._sheet = database, sheet
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=6)
        self._note = Text("", "small", wrap=True)
        self._lines: dict[int, _Line] = {}
        self._moved: int | None = None
        """The item to which the keyboard goes once it has its new place."""
        self.items = self._read()
        self._write()

    def take(self, sheet: Sheet) -> None:
        """Show them as they are now."""
        before = self.items, self._sheet.body.meeting_types
        self._sheet, self.items = sheet, self._read()
        if before != (self.items, sheet.body.meeting_types):
            self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the item that the keyboard is at."""
        step, held = step_of(event), self._held()
        if step is None or held is None or self._database.read_only:
            super().keyPressEvent(event)
            return
        self._move(held, step)

    def _held(self) -> int | None:
        """Return the item that the keyboard is at."""
        return next((id_ for id_, line in self._lines.items() if line.holds_keyboard()), None)

    def _read(self) -> tuple[StandingItem, ...]:
        with self._database.read() as read:
            return agendas.standing_items(read, self._sheet.body.id)

    # --- lines

    def _write(self) -> None:
        held, self._moved = self._moved or self._held(), None
        emptied(self._column)
        types = {each.id: each.name for each in self._sheet.body.meeting_types}
        self._lines = {}
        for one in self.items:
            line = _Line(one, told(one, types), locked=self._database.read_only)
            line.change.clicked.connect(partial(self._ask, one, line))
            line.remove.clicked.connect(partial(self._try, remove_standing_item, self._database, one.id))
            self._lines[one.id] = line
            self._column.addWidget(line)
        self._note = Text("", "small", wrap=True)
        self._note.hide()
        self._column.addWidget(self._note)
        if not self._database.read_only:
            self._add_ways()
        if held is not None and held in self._lines:
            self._lines[held].show()  # now: Qt does it later, and what is not shown takes no keys
            self._lines[held].enter()

    def _add_ways(self) -> None:
        """Add what leads to a new one, and name the keys that move one."""
        add = Link(_("New standing item …"), "item")
        add.clicked.connect(partial(self._ask, None, add))
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        if len(self.items) > 1:
            keys = _("Alt+Shift with an arrow moves the item at which the keyboard is.")
            self._column.addWidget(Text(keys, "small", QUIET, wrap=True))

    def _move(self, id_: int, step: int) -> None:
        """Move an item one place up or down."""
        ids = [each.id for each in self.items]
        place = ids.index(id_)
        if not 0 <= place + step < len(ids):
            return
        after = place + 1 if step > 0 else place - 2
        self._moved = id_
        self._try(move_standing_item, self._database, id_, ids[after] if after >= 0 else None)

    def _try(self, deed: Any, *facts: Any) -> None:
        try:
            deed(*facts)
        except RuleBroken as broken:
            self._note.setText(sentence(broken))
            self._note.show()
        except Trouble as trouble:
            self.failed.emit(trouble)

    # --- the form

    def _ask(self, one: StandingItem | None, below: QWidget) -> None:
        """Open the form of one, or of a new one."""
        for open_ in self.findChildren(Form):
            _close(open_)
        form = StandingForm(self._database, self._sheet, one)
        form.left.connect(partial(self._leave, form, below))
        form.done.connect(partial(_close, form))
        form.failed.connect(self.failed)
        form.moved.connect(self._move)
        self._column.insertWidget(self._column.indexOf(below) + 1, form)
        form.show()
        form.enter()

    def _leave(self, form: Form, below: QWidget) -> None:
        _close(form)
        if isinstance(below, _Line):
            below.enter()
        else:
            below.setFocus(Qt.FocusReason.OtherFocusReason)


class _Line(QWidget):
    """One item: its title, and below it when it comes."""

    def __init__(self, one: StandingItem, follows: str, *, locked: bool) -> None:
        super().__init__()
        column, row = QVBoxLayout(self), QHBoxLayout()
        spaced(column)
        spaced(row, gap=8)
        self.change, self.remove = Way(_("Change")), Way(_("Take away"))
        self.change.setAccessibleName(_("Change: {rule}").format(rule=one.title))
        self.change.setAccessibleDescription(follows)
        self.remove.setAccessibleName(_("Take away {name}").format(name=one.title))
        row.addWidget(Text(one.title, wrap=True), 1, TOP)
        for link in (self.change, self.remove):
            row.addWidget(link, 0, TOP)
            if locked:
                link.hide()
        column.addLayout(row)
        column.addWidget(Text(follows, "small", QUIET, wrap=True))

    def holds_keyboard(self) -> bool:
        """Tell whether the keyboard is at this line."""
        return self.change.hasFocus() or self.remove.hasFocus()

    def enter(self) -> None:
        """Give it the keyboard."""
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)


def _close(form: Form) -> None:
    form.hide()
    form.deleteLater()
