"""The documents of an item on its surface: dropped or chosen, and what is done with each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.media import Media
from klubban.exchange.reports import read_report
from klubban.i18n import _
from klubban.operations import documents as operations
from klubban.store.sent import sent_versions
from klubban.ui.papers.document_acts import DocumentActs
from klubban.ui.papers.documents_list import INSET, LINK, DocumentsList, row_of
from klubban.ui.papers.loading import PaperLoader, Wanted
from klubban.ui.papers.report_preview import ReportPreview
from klubban.ui.widgets.basics import QUIET, TOP, KeyCap, Pill, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.key_names import key_name
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData

    from klubban.domain.meeting import Item, Meeting
    from klubban.operations.paper_file import PaperFile
    from klubban.store.database import Database

CHOOSE = "Ctrl+Shift+H"


class DocumentsPart(Column):
    """Shows the documents once there are numbered papers among them, and the way to add more."""

    saved = Signal()
    failed = Signal(Exception)
    bug = Signal(str)
    shown = Signal(int)
    """A document is to be looked at."""
    grew = Signal()
    """Something came that is to be seen."""
    changing = Signal()
    """A paper is about to be kept: titles that are being typed are to be saved first."""

    def __init__(self, database: Database, meeting: Meeting, item: Item) -> None:
        super().__init__()
        self._database, self._item = database, item
        self._writes = self._closes = False
        self._newest: int | None = None
        """The document that was added last, which is chosen as soon as it is shown."""
        self.preview: ReportPreview | None = None
        self.list, self.loader = DocumentsList(), PaperLoader(database.path, self)
        self.acts = DocumentActs(database, item)
        self.column.setSpacing(4)
        self.column.addWidget(self.list)
        self.column.addWidget(self.acts)
        self.column.addLayout(self._notes())
        self._more = self._adding()
        self.column.addWidget(self._more)
        self._connect()
        self.take(meeting, item)

    def _connect(self) -> None:
        self.list.opened.connect(self.shown)
        self.list.lit.connect(self._offer)
        self.list.rename_asked.connect(self._rename)
        self.list.remove_asked.connect(self._remove)
        self.list.moved.connect(self._move)
        self.acts.saved.connect(self.saved)
        self.acts.failed.connect(self.failed)
        self.acts.refused.connect(self._refuse)
        self.acts.shown.connect(self.shown)
        self.acts.replace_asked.connect(lambda id_: self.choose(replaces=id_))
        self.acts.grew.connect(self.grew)
        self.acts.left.connect(self.enter)
        self.loader.read.connect(self._keep)
        self.loader.refused.connect(self._refuse)
        self.loader.bug.connect(self.bug)
        self.loader.progress.connect(self._tell_progress)
        self.loader.ended.connect(self._end_progress)
        choose = QShortcut(QKeySequence(CHOOSE), self)
        choose.setContext(Qt.ShortcutContext.WindowShortcut)
        choose.activated.connect(self.choose)

    def _notes(self) -> QHBoxLayout:
        """Return the line that says what went wrong, or how far a file is read."""
        row = QHBoxLayout()
        spaced(row, (INSET, 0, 0, 0), 8)
        self._mark, self._note, self._close = Pill(), Text("", "small", wrap=True), Link(_("Cancel"))
        self._close.clicked.connect(self._close_note)
        row.addWidget(self._mark, 0, TOP)
        row.addWidget(self._note, 1)
        row.addWidget(self._close, 0, TOP)
        self._say("")
        return row

    def _adding(self) -> QWidget:
        """Return the line that offers more papers."""
        whole, row, link = QWidget(), QHBoxLayout(), Link(_("Choose papers …"), "item")
        spaced(row, (LINK, 0, 0, 0), 4)
        link.clicked.connect(self.choose)
        row.addWidget(link)
        row.addWidget(KeyCap(key_name(CHOOSE)))
        row.addWidget(Text(_("or drop files here"), "small", QUIET))
        row.addStretch(1)
        whole.setLayout(row)
        whole.setVisible(False)  # shown without a parent it would be a window
        return whole

    # --- what the surface asks

    @property
    def has_papers(self) -> bool:
        """Tell whether there are numbered papers, so that titles are no longer typed freely."""
        return any(each.number for each in self._item.documents)

    @property
    def newest(self) -> QWidget:
        """Return what is to be seen of what came last: the preview of a report, a form, or the whole."""
        return self.preview or self.acts.form or self

    @property
    def said(self) -> str:
        """Return what is said below the list."""
        return self._note.text()

    def take(self, meeting: Meeting, item: Item) -> None:
        """Show the documents as they stand now; those of an item that is verified stay as they are."""
        self._item = item
        self._writes = not (self._database.read_only or meeting.is_fixed(item))
        self._closes = not (self._database.read_only or meeting.protocol_verified)
        self._more.setVisible(self._writes)
        with self._database.read() as read:
            sent = sent_versions(read, item.id)
        chosen, self._newest = self._newest or self.list.chosen, None
        rows = [row_of(each, sent) for each in item.documents] if self.has_papers else []
        self.list.rows.set_rows(rows)
        if chosen is not None:
            self.list.choose(chosen)
        self.list.setVisible(bool(rows))
        self.list.fit()
        self._offer()

    def enter(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> bool:
        """Tell whether no file is on its way."""
        if self.loader.busy:
            self.grew.emit()
        return not self.loader.busy

    # --- adding

    def takes(self, data: QMimeData) -> bool:
        """Tell whether what is dragged are files."""
        return self._writes and any(url.isLocalFile() for url in data.urls())

    def drop(self, data: QMimeData) -> None:
        """Add the files that were dropped."""
        self.add(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())

    def add(self, paths: Iterable[Path], replaces: int | None = None) -> None:
        """Keep files as the next documents, or one in the place of a document."""
        self._say("")
        self.loader.load(Wanted(path, replaces) for path in paths)

    def choose(self, *_checked: bool, replaces: int | None = None) -> None:
        """Ask for files, without holding anything else up; `replaces` is whose place one takes."""
        if not self._writes:
            return
        many = replaces is None
        title = _("Choose papers") if many else _("Choose the newer version")
        dialog = QFileDialog(self, title, str(Path.home()))
        mode = QFileDialog.FileMode
        dialog.setFileMode(mode.ExistingFiles if many else mode.ExistingFile)
        endings = " ".join(f"*{ending}" for media in Media for ending in media.endings)
        dialog.setNameFilters([_("Papers ({endings})").format(endings=endings), _("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.add(map(Path, names), replaces))
        dialog.open()

    def _keep(self, wanted: Wanted, paper: PaperFile) -> None:
        """Keep a file that was read; a report is looked at for what it says of the item."""
        self.changing.emit()
        done = self.acts.do(lambda: self._write(wanted, paper))
        if done and paper.media is Media.DOCX:
            self._look_for_report(paper)
        self.grew.emit()

    def _write(self, wanted: Wanted, paper: PaperFile) -> None:
        if wanted.replaces is None:
            self._newest = operations.add_document(self._database, self._item.id, paper)
        else:
            operations.replace_document(self._database, wanted.replaces, paper)

    def _look_for_report(self, paper: PaperFile) -> None:
        try:
            report = read_report(paper.data)
        except RuleBroken:  # it is a paper all the same, and showing it tells why
            return
        self._end_preview()
        preview = ReportPreview(self._database, self._item, report)
        if not preview.has_offers:
            preview.deleteLater()
            return
        preview.left.connect(self._end_preview)
        preview.taken.connect(self._end_preview)
        preview.taken.connect(self.saved)
        preview.failed.connect(self.failed)
        self.preview = preview
        self.column.addWidget(preview)

    def _end_preview(self) -> None:
        if self.preview is not None:
            self.preview.hide()
            self.preview.deleteLater()
            self.preview = None

    # --- the one that is chosen, and words

    def _offer(self) -> None:
        chosen = self.list.chosen if self.has_papers else None
        self.acts.take(self._item, chosen, writes=self._writes, closes=self._closes)

    def _rename(self, document_id: int) -> None:
        if self._writes:
            self.acts.ask_name(document_id)

    def _remove(self, document_id: int) -> None:
        if self._writes:
            self.acts.remove(document_id)

    def _move(self, document_id: int, way: int) -> None:
        if self._writes:
            self.acts.shift(document_id, way)
            self.list.choose(document_id)

    def _refuse(self, broken: RuleBroken | None) -> None:
        if broken is None:
            self._say("")
        else:
            self._say(_(broken.template).format(**broken.facts), _("Not done"), _("Close"))
            self.grew.emit()

    def _tell_progress(self, name: str, hundredths: int) -> None:
        told = _("Reading {file}: {hundredths} %").format(file=name, hundredths=hundredths)
        self._say(told, "", _("Cancel"))

    def _end_progress(self) -> None:
        if not self._mark.text():
            self._say("")

    def _close_note(self) -> None:
        self.loader.cancel()
        self._say("")

    def _say(self, words: str, mark: str = "", close: str = "") -> None:
        self._note.setText(words)
        self._mark.say(mark, "late")
        self._close.setText(close or _("Close"))
        for widget, there in ((self._note, words), (self._mark, mark), (self._close, close)):
            widget.setHidden(not there)
