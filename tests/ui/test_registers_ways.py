"""From the registers and the meeting to the pages beyond: the roll, statistics, a body's document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from klubban.operations.bodies import change_body
from ui.helpers import settle
from ui.registers import Office, opened

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_f9_leads_to_the_roll_of_the_meeting_and_back(page: FilePage) -> None:
    QTest.keyClick(page, Qt.Key.Key_F9)
    settle()
    roll = page._beyond.roll
    assert roll is not None
    assert page._pages.currentWidget() is roll
    assert roll.meeting_id == page.meeting.meeting_id
    QTest.keyClick(page, Qt.Key.Key_F9)
    settle()

    assert page._pages.currentWidget() is page.meeting


def test_statistics_are_reached_from_the_body_and_left_by_the_rail(page: FilePage, bodies: Office) -> None:
    opened(page, bodies.committee)
    page.registers._statistics.click()
    settle()
    statistics = page._beyond.statistics
    assert statistics is not None
    assert page._pages.currentWidget() is statistics
    assert statistics.body_id == bodies.committee
    page.rail.list.activated.emit(page.rail.list.currentIndex())
    settle()

    assert page._pages.currentWidget() is page.registers
    assert page.registers.body_id == bodies.committee


def test_undo_leaves_statistics_for_the_body_it_changed(
    page: FilePage, office: Database, bodies: Office
) -> None:
    page.show_statistics(bodies.committee)
    change_body(office, bodies.committee, short="TEK")
    settle()
    page.undo()
    settle()

    assert page._pages.currentWidget() is page.registers


def test_ctrl_e_exports_the_terms_of_reference(
    page: FilePage, bodies: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    opened(page, bodies.committee)
    QTest.keyClick(page, Qt.Key.Key_E, CONTROL)

    qtbot.waitUntil(lambda: any(tmp_path.glob("tn*.pdf")), timeout=20000)
    qtbot.waitUntil(lambda: "Exported tn" in page.registers.foot._message.text(), timeout=2000)


def test_the_foot_names_the_keys_that_work(page: FilePage, bodies: Office) -> None:
    opened(page, bodies.committee)
    foot = page.registers.foot
    named = [each.cap for each in foot.keys._names]
    assert named == ["F7", "Alt+Down", "Alt+Up", "F6", "Esc", "Ctrl+E"]
    assert foot.keys.isVisible()

    page.show_person(bodies.people[0])
    settle()
    assert "Ctrl+E" not in [each.cap for each in foot.keys._names]

    foot.say("Read in 3 members.")
    assert not foot.keys.isVisible()
    foot.say("")
    assert foot.keys.isVisible()
