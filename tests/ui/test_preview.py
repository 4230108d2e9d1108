"""The page beside what is typed, and what is exported from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from builders import unverify
from klubban.ui.meeting.agenda import THE_MEETING
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.widgets.buttons import Link
from ui.helpers import settle, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage

PATIENCE = 20_000  # milliseconds; a process starts


@pytest.fixture
def office(office: Database) -> Database:
    return unverify(office)


def caption(page: FilePage) -> str:
    return page.meeting.preview.pager.where.text()


def widen(qtbot: QtBot, page: FilePage) -> None:
    """Make room for the preview, and wait for the page of the item in hand."""
    page.resize(1440, 900)
    settle()
    qtbot.waitUntil(lambda: caption(page).startswith("2 ("), timeout=PATIENCE)


def test_the_page_of_the_item_in_hand_is_shown_and_follows_the_choice(qtbot: QtBot, page: FilePage) -> None:
    widen(qtbot, page)
    page.meeting.select(THE_MEETING)

    qtbot.waitUntil(lambda: caption(page).startswith("1 ("), timeout=PATIENCE)
    assert page.meeting.preview.sheet.accessibleName().startswith("Preview, page 1 of")


def test_what_is_typed_is_set_alone_and_at_a_pause_in_its_place(qtbot: QtBot, page: FilePage) -> None:
    widen(qtbot, page)
    before = page.meeting.preview.sheet._image
    surface = page.meeting._surface
    assert isinstance(surface, ItemSurface)
    type_text(surface._fields["summary"].editor, "Åter ")

    qtbot.waitUntil(lambda: caption(page) == "§\u00a019", timeout=PATIENCE)
    assert page.meeting.preview.sheet._image != before
    qtbot.waitUntil(lambda: caption(page).startswith("2 ("), timeout=PATIENCE)


def test_pages_are_turned_by_keys_and_links(qtbot: QtBot, page: FilePage) -> None:
    widen(qtbot, page)
    QTest.keyClick(page.meeting.preview.sheet, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: caption(page).startswith("1 ("), timeout=PATIENCE)
    page.meeting.preview.pager.on.click()

    qtbot.waitUntil(lambda: caption(page).startswith("2 ("), timeout=PATIENCE)


def test_a_picture_is_as_sharp_as_the_screen(qtbot: QtBot, page: FilePage) -> None:
    widen(qtbot, page)
    sheet = page.meeting.preview.sheet

    qtbot.waitUntil(lambda: abs(sheet._image.width() - sheet.pixels_across) <= 1, timeout=PATIENCE)


def test_an_export_ends_with_a_quiet_word_and_a_way_to_the_folder(
    qtbot: QtBot, page: FilePage, tmp_path: Path
) -> None:
    QTest.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "Exported" in page.meeting.foot._message.text(), timeout=PATIENCE)
    assert list(tmp_path.glob("ks-2016-02-22-*.pdf"))
    offered = ["Show in folder", "Close"]  # Qt takes what was offered before away when it has time
    qtbot.waitUntil(lambda: [link.text() for link in page.meeting.foot.findChildren(Link)] == offered)


def test_what_is_being_typed_is_in_the_export(qtbot: QtBot, page: FilePage, tmp_path: Path) -> None:
    surface = page.meeting._surface
    assert isinstance(surface, ItemSurface)
    type_text(surface._fields["summary"].editor, "Åter ")
    page.meeting._export("extract", 19)

    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("ks-*.pdf"))), timeout=PATIENCE)
    assert not surface._fields["summary"].field.autosave.unsaved


def test_the_first_export_asks_for_a_folder_without_holding_anything_up(
    page: FilePage, settings: Settings
) -> None:
    settings._values.clear()
    page.meeting.export_record()
    dialogs: list[QFileDialog] = page.findChildren(QFileDialog)

    assert len(dialogs) == 1
    assert dialogs[0].fileMode() == QFileDialog.FileMode.Directory
    dialogs[0].reject()


def test_more_documents_offers_the_extract_of_the_paragraph_in_hand(page: FilePage) -> None:
    offered = [action.text() for action in page.meeting._head.menu.actions() if action.text()]

    assert offered == [
        "Print and export …\tCtrl+P",
        "Extract of §\u00a019",
        "Export protocol",
        "Notice of verification",
        "Sheet to call the roll by",
        "Attendance list",
        "Choose the folder …",
    ]
