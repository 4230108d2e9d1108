"""What a screen reader finds: everything that takes the keyboard has a name, and Tab goes a sensible way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from klubban.store.trouble import Trouble
from klubban.ui.errors import BugDialog
from klubban.ui.meeting.agenda import THE_MEETING
from klubban.ui.welcome.page import WelcomePage
from klubban.ui.welcome.trouble import TroublePage
from klubban.ui.widgets.buttons import Button
from ui.helpers import settle, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from klubban.ui.file_page import FilePage

INTERACTIVE = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Link,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.RadioButton,
}


def nameless(widget: QWidget) -> list[str]:
    """Return what takes the keyboard and has no name."""
    found = [
        f"{face.role().name} at {face.rect()}"
        for face in spoken(widget)
        if face.role() in INTERACTIVE and not face.text(QAccessible.Text.Name)
    ]
    focusable = [
        each for each in widget.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    found += [type(each).__name__ for each in focusable if each.isVisible() and not _name(each)]
    return found


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def tab_round(first: QWidget) -> list[str]:
    """Press Tab until it comes round; return the names that are passed."""
    first.setFocus()
    names: list[str] = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        assert widget is not None
        if names and widget is first:
            break
        names.append(_name(widget))
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return names


@pytest.mark.parametrize("item", [THE_MEETING, 1])
def test_everything_on_the_desk_has_a_name(page: FilePage, item: int) -> None:
    page.resize(1440, 900)
    page.meeting.select(item)
    page.meeting.foot.say("Exported", [("Show in folder", page.flush)])
    page.meeting.banner.say("Not saved", "late", "The disk is full.", [("Try again", page.flush)])
    settle()

    assert nameless(page) == []


def test_tab_goes_from_the_rail_over_the_agenda_to_the_texts(page: FilePage) -> None:
    names = tab_round(page.rail.list)

    order = [
        "Meetings",
        "Other files",
        "Summons",
        "Roll",
        "Chair",
        "More documents …",
        "After the meeting",
        "Show the page",
        "Agenda",
        "Title",
        "Registry number",
    ]
    assert names[: len(order)] == order
    assert "" not in names


def test_every_row_of_a_list_says_all_that_it_shows(page: FilePage) -> None:
    said = [face.text(QAccessible.Text.Name) for face in spoken(page.rail.list)]

    assert "22 February 2016, announced" in said


@pytest.mark.parametrize("kind", ["welcome", "trouble", "bug"])
def test_the_other_pages_have_names_too(qtbot: QtBot, kind: str) -> None:
    trouble = Trouble("The file is damaged.", "It was left as it is.", "Open a backup.")
    owner = QWidget()
    qtbot.addWidget(owner)
    pages: dict[str, Callable[[], QWidget]] = {
        "welcome": lambda: WelcomePage([Path("/office/ekby.klubban")]),
        "trouble": lambda: TroublePage(trouble, [Button("Try again")]),
        "bug": lambda: BugDialog("Traceback …", owner),
    }
    page = pages[kind]()
    qtbot.addWidget(page)
    page.show()
    settle()

    assert nameless(page) == []
