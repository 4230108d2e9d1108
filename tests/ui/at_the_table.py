"""How the tests of the roll call press keys, and what they see of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from klubban.ui.roll.choosing import Chooser
from klubban.ui.roll.page import RollPage
from klubban.ui.roll.rows import RollRow
from ui.evening import DAY
from ui.helpers import settle, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.domain.roll import RollLine
    from klubban.store.database import Database

SHIFT = Qt.KeyboardModifier.ShiftModifier


def open_page(qtbot: QtBot, database: Database, meeting: int) -> RollPage:
    """Return the page with a meeting's roll, the keyboard in its list."""
    shown = RollPage(database, lambda: DAY)
    qtbot.addWidget(shown)
    shown.resize(1224, 800)
    shown.show_meeting(meeting)
    shown.show()
    shown.activateWindow()
    settle()
    shown.list.setFocus()
    return shown


def press(
    key: Qt.Key, *, times: int = 1, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key as the window gets it: at whatever has the keyboard."""
    for _ in range(times):
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)
        QApplication.processEvents()


def type_here(text: str) -> None:
    for letter in text:
        widget = QApplication.focusWidget()
        assert widget is not None
        type_text(widget, letter)
    settle()


def rows(page: RollPage) -> list[RollRow]:
    model = page.list.rows
    found = [model.row(number) for number in range(model.rowCount())]
    return [row for row in found if isinstance(row, RollRow)]


def row(page: RollPage, name: str, *, stands_in: bool = False) -> RollRow:
    (found,) = [each for each in rows(page) if each.name == name and each.stands_in == stands_in]
    return found


def now(page: RollPage, name: str) -> str:
    found = next(each for each in rows(page) if each.name == name).now
    return found.word if found else ""


def in_hand(page: RollPage) -> str:
    hand = page.list.hand()
    return hand.name if hand else ""


def go_to(page: RollPage, name: str) -> None:
    """Put somebody's own row in hand."""
    page.list.choose_line(line(page, name).id)
    assert in_hand(page) == name


def begin(page: RollPage) -> None:
    assert not page.sheet.begun
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_A)


def disqualify_eva(page: RollPage) -> None:
    """Go to § 75, and note Eva Asp as disqualified there."""
    begin(page)
    press(Qt.Key.Key_Right, times=5)
    go_to(page, "Eva Asp")
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_Return)


def let_the_next_serve(page: RollPage) -> None:
    assert isinstance(page.panel.part(), Chooser)
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_here("Jan Rask är också jävig")
    press(Qt.Key.Key_Return)


def line(page: RollPage, name: str) -> RollLine:
    return next(each for each in page.sheet.roll.lines if each.who and each.who.name == name)
