"""A chair's copy that is open on her own computer: the same view, and what is needed to send it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.i18n import _, pgettext
from klubban.store.trouble import Trouble
from klubban.ui.chair import copy_words
from klubban.ui.chair.copy_source import InCopy
from klubban.ui.chair.view import ChairView
from klubban.ui.chair.view_words import said_of
from klubban.ui.clock import now
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.buttons import Button, Link

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from klubban.domain.chairs_copy import Move
    from klubban.operations.copy_file import CopyFile
    from klubban.operations.copy_notes import CopyNotes


class CopyPage(QWidget):
    """Shows one copy until it is closed."""

    bug = Signal(str)
    others_asked = Signal()
    """Another file is wanted."""

    def __init__(self, file: CopyFile, notes: CopyNotes, clock: Callable[[], datetime] = now) -> None:
        super().__init__()
        self._file = file
        others, self.send = Link(_("Other files")), Button(_("Send back"), chief=True)
        self.view = ChairView(clock, [others, self.send])
        column = QVBoxLayout(self)
        spaced(column)
        column.addWidget(self.view)
        self.send.setToolTip(_("Ctrl+Enter"))
        others.clicked.connect(self.others_asked)
        self.send.clicked.connect(self.send_back)
        self.view.saved.connect(self._tell_saved)
        self.view.failed.connect(self._tell_failure)
        self._bind_keys()
        self.view.show_source(InCopy(file, notes))
        self._say_lent(clock)
        self._tell_saved()
        self.view.enter()

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Z": self.undo,
            "Ctrl+Shift+Z": self.redo,
            "Ctrl+Y": self.redo,
            "Ctrl+Return": self.send_back,
            "Alt+Down": partial(self.view.step, 1),
            "Alt+Up": partial(self.view.step, -1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)

    def _say_lent(self, clock: Callable[[], datetime]) -> None:
        told = copy_words.lent(self._file.copy, clock().date())
        self.view.banner.say(pgettext("state", "Copy"), "accent", told)

    # --- what the window asks of a page with a file

    def flush(self) -> bool:
        """Save the note that is being typed; all else is saved."""
        return self.view.flush()

    def close_file(self) -> None:
        """Let go of the file: nothing is held."""

    def tell_trouble(self, trouble: Trouble) -> None:
        """Say what stands in the way."""
        self._tell_failure(trouble)

    # --- what is done

    def send_back(self) -> None:
        """Say where the file lies, and that it can be mailed."""
        if self.flush():
            told = copy_words.ready(self._file.copy, self._file.path)
            self.view.banner.say(
                pgettext("state", "Ready"), "done", told, [(_("Show in folder"), self._show_folder)]
            )

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.path.parent)))

    def undo(self) -> None:
        """Take the last change back."""
        self._replay(self._file.undo, _("There is nothing to undo"), _("Undone; Ctrl+Y makes it again."))

    def redo(self) -> None:
        """Make again what was taken back last."""
        self._replay(self._file.redo, _("There is nothing to do again"), "")

    def _replay(self, act: Callable[[], Move | None], nothing: str, told: str) -> None:
        if not self.flush():
            return
        try:
            done = act()
        except Trouble as trouble:
            self._tell_failure(trouble)
            return
        self.view.reload()
        self._tell_saved()
        self.view.foot.say(told if done else nothing)

    # --- what is told

    def _tell_saved(self) -> None:
        copy = self._file.copy
        told = " · ".join(filter(None, (copy_words.count(copy), copy_words.undo(copy))))
        self.view.foot.show_saved(told, "Ctrl+Z" if copy.moves else "")

    def _tell_failure(self, error: Exception) -> None:
        if isinstance(error, Trouble):
            self.view.banner.say(_("Not saved"), "late", said_of(error))
