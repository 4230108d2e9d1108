"""From verified to legal force by keys: posted, down early, posted again, and the court has answered."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from builders import Minutes, snapshot
from klubban.domain.legal_force import Standing, state_of
from klubban.domain.meeting import Appeal, Stage
from klubban.ui import clock
from klubban.ui.after.force_part import ForcePart
from klubban.ui.after.page import AfterPage
from klubban.ui.after.steps import Step
from klubban.ui.registers.form import Form
from klubban.ui.typesetter import Typesetter
from operations.announced import AFTER, POSTED, verified
from ui.helpers import press, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings
    from klubban.store.database import Database

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ids(database: Database) -> Minutes:
    return verified(database)


@pytest.fixture
def room(
    qtbot: QtBot, database: Database, ids: Minutes, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AfterPage]:
    at(monkeypatch, "2016-02-26")
    typesetter = Typesetter()
    page = AfterPage(database, settings, typesetter)
    qtbot.addWidget(page)
    page.resize(900, 800)  # too narrow for the paper, which would start a process
    page.show()
    page.activateWindow()
    page.show_for(ids.meeting)
    page.show_step(Step.NOTICE)
    settle()
    yield page
    page.stop()
    typesetter.stop()


def at(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """Let it be a day."""
    now = datetime.fromisoformat(f"{day}T10:00").astimezone()
    monkeypatch.setattr(clock, "now", lambda: now)


def key(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    held = QApplication.focusWidget()
    assert held is not None
    press(held, which, modifier)
    settle()


def fill(room: AfterPage, **words: str) -> None:
    """Fill in lines of what is asked, and do it."""
    form = room.asked
    assert isinstance(form, Form)
    for name, typed in words.items():
        form.go_to(name)
        held = QApplication.focusWidget()
        assert held is not None
        press(held, KEY.Key_A, CTRL)
        type_text(held, typed)
    form.submit()
    settle()


def heading(room: AfterPage) -> str:
    """Return where the step stands, as its part says it."""
    assert room.part is not None
    return room.part.title()


def stands(database: Database) -> list[Standing]:
    """Return where the paragraphs stand."""
    meeting = snapshot(database)
    return [state_of(meeting, each, AFTER).standing for each in meeting.items]


def chief(room: AfterPage) -> None:
    """Do the main act of the step."""
    room.chief.click()
    settle()


def test_a_notice_is_posted_comes_down_early_and_is_posted_again(
    room: AfterPage, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    chief(room)
    fill(room)
    assert room.asked is not None  # it is not said where the protocol is kept
    fill(room, kept_at="registrator")
    assert room.asked is None
    assert heading(room) == "Announced 26 February; the time for appeal goes on to the end of 18 March."

    key(KEY.Key_W)
    assert "2016-03-18" in QApplication.clipboard().text()

    at(monkeypatch, "2016-03-04")
    key(KEY.Key_D)
    fill(room)
    fill(room, because="tavlan låg nere")
    assert heading(room) == "The notice does not let the time for appeal run out; post it again."

    chief(room)
    fill(room)

    first, second = snapshot(database).notices
    assert (first.posted, first.flawed) == (POSTED, "tavlan låg nere")
    assert (second.replaces, second.kept_at, str(second.last_day)) == (first.id, "registrator", "2016-03-29")
    assert heading(room) == "Announced 4 March; the time for appeal goes on to the end of 29 March."


def test_the_courts_answer_is_noted_of_all_and_what_executes_has_no_appeal(
    room: AfterPage, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    chief(room)
    fill(room, kept_at="registrator")
    at(monkeypatch, AFTER.isoformat())
    room.show_step(Step.FORCE)
    room.reload()
    settle()
    part = room.part
    assert isinstance(part, ForcePart)
    assert heading(room) == "The time for appeal is over for 3 paragraphs; the court’s answer is awaited."

    part.enter()
    key(KEY.Key_Space)  # § 1 is for itself
    chief(room)
    fill(room, court="Förvaltningsrätten i Linköping")
    assert stands(database) == [Standing.RUN_OUT, Standing.IN_FORCE, Standing.IN_FORCE]
    assert [each.number for each in part.ticked()] == [1]  # whose turn it is now

    key(KEY.Key_W)
    assert room.asked is not None
    for _way in range(3):
        key(KEY.Key_Down)
    key(KEY.Key_Return)
    fill(room)

    assert snapshot(database).items[0].appeal is Appeal.NONE
    assert snapshot(database).stage is Stage.IN_FORCE
    assert heading(room) == "All that can be appealed against is settled."
