"""What the tests of the window share: one application with the house's look, and a file with a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from klubban.settings import Settings
from klubban.ui.app import prepare
from klubban.ui.file_page import FilePage
from ui.helpers import example, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database


@pytest.fixture(autouse=True)
def look(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("KLUBBAN_THEME", "light")
    if qapp.applicationName() != "Klubban":
        prepare(qapp)


@pytest.fixture
def office(path: Path) -> Iterator[Database]:
    made = example(path)
    yield made
    made.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.json")
    made.export_folder = tmp_path
    return made


@pytest.fixture
def page(qtbot: QtBot, office: Database, settings: Settings) -> Iterator[FilePage]:
    shown = FilePage(office, settings)
    qtbot.addWidget(shown)
    shown.resize(1440, 900)
    shown.show()
    shown.activateWindow()
    settle()
    yield shown
    shown.flush()
    shown.stop()
