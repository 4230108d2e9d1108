"""The part of the page that offers files: for whom, in how large parts, and each as a word to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from klubban.i18n import _, pgettext
from klubban.operations.bundle import NOT_ADDED
from klubban.operations.export import Kind
from klubban.ui.planning.parts import Acts, Said
from klubban.ui.summons import words
from klubban.ui.summons.parts import INSET
from klubban.ui.widgets.basics import QUIET, TOP, Text, spaced
from klubban.ui.widgets.chips import OneOf

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.ui.summons.jobs import Bound
    from klubban.ui.summons.sheet import SummonsSheet
    from klubban.ui.theme import Tone

MEGABYTE = 1_000_000
_CHIP, _LINK = 6, 3
"""How far down in its box a word of a chip, or of a link, stands."""
SIZES = (None, 25 * MEGABYTE, 10 * MEGABYTE)


class FilesPart(QWidget):
    """What is chosen in it stays while the page is shown anew: the page keeps `public` and `most_bytes`."""

    document_asked = Signal(Kind)
    bundle_asked = Signal()
    copies_asked = Signal()
    """Numbered copies of the confidential documents are wanted."""
    calendar_asked = Signal()
    mail_asked = Signal(bool)
    """A mail is wanted, with the documents or with the summons alone."""
    public_chosen = Signal(object)
    size_chosen = Signal(object)

    def __init__(
        self, sheet: SummonsSheet, *, public: bool, most_bytes: int | None, made: Bound | None
    ) -> None:
        super().__init__()
        self._sheet = sheet
        column = QVBoxLayout(self)
        spaced(column, gap=8)
        self._grid = QGridLayout()
        spaced(self._grid, gap=8)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        whose = [(False, _("for those called")), (True, _("for the public"))]
        self.whose = OneOf(_("For whom"), whose, public)
        self.whose.chosen.connect(self.public_chosen)
        named = (_("in one file"), _("parts of 25 MB"), _("parts of 10 MB"))
        sizes = list(zip(SIZES, named, strict=True))
        self.sizes = OneOf(_("How large"), sizes, most_bytes)
        self.sizes.chosen.connect(self.size_chosen)
        self._add(_("Recipients"), self.whose, _CHIP)
        if sheet.documents and not sheet.cancelled:
            self._add(_("Division"), self.sizes, _CHIP)
        self._add(_("Save"), Acts(self._documents()), _LINK)
        self._add(_("Mail and calendar"), Acts(self._mailed()), _LINK)
        told = _("The mail and what goes with it hold nothing confidential.")
        apart = Text(told, "small", QUIET, wrap=True)
        apart.setContentsMargins(INSET, 0, 0, 0)
        column.addWidget(apart)
        if made is not None and (made.left_out or made.too_large):
            remarks = Said(_remarks(made))
            remarks.setContentsMargins(INSET, 4, 0, 0)
            column.addWidget(remarks)

    def _add(self, label: str, content: QWidget, down: int) -> None:
        """Add a row of one sort, its label on the line of its first words."""
        row, quiet = self._grid.rowCount(), Text(label, "small", QUIET)
        quiet.setContentsMargins(INSET, down, 10, 0)
        self._grid.addWidget(quiet, row, 0, TOP)
        self._grid.addWidget(content, row, 1, TOP)

    def _documents(self) -> list[tuple[str, Callable[[], object]]]:
        sheet = self._sheet
        supplement = sheet.tells_supplement
        kind = Kind.SUPPLEMENT if supplement else Kind.SUMMONS
        what = words.file_name(sheet)
        acts: list[tuple[str, Callable[[], object]]] = [(what, lambda: self.document_asked.emit(kind))]
        if sheet.documents and not sheet.cancelled:
            acts.append((_("{what} with documents").format(what=what), self.bundle_asked.emit))
        if supplement:
            told = _("The summons as it is now")
            acts.append((told, lambda: self.document_asked.emit(Kind.SUMMONS)))
        if sheet.assembly:
            acts.append((_("Announcement"), lambda: self.document_asked.emit(Kind.ANNOUNCEMENT)))
        if sheet.confidential and not sheet.cancelled:
            acts.append((_("Confidential documents in numbered copies …"), self.copies_asked.emit))
        return acts

    def _mailed(self) -> list[tuple[str, Callable[[], object]]]:
        acts: list[tuple[str, Callable[[], object]]] = [
            (_("Mail draft"), lambda: self.mail_asked.emit(False)),
        ]
        if self._sheet.documents and not self._sheet.cancelled:
            acts.append((_("Mail draft with documents"), lambda: self.mail_asked.emit(True)))
        acts.append((_("Calendar file"), self.calendar_asked.emit))
        return acts


def _remarks(made: Bound) -> list[tuple[str, Tone, str]]:
    pill = pgettext("of a bundle", "not in it")
    told: list[tuple[str, Tone, str]] = [
        (pill, "soon", _(NOT_ADDED).format(name=each.name, why=_(each.why))) for each in made.left_out
    ]
    line = _("{file} is larger than was asked for, since one item alone is.")
    large = pgettext("of a bundle", "large")
    told += [(large, "plain", line.format(file=path.name)) for path in made.too_large]
    return told
