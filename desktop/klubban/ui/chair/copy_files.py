"""The files of a chair's copy, as the secretary handles them: one is saved, and one came back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from klubban.domain.chairs_copy import SUFFIX
from klubban.domain.errors import RuleBroken
from klubban.exchange.chairs_copy import LARGEST_BYTES
from klubban.exchange.refused import Refused
from klubban.i18n import _
from klubban.operations.chairs_copy import copy_name, lend_copy, review
from klubban.store.trouble import Trouble
from klubban.ui.chair import review_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from klubban.settings import Settings
    from klubban.store.database import Database


class CopyFiles(QObject):
    """Asks for files without holding anything else up, and tells what became of them."""

    opened = Signal(object)
    """What a copy that came back would change."""
    refused = Signal(str)
    """A file was not opened; in words why."""
    saved = Signal(object)
    """The path of a copy that was written."""
    failed = Signal(str)
    """A copy was not written; in words why."""

    def __init__(
        self, database: Database, settings: Settings, page: QWidget, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(page)
        self._database, self._settings, self._page, self._clock = database, settings, page, clock

    def ask_where_to_save(self, meeting_id: int | None) -> None:
        """Ask where a copy of a meeting's agenda is to be saved."""
        if meeting_id is None:
            return
        dialog = self._dialog(_("Save a copy for the chair"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(copy_name(self._database, meeting_id))
        dialog.fileSelected.connect(lambda chosen: self.save_copy(meeting_id, Path(chosen)))
        dialog.open()

    def ask_for_copy(self) -> None:
        """Ask for a copy that came back."""
        dialog = self._dialog(_("Open a copy that came back"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.open_copy(Path(chosen)))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        folder = self._settings.export_folder or self._database.path.parent
        dialog = QFileDialog(self._page, title, str(folder))
        copies, everything = _("Copies for the chair"), _("All files")
        dialog.setNameFilters([f"{copies} (*{SUFFIX})", f"{everything} (*)"])
        dialog.setModal(False)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def save_copy(self, meeting_id: int, path: Path) -> None:
        """Write a copy of an agenda as it stands."""
        path = path if path.suffix else path.with_name(path.name + SUFFIX)
        moment = self._clock()
        try:
            lend_copy(self._database, meeting_id, path, on=moment.date(), at=moment.time())
        except RuleBroken as broken:
            self.failed.emit(_(broken.template).format(**broken.facts))
        except Trouble as trouble:
            self.failed.emit(" ".join(_(told).format(**trouble.facts) for told in trouble.sentences))
        else:
            self.saved.emit(path)

    def open_copy(self, path: Path) -> None:
        """Read a copy that came back."""
        try:
            with path.open("rb") as handle:
                found = review(self._database, handle.read(LARGEST_BYTES + 1))
        except Refused as refused:
            self.refused.emit(f"{path.name}: {review_words.refusal(refused)}")
        except OSError as error:
            told = _("{file} cannot be read: {reason}")
            self.refused.emit(told.format(file=path.name, reason=error.strerror))
        else:
            self.opened.emit(found)
