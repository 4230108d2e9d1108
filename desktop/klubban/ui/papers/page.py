"""The page of one paper of the file, to look at; nothing in a paper is run, and none is opened elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, pgettext
from klubban.operations.documents import save_copy, suggested_name
from klubban.store import attachments, reads, rolls
from klubban.store.trouble import Trouble
from klubban.ui.meeting.pager import Pager
from klubban.ui.papers import words
from klubban.ui.papers.viewer import Viewer
from klubban.ui.room import Room
from klubban.ui.widgets.basics import QUIET, Pill, Rule, Short, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_binding import bind_keys
from klubban.ui.widgets.key_foot import KeyFoot, KeyName

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.meeting import Document, Item, Meeting
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter


class PaperPage(Room):
    """Header, paper, and the keys at the foot."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self._meeting: Meeting | None = None
        self._item: Item | None = None
        self._document: Document | None = None
        self.viewer = Viewer(typesetter, self._bytes_of)
        self.pager, self.foot = Pager(larger=False), KeyFoot(_("Keys"))
        self._about, self._pill = Short("", "body", QUIET), Pill()
        self._head = self._header()
        column = QVBoxLayout(self)
        spaced(column)
        for widget in (self._head, Rule(), self.viewer, Rule(), self.foot):
            column.addWidget(widget, 1 if widget is self.viewer else 0)
        self.pager.turned.connect(self.viewer.turn)
        self.viewer.placed.connect(self._show_place)
        self.viewer.bug.connect(self.bug)
        self._add_keys()

    def _header(self) -> Header:
        back = Link(_("Back to the item"))
        back.setToolTip(_("Esc"))
        back.clicked.connect(self._leave)
        self._save = Link(_("Save a copy …"))
        self._save.setToolTip("Ctrl+S")
        self._save.clicked.connect(self.ask_to_save)
        beside, row = QWidget(), QHBoxLayout()
        spaced(row, gap=12)
        row.addWidget(self._pill)
        row.addWidget(self.pager)
        beside.setLayout(row)
        beside.setFixedHeight(28)  # the same with and without pages to turn
        return Header(self._about, beside, [self._save, back])

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+S": self.ask_to_save,
            "Ctrl++": lambda: self.viewer.sheet.zoom(1),
            "Ctrl+=": lambda: self.viewer.sheet.zoom(1),
            "Ctrl+-": lambda: self.viewer.sheet.zoom(-1),
            "Ctrl+0": lambda: self.viewer.sheet.zoom(0),
        }
        bind_keys(self, keys)

    # --- which paper

    @property
    def document_id(self) -> int | None:
        """Return the document that is shown."""
        return self._document.id if self._document else None

    def show_for(self, id_: int | None) -> None:
        """Show a document, from its first page."""
        if id_ is not None and self._read(id_):
            self._show()
            self.viewer.enter()

    def reload(self) -> bool:
        """Show what is new; from a document that is gone go back to its item."""
        if self._document is None:
            return False
        if self._read(self._document.id):
            self._show()
            return True
        self._leave()
        return True

    def stop(self) -> None:
        """Wait for no more of a paper: the file that it is in is closed."""
        self.viewer.forget()

    def step(self, by: int) -> None:
        """Show the item's next document, or the one before."""
        if self._item is None or self._document is None:
            return
        ids = [each.id for each in self._item.documents]
        place = ids.index(self._document.id) + by
        if 0 <= place < len(ids):
            self.show_for(ids[place])

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        shown = self.viewer.currentWidget()
        return [shown if shown is not None else self.viewer]

    def _read(self, id_: int) -> bool:
        """Take a snapshot of the document and what it belongs to; False where it is gone."""
        try:
            with self._database.read() as read:
                item_id = int(rolls.row_of(read, "document", id_)["item_id"])
                meeting = reads.meeting(read, rolls.meeting_of(read, "item", item_id))
        except LookupError:
            return False
        self._meeting = meeting
        self._item = meeting.item_by_id(item_id)
        self._document = next(each for each in self._item.documents if each.id == id_)
        return True

    def _show(self) -> None:
        meeting, item, document = self._meeting, self._item, self._document
        if meeting is None or item is None or document is None:
            return
        self.foot.say("")
        self._head.title.setText(document.title)
        self._about.setText(words.about(meeting, item, document))
        self._pill.say(pgettext("document", "confidential"), "late")
        self._pill.setVisible(document.confidential or item.confidential)
        self._save.setEnabled(document.size is not None)
        self.foot.show_keys(self._keys(item, document))
        if document.size is None or document.sha256 is None:
            self.viewer.forget()
            self.viewer.tell(_("There is no paper in this file, only its title."))
        else:
            self.viewer.show_paper(document.sha256, document.media_type or "")

    def _keys(self, item: Item, document: Document) -> list[list[KeyName]]:
        place = [each.id for each in item.documents].index(document.id) + 1
        others = _("other documents, {place} of {count}").format(place=place, count=len(item.documents))
        keys = [
            [KeyName("PgDn", pgettext("page", "on")), KeyName("PgUp", pgettext("page", "back"))],
            [KeyName("Ctrl +", _("larger")), KeyName("Ctrl −", _("smaller"))],
            [KeyName("Ctrl S", _("save a copy")), KeyName(_("Esc"), _("to the item"))],
        ]
        if len(item.documents) > 1:
            keys.insert(2, [KeyName("Alt ↑↓", others)])
        return keys

    def _show_place(self, page: int, pages: int) -> None:
        self.pager.setVisible(pages > 1)
        self.pager.show_place(f"{page} ({pages})", before=page > 1, after=page < pages)

    def _bytes_of(self, sha256: str) -> bytes:
        with self._database.read() as read:
            return attachments.content(read, sha256)

    # --- what can be done

    def ask_to_save(self) -> None:
        """Ask where a copy is to lie; it is never opened."""
        document = self._document
        if document is None or document.size is None:
            return
        folder = self._settings.export_folder or Path.home()
        dialog = QFileDialog(self, _("Save a copy"), str(folder / suggested_name(document)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(document.id, Path(name)))
        dialog.open()

    def save_to(self, document_id: int, path: Path) -> None:
        """Write the bytes of a document into a file, and say so."""
        try:
            save_copy(self._database, document_id, path)
        except RuleBroken as broken:
            told = _(broken.template).format(**broken.facts)
        except Trouble as trouble:
            told = " ".join(_(sentence).format(**trouble.facts) for sentence in trouble.sentences)
        else:
            told = _("Saved {file} in {folder}").format(file=path.name, folder=path.parent)
        self.foot.say(told, [(_("Close"), lambda: self.foot.say(""))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the item."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        if self._meeting is not None and self._item is not None:
            self.meeting_asked.emit(self._meeting.id, self._item.id)
