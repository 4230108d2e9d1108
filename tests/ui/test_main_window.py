"""The window around everything: what it opens, what it says when it cannot, and how it is left."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from builders import unverify
from klubban import paths
from klubban.store.database import Database
from klubban.store.trouble import Trouble
from klubban.ui.errors import Bugs
from klubban.ui.file_page import FilePage
from klubban.ui.main_window import Bare, MainWindow
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.welcome.choices import ChoiceButton
from klubban.ui.welcome.empty import EmptyFile
from klubban.ui.welcome.page import WelcomePage
from klubban.ui.welcome.trouble import TroublePage
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.buttons import Button, Link
from ui.helpers import settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    made = MainWindow()
    made.resize(1100, 700)
    qtbot.addWidget(made)
    made.load(settings, None)
    yield made
    if made._file is not None:
        made._file.close_file()


def shown(window: MainWindow) -> QWidget:
    found = window.centralWidget()
    assert found is not None
    return found


def said(widget: QWidget) -> str:
    labels: list[Text] = widget.findChildren(Text)
    return " ".join(label.text() for label in labels)


def test_a_bare_window_becomes_the_welcome_page(window: MainWindow) -> None:
    assert isinstance(MainWindow().centralWidget(), Bare)
    assert isinstance(shown(window), WelcomePage)


def test_the_welcome_page_says_what_can_be_done(window: MainWindow) -> None:
    choices: list[ChoiceButton] = window.findChildren(ChoiceButton)

    assert [choice.text() for choice in choices] == [
        "Open a file",
        "Create a new file",
        "Try the sample municipality",
    ]


def test_a_new_file_says_how_it_comes_by_a_meeting(window: MainWindow, path: Path) -> None:
    window.create_file(path)

    assert isinstance(shown(window), FilePage)
    assert "still empty" in said(shown(window))
    assert window.windowTitle() == "ekby – Klubban"


def test_the_sample_opens_with_its_meetings(window: MainWindow, path: Path) -> None:
    window.create_sample(path)
    page = shown(window)

    assert isinstance(page, FilePage)
    content = json.loads((paths.resources() / "sample.json").read_bytes())
    assert page.rail.list.rows.rowCount() == len(content["bodies"]) + len(content["meetings"])
    assert isinstance(page.meeting._surface, ItemSurface)


def test_an_empty_file_can_be_filled_from_its_page(window: MainWindow, path: Path) -> None:
    window.create_file(path)
    page = shown(window)
    assert isinstance(page, FilePage)
    choices: list[ChoiceButton] = page._empty.findChildren(ChoiceButton)
    choices[1].click()
    settle()

    assert page._pages.currentWidget() is page.meeting


def test_a_document_that_does_not_fit_is_refused_in_words(window: MainWindow, path: Path) -> None:
    window.create_file(path)
    page = shown(window)
    assert isinstance(page, FilePage)
    wrong = path.with_suffix(".json")
    wrong.write_text('{"format": "klubban-open-1", "meetings": {}}')
    page._empty._import(wrong)

    assert isinstance(page._pages.currentWidget(), EmptyFile)
    assert "ekby.json" in said(page._empty)


def foreign(path: Path) -> None:
    path.write_bytes(b"no database")


def another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE song (name)")
        connection.commit()


def newer(path: Path) -> None:
    Database.create(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
        connection.commit()


def missing(_path: Path) -> None:
    pass


@pytest.mark.parametrize("make", [foreign, another_program, newer, missing])
def test_a_file_that_cannot_be_opened_is_explained_in_the_page(
    window: MainWindow, path: Path, make: object
) -> None:
    assert callable(make)
    make(path)
    window.open_file(path)

    assert isinstance(shown(window), TroublePage)
    assert len(said(shown(window))) > 60
    buttons: list[Button] = window.findChildren(Button)
    assert [button.text() for button in buttons] == ["Open another file", "Try again", "To the start"]


def test_a_file_that_exists_is_never_made_anew(window: MainWindow, path: Path) -> None:
    path.write_bytes(b"keep me")
    window.create_file(path)

    assert isinstance(shown(window), TroublePage)
    assert path.read_bytes() == b"keep me"


def test_a_trouble_can_be_tried_again(window: MainWindow, path: Path) -> None:
    window.open_file(path)
    Database.create(path).close()
    buttons: list[Button] = window.findChildren(Button)
    buttons[1].click()

    assert isinstance(shown(window), FilePage)


def test_closing_saves_what_was_typed(window: MainWindow, office: Database) -> None:
    unverify(office).close()
    window.open_file(office.path)
    page = shown(window)
    assert isinstance(page, FilePage)
    assert isinstance(page.meeting._surface, ItemSurface)
    title = page.meeting._surface._fields["title"].editor
    title.moveCursor(title.textCursor().MoveOperation.End)
    type_text(title, " åter")
    window.close()

    opened = Database.open(office.path)
    step = opened.undoable
    opened.close()
    assert step is not None
    assert step.label == "Rename {item}"


def test_the_window_comes_back_at_its_size(qtbot: QtBot, window: MainWindow, settings: Settings) -> None:
    window.show()
    window.resize(900, 610)
    settle()
    window.close()
    again = MainWindow()
    qtbot.addWidget(again)
    again.take_place(settings)

    assert again.height() == 610  # the width is the screen's to say: the tests' is a narrow one


def test_opened_files_are_offered_the_next_time(
    window: MainWindow, settings: Settings, office: Database
) -> None:
    office.close()
    window.open_file(office.path)
    window.show_welcome()

    assert settings.recent == [office.path.resolve()]
    assert "Opened recently" in said(shown(window))


def test_the_way_to_other_files_leads_over_the_start(window: MainWindow, path: Path) -> None:
    window.create_file(path)
    links: list[Link] = shown(window).findChildren(Link)
    next(link for link in links if link.text() == "Other files").click()

    assert isinstance(shown(window), WelcomePage)
    Database.open(path).close()  # which needs the lock


def test_the_file_that_is_open_can_be_opened_again(window: MainWindow, path: Path) -> None:
    window.create_file(path)
    window.open_file(path)
    page = shown(window)

    assert isinstance(page, FilePage)
    assert not page._database.read_only


def test_known_trouble_that_nobody_tells_of_is_no_bug(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    bugs = Bugs(window)
    bugs.install()
    bugs.trouble.connect(window.tell_trouble)
    window.create_file(path)
    sys.excepthook(Trouble, Trouble("The disk fails.", "It cannot be read.", "Use a copy."), None)
    page = shown(window)

    assert bugs._dialog is None
    assert isinstance(page, FilePage)
    assert "The disk fails." in page.meeting.banner._words.text()


def test_a_bug_is_told_once_and_the_window_goes_on(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    bugs = Bugs(window)
    bugs.install()
    for number in range(2):
        error = ValueError(f"number {number}")
        sys.excepthook(ValueError, error, None)

    assert bugs._dialog is not None
    assert bugs._dialog.isVisible()
    assert not bugs._dialog.isModal()
    assert "number 0" in bugs._dialog._details
    assert "number 1" in caplog.text
    bugs._dialog.accept()
    qtbot.waitUntil(lambda: bugs._dialog is None, timeout=1000)
    assert QApplication.instance() is not None
