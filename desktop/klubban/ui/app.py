"""Start-up: the bare window first; the pages are imported once it has been painted."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from klubban import i18n
from klubban.settings import Settings
from klubban.ui.main_window import MainWindow
from klubban.ui.theme import theme

if TYPE_CHECKING:
    from pathlib import Path


def run(path: Path | None = None) -> int:
    """Show the window, with a file when one is named, until it is closed; return the exit code."""
    app = QApplication(sys.argv[:1])
    i18n.use(i18n.preferred())
    prepare(app)
    window = start(path)
    window.show()
    return app.exec()


def prepare(app: QApplication) -> None:
    """Give the application its name, its language and its look."""
    app.setApplicationName("Klubban")
    app.setDesktopFileName("klubban")
    locale = QLocale(i18n.current().tag)
    QLocale.setDefault(locale)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(locale, "qtbase", "_", folder):
        app.installTranslator(translator)
    theme().install(app)


def start(path: Path | None) -> MainWindow:
    """Make a window that loads the rest in the event loop's next turn after its first paint."""
    window, settings = MainWindow(), Settings()
    window.take_place(settings)

    def load() -> None:
        from klubban.ui.errors import Bugs, log_to_file

        log_to_file()
        bugs = Bugs(window)
        bugs.install()
        window.bug.connect(bugs.show)
        bugs.trouble.connect(window.tell_trouble)
        window.load(settings, path)

    window.bare.painted.connect(
        lambda: QTimer.singleShot(0, load),
        Qt.ConnectionType.SingleShotConnection,
    )
    return window
