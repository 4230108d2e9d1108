"""With which paragraph a body begins a year, where that is not § 1."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.operations.numbering import set_first_number
from klubban.store import minutes
from klubban.ui.registers.body_facts import read_number
from klubban.ui.registers.form import Form
from klubban.ui.registers.line_list import LineList
from klubban.ui.widgets.basics import QUIET, Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from klubban.store.database import Database
    from klubban.ui.registers.sheet import Sheet


class FirstNumbers(LineList):
    """A line for each year that begins with another."""

    def __init__(self, database: Database, sheet: Sheet) -> None:
        super().__init__(database)
        self._sheet = sheet
        self.years = self._read()
        self._write()

    def take(self, sheet: Sheet) -> None:
        """Show them as they are now."""
        before = self.years
        self._sheet, self.years = sheet, self._read()
        if before != self.years:
            self._write()

    def _read(self) -> dict[int, int]:
        with self._database.read() as read:
            found = minutes.first_numbers(read, self._sheet.body.id)
        return {year: number for year, (_id, number) in sorted(found.items())}

    def _write(self) -> None:
        self._begin()
        body = self._sheet.body.id
        for year, number in self.years.items():
            said = _("{year} begins with § {number}.").format(year=year, number=number)
            back = partial(set_first_number, self._database, body, year, None)
            self._line(said, "", partial(self._ask, year), back)
        told = _("Every other year begins with § 1.") if self.years else _("Every year begins with § 1.")
        self._column.addWidget(Text(told, "small", QUIET, wrap=True))
        self._end(_("Another first paragraph …"), partial(self._ask, None))

    def _ask(self, year: int | None, below: QWidget) -> None:
        """Ask for a year and its first paragraph."""

        def save() -> None:
            wanted = read_number(form.words("year"))
            if wanted is None:
                raise RuleBroken(N_("Say which year it is"))
            set_first_number(self._database, self._sheet.body.id, wanted, read_number(form.words("number")))

        form = Form(_("The first paragraph of a year"), _("Save"), save)
        form.add_line("year", _("Year"), str(year or self._sheet.today.year))
        number = str(self.years[year]) if year else ""
        form.add_line("number", _("Begins with §"), number, _("41, where earlier ones are kept elsewhere"))
        self._show_form(form, below)
        form.go_to("number")
