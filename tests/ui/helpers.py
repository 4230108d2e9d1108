"""How the tests of the window type, look and wait."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from klubban.operations.open_format import import_document
from klubban.store.database import Database
from klubban.ui.file_page import FilePage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings

DATA = Path(__file__).parent.parent / "data"
REAL = DATA / "jarfalla-ks-2016-02-22.json"


def example(path: Path, *, verified: bool = True) -> Database:
    """Return a file with the real meeting, which is verified, and two more items on its agenda."""
    database = Database.create(path, "Anna Berg")
    document = json.loads(REAL.read_bytes())
    for part in () if verified else ("verification", "notice"):
        del document["meetings"][0][part]
    titles = ("Ny gång- och cykelväg vid Ekbyån", "Delegationsbeslut")
    document["meetings"][0]["items"] += [{"title": title} for title in titles]
    import_document(database, json.dumps(document).encode())
    return database


@contextmanager
def shown_page(qtbot: QtBot, database: Database, settings: Settings) -> Iterator[FilePage]:
    """Show a file in a page too narrow for the preview, which would start a process for each test."""
    shown = FilePage(database, settings)
    qtbot.addWidget(shown)
    shown.resize(1100, 700)
    shown.show()
    shown.activateWindow()
    settle()
    yield shown
    shown.flush()
    shown.stop()


def held() -> QWidget:
    """Return what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_text(widget: QWidget, text: str) -> None:
    """Type letters of any language; QTest aborts the interpreter on those beyond ASCII."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press and release a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifier))


def settle() -> None:
    """Let layouts, queued signals and deletions come to rest."""
    for _ in range(5):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def spoken(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Walk what a screen reader finds in a widget."""
    yield from _walk(QAccessible.queryAccessibleInterface(widget))


def _walk(face: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if face is None or not face.isValid():
        return
    yield face
    for place in range(face.childCount()):
        yield from _walk(face.child(place))
