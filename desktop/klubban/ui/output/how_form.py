"""What is asked about how it is printed: copies, pages, sides, colour, and on which printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _
from klubban.ui.output.print_jobs import How
from klubban.ui.output.sheets import pages_told, read_copies, read_pages
from klubban.ui.registers.form import Form
from klubban.ui.widgets.chips import OneOf

if TYPE_CHECKING:
    from klubban.ui.output.printing import Printing


class HowForm(Form):
    """Chosen in the page; nothing is printed by it."""

    def __init__(self, printing: Printing) -> None:
        super().__init__(_("How it is printed"), _("Print so"), self._choose)
        self._printing, now = printing, printing.possible
        self.add_line("copies", _("Copies"), str(now.copies))
        self.add_line("pages", _("Pages"), pages_told(now.pages), _("all, or as in 1–4, 6"))
        sides = [(True, _("on both sides")), (False, _("on one side"))]
        self._sides = OneOf(_("Sides"), sides, printing.how.duplex)
        inks = [(False, _("in black and white")), (True, _("in colour"))]
        self._inks = OneOf(_("Colour"), inks, printing.how.colour)
        self.add(_("Sides"), self._sides)
        self.add(_("Colour"), self._inks)
        there = [(each.name, each.name) for each in printing.printers or ()]
        self._printers = OneOf(_("Printer"), there, now.printer)
        self.add(_("Printer"), self._printers)
        self._printers.chosen.connect(self._follow)
        self._follow(now.printer)

    def _follow(self, name: object) -> None:
        """Offer what the printer can."""
        found = next((each for each in self._printing.printers or () if each.name == name), None)
        for chips, can in ((self._sides, found and found.duplex), (self._inks, found and found.colour)):
            chips.setEnabled(bool(can))

    def _choose(self) -> None:
        printer = self._printers.value
        self._printing.choose(
            How(
                printer=printer if isinstance(printer, str) else "",
                copies=read_copies(self.words("copies")),
                pages=read_pages(self.words("pages")),
                duplex=self._sides.value is True,
                colour=self._inks.value is True,
            )
        )
