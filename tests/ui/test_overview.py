"""The overview: the late first, for whom it is, the cards beside it, and where each line leads, by keys."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from builders import minutes
from klubban.domain.duty import Duty, Standing, Wanted
from klubban.operations.meetings import add_meeting
from klubban.store import reads
from klubban.ui import clock
from klubban.ui.after.page import AfterPage
from klubban.ui.after.steps import Step
from klubban.ui.overview.due import Due
from klubban.ui.overview.leads import lead
from klubban.ui.overview.page import OverviewPage
from klubban.ui.overview.rows import rows
from klubban.ui.typesetter import Typesetter
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.chips import OneOf
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


def test_it_is_for_whoever_sits_here_and_the_cards_turn_to_tables(
    page: FilePage, office: Database, bodies: Office, settings: Settings, qtbot: QtBot
) -> None:
    with office.change("Seats") as change:
        change.update("seat", bodies.seats[0], role="secretary")
        change.insert("standing_item", body_id=bodies.committee, position=0, title="Budget", months=(2, 3))
        given = change.insert(
            "assignment", position=0, body_id=bodies.committee, given_on=date(2027, 1, 11),
            text="Ordna en karta", name="Bo Ek", status="open", due=date(2027, 2, 1),
        )  # fmt: skip
    coming = add_meeting(office, bodies.committee, date(2027, 3, 15))
    add_meeting(office, bodies.committee, date(2027, 1, 12))
    with office.read() as read:
        name = next(each.name for each in reads.people(read) if each.id == bodies.people[0])
    settings.sits_here = name
    settle()

    QTest.keyClick(page, Qt.Key.Key_F5, SHIFT)
    qtbot.waitUntil(lambda: not page._rooms._made["overview"].filling)  # type: ignore[attr-defined]
    settle()
    room = page._rooms._made["overview"]
    assert isinstance(room, OverviewPage)
    assert room.header.title.text() == "Monday 1\u00a0March"
    assert any(each.text() == f"{name}, for 1 body" for each in room.findChildren(Text))
    assert all("Tekniska" in each for each in listed(room) if ", " in each)
    missed = next(each for each in listed(room) if "Budget" in each)
    assert missed.startswith("28 February, “Budget” has been on no agenda")

    ahead, loads = room.beside.lists
    assert [row.words for row in ahead.shown] == ["15 Mar, Tekniska nämnden, 2\u00a0items, planned"]
    press(room.list, Qt.Key.Key_T)
    settle()
    assert [type(each) for each in room.beside.lists] == [type(ahead)]
    press(room.list, Qt.Key.Key_T)
    settle()
    _ahead, loads = room.beside.lists
    loads.setFocus()
    with qtbot.waitSignal(room.room_asked) as asked:
        press(loads, Qt.Key.Key_Return)
    assert asked.args == ["assignments", given]
    assert [name for name, entry in page.rail._rooms.items() if entry.here] == ["assignments"]
    page.show_room("overview")
    settle()
    with qtbot.waitSignal(room.meeting_asked) as meeting:
        room.beside.lists[0].asked.emit(coming)
    assert meeting.args == [coming, None]


@pytest.mark.usefixtures("bodies")
def test_whoever_is_unknown_is_asked_once_who_they_are(page: FilePage, settings: Settings) -> None:
    page.show_room("overview")
    room = page._rooms._made["overview"]
    assert isinstance(room, OverviewPage)
    settle()
    everything = len(room.shown)

    press(room.list, Qt.Key.Key_Left, ALT)
    settle()
    assert len(room.shown) == everything  # until somebody has said who that is
    (asked,) = (each for each in room.scope_bar.findChildren(OneOf) if each is not room.scope_bar.chips)
    next(chip for chip in asked.chips if chip.text() == "Åsa Öman").click()
    settle()

    assert settings.sits_here == "Åsa Öman"
    assert any(each.text() == "Åsa Öman, for 1 body" for each in room.scope_bar.findChildren(Text))
    assert {duty.body.name for duty in room.shown if duty.body} <= {"Tekniska nämnden"}


def test_a_file_opens_at_the_overview_once_a_day(page: FilePage, monkeypatch: pytest.MonkeyPatch) -> None:
    assert page.room is None
    page.greet()
    assert page.room == "overview"

    page.show_desk()
    page.greet()
    assert page.room is None
    monkeypatch.setattr(clock, "today", lambda: TODAY + timedelta(days=1))
    page.greet()
    assert page.room == "overview"


def test_a_long_group_is_shown_in_part_until_the_rest_is_asked_for() -> None:
    many = [Duty(what=Wanted.ASSIGNMENT, day=TODAY, names=(f"Karta {n}",)) for n in range(40)]

    shown = list(rows(many, TODAY))

    assert [row.title for row in shown][-1] == "Show 25 more"
    assert len(shown) == 1 + 15 + 1
    assert len(list(rows(many, TODAY, {Standing.TODAY}))) == 1 + 40


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
