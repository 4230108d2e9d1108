"""The page in the writing surface's place: for narrow windows, and to read it large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from klubban.ui.meeting.agenda import THE_MEETING
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.meeting.pager import PageWay
from klubban.ui.widgets.buttons import Link
from ui.helpers import settle

if TYPE_CHECKING:
    from klubban.ui.file_page import FilePage


def surface(page: FilePage) -> ItemSurface:
    found = page.meeting._surface
    assert isinstance(found, ItemSurface)
    return found


def way(page: FilePage) -> PageWay:
    return page.meeting._head.way


def test_a_narrow_window_offers_the_page_by_a_link(page: FilePage) -> None:
    assert way(page).isVisible()
    links: list[Link] = way(page).findChildren(Link)
    links[0].click()
    settle()

    assert page.meeting.preview.sheet.isVisible()
    assert not surface(page).isVisible()


def test_a_wide_window_shows_both_and_needs_no_link(page: FilePage) -> None:
    page.resize(1440, 900)
    settle()

    assert not way(page).isVisible()
    assert page.meeting.preview.sheet.isVisible()


def test_f8_shows_the_page_large_and_escape_goes_back_to_the_same_text(page: FilePage) -> None:
    page.resize(1440, 900)
    surface(page).enter("summary")
    settle()
    small = page.meeting.preview.sheet.pixels_across
    QTest.keyClick(page, Qt.Key.Key_F8)
    settle()

    assert page.meeting.preview.sheet.pixels_across > 1.3 * small
    assert QApplication.focusWidget() is page.meeting.preview.sheet

    QTest.keyClick(page.meeting.preview.sheet, Qt.Key.Key_Escape)
    settle()

    assert surface(page).isVisible()
    assert surface(page).focused == "summary"
    assert page.meeting.foot.isVisible()


def test_a_click_on_the_page_does_the_same(page: FilePage) -> None:
    page.resize(1440, 900)
    settle()
    sheet = page.meeting.preview.sheet
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.rect().center())

    assert page.meeting.desk.enlarged


def test_another_item_can_be_chosen_while_the_page_is_large(page: FilePage) -> None:
    page.meeting.swap_page()
    page.meeting.select(THE_MEETING)
    settle()

    assert page.meeting.desk.enlarged
    assert page.meeting.preview.sheet.isVisible()
    shown = page.meeting._surface
    assert shown is not None
    assert not shown.isVisible()


def test_the_pager_is_large_enough_to_hit_and_stands_in_the_middle(page: FilePage) -> None:
    page.resize(1440, 900)
    settle()
    pager = page.meeting.preview.pager

    for link in (pager.back, pager.on):
        assert min(link.width(), link.height()) >= 24
    assert abs((pager.back.geometry().left() + pager.on.geometry().right()) / 2 - pager.width() / 2) <= 2
