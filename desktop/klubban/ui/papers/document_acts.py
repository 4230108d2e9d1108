"""What can be done with the document that is chosen, as words in a line; what it asks stands below them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations import documents as operations
from klubban.store.sent import sent_versions
from klubban.store.trouble import Trouble
from klubban.ui.papers.documents_list import LINK
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.meeting import Document, Item
    from klubban.store.database import Database


class DocumentActs(Column):
    """Shown while a document is chosen."""

    saved = Signal()
    refused = Signal(object)
    """A RuleBroken; None when something is tried anew."""
    failed = Signal(Exception)
    shown = Signal(int)
    replace_asked = Signal(int)
    grew = Signal()
    left = Signal()
    """The keyboard goes back to the list."""

    def __init__(self, database: Database, item: Item) -> None:
        super().__init__()
        self._database, self._item = database, item
        self._chosen: int | None = None
        self.form: Form | None = None
        self._row, holder, row = QWidget(), QWidget(), QHBoxLayout()
        self._flow = FlowLayout(self._row)
        spaced(row, (LINK, 0, 0, 0))
        row.addWidget(self._row, 1)
        holder.setLayout(row)
        self.column.addWidget(holder)
        self.links = self._make_links()

    def _make_links(self) -> dict[str, Link]:
        acts: tuple[tuple[str, str, Callable[[int], object]], ...] = (
            ("show", _("Show"), self.shown.emit),
            ("replace", _("Replace …"), self.replace_asked.emit),
            ("rename", _("Rename"), self.ask_name),
            ("confidential", _("Keep confidential"), self.ask_confidential),
            ("remove", _("Remove"), self.remove),
        )
        made: dict[str, Link] = {}
        for name, label, act in acts:
            link = Link(label)
            link.clicked.connect(partial(self._do, act))
            self._flow.addWidget(link)
            made[name] = link
        return made

    def take(self, item: Item, chosen: int | None, *, writes: bool, closes: bool) -> None:
        """Offer what can be done with the document that is chosen now.

        `closes` is whether it may be kept confidential, which changes nothing that was signed.
        """
        self._item = item
        if chosen != self._chosen:
            self._end_form()
        self._chosen = chosen
        document = next((each for each in item.documents if each.id == chosen), None)
        self.setVisible(document is not None)
        if document is None:
            return
        self.links["replace"].setText(_("Replace …") if document.sha256 else _("The paper has come …"))
        public = _("No longer confidential")
        self.links["confidential"].setText(public if document.confidential else _("Keep confidential"))
        may = {"show": document.size is not None, "confidential": closes}
        for name, link in self.links.items():
            link.setVisible(may.get(name, writes))
            link.setAccessibleName(f"{link.text()}: {document.title}")

    def ask_name(self, document_id: int) -> None:
        """Ask for another title."""
        form = Form(_("Rename"), _("Save"), lambda: self._rename(form, document_id))
        form.add_line("title", _("Title"), self._of(document_id).title)
        self._show(form)

    def _rename(self, form: Form, document_id: int) -> None:
        operations.rename_document(self._database, document_id, form.words("title"))

    def ask_confidential(self, document_id: int) -> None:
        """Keep a document confidential, or no longer; ask why where it was sent already."""
        wanted = not self._of(document_id).confidential
        with self._database.read() as read:
            sent = document_id in (sent_versions(read, self._item.id) or ())
        if wanted and sent:
            form = Form(_("Keep confidential"), _("Save"), lambda: self._close_off(form, document_id))
            form.add_line("because", _("Why"), "", _("it has been sent; for example OSL 21 kap. 7 §"))
            self._show(form)
        else:
            self.do(lambda: operations.keep_confidential(self._database, document_id, confidential=wanted))

    def _close_off(self, form: Form, document_id: int) -> None:
        because = form.words("because")
        operations.keep_confidential(self._database, document_id, confidential=True, because=because)

    def remove(self, document_id: int) -> None:
        """Take a document away; what was sent stays, and it is said why."""
        self.do(lambda: operations.remove_document(self._database, document_id))

    def shift(self, document_id: int, way: int) -> None:
        """Put a document one place up (-1) or down (1)."""
        ids = [each.id for each in self._item.documents]
        place = ids.index(document_id) + way
        if 0 <= place < len(ids):
            others = [each for each in ids if each != document_id]
            after = others[place - 1] if place else operations.FIRST
            self.do(lambda: operations.move_document(self._database, document_id, after))

    def do(self, act: Callable[[], object]) -> bool:
        """Do something, and tell why it is refused; True when it was done."""
        self.refused.emit(None)
        try:
            act()
        except RuleBroken as broken:
            self.refused.emit(broken)
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()
            return True
        return False

    def _do(self, act: Callable[[int], object], *_checked: bool) -> None:
        if self._chosen is not None:
            act(self._chosen)

    def _of(self, document_id: int) -> Document:
        return next(each for each in self._item.documents if each.id == document_id)

    def _show(self, form: Form) -> None:
        self._end_form()
        form.left.connect(self._leave_form)
        form.done.connect(self._leave_form)
        form.done.connect(self.saved)
        form.failed.connect(self.failed)
        self.form = form
        self.column.addWidget(form)
        form.enter()
        self.grew.emit()

    def _leave_form(self) -> None:
        self._end_form()
        self.left.emit()

    def _end_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
