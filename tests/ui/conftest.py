"""What the tests of the window share: one application with the house's look, and a file with a meeting."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from klubban import i18n
from klubban.settings import Settings
from klubban.store.database import Database
from klubban.ui import file_page
from klubban.ui.app import prepare
from klubban.ui.file_page import FilePage
from klubban.ui.widgets.block_editor import BlockEditor
from ui.helpers import example, settle, shown_page
from ui.registers import Office, furnish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # the same everywhere, and no windows that pop up

_NEVER = 3_600_000
"""Milliseconds after which the other process would be warmed, which few tests have a use for."""


@pytest.fixture(autouse=True)
def look(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    before = i18n.current().language
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("KLUBBAN_THEME", "light")
    monkeypatch.setattr(file_page, "_IDLE", _NEVER)
    if qapp.applicationName() != "Klubban":
        prepare(qapp)
    i18n.use("en")  # so that the tests read as the code does
    yield
    i18n.use(before)


@pytest.fixture(autouse=True, scope="session")
def emptied_clipboard(qapp: QApplication) -> Iterator[None]:
    """Empty the clipboard in the end: Qt's offscreen one does it after Python has gone, and crashes."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file to copy: importing takes longer than most tests."""
    made = example(tmp_path_factory.mktemp("model") / "ekby.klubban")
    made.close()
    return made.path


@pytest.fixture
def office(model: Path, path: Path) -> Iterator[Database]:
    shutil.copyfile(model, path)
    opened = Database.open(path, "Anna Berg")
    yield opened
    opened.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.json")
    made.export_folder = tmp_path
    return made


@pytest.fixture
def page(qtbot: QtBot, office: Database, settings: Settings) -> Iterator[FilePage]:
    with shown_page(qtbot, office, settings) as shown:
        yield shown


@pytest.fixture
def editor(qtbot: QtBot) -> BlockEditor:
    made = BlockEditor("Beslut")
    qtbot.addWidget(made)
    made.resize(400, 100)
    made.show()
    made.activateWindow()
    made.setFocus()
    settle()
    return made


@pytest.fixture
def bodies(office: Database) -> Office:
    return furnish(office)
