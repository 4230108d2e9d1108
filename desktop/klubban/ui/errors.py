"""What happens to a bug: one log entry, one dialog with details to copy. What is typed stays where it is."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from klubban import __version__, settings
from klubban.i18n import _
from klubban.store.trouble import Trouble
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from types import TracebackType

_LOG = logging.getLogger("klubban")


def log_to_file() -> None:
    """Note bugs in a file that stays small; without one where the folder cannot be written."""
    path = settings.log_path()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        _LOG.addHandler(handler)


class Bugs(QObject):
    """Catches what nobody expected, and shows one dialog at a time."""

    trouble = Signal(Exception)
    """Something known that nobody was there to tell of; no bug."""
    _caught = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: BugDialog | None = None
        self._caught.connect(self.show)

    def install(self) -> None:
        """Hear of every exception that nobody else took."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, Trouble):
            _LOG.warning("%s", error)
            self.trouble.emit(error)
            return
        self._caught.emit("".join(traceback.format_exception(kind, error, trace)))

    def show(self, details: str) -> None:
        """Log a bug, and tell of it unless one is being told of already."""
        _LOG.error("unexpected:\n%s", details)
        if self._dialog is not None:
            return
        self._dialog = BugDialog(details, self._window)
        self._dialog.finished.connect(self._forget)
        self._dialog.show()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None


class BugDialog(QDialog):
    """Says calmly that something went wrong in the program; holds nothing up."""

    def __init__(self, details: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._details = f"Klubban {__version__}, Qt {qt_version}, {platform.platform()}\n{details}"
        self.setWindowTitle(_("Something went wrong"))
        self.setModal(False)
        self.resize(640, 420)
        column = QVBoxLayout(self)
        spaced(column, (24, 20, 24, 20), 10)
        column.addWidget(Text(_("Something went wrong in the program"), "title"))
        told = _(
            "What you have written is kept, and you can go on. If it happens again, send the details below"
            " to whoever looks after Klubban for you; they are in {file} too."
        )
        column.addWidget(Text(told.format(file=settings.log_path()), "item", QUIET, wrap=True))
        shown = QPlainTextEdit(self._details)
        shown.setReadOnly(True)
        shown.setAccessibleName(_("Details"))
        shown.setTabChangesFocus(True)
        column.addWidget(shown, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        spaced(row, gap=8)
        row.addStretch()
        copy, close = Button(_("Copy the details")), Button(_("Go on"), chief=True)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        close.clicked.connect(self.accept)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        row.addWidget(copy)
        row.addWidget(close)
        return row
