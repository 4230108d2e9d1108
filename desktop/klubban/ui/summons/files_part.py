"""The part of the page that offers files: for whom, in how large parts, and each as a word to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.i18n import _, pgettext
from klubban.operations.bundle import NOT_ADDED
from klubban.operations.export import Kind
from klubban.ui.planning.parts import Acts, Said
from klubban.ui.summons import words
from klubban.ui.summons.parts import INSET
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.chips import OneOf

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.ui.summons.jobs import Bound
    from klubban.ui.summons.sheet import SummonsSheet
    from klubban.ui.theme import Tone

MEGABYTE = 1_000_000
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
        whose = [(False, _("for those called")), (True, _("for the public"))]
        self.whose = OneOf(_("For whom"), whose, public)
        self.whose.chosen.connect(self.public_chosen)
        named = (_("in one file"), _("parts of 25 MB"), _("parts of 10 MB"))
        sizes = list(zip(SIZES, named, strict=True))
        self.sizes = OneOf(_("How large"), sizes, most_bytes)
        self.sizes.chosen.connect(self.size_chosen)
        for chips in (self.whose, self.sizes):
            chips.setContentsMargins(INSET, 0, 0, 0)
            column.addWidget(chips)
        self.sizes.setHidden(not sheet.documents or sheet.cancelled)
        self._add_acts(column, self._documents())
        self._add_acts(column, self._mailed())
        told = _("The mail and what goes with it hold nothing confidential.")
        apart = Text(told, "small", QUIET, wrap=True)
        apart.setContentsMargins(INSET, 0, 0, 0)
        column.addWidget(apart)
        if made is not None and (made.left_out or made.too_large):
            remarks = Said(_remarks(made))
            remarks.setContentsMargins(INSET, 4, 0, 0)
            column.addWidget(remarks)

    @staticmethod
    def _add_acts(column: QVBoxLayout, acts: list[tuple[str, Callable[[], object]]]) -> None:
        column.addWidget(Acts(acts))

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
