"""The window: bare at first, then the welcome page, an open file, or why a file cannot be opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox, QWidget

from klubban.i18n import _
from klubban.ui.theme import SERIF, font, theme
from klubban.ui.widgets.basics import Ground

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.store.trouble import Trouble
    from klubban.ui.chair.copy_page import CopyPage
    from klubban.ui.file_page import FilePage

SUFFIX = ".klubban"
_SIZE, _LEAST = QSize(1440, 900), QSize(864, 560)
_RAIL = 216  # as in widgets.rail, which a bare window does not wait for


class Bare(Ground):
    """The ground and the name, painted at once while the rest is imported."""

    painted = Signal()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what the window will keep."""
        painter, tokens = QPainter(self), theme().tokens
        painter.setFont(font("brand", SERIF))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(QRectF(24, 18, _RAIL, 30), "Klubban")
        painter.fillRect(QRectF(_RAIL - 1, 0, 1, self.height()), QColor(tokens.line))
        self.painted.emit()


class MainWindow(QMainWindow):
    """Holds one page at a time. Stores and pages are imported when they are first needed."""

    bug = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Klubban")
        self.setMinimumSize(_LEAST)
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self.bare = Bare()
        self.setCentralWidget(self.bare)
        self._settings: Settings | None = None
        self._file: FilePage | CopyPage | None = None
        QShortcut(QKeySequence.StandardKey.Open, self).activated.connect(self.ask_to_open)

    def take_place(self, settings: Settings) -> None:
        """Stand where the window stood the last time; Qt sees to it that it is on a screen."""
        self._settings = settings
        self.restoreGeometry(settings.window)

    def load(self, settings: Settings, path: Path | None) -> None:
        """Fill the bare window: with a file, or with what can be done without one."""
        self._settings = settings
        if path is None:
            self.show_welcome()
        else:
            self.open_file(path)

    # --- pages

    def show_welcome(self) -> None:
        """Offer to open, to create, to try; a file is left for it when what is typed in it can be saved."""
        if not self._leave_file():
            return
        from klubban.ui.welcome.page import WelcomePage

        page = WelcomePage(self._settings.recent if self._settings else [])
        page.open_asked.connect(self.ask_to_open)
        page.create_asked.connect(lambda: self.ask_to_create(self.create_file))
        page.sample_asked.connect(lambda: self.ask_to_create(self.create_sample))
        page.recent_asked.connect(self.open_file)
        self._put(page, None)

    def open_file(self, path: Path) -> None:
        """Open a file, or a chair's copy; one that cannot be opened is told of in the page."""
        from klubban.operations.file_sort import is_copy
        from klubban.store.database import Database

        if is_copy(path):
            self.open_copy(path)
            return
        self._try(path, lambda: Database.open(path))

    def open_copy(self, path: Path) -> None:
        """Open a chair's copy of an agenda; one that is damaged, or none, is told of in the page."""
        from klubban.exchange.refused import Refused
        from klubban.operations.copy_file import CopyFile
        from klubban.operations.copy_notes import CopyNotes
        from klubban.store.trouble import Trouble
        from klubban.ui.chair import copy_words
        from klubban.ui.chair.copy_page import CopyPage

        if not self._leave_file():
            return
        try:
            file = CopyFile(path)
        except Refused as refused:
            self._show_trouble(copy_words.refused(refused, path), path)
            return
        except Trouble as trouble:
            self._show_trouble(trouble, path)
            return
        if self._settings is not None:
            self._settings.opened(path)
        page = CopyPage(file, CopyNotes(file.copy.sha256))
        page.others_asked.connect(self.show_welcome)
        self._put(page, path)
        self._file = page
        page.view.enter()

    def create_file(self, path: Path) -> None:
        """Make an empty file and open it."""
        from klubban.store.database import Database

        self._try(path, lambda: Database.create(path))

    def create_sample(self, path: Path) -> None:
        """Make a file with the sample municipality and open it."""
        from klubban.operations.sample import fill_with_sample
        from klubban.store.database import Database

        def make() -> Database:
            database = Database.create(path)
            fill_with_sample(database)
            return database

        self._try(path, make)

    def _try(self, path: Path, make: Callable[[], Database]) -> None:
        """Leave the file that is open, for it may be the same one, and show another."""
        from klubban.store.trouble import Trouble

        if not self._leave_file():
            return
        try:
            self._show_file(make())
        except Trouble as trouble:
            self._show_trouble(trouble, path)

    def _show_file(self, database: Database) -> None:
        from klubban.settings import Settings
        from klubban.ui.file_page import FilePage

        settings = self._settings or Settings()
        settings.opened(database.path)
        try:
            page = FilePage(database, settings)
        except BaseException:
            database.close()
            raise
        page.bug.connect(self.bug)
        page.others_asked.connect(self.show_welcome)
        self._put(page, database.path)
        self._file = page
        page.greet()

    def tell_trouble(self, trouble: Trouble) -> None:
        """Say what stands in the way, in the page that is shown."""
        if self._file is not None:
            self._file.tell_trouble(trouble)

    def _show_trouble(self, trouble: Trouble, path: Path) -> None:
        from klubban.ui.welcome.trouble import TroublePage
        from klubban.ui.widgets.buttons import Button

        another, again = Button(_("Open another file"), chief=True), Button(_("Try again"))
        start = Button(_("To the start"))
        another.clicked.connect(self.ask_to_open)
        again.clicked.connect(lambda: self.open_file(path))
        start.clicked.connect(self.show_welcome)
        self._put(TroublePage(trouble, [another, again, start]), None)

    def _put(self, page: QWidget, path: Path | None) -> None:
        """Show another page; Qt deletes the one before."""
        self.setWindowTitle(f"{path.stem} – Klubban" if path else "Klubban")
        self.setWindowFilePath("")
        self.setCentralWidget(page)

    def _leave_file(self) -> bool:
        """Let go of the file that is open; False when what is typed in it cannot be saved."""
        if self._file is None:
            return True
        if not self._file.flush():
            return False
        self._file.close_file()
        self._file = None
        return True

    # --- asking

    def ask_to_open(self) -> None:
        """Ask for a file, without holding anything else up."""
        dialog = self._dialog(_("Open a file"), QFileDialog.AcceptMode.AcceptOpen)
        both = _("Klubban files and chair's copies (*.klubban *.klubban-ordf)")
        dialog.setNameFilters([both, _("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_file(Path(name)))
        dialog.open()

    def ask_to_create(self, create: Callable[[Path], None]) -> None:
        """Ask where a new file is to lie."""
        dialog = self._dialog(_("Create a new file"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # an existing file is never overwritten
        dialog.fileSelected.connect(lambda name: create(Path(name)))
        dialog.open()

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        recent = self._settings.recent if self._settings else []
        folder = recent[0].parent if recent else Path.home()
        dialog = QFileDialog(self, title, str(folder))
        dialog.setAcceptMode(mode)
        dialog.setNameFilters([_("Klubban files (*.klubban)"), _("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    # --- leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is not saved; ask only when that fails."""
        if self._leave_file() or self._give_up():
            if self._settings is not None:
                self._settings.window = bytes(self.saveGeometry().data())
            event.accept()
        else:
            event.ignore()

    def _give_up(self) -> bool:
        """Ask whether to close without what cannot be saved."""
        asked = QMessageBox(self)
        asked.setWindowTitle("Klubban")
        asked.setText(_("The last thing you wrote could not be saved."))
        asked.setInformativeText(_("If you close now it is lost. You can stay, copy it, and try again."))
        stay = asked.addButton(_("Stay"), QMessageBox.ButtonRole.RejectRole)
        leave = asked.addButton(_("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
        asked.setDefaultButton(stay)
        asked.exec()
        if asked.clickedButton() is not leave:
            return False
        if self._file is not None:
            self._file.close_file()
        return True
