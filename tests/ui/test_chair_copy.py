"""A chair's copy that is opened in the window: changed by keys, taken back, sent back, taken in again."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from builders import Minutes, minutes, new_file, snapshot
from copies import TITLES, lend
from klubban.domain.chairs_copy import Copy, Does
from klubban.domain.meeting import Outcome
from klubban.exchange import chairs_copy as exchange
from klubban.operations.chairs_copy import review
from klubban.operations.chairs_verdicts import take_moves
from klubban.store.database import Database
from klubban.ui.chair.copy_page import CopyPage
from klubban.ui.file_page import FilePage
from klubban.ui.main_window import MainWindow
from klubban.ui.welcome.trouble import TroublePage
from klubban.ui.widgets.basics import Text
from ui.helpers import press, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings

CONTROL = Qt.KeyboardModifier.ControlModifier
MOVE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
UP, DOWN, ENTER, ESC = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def held(database: Database) -> Minutes:
    return minutes(database, TITLES, number=None)


@pytest.fixture
def lent(database: Database, held: Minutes, tmp_path: Path) -> Path:
    path = tmp_path / "ks.klubban-ordf"
    lend(database, held.meeting, path)
    return path


@pytest.fixture
def window(
    qtbot: QtBot, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made = MainWindow()
    made.resize(1100, 700)
    qtbot.addWidget(made)
    made.load(settings, None)
    made.show()
    made.activateWindow()
    yield made
    if made._file is not None:
        made._file.flush()
        made._file.close_file()


@pytest.fixture
def page(window: MainWindow, lent: Path) -> CopyPage:
    return opened(window, lent)


def opened(window: MainWindow, path: Path) -> CopyPage:
    window.open_file(path)
    settle()
    found = window.centralWidget()
    assert isinstance(found, CopyPage)
    found.view.enter()
    settle()
    return found


def keys(*pressed: Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier] | str) -> None:
    for each in pressed:
        widget = QApplication.focusWidget()
        assert widget is not None
        if isinstance(each, str):
            type_text(widget, each)
        elif isinstance(each, tuple):
            press(widget, *each)
        else:
            press(widget, each)
        settle()


def said(widget: QWidget) -> str:
    labels: list[Text] = widget.findChildren(Text)
    return " ".join(label.text() for label in labels if label.isVisible())


def on_disk(path: Path) -> Copy:
    return exchange.read(path.read_bytes())


def titles(page: CopyPage) -> list[str]:
    return [row.said.title for row in page.view.rows]


def test_a_copy_opens_in_the_same_view_and_says_what_it_is(page: CopyPage, window: MainWindow) -> None:
    assert titles(page) == list(TITLES)
    assert "Anna Berg made this copy for you" in said(page)
    assert window.windowTitle() == "ks – Klubban"


def test_a_copy_is_known_by_its_content_and_so_is_a_file(
    window: MainWindow, lent: Path, tmp_path: Path
) -> None:
    renamed = tmp_path / "agenda.klubban"
    renamed.write_bytes(lent.read_bytes())
    made = new_file(tmp_path / "ekby.klubban-ordf")
    made.close()

    assert titles(opened(window, renamed)) == list(TITLES)
    window.open_file(tmp_path / "ekby.klubban-ordf")
    assert isinstance(window.centralWidget(), FilePage)


@pytest.mark.usefixtures("page")
def test_each_act_by_keys_is_in_the_file_at_once(lent: Path) -> None:
    keys(DOWN, DOWN, (UP, MOVE))
    moved = on_disk(lent).moves
    keys(Qt.Key.Key_K, "Ta den först", ENTER, Qt.Key.Key_T, "19.15, 25 min", ENTER, DOWN, Qt.Key.Key_U)
    keys((Qt.Key.Key_N, CONTROL), "Ny å", ENTER, ESC)

    made = on_disk(lent).moves
    assert [move.does for move in moved] == [Does.MOVE]
    assert [move.does for move in made] == [Does.MOVE, Does.COMMENT, Does.TIME, Does.WITHDRAW, Does.ADD]
    assert (made[2].start, made[2].minutes) == (time(19, 15), 25)
    assert made[4].title == "Ny å"


def test_the_page_says_what_was_changed_and_what_undo_takes_back(page: CopyPage, lent: Path) -> None:
    keys(DOWN, DOWN, Qt.Key.Key_U, (Qt.Key.Key_N, CONTROL), "Ny å", ENTER, ESC)
    told = said(page)

    page.undo()
    settle()

    assert "2 changes, saved · Undo: add Ny å" in told
    assert "added by you" in page.view.rows[3].accessibleName() or "Ny å" not in titles(page)
    assert titles(page) == list(TITLES)
    assert [move.does for move in on_disk(lent).moves] == [Does.WITHDRAW]
    page.redo()
    settle()
    assert titles(page)[3] == "Ny å"


def test_with_nothing_changed_there_is_nothing_to_take_back(page: CopyPage) -> None:
    page.undo()

    assert page.view.foot.said == "There is nothing to undo"


def test_a_copy_is_opened_again_with_what_was_done_in_it(
    page: CopyPage, window: MainWindow, lent: Path
) -> None:
    keys(DOWN, DOWN, Qt.Key.Key_U)
    page.flush()

    again = opened(window, lent)

    assert "withdrawn" in again.view.rows[2].accessibleName()
    again.undo()
    assert on_disk(lent).moves == ()


def test_notes_stay_on_this_computer_and_are_there_again(
    page: CopyPage, window: MainWindow, lent: Path, tmp_path: Path
) -> None:
    before = lent.read_bytes()
    keys(DOWN, Qt.Key.Key_A, "Fråga Åsa", ESC)
    page.flush()
    again = opened(window, lent)
    keys(DOWN)

    assert again.view.opened is not None
    assert again.view.opened.note.toPlainText() == "Fråga Åsa"
    assert lent.read_bytes() == before
    assert list((tmp_path / "data").rglob("*.json"))


def test_sending_back_says_where_the_file_lies_and_to_whom_it_goes(page: CopyPage, lent: Path) -> None:
    keys(DOWN, DOWN, Qt.Key.Key_U)

    page.send.click()

    assert (
        f"ks.klubban-ordf has your change and is ready to be mailed to Anna Berg. It lies in {lent.parent}."
        in said(page)
    )


@pytest.mark.usefixtures("page")
def test_what_was_changed_is_taken_in_by_the_secretary(database: Database, held: Minutes, lent: Path) -> None:
    keys(DOWN, (DOWN, MOVE), DOWN, Qt.Key.Key_U, (Qt.Key.Key_N, CONTROL), "Ny å", ENTER, ESC)

    came = review(database, lent.read_bytes())
    take_moves(database, came, None, on=came.meeting.date)

    now = snapshot(database, held.meeting).items
    assert [item.title for item in now] == [
        "Upprop",
        "Budget",
        "Föregående protokoll",
        "Skolväg",
        "Ny å",
        "Övriga frågor",
    ]
    assert now[3].outcome is Outcome.WITHDRAWN


def test_a_copy_that_was_altered_by_other_means_is_refused_in_words(window: MainWindow, lent: Path) -> None:
    lent.write_bytes(lent.read_bytes().replace(b"Budget", b"Bidrag"))

    window.open_file(lent)

    shown = window.centralWidget()
    assert isinstance(shown, TroublePage)
    assert "The agenda in the copy is not as it was when it was lent" in said_of(shown)
    assert "Ask the secretary for a new copy" in said_of(shown)


def test_a_copy_that_was_cut_off_is_refused_in_words(window: MainWindow, lent: Path) -> None:
    lent.write_bytes(lent.read_bytes()[:200])

    window.open_file(lent)

    shown = window.centralWidget()
    assert isinstance(shown, TroublePage)
    assert "cannot be opened as a copy" in said_of(shown)


def said_of(widget: QWidget) -> str:
    labels: list[Text] = widget.findChildren(Text)
    return " ".join(label.text() for label in labels)


def test_a_file_that_was_changed_meanwhile_is_not_written_over(page: CopyPage, lent: Path) -> None:
    changed = lent.read_bytes() + b"\n"
    lent.write_bytes(changed)

    keys(DOWN, DOWN, Qt.Key.Key_U)

    assert lent.read_bytes() == changed
    assert "was changed or moved by something else" in said(page)
    assert page.view.rows[2].accessibleName() == "3 Budget"
