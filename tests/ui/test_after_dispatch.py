"""Extracts are sent from the room after the meeting by keys; the address list has its own place."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from builders import names_in, snapshot
from extracts import meeting_to_dispatch
from klubban.operations import addressees
from klubban.ui import clock
from klubban.ui.after.dispatch_part import DispatchPart
from klubban.ui.after.page import AfterPage
from klubban.ui.after.steps import Step
from klubban.ui.registers.address_surface import AddressSurface
from klubban.ui.registers.form import Form
from klubban.ui.registers.page import RegistersPage
from klubban.ui.typesetter import Typesetter
from ui.helpers import press, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings
    from klubban.store.database import Database

KEY = Qt.Key
FOLDER = "ut"


@pytest.fixture
def room(
    qtbot: QtBot, database: Database, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AfterPage]:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 20, 9, 10))  # noqa: DTZ001 - the clerk's
    meeting = meeting_to_dispatch(database)
    (tmp_path / FOLDER).mkdir()
    settings.export_folder = tmp_path / FOLDER
    typesetter = Typesetter()
    page = AfterPage(database, settings, typesetter)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    page.activateWindow()
    page.show_for(meeting)
    page.show_step(Step.DISPATCH)
    settle()
    yield page
    page.stop()
    typesetter.stop()


def part(room: AfterPage) -> DispatchPart:
    assert isinstance(room.part, DispatchPart)
    return room.part


def key(which: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    held = QApplication.focusWidget()
    assert held is not None
    press(held, which)
    settle()


def ticks(room: AfterPage) -> list[tuple[str, bool]]:
    return [(button.accessibleName(), button.isChecked()) for _id, button in part(room).waiting.rows]


def test_all_is_sent_by_keys_and_who_has_no_address_gets_one_on_the_way(
    qtbot: QtBot, room: AfterPage, database: Database, tmp_path: Path
) -> None:
    assert ticks(room) == [
        ("Tekniska nämnden", True),
        ("Tekniska nämnden", False),
        ("Idrottsalliansen", True),
        ("Idrottsalliansen", False),
        ("Säljaren", False),
        ("Säljaren", False),
    ]
    for _row in range(4):
        key(KEY.Key_Down)
    key(KEY.Key_Space)  # which asks for an address first
    held = QApplication.focusWidget()
    assert held is not None
    type_text(held, "saljaren@ekby.example")
    assert room.asked is not None
    room.asked.submit()
    settle()

    part(room).send()
    qtbot.waitUntil(lambda: bool(snapshot(database).items[0].dispatches), timeout=20_000)
    settle()

    assert len(names_in(tmp_path / FOLDER)) == 5
    assert [each.recipient for each in snapshot(database).items[1].dispatches] == [
        "Tekniska nämnden",
        "Idrottsalliansen",
        "Säljaren",
    ]
    assert [on for _name, on in ticks(room)] == [False, False, False]  # what is confidential is left
    part(room).gone.enter()
    key(KEY.Key_S)
    assert ticks(room)[0] == ("Tekniska nämnden", True)


def test_what_is_confidential_is_mailed_with_a_reason_only(room: AfterPage) -> None:
    for _row in range(3):
        key(KEY.Key_Down)
    key(KEY.Key_Space)
    part(room).send()
    settle()

    assert room.asked is not None
    assert room.asked.has("because")
    key(KEY.Key_Escape)
    assert room.asked is None


def test_the_address_list_takes_a_name_that_leads_nowhere(
    qtbot: QtBot, database: Database, settings: Settings
) -> None:
    meeting_to_dispatch(database)
    page = RegistersPage(database, settings, Typesetter())
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    page.activateWindow()
    page.show_addresses()
    settle()

    key(KEY.Key_Return)
    held = QApplication.focusWidget()
    assert held is not None
    type_text(held, "saljaren@ekby.example")
    assert isinstance(page.surface, AddressSurface)
    page.surface.people.findChildren(Form)[0].submit()
    page.reload()
    settle()

    now = QApplication.focusWidget()
    assert now is not None
    assert page.surface.isAncestorOf(now)
    assert addressees.unlisted(database) == ()
    assert [each.name for each in page.surface.people.listed] == ["Idrottsalliansen", "Säljaren"]
