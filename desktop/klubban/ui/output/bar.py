"""The bar below the documents: print, with how in a sentence, and what else can be made of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents.forms import Form
from klubban.i18n import _, pgettext
from klubban.ui.widgets.basics import QUIET, ROLE, TOP, Ground, Text, spaced
from klubban.ui.widgets.buttons import Button, FlowLayout, Link
from klubban.ui.widgets.key_names import key_name

if TYPE_CHECKING:
    from collections.abc import Sequence


class OutputBar(Ground):
    """One main act; without a printer that is to save."""

    print_asked = Signal()
    how_asked = Signal()
    look_asked = Signal()
    save_asked = Signal(Form)
    copy_asked = Signal()
    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__(ROLE.Base)
        column, first = QVBoxLayout(self), QHBoxLayout()
        spaced(column, (28, 12, 28, 10), 6)
        spaced(first, gap=14)
        self.print, self.how, self.look = (
            Button(_("Print"), chief=True),
            Link(_("Change …"), "item"),
            Link(_("Look again"), "item"),
        )
        self.print.clicked.connect(self._do_chief)
        self.how.clicked.connect(self.how_asked)
        self.look.clicked.connect(self.look_asked)
        self._what, self._how = Text("", "strong", wrap=True), Text("", "item", QUIET, wrap=True)
        told = QVBoxLayout()
        spaced(told)
        told.addWidget(self._what)
        told.addWidget(self._how)
        first.addWidget(self.print, 0, TOP)
        first.addLayout(told, 1)
        first.addWidget(self.how, 0, TOP)
        first.addWidget(self.look, 0, TOP)
        column.addLayout(first)
        column.addLayout(self._ways())

    @property
    def told(self) -> str:
        """Return what is said of how it is printed."""
        return self._how.text()

    def _ways(self) -> QHBoxLayout:
        row, links = QHBoxLayout(), QWidget()
        spaced(row, gap=14)
        flow = FlowLayout(links, gap=4)
        self.forms: dict[Form, Link] = {}
        for form, name in _forms():
            link = Link(name, "item_strong")
            link.clicked.connect(partial(self._save, form))
            self.forms[form] = link
            flow.addWidget(link)
        self.copy = Link(_("Copy as text"), "item_strong")
        self.copy.setToolTip(key_name("Ctrl+Shift+C"))
        self.copy.clicked.connect(self.copy_asked)
        flow.addWidget(self.copy)
        folder = Link(_("Choose the folder …"), "item")
        folder.clicked.connect(self.folder_asked)
        flow.addWidget(folder)
        self._label = Text(_("Save as"), "item", QUIET)
        self._label.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self._label, 0, TOP)
        row.addWidget(links, 1)
        return row

    def _do_chief(self) -> None:
        """Print, or where there is no printer save."""
        if self.how.isHidden():
            self.save_asked.emit(Form.PDF)
        else:
            self.print_asked.emit()

    def _save(self, form: Form, *_checked: bool) -> None:
        self.save_asked.emit(form)

    def show_what(self, what: str, how: str, *, printer: bool, known: bool, some: bool) -> None:
        """Say what is printed, and how.

        `known` is whether it is known which printers there are, `some` whether there is anything to print.
        """
        self._what.setText(what)
        self._how.setText(how)
        instead = known and not printer
        self.print.setText(_("Save as PDF") if instead else _("Print"))
        self.print.setToolTip("S" if instead else "Ctrl+P")
        self.print.setEnabled(some and known)
        self.how.setVisible(printer)
        self.look.setVisible(instead)
        for link in (*self.forms.values(), self.copy):
            link.setEnabled(some)


def _forms() -> Sequence[tuple[Form, str]]:
    return (
        (Form.PDF, pgettext("file", "PDF")),
        (Form.DOCX, pgettext("file", "Word")),
        (Form.HTML, pgettext("file", "web page")),
        (Form.TXT, pgettext("file", "text")),
    )
