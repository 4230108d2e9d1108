"""The sorts of meeting that a body has, each with how often and who is invited."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, ngettext
from klubban.operations.bodies import put_meeting_type, remove_meeting_type
from klubban.store.trouble import Trouble
from klubban.ui.registers.body_facts import invited_name, invited_told, read_invited, read_number
from klubban.ui.registers.form import Form
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, TOP, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.editors import LinesEditor

if TYPE_CHECKING:
    from klubban.domain.body import MeetingType
    from klubban.store.database import Database
    from klubban.ui.registers.sheet import Sheet


class MeetingTypes(QWidget):
    """A line for each, which opens as a form where it stands."""

    failed = Signal(Exception)

    def __init__(self, database: Database, sheet: Sheet) -> None:
        super().__init__()
        self._database, self._sheet = database, sheet
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=6)
        self._note = Text("", "small", wrap=True)
        self._write()

    def take(self, sheet: Sheet) -> None:
        """Show them as they are now."""
        before, self._sheet = self._sheet, sheet
        if before.body.meeting_types != sheet.body.meeting_types:
            self._write()

    def _write(self) -> None:
        emptied(self._column)
        for one in self._sheet.body.meeting_types:
            self._column.addWidget(self._line(one))
        self._note = Text("", "small", wrap=True)
        self._note.hide()
        self._column.addWidget(self._note)
        if not self._database.read_only:
            add = Link(_("New sort of meeting …"), "item")
            add.clicked.connect(lambda: self._ask(None, add))
            self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, one: MeetingType) -> QWidget:
        line = QWidget()
        column, row = QVBoxLayout(line), QHBoxLayout()
        spaced(column)
        spaced(row, gap=8)
        row.addWidget(Text(_told(one), wrap=True), 1, TOP)
        if not self._database.read_only:
            change, remove = Link(_("Change")), Link(_("Take away"))
            change.setAccessibleName(_("Change: {rule}").format(rule=one.name))
            remove.setAccessibleName(_("Take away {name}").format(name=one.name))
            change.clicked.connect(lambda: self._ask(one, line))
            remove.clicked.connect(lambda: self._remove(one))
            row.addWidget(change, 0, TOP)
            row.addWidget(remove, 0, TOP)
        column.addLayout(row)
        if invited := invited_told(one.invited, self._sheet.registers):
            column.addWidget(Text(invited, "small", QUIET, wrap=True))
        return line

    def _ask(self, one: MeetingType | None, below: QWidget) -> None:
        """Open the form of one, or of a new one."""
        for open_ in self.findChildren(Form):
            _close(open_)
        invited = LinesEditor(_("Invited"))
        invited.setPlaceholderText(_("a person, a body or an office on each line"))

        def act() -> None:
            put_meeting_type(
                self._database,
                self._sheet.body.id,
                one.id if one else None,
                form.words("name"),
                read_number(form.words("per_year")),
                read_invited(invited.items(), self._sheet.registers),
            )

        title = one.name if one else _("New sort of meeting")
        form = Form(title, _("Save") if one else _("Add"), act)
        form.add_line("name", _("Name"), one.name if one else "", _("ordinary, extended, dialogue …"))
        per_year = str(one.per_year) if one and one.per_year else ""
        form.add_line("per_year", _("A year"), per_year, _("how many, if that is settled"))
        invited.show_items([invited_name(each, self._sheet.registers) for each in one.invited] if one else [])
        form.add(_("Invited"), invited, focus=invited)
        form.left.connect(partial(_close, form))
        form.done.connect(partial(_close, form))
        form.failed.connect(self.failed)
        self._column.insertWidget(self._column.indexOf(below) + 1, form)
        form.show()
        form.enter()

    def _remove(self, one: MeetingType) -> None:
        try:
            remove_meeting_type(self._database, one.id)
        except RuleBroken as broken:
            self._note.setText(sentence(broken))
            self._note.show()
        except Trouble as trouble:
            self.failed.emit(trouble)


def _close(form: Form) -> None:
    form.hide()
    form.deleteLater()


def _told(one: MeetingType) -> str:
    """Return a sort of meeting in a few words."""
    if one.per_year is None:
        return one.name
    told = ngettext("{name}, {count} a year", "{name}, {count} a year", one.per_year)
    return told.format(name=one.name, count=one.per_year)
