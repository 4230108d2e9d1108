"""The board of deadlines: the late first, and each line leads to where it is done, by keys alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from builders import minutes
from klubban.domain.duty import Wanted
from klubban.operations.meetings import add_meeting
from klubban.ui import clock
from klubban.ui.after.page import AfterPage
from klubban.ui.after.steps import Step
from klubban.ui.overview.due import Due
from klubban.ui.overview.leads import lead
from klubban.ui.overview.page import OverviewPage
from klubban.ui.typesetter import Typesetter
from klubban.ui.widgets.basics import Text
from ui.helpers import press, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.file_page import FilePage
    from ui.registers import Office

TODAY = date(2027, 3, 1)
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def first_of_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def listed(room: OverviewPage) -> list[str]:
    model = room.list.rows
    found = [row.words for number in range(model.rowCount()) if (row := model.row(number)) is not None]
    return [each.replace("\u00a0", " ") for each in found]


def test_the_board_is_walked_by_keys_and_leads_to_what_is_to_be_done(
    page: FilePage, office: Database, bodies: Office, qtbot: QtBot
) -> None:
    with office.change("Rules") as change:
        change.update("body", bodies.committee, rules={"summons_days": 7})
    late = add_meeting(office, bodies.committee, date(2027, 3, 5))
    add_meeting(office, bodies.committee, date(2027, 3, 15))
    settle()

    QTest.keyClick(page, Qt.Key.Key_F5, SHIFT)
    settle()
    room = page._rooms._made["overview"]
    assert isinstance(room, OverviewPage)
    own = [each for each in listed(room) if "Tekniska" in each]
    assert own[0].startswith("26 February, The summons is to be out, Tekniska nämnden 5 March")
    assert own[0].endswith("3 days late")
    assert own[1].endswith("in 7 days")
    assert listed(room)[0] == "Late"

    press(room.list, Qt.Key.Key_Right, ALT)
    assert not any("Tekniska" in each for each in listed(room))
    press(room.list, Qt.Key.Key_Right, ALT)
    settle()
    assert [each for each in listed(room) if "," in each] == own

    room.enter()
    with qtbot.waitSignal(room.room_asked) as asked:
        press(room.list, Qt.Key.Key_Return)
    assert asked.args == ["summons", late]
    settle()
    assert page.meeting.meeting_id == late
    QTest.keyClick(page, Qt.Key.Key_F5, SHIFT)
    QTest.keyClick(page, Qt.Key.Key_F3)
    settle()
    assert page.room == "summons"

    page._due.count()
    assert page.rail._rooms["overview"].accessibleName().endswith("overdue")
    QTest.keyClick(page, Qt.Key.Key_F5, SHIFT)
    QTest.keyClick(page, Qt.Key.Key_F5, SHIFT)
    settle()
    assert page._pages.currentWidget() is page.meeting


def test_what_the_court_is_asked_is_noted_at_its_own_step(page: FilePage) -> None:
    QTest.keyClick(page, Qt.Key.Key_F5, SHIFT)
    settle()
    board = page._rooms._made["overview"]
    assert isinstance(board, OverviewPage)
    (asked,) = (each for each in board.shown if each.what is Wanted.ASK)

    lead(board, asked)
    settle()

    room = page._rooms._made["after"]
    assert isinstance(room, AfterPage)
    assert page._pages.currentWidget() is room
    assert room.course.chosen() == (Step.FORCE, None)


def test_a_file_without_bodies_says_what_to_do_next(
    database: Database, settings: Settings, qtbot: QtBot
) -> None:
    room = OverviewPage(database, settings, Typesetter())
    qtbot.addWidget(room)
    room.resize(900, 600)
    room.show()

    room.show_for(None)
    settle()

    told = " ".join(each.text() for each in room.findChildren(Text) if each.isVisibleTo(room))
    assert "Add one under Bodies and people (F7)" in told
    assert "Nothing is late" in told
    room.stop()


@pytest.mark.usefixtures("qapp")
def test_at_midnight_what_is_late_is_told_anew(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QObject()
    add_meeting(database, minutes(database).body, date(2027, 3, 1))
    due = Due(database, parent)
    told: list[str] = []
    due.counted.connect(told.append)

    due._day.timeout.emit()
    assert told == []  # it is the same day still
    monkeypatch.setattr(clock, "today", lambda: TODAY + timedelta(days=1))
    due._day.timeout.emit()

    assert told == [""]
    due.stop()
