"""Whether everybody may listen, said on the meeting's page and on an item's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from builders import DAY, minutes, new_file, snapshot
from klubban.domain.meeting import Doors
from klubban.operations.agenda import set_item
from klubban.ui.file_page import FilePage
from klubban.ui.meeting.agenda import THE_MEETING
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.buttons import Link
from ui.helpers import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from klubban.store.database import Database


@pytest.fixture
def office(path: Path) -> Iterator[Database]:
    """A file with a committee's meeting of two items, of which the second is about an individual."""
    database = new_file(path)
    ids = minutes(database, ("Budget", "Serveringstillstånd"), number=None)
    set_item(database, ids.items[1], exercise_of_authority=True)
    yield database
    database.close()


@pytest.fixture
def page(page: FilePage) -> FilePage:
    page.meeting._clock = lambda: DAY
    page.meeting.select(THE_MEETING)
    page.meeting._show_meeting()
    settle()
    return page


def said(page: FilePage) -> list[str]:
    """Return the sentences on the page."""
    surface = page.meeting._surface
    assert surface is not None
    return [text.text() for text in surface.findChildren(Text) if text.isVisible()]


def press_link(page: FilePage, words: str) -> None:
    """Give the keyboard to a link, and press it."""
    surface = page.meeting._surface
    assert isinstance(surface, QWidget)
    (link,) = [each for each in surface.findChildren(Link) if each.text() == words and each.isVisible()]
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    settle()


def test_doors_are_said_by_keys_of_the_meeting_and_of_an_item(page: FilePage, office: Database) -> None:
    before = said(page)
    press_link(page, "It is open to the public")
    opened, told = snapshot(office), said(page)
    page.meeting.select(opened.items[1].id)
    page.meeting._show_meeting()
    settle()
    press_link(page, "More fields …")
    press_link(page, "Closed doors")
    closed = snapshot(office).items[1].doors
    at_item = said(page)
    press_link(page, "As the meeting otherwise")

    assert "The meeting is held behind closed doors." in before
    assert opened.doors is Doors.OPEN
    assert told.count("The meeting is open to the public.") == 1
    assert closed is Doors.CLOSED
    assert "It is handled behind closed doors." in at_item
    assert snapshot(office).items[1].doors is None


def test_an_item_that_is_opened_against_the_law_says_the_law(page: FilePage, office: Database) -> None:
    item = snapshot(office).items[1].id
    page.meeting.select(item)
    page.meeting._show_meeting()
    settle()

    press_link(page, "More fields …")
    press_link(page, "Open doors")

    assert "It is about an individual: then the doors are always closed (KL ch. 6 s. 25)." in said(page)
